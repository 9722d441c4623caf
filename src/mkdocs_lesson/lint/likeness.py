"""The questions and cards of a book come in; those that ask the same go out."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_lesson.book import Book
from mkdocs_lesson.faults import Fault
from mkdocs_lesson.lint.wording import words
from mkdocs_lesson.questions import Card
from mkdocs_lesson.quiz import REVERSE, Quiz

ALIKE = 0.8
ENOUGH = 6  # words; shorter stems are alike by chance
SHOWN = {"ask", "code", "text", "options", "lines", "decoys", "pairs", "left", "right"}


def asked_twice(book: Book) -> Iterator[Fault]:
    """Questions, or cards, that say the same, word for word."""
    first: dict[tuple, str] = {}
    for quiz, name, entry in _entries(book):
        what = (isinstance(entry, Card), *_shown(entry))
        if what in first:
            part = "front" if isinstance(entry, Card) else "ask"
            yield quiz.fault(name, (part,), f"asks the same as `{first[what]}`; remove one, or ask otherwise")
        first.setdefault(what, f"{quiz.slug}/{name}")


def asked_almost_twice(book: Book) -> Iterator[Fault]:
    """Questions of different pages that use nearly the same words."""
    known: list[tuple[frozenset[str], str, str]] = []
    for quiz, name, entry in _entries(book):
        mine = frozenset(words(" ".join(_shown(entry))))
        if isinstance(entry, Card) or len(mine) < ENOUGH:
            continue
        for theirs, slug, full_id in known:
            if slug != quiz.slug and _likeness(mine, theirs) >= ALIKE and mine != theirs:
                message = f"is nearly `{full_id}`; if it asks the same, refer to that page instead"
                yield quiz.fault(name, ("ask",), message)
        known.append((mine, quiz.slug, f"{quiz.slug}/{name}"))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words among all words, from 0 to 1."""
    if min(len(one), len(other)) < ALIKE * max(len(one), len(other)):
        return 0.0
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def _entries(book: Book) -> Iterator[tuple[Quiz, str, object]]:
    for quiz in book.quizzes.values():
        for name, entry in {**quiz.questions, **quiz.cards}.items():
            if not name.endswith(REVERSE):
                yield quiz, name, entry


def _shown(entry) -> tuple[str, ...]:
    """What a reader sees of an entry before answering, as plain words."""
    if isinstance(entry, Card):
        return (" ".join(words(entry.front)) or entry.front,)
    found = (text for steps, text in entry.texts if _is_shown(steps))
    return tuple(" ".join(text.lower().split()) for text in found)


def _is_shown(steps: tuple) -> bool:
    return steps[0] in SHOWN and (isinstance(steps[-1], int) or steps[-1] in SHOWN)
