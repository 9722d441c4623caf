"""Every address of the site's own, on every page, leads somewhere: pages, anchors, pictures, files."""

from __future__ import annotations

import shutil

import pytest
from links import broken
from server import build_site

pytestmark = pytest.mark.slow  # it builds the book

SITE = "http://127.0.0.1:8000/some/book/"
FAULTS = [
    ('<a href="{}">', "nowhere/", "no such file"),
    ('<a href="{}">', "../results", "a folder"),
    ('<a href="{}">', "#nothing", "no id"),
    ('<a href="{}">', "../notation/#nothing", "no id"),
    ('<a href="{}">', "/review/", "not below /some/book/"),
    ('<a href="{}">', f"{SITE}absent/", "no such file"),
    ('<img alt="" src="{}">', "src.svg", "no such file"),
    ('<img alt="" srcset="{} 2x">', "srcset.svg", "no such file"),
    ('<p style="background: url({})">', "style.svg", "no such file"),
    ('<script src="{}"></script>', "script.js", "no such file"),
    ('<link rel="stylesheet" href="{}">', "sheet.css", "no such file"),
]
SOUND = ["https://example.org/nowhere", "../results/#content", "data:,", "mailto:someone@example.org"]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The book, built for a folder of a host: an address that forgets the folder is found too."""
    folder = tmp_path_factory.mktemp("built")
    build_site(folder, SITE)
    return folder


def test_every_address_leads_somewhere(built):
    assert broken(built, SITE) == []


def test_planted_faults_are_found(built, tmp_path):
    copy = shutil.copytree(built, tmp_path / "copy")
    planted = [form.format(address) for form, address, _ in FAULTS]
    with (copy / "review/index.html").open("a", encoding="utf-8") as page:
        page.write("\n".join(planted + [f'<a href="{address}">' for address in SOUND]))
    (copy / "assets/planted.css").write_text("p { background: url('letters.woff2') }")
    expected = {f"review/index.html: {address}: {why}" for _, address, why in FAULTS}
    expected.add("assets/planted.css: letters.woff2: no such file")
    found = broken(copy, SITE)
    assert len(found) == len(expected)
    for fault in expected:
        assert any(line.startswith(fault) for line in found), fault
