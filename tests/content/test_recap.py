"""Every chapter has a tip, and ends with what to take away from it and a bridge to the chapter after it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from mkdocs_lesson.book import open_book

BOOK = open_book(Path(__file__).parents[2])
CHAPTERS = [each.slug for each in BOOK.contents.chapters if each.slug in BOOK.pages]
AFTER = dict(pairwise(each.slug for each in BOOK.contents.chapters))


@pytest.mark.parametrize("slug", CHAPTERS)
def test_chapter_ends_with_its_pitfalls_what_to_take_away_and_a_bridge(slug):
    sections = dict(re.findall(r"(?ms)^## [^\n]*\{#([\w-]+)\}\n(.*?)(?=^## |\Z)", BOOK.pages[slug].body))
    assert len(re.findall(r"(?m)^\*\*“", sections["pitfalls"])) >= 3, slug
    points, _, bridge = sections["recap"].strip().partition("\n\n")
    assert 3 <= len(re.findall(r"(?m)^- ", points)) <= 7, slug
    leads = f"({AFTER[slug]}.md" if AFTER[slug] in BOOK.pages else "(../contents.md"
    assert leads in bridge, f"{slug}: the recap leads on to {leads[1:]}"


@pytest.mark.parametrize("slug", CHAPTERS)
def test_chapter_has_one_tip_of_a_few_words(slug):
    tips = re.findall(r'(?m)^!!! tip "[^"\n]+"\n((?: {4}.+\n)+)', BOOK.pages[slug].body)
    assert len(tips) == 1, f"{slug}: a chapter has one tip, this one has {len(tips)}"
    assert 20 <= len(tips[0].split()) <= 45, slug
