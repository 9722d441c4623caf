"""On pages that tell the whole subject, a word leads to the heading that explains it, or says that it is coming."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.fences import plain_lines
from mkdocs_lesson.page import anchors

BOOK = open_book(Path(__file__).parents[2])
LINK = re.compile(r"\[(?P<text>[^\]\[^][^\]\[]*)\]\((?P<address>[^)?][^)]*)\)(?P<coming>\{\.coming\})?")
LINKS = [
    pytest.param(link, id=f"{slug}-{link['text']}")
    for slug in ("overview", "article")
    for link in LINK.finditer("\n".join(line for _, line in plain_lines(BOOK.pages[slug].body)))
]


@pytest.mark.parametrize("link", LINKS)
def test_link_leads_to_a_heading_or_is_marked_as_coming(link):
    path, _, anchor = link["address"].partition("#")
    slug = Path(path).stem
    if link["coming"]:
        coming = {chapter.slug for chapter in BOOK.contents.chapters} - set(BOOK.pages)
        assert slug == "contents"
        assert not anchor or anchor in coming, f"{anchor} is written: let the link lead to its heading"
    elif slug == "resources":
        assert not anchor or anchor in BOOK.library.sources, link["address"]
    else:
        page = BOOK.pages[slug]
        assert anchor in anchors(page.body) or not (anchor or page.is_chapter), link["address"]
