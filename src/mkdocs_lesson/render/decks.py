"""A book comes in; for each chapter a file of its cards and questions goes out, for the review page to fetch."""

from __future__ import annotations

from mkdocs_lesson.book import Book
from mkdocs_lesson.fences import find_fences
from mkdocs_lesson.render.page import DECKS, Renderer


def decks(book: Book, report: str = "") -> dict[str, str]:
    """Path within the site → HTML that fits the page with the `review` fence, if the book has one."""
    for page in book.pages.values():
        if any(fence.kind == "review" for fence in find_fences(page.body)):
            found = Renderer(page, book, [], report=report).decks()
            return {f"{DECKS}/{slug}.html": html for slug, html in found.items()}
    return {}
