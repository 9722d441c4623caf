"""A book comes in; for each page with questions a worksheet goes out, to be printed without and with answers."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_lesson.book import Book
from mkdocs_lesson.embeds import asked
from mkdocs_lesson.page import Page
from mkdocs_lesson.questions import Question

FOLDER = "worksheets"


@dataclass(frozen=True)
class Worksheet:
    """The questions of a page, by full id, in the order of the page."""

    page: Page
    questions: dict[str, Question]

    def address(self, *, answers: bool = False) -> str:
        return f"{FOLDER}/{self.page.slug}/{'answers/' if answers else ''}"


def worksheets(book: Book) -> list[Worksheet]:
    """One for each page that asks something for keeps."""
    found = []
    for page in book.pages.values():
        names = asked(page, book) if page.comes_back else []
        if names:
            quiz = book.quizzes[page.slug]
            found.append(Worksheet(page, {f"{page.slug}/{name}": quiz.questions[name] for name in names}))
    return found
