"""A file that can't be read is named with its place, and what stands beside it is checked all the same."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import check_book, draw_faults

CONFLICT = b'<<<<<<< ours\n{"total": 1}\n'
JSON = "cannot be read as JSON: Expecting value; remove the file and run `make"
PODCAST = {
    "settings.yml": "title: T\nsummary: S\nguid: g\nauthor: A\nepisodes: [first]\nhosts: {Ann: x}\n"
    "sound: {speed: 1, pauses: {sentence: 1, turn: 1, chapter: 1}, loudness: 1, kilobits: 1}\n",
    "pronunciation.yml": "{}\n",
    "first.yml": "title: T\nsummary: S\npublished: 'DAY'\nchapters:\n"
    "  - {title: A, link: small-steps#questions, lines: [{Ann: Hello.}]}\n",
}
UNREADABLE = {
    "first.py": (b"x = 1\ny = '\xff'\n", "2:1: expected UTF-8 text; save it as UTF-8"),
    "first.out": (b"\xff", "1:1: expected UTF-8 text; save it as UTF-8"),
    "first.svg": (b"\xff", "1:1: expected UTF-8 text; save it as UTF-8"),
    "first.json": (CONFLICT, f"1:1: {JSON} snippets`"),
    "first.engines": (
        b"[]",
        "1:1: expected a record, `{...}`, got []; remove the file and run `make snippets`",
    ),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_program_or_record_that_cannot_be_read_is_the_only_fault(book, name):
    content, message = UNREADABLE[name]
    (book / "snippets/small-steps" / name).write_bytes(content)
    assert list(map(str, check_book(book))) == [f"snippets/small-steps/{name}:{message}"]


def test_exercise_that_cannot_be_read_is_the_only_fault(book):
    (book / "snippets/small-steps/exercise-sum.py").write_bytes(b"\xff")
    page = book / "docs/chapters/small-steps.md"
    page.write_text(page.read_text().replace("```quiz", "```exercise\nsum\n```\n\n```quiz"))
    (fault,) = check_book(book)
    assert str(fault).startswith("snippets/small-steps/exercise-sum.py:1:1: expected UTF-8")


@pytest.mark.parametrize(
    ("day", "record", "message"),
    [
        ("2026-01-02", CONFLICT, f"first.json:1:1: {JSON} audio`"),
        ("2026-01-02", b"{}", "first.json:1:1: is no record of an episode: 'cues'; remove the file"),
        ("2026-02-30", b"", "first.yml:3:12: `published:` does not fit: value error, day "),
    ],
)
def test_episode_that_cannot_be_read_is_named(book, day, record, message):
    (book / "podcast").mkdir()
    for name, text in PODCAST.items():
        (book / "podcast" / name).write_text(text.replace("DAY", day))
    if record:
        (book / "podcast/first.json").write_bytes(record)
    (fault,) = check_book(book)
    assert str(fault).startswith(f"podcast/{message}")


def with_family(book, make, value):
    """The small book, with a question that draws its numbers."""
    quiz = book / "quizzes/small-steps.yml"
    text = quiz.read_text().replace("What is $0.1 + 0.2$?", f"What is {{= {value} =}}?", 1)
    text = text.replace("answer: 0.3", 'answer: "{= total =}"', 1).replace("sum([0.1, 0.2])", "sum([total])")
    quiz.write_text(text.replace("    check:", f"    family:\n      make: {make}\n    check:"))
    assert check_book(book) == []
    return list(map(str, draw_faults(open_book(book))))


def test_family_may_print(book):
    assert with_family(book, "total = random.random(); print(total)", "total") == []


def test_number_too_large_for_its_format_is_named(book):
    (fault,) = with_family(book, "total = random.random(); huge = 10**400", "huge:.2f")
    assert fault.startswith("quizzes/small-steps.yml:5:10: does not fit the draw")
    assert "too large to convert to float" in fault


def test_fault_is_said_in_a_terminal_that_lacks_its_letters(book):
    quiz = book / "quizzes/small-steps.yml"
    quiz.write_text(quiz.read_text().replace("answer: 0.3", "answer: −0.3"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs_lesson", "check"]
    setting = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=book, env=setting, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "1 fault\n")
    assert "got '\\u22120.3'" in done.stdout
