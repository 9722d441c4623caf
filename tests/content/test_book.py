"""The book has no fault that its checker knows, and the schema for editors is current."""

from __future__ import annotations

import json
import re
import warnings

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import check_book, check_whole
from mkdocs_lesson.quiz import schema


def test_book_has_no_fault(root):
    if faults := check_book(root):
        pytest.fail("\n".join(map(str, faults)), pytrace=False)


def test_advice_on_the_book_is_said(root):
    """Advice fails nothing; pytest lists it among its warnings."""
    for fault in check_whole(root).advice:
        warnings.warn(f"advice: {fault}", stacklevel=1)


def test_schema_for_editors_is_written_from_the_models(root, pytestconfig):
    path = root / "quizzes" / "schema.json"
    expected = json.dumps(schema(), indent=2) + "\n"
    if pytestconfig.getoption("update"):
        path.write_text(expected)
    assert path.read_text() == expected, "quizzes/schema.json:1: is stale; run `make snippets`"


def test_the_menu_and_the_contents_list_chapters_in_one_order(root):
    book = open_book(root)
    planned = [chapter.slug for chapter in book.contents.chapters if chapter.slug in book.pages]
    menu = re.findall(r"chapters/([a-z0-9-]+)\.md", (root / "mkdocs.yml").read_text())
    assert menu == planned, "mkdocs.yml: `nav:` and docs/contents.yml differ; bring them in one order"
