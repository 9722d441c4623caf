"""A book that can be read comes in; what makes its questions worse than they could be goes out.

Faults stop the build: each of them misleads a reader or hides a gap, and can be mended in
one place. Advice is only said: it speaks of a whole file, or of taste, and an author may
know better.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_lesson.book import Book
from mkdocs_lesson.faults import Fault
from mkdocs_lesson.lint.coverage import misconceptions_never_met, objectives_never_asked
from mkdocs_lesson.lint.likeness import asked_almost_twice, asked_twice
from mkdocs_lesson.lint.question import question_lint
from mkdocs_lesson.lint.reading import hard_prose
from mkdocs_lesson.lint.shares import file_advice
from mkdocs_lesson.lint.wording import hard_to_read
from mkdocs_lesson.quiz import Quiz


def lint_faults(book: Book) -> Iterator[Fault]:
    """What must be mended before the site is built."""
    for quiz in book.quizzes.values():
        yield from quiz_lint(quiz)
    yield from asked_twice(book)
    yield from objectives_never_asked(book)
    yield from misconceptions_never_met(book)


def quiz_lint(quiz: Quiz) -> Iterator[Fault]:
    """The faults of one file that need no other one."""
    for name, question in quiz.questions.items():
        yield from question_lint(quiz, name, question)


def lint_advice(book: Book) -> Iterator[Fault]:
    """What an author may want to mend."""
    for quiz in book.quizzes.values():
        yield from file_advice(quiz)
        yield from hard_to_read(quiz)
    yield from asked_almost_twice(book)
    yield from hard_prose(book)
