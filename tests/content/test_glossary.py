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
