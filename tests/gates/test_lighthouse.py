"""On a middling phone nothing is barred and nothing moves. How quick pages are is measured by `make bench`."""

from __future__ import annotations

import shutil
from pathlib import Path

import lighthouse
import pytest
from server import listening, serve

pytestmark = pytest.mark.gates

CHAPTERS = sorted(path.stem for path in (Path(__file__).parents[2] / "docs/chapters").glob("*.md"))
PAGES = (
    "",
    "review/",
    "contents/",
    "article/",
    "labs/digit-classifier/",
    *(f"chapters/{slug}/" for slug in CHAPTERS),
)


@pytest.fixture(scope="module")
def phone():
    """Lighthouse with its Chromium, for all pages."""
    with lighthouse.opened() as phone:
        yield phone


@pytest.mark.parametrize("path", PAGES)
def test_page_has_full_marks_and_stands_still(phone, site, path):
    assert phone.marks(site + path).faults() == []


FAULTS = {
    "image-alt": '<img src="{base}assets/img/favicon.svg" width="9" height="9">',
    "errors-in-console": '<img src="{base}missing.svg" alt="" width="9" height="9">',
    "crawlable-anchors": '<a href="javascript:void(0)">a link to nowhere</a>',
    "moves by": '<link rel="stylesheet" href="{base}push.css">',
}
PUSH = "@keyframes push { to { margin-top: 300px } } main { animation: push 1ms 1s forwards }"


def test_faults_are_found(phone, folder, tmp_path):
    copy = shutil.copytree(folder, tmp_path / "site")
    (copy / "push.css").write_text(PUSH)
    page = copy / "index.html"
    text = page.read_text(encoding="utf-8")
    with listening() as server:
        base = serve(server, copy)
        planted = "".join(FAULTS.values()).format(base=base)
        assert "</article>" in text
        page.write_text(text.replace("</article>", f"{planted}</article>", 1), encoding="utf-8")
        found = phone.marks(base).faults()
    assert [name for name in FAULTS if not any(name in fault for fault in found)] == [], found
