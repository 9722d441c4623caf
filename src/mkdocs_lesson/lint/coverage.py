"""A book comes in; what it promises to ask and never asks goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_lesson.book import REGISTRY, Book
from mkdocs_lesson.faults import Fault, LessonError
from mkdocs_lesson.page import Page


def objectives_never_asked(book: Book) -> Iterator[Fault]:
    """Objectives of a page that no question of it names."""
    for slug, quiz in book.quizzes.items():
        page = book.pages.get(slug)
        if page is None or not page.promises:
            continue
        asked = {objective for question in quiz.questions.values() for objective in question.objectives}
        for name in _objectives(page):
            if name not in asked:
                line, column = _place(page.front, name)
                message = f"no question of quizzes/{slug}.yml asks for the objective `{name}`; add one, or drop the promise"
                yield Fault(page.path, line + 1, column, message)


def misconceptions_never_met(book: Book) -> Iterator[Fault]:
    """Wrong ideas that no question of the book catches, though their chapter is there."""
    questions = (q for quiz in book.quizzes.values() for q in quiz.questions.values())
    met = {t for q in questions for steps, t in q.texts if steps[-1] == "misconception"}
    path = book.root / "quizzes" / f"{REGISTRY}.yml"
    for name, entry in book.misconceptions.items():
        if name not in met and entry.chapter in book.quizzes and not book.unreadable:
            line = _line(path.read_text(encoding="utf-8"), rf"^{re.escape(name)}:")
            message = f"no option and no near miss names `{name}`; let a question catch it, or remove it"
            yield Fault(path, line, 1, message)


def _objectives(page: Page) -> list[str]:
    try:
        return [objective.id for objective in page.front_matter().objectives]
    except LessonError:
        return []  # reported with the page


def _place(front: str, name: str) -> tuple[int, int]:
    found = re.search(rf"\bid:[ \t]*['\"]?{re.escape(name)}\b", front)
    if not found:
        return 1, 1
    before = front[: found.start()]
    return before.count("\n") + 1, found.start() - before.rfind("\n")


def _line(text: str, pattern: str) -> int:
    found = re.search(pattern, text, re.MULTILINE)
    return text[: found.start()].count("\n") + 1 if found else 1
