"""Every page but the first says how to cite it: authors, year, title, book, address, once in words and once
as BibTeX; and from when it is."""

from __future__ import annotations

import re
from html import unescape

import pytest
from light import LIGHT

from mkdocs_lesson.export.dates import first_days, last_changes

pytestmark = pytest.mark.slow  # it builds the book

FAULTS = {
    '<details class="cite">': "<details>",
    "Network? (20": "Network? (19",
    "  author = {{": "  author = {{Not ",
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


def test_a_chapter_says_when_it_was_published_and_changed(root, site_folder):
    begun, changed = first_days(root), last_changes(root)  # both are empty where git or the past is not there
    pages = {
        page.parent.name: page.read_text(encoding="utf-8")
        for page in site_folder.glob("chapters/*/index.html")
    }
    for slug in begun.keys() & pages.keys():
        assert begun[slug] <= changed[slug]
        assert dates_of(pages[slug]) == (begun[slug], changed[slug])
        assert dates_of(pages[slug].replace(f"changed {changed[slug][:3]}", "changed 1")) != dates_of(
            pages[slug]
        )


def dates_of(html: str) -> tuple[str, ...]:
    """When a page says that it was published and last changed."""
    found = re.search(r"First published ([\d-]+), last changed ([\d-]+)\.", html)
    return found.groups() if found else ()


def key_of(html: str, site: str, path: str) -> str:
    """The BibTeX key that a page gives itself; what it says of itself has to be so."""
    found = re.search(r'<details class="cite">(.*?)</details>', html, re.DOTALL)
    assert found, path
    text = unescape(re.sub(r"<[^>]*>", "", found[1]))
    words = r"(\S.+) \((20\d\d)\)\. “(.+)”\. In: What Is a Neural Network\?\. " + re.escape(site + path)
    said = re.search(words, text)
    assert said, f"{path}: {text}"
    for name, value in zip(("author", "title"), said.group(1, 3), strict=True):
        assert f"{name} = {{{{{value}}}}}," in text
    assert f"year = {{{said[2]}}}," in text
    assert f"url = {{{site}{path}}}," in text
    [key] = re.findall(r"@misc\{([\w-]+),", text)
    return key
