"""A book comes in; pages without the site around them go out: embeds for frames, worksheets for paper.

What stands around their content is in the theme, `embed.html` and `worksheet.html`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_lesson.book import Book
from mkdocs_lesson.embeds import embeds
from mkdocs_lesson.fences import find_fences
from mkdocs_lesson.page import Page
from mkdocs_lesson.render.page import Renderer
from mkdocs_lesson.render.worksheet import worksheet
from mkdocs_lesson.worksheets import worksheets


@dataclass(frozen=True)
class LightPage:
    """What a template of the theme shows; `url`, `title` and `content` are named as MkDocs names them."""

    template: str
    url: str
    title: str
    content: str
    home: str
    """The address within the site of what it comes from, with its anchor."""
    source: Page
    number: int | None = None
    """Of the chapter it comes from."""
    other: str = ""
    """A worksheet's other half: the one with answers, or without."""


def light_pages(book: Book, report: str = "") -> Iterator[LightPage]:
    """Every page that the fences `embeds` and `worksheets` of the book lead to."""
    kinds = {fence.kind for page in book.pages.values() for fence in find_fences(page.body)}
    if "embeds" in kinds:
        yield from _embeds(book, report)
    if "worksheets" in kinds:
        yield from _worksheets(book)


def _embeds(book: Book, report: str) -> Iterator[LightPage]:
    for each in embeds(book):
        here = Page(book.docs / each.address / "index.md", "", "", 1)
        content = (
            f'<div class="embedded">{each.make(Renderer(here, book, [], report=report).questions)}</div>'
        )
        home = each.page.address(book.docs) + (f"#{each.anchor}" if each.anchor else "")
        yield LightPage(
            "embed.html", each.address, each.title, content, home, each.page, _number(each.page, book)
        )


def _worksheets(book: Book) -> Iterator[LightPage]:
    for each in worksheets(book):
        addresses = [each.address(), each.address(answers=True)]
        for answers, address, other in zip((False, True), addresses, reversed(addresses), strict=True):
            yield LightPage(
                "worksheet.html",
                address,
                f"{'Answers' if answers else 'Worksheet'}: {each.page.title}",
                worksheet(each.questions, answers=answers),
                each.page.address(book.docs),
                each.page,
                _number(each.page, book),
                other,
            )


def _number(page: Page, book: Book) -> int | None:
    return book.contents.numbers.get(page.slug)
