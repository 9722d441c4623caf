"""Every address of the site's own, on every page, leads somewhere: pages, anchors, pictures, files."""

from __future__ import annotations

import shutil

import pytest
from links import broken

pytestmark = pytest.mark.slow  # it builds the book

FAULTS = [
    ('<a href="{}">', "nowhere/", "no such file"),
    ('<a href="{}">', "../results", "a folder"),
    ('<a href="{}">', "#nothing", "no id"),
    ('<a href="{}">', "../notation/#nothing", "no id"),
    ('<a href="{}">', "/review/", "not below /some/book/"),
    ('<a href="{}">', "{site}absent/", "no such file"),
    ('<img alt="" src="{}">', "src.svg", "no such file"),
    ('<img alt="" srcset="{} 2x">', "srcset.svg", "no such file"),
    ('<p style="background: url({})">', "style.svg", "no such file"),
    ('<script src="{}"></script>', "script.js", "no such file"),
    ('<link rel="stylesheet" href="{}">', "sheet.css", "no such file"),
]
SOUND = ["https://example.org/nowhere", "../results/#content", "data:,", "mailto:someone@example.org"]


def test_every_address_leads_somewhere(subpath_folder, subpath_site):
    """In a folder of a host: an address that forgets the folder is found too."""
    assert broken(subpath_folder, subpath_site) == []


def test_planted_faults_are_found(subpath_folder, subpath_site, tmp_path):
    copy = shutil.copytree(subpath_folder, tmp_path / "copy")
    faults = [(form, address.format(site=subpath_site), why) for form, address, why in FAULTS]
    planted = [form.format(address) for form, address, _ in faults]
    with (copy / "review/index.html").open("a", encoding="utf-8") as page:
        page.write("\n".join(planted + [f'<a href="{address}">' for address in SOUND]))
    (copy / "assets/planted.css").write_text("p { background: url('letters.woff2') }")
    expected = {f"review/index.html: {address}: {why}" for _, address, why in faults}
    expected.add("assets/planted.css: letters.woff2: no such file")
    found = broken(copy, subpath_site)
    assert len(found) == len(expected)
    for fault in expected:
        assert any(line.startswith(fault) for line in found), fault
