"""The glossary of the book: enough words, each explained, with a card that is there."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from mkdocs_lesson.book import open_book

LEAST = 250


@pytest.fixture(scope="module")
def opened(root):
    """The book, whose checker has already resolved every place and every card (see test_book.py)."""
    return open_book(root)


def test_there_are_terms_enough_each_in_a_sentence_or_two(opened):
    terms = opened.glossary.terms
    assert len(terms) >= LEAST
    for term in terms:
        sentences = re.findall(r"[.!?](?= |$)", term.means)
        assert 1 <= len(sentences) <= 2, term.term
        assert len(term.means) <= 210, term.term
        assert term.means[0].isupper() or term.means[0].isdigit(), term.term


def test_every_written_chapter_explains_terms(opened):
    explained = Counter(term.slug for term in opened.glossary.terms)
    assert [page.slug for page in opened.pages.values() if page.is_chapter and not explained[page.slug]] == []


def test_word_with_a_formula_on_the_sheet_has_one_here(opened, root):
    sheet = (root / "docs/sheet.md").read_text(encoding="utf-8")
    there = words_with_formulas(sheet)
    assert len(there) > 25
    known = {name.lower(): term for term in opened.glossary.terms for name in (term.term, *term.also)}
    without = {term.term for word, term in known.items() if word in there and not term.formula}
    assert without == set()
    assert "accuracy" not in there
    assert "accuracy" in words_with_formulas(sheet.replace("| hinge |", "| accuracy |")), (
        "a planted row is found"
    )


def words_with_formulas(sheet: str) -> set[str]:
    """The first column of those tables of the sheet that define by formulas."""
    tables = re.findall(r"(?ms)^## (?:Activations|Losses|Optimisers|First values) .*?^</div>", sheet)
    rows = re.findall(r"^\| ([^|$(]+)", "\n".join(tables), re.MULTILINE)
    return {row.strip().lower() for row in rows}
