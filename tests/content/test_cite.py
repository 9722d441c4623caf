"""Every page but the first says how to cite it: title, book, year, address, once in words and once as BibTeX."""

from __future__ import annotations

import re
from html import unescape

import pytest
from light import LIGHT

pytestmark = pytest.mark.slow  # it builds the book

FAULTS = {
    '<details class="cite">': "<details>",
    "</cite>, 20": "</cite>, 19",
    "  title = {{": "  title = {{Not ",
    "  year = {": "  year = {1",
    "  url = {": "  url = {x",
}


def test_every_page_says_how_to_cite_it(site, site_folder):
    pages = {
        f"{page.parent.relative_to(site_folder).as_posix()}/": page.read_text(encoding="utf-8")
        for page in site_folder.rglob("index.html")
        if page.parent != site_folder and page.relative_to(site_folder).parts[0] not in LIGHT
    }
    keys = [key_of(html, site, path) for path, html in pages.items()]
    assert len(set(keys)) == len(pages)
    for true, false in FAULTS.items():
        planted = pages["notation/"].replace(true, false)
        assert planted != pages["notation/"], true
        with pytest.raises(AssertionError):
            key_of(planted, site, "notation/")


def key_of(html: str, site: str, path: str) -> str:
    """The BibTeX key that a page gives itself; what it says of itself has to be so."""
    found = re.search(r'<details class="cite">(.*?)</details>', html, re.DOTALL)
    assert found, path
    text = unescape(re.sub(r"<[^>]*>", "", found[1]))
    title = re.search(r"“(.+)”\. In: What Is a Neural Network\?, (20\d\d)\. " + re.escape(site + path), text)
    assert title, f"{path}: {text}"
    assert f"title = {{{{{title[1]}}}}}," in text
    assert f"year = {{{title[2]}}}," in text
    assert f"url = {{{site}{path}}}," in text
    [key] = re.findall(r"@misc\{([\w-]+),", text)
    return key
