"""A quiz file comes in; a checked, frozen quiz goes out. No HTML and no MkDocs here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import TypeAdapter

from mkdocs_lesson.faults import Fault, LessonError
from mkdocs_lesson.marked_yaml import Marked, load_yaml
from mkdocs_lesson.models import build
from mkdocs_lesson.question_rules import question_faults
from mkdocs_lesson.questions import Card, Misconception, Question, QuizFile

NO_PROSE = {"check", "code", "expr", "value", "answer", "accept", "lines", "decoys", "make", "near"}
"""Keys of a quiz file under which a dollar is a dollar."""


REVERSE = "--reverse"  # no id that an author writes can end so


@dataclass(frozen=True)
class Quiz:
    """The questions and cards of the page `slug`, and where they stand in the file."""

    slug: str
    marked: Marked
    questions: dict[str, Question]
    cards: dict[str, Card]

    def place(self, name: str) -> tuple[str, int]:
        """The list (`questions` or `cards`) and the index of the entry with that id."""
        return self._places[name.removesuffix(REVERSE)]  # the other side of a card has no entry of its own

    @cached_property
    def _places(self) -> dict[str, tuple[str, int]]:
        parts = {"questions": self.questions, "cards": [n for n in self.cards if not n.endswith(REVERSE)]}
        return {name: (part, index) for part, names in parts.items() for index, name in enumerate(names)}

    def fault(self, name: str, steps: tuple, message: str) -> Fault:
        """A fault inside the question or card with that id."""
        return self.marked.fault((*self.place(name), *steps), f"{message} [{self.slug}/{name}]")


def read_text(path: Path) -> str:
    """Read a file that an author wrote.

    Raises:
        LessonError: It is not there, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise LessonError([Fault(path, 1, 1, "there is no such file; create it")]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise LessonError([Fault(path, line, 1, "expected UTF-8 text; save it as UTF-8")]) from None


def load_quiz(path: Path) -> Quiz:
    """Read one quiz file.

    Raises:
        LessonError: The file does not fit the schema or breaks a rule; all faults at once.
    """
    marked = load_yaml(path, read_text(path))
    faults = list(cross_faults(marked))
    try:
        content = build(QuizFile, marked)
    except LessonError as error:
        faults += error.faults
    if faults:
        raise LessonError(faults)
    questions = {question.id: question for question in content.questions}
    return Quiz(path.stem, marked, questions, dict(_with_reverses(content.cards)))


def _with_reverses(cards: tuple[Card, ...]) -> Iterator[tuple[str, Card]]:
    for card in cards:
        yield card.id, card
        if card.reverse:
            turned = {"id": f"{card.id}{REVERSE}", "front": card.back, "back": card.front}
            yield turned["id"], Card.model_construct(**{**card.model_dump(), **turned})


def load_misconceptions(path: Path) -> dict[str, Misconception]:
    """Read the registry of misconceptions: key → entry."""
    marked = load_yaml(path, read_text(path))
    from pydantic import RootModel

    registry = build(RootModel[dict[str, Misconception]], marked)
    return registry.root


def cross_faults(marked: Marked) -> Iterator[Fault]:
    """Rules between the parts of a file. They look at the raw data, so that they are
    reported in the same run as the faults of single fields."""
    data = marked.data if isinstance(marked.data, dict) else {}
    seen: dict[str, int] = {}
    for part in ("questions", "cards"):
        entries = data.get(part)
        for index, entry in enumerate(entries if isinstance(entries, tuple) else ()):
            if isinstance(entry, dict):
                yield from _id_faults(marked, (part, index), entry.get("id"), seen)
                if part == "questions":
                    yield from question_faults(marked, (part, index), entry)


def _id_faults(marked: Marked, steps: tuple, name: object, seen: dict[str, int]) -> Iterator[Fault]:
    if not isinstance(name, str):
        return
    if name in seen:
        message = f"the id `{name}` is used a second time (first on line {seen[name]}); name this one for what it asks"
        yield marked.fault((*steps, "id"), message)
    seen.setdefault(name, marked.place((*steps, "id"))[0])


def schema() -> dict:
    """The JSON Schema of a quiz file, for editors that complete and underline."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | TypeAdapter(QuizFile).json_schema()
