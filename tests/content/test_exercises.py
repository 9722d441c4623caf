"""Every exercise: its stub fails with a message, its solution passes, each mistake is known.

The verdicts come from the code that judges in the page (`lib/python-exam.py`). An exercise
that imports torch is judged twice: on PyTorch and on plainnet.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.exercise import Exercise

ROOT = Path(__file__).parents[2]
BOOK = open_book(ROOT)
PROOF = Path(__file__).with_name("exercise_proof.py")


def ran(*arguments: str | Path) -> str:
    """What a run of Python prints; an error fails the test."""
    command = [sys.executable, "-X", "utf8", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    assert not done.returncode, done.stderr
    return done.stdout


def engines(exercise: Exercise) -> list[list[str]]:
    """The ways to run it: as it is, and a torch exercise on plainnet too."""
    uses_torch = re.search(r"^\s*(import|from) torch\b", exercise.program.source, re.MULTILINE)
    return [[], ["-m", "plainnet.as_torch"]] if uses_torch else [[]]


def prove(exercise: Exercise, verdicts: dict[str, dict]) -> None:
    """Assert that the verdicts are what an exercise promises."""
    place = exercise.path.name
    stub = verdicts.pop("stub")
    assert stub["message"], f"{place}: the stub must fail a check with a message that says what came"
    solution = verdicts.pop("solution")
    assert solution["passed"] == solution["total"] > 0, f"{place}: the solution fails: {solution}"
    assert not solution["message"], f"{place}: the solution fails: {solution['message']}"
    assert verdicts, f"{place}: give it at least one known mistake"
    for name, verdict in verdicts.items():
        assert verdict["message"], f"{place}: the mistake `{name}` passes; add a check that it fails"
        assert verdict["mistake"] == name, (
            f"{place}: `{name}` is taken for `{verdict['mistake']}`; let a check tell them apart"
        )
    assert not stub["mistake"], f"{place}: the stub is taken for the mistake `{stub['mistake']}`"


@pytest.mark.parametrize("exercise", BOOK.exercises.values(), ids=BOOK.exercises.keys())
def test_stub_fails_solution_passes_and_each_mistake_has_its_diagnosis(exercise):
    assert not list(exercise.faults())
    for engine in engines(exercise):
        prove(exercise, json.loads(ran(*engine, PROOF, exercise.path)))


@pytest.mark.parametrize("exercise", BOOK.exercises.values(), ids=BOOK.exercises.keys())
def test_exercise_runs_as_it_stands(exercise):
    for engine in engines(exercise):
        ran(*engine, exercise.path)


@pytest.mark.parametrize("exercise", BOOK.exercises.values(), ids=BOOK.exercises.keys())
def test_exercise_is_shown_on_its_page(exercise):
    slug, idea = exercise.path.parent.name, exercise.path.stem.removeprefix("exercise-")
    shown = re.search(rf"^\s*```exercise\n\s*{idea}\s*$", BOOK.pages[slug].body, re.MULTILINE)
    assert shown, (
        f"{exercise.path.relative_to(ROOT)}:1: docs/…/{slug}.md does not show it; show it or remove it"
    )


PLAIN = {
    "stub": {"passed": 0, "total": 2, "message": "is 0", "mistake": ""},
    "solution": {"passed": 2, "total": 2, "message": "", "mistake": ""},
    "halved": {"passed": 1, "total": 2, "message": "is 2", "mistake": "halved"},
}
ROT = {
    "a stub that passes": ("stub", {"message": ""}),
    "a solution that fails": ("solution", {"passed": 1, "message": "is 3"}),
    "a solution that nothing checks": ("solution", {"passed": 0, "total": 0}),
    "a mistake that passes": ("halved", {"message": "", "mistake": ""}),
    "a mistake taken for another": ("halved", {"mistake": "doubled"}),
    "a stub taken for a mistake": ("stub", {"mistake": "halved"}),
}


@pytest.mark.parametrize(("part", "change"), ROT.values(), ids=ROT.keys())
def test_rot_is_found(part, change):
    exercise = next(iter(BOOK.exercises.values()))
    prove(exercise, {name: dict(verdict) for name, verdict in PLAIN.items()})
    with pytest.raises(AssertionError):
        prove(exercise, PLAIN | {part: PLAIN[part] | change})


def test_exercise_without_a_known_mistake_is_refused():
    exercise = next(iter(BOOK.exercises.values()))
    with pytest.raises(AssertionError, match="at least one known mistake"):
        prove(exercise, {name: dict(PLAIN[name]) for name in ("stub", "solution")})
