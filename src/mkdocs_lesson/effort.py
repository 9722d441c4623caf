"""A chapter comes in; how long it takes goes out, by a rule that fits into a sentence."""

from __future__ import annotations

from mkdocs_lesson.book import Book
from mkdocs_lesson.fences import find_fences
from mkdocs_lesson.page import WORDS_A_MINUTE, Page
from mkdocs_lesson.proved import runnable_programs

PROGRAM, EXERCISE, QUESTION = 2, 5, 1  # minutes
CARDS_A_MINUTE = 4

RULE = (
    f"Times are counted, not measured: a minute for {WORDS_A_MINUTE} words, for a question and for "
    f"{CARDS_A_MINUTE} cards, {PROGRAM} minutes for a program, {EXERCISE} for an exercise."
)


def effort(page: Page, book: Book) -> int:
    """Minutes for all that a page has: to read, to run, to answer and to keep."""
    exercises = sum(fence.kind == "exercise" for fence in find_fences(page.body))
    quiz = book.quizzes.get(page.slug)
    questions, cards = (len(quiz.questions), len(quiz.cards)) if quiz else (0, 0)
    return (
        page.minutes
        + PROGRAM * len(runnable_programs(page, book))
        + EXERCISE * exercises
        + QUESTION * questions
        + round(cards / CARDS_A_MINUTE)
    )


def span(minutes: int) -> str:
    """`50 min`, `1 h`, `1 h 5 min`."""
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} h"] * (hours > 0) + [f"{rest} min"] * (rest > 0 or not hours))
