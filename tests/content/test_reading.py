"""Every page reads easily: how easily is said, and no sentence is too long to follow."""

from __future__ import annotations

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.lint.reading import hard_prose, readings


def test_every_page_reads_easily(root, record_property):
    book = open_book(root)
    found = readings(book)
    assert {page.slug for page in book.pages.values() if page.is_chapter} <= {
        each.page.slug for each in found
    }
    record_property(
        "counted", f"school years that read the pages easily: {found[-1].grade:.1f} to {found[0].grade:.1f}"
    )
    if faults := [fault.under(root) for fault in hard_prose(book)]:
        pytest.fail("\n".join(map(str, faults)), pytrace=False)
