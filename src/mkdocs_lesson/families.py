"""A question with a `family` comes in; its instances, with drawn numbers, go out.

All generators run in one child process, with a time limit, and each only once for as long
as its text stays the same.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from mkdocs_lesson.questions import Family, Question

SECONDS = 10

Names = dict[str, object]
_known: dict[tuple[str, int, int], list[Names] | str] = {}


class FamilyFailed(Exception):
    """A family that draws nothing usable. The first argument says where in the question."""


def instances(question: Question, count: int | None = None) -> list[tuple[Names, Question]]:
    """The drawn names and the question for each draw; an ordinary question is its only one.

    Raises:
        FamilyFailed: `make` failed, is endless, draws too few, or its values don't fit.
    """
    if question.family is None:
        return [({}, question)]
    drawn = draw(question.family, count)
    if len(drawn) < question.family.draws:
        found, wanted = len(drawn), question.family.draws
        raise FamilyFailed(
            ("family", "make"), f"`make` gives {found} different draws, and {wanted} are wanted"
        )
    return [(names, _instance(question, names)) for names in drawn]


def draw(family: Family, count: int | None = None) -> list[Names]:
    """The names that each draw sets; the first `draws` of them are those on the page."""
    key = (family.make, family.seed, count or family.draws)
    if key not in _known:
        _run([key])
    drawn = _known[key]
    if isinstance(drawn, str):
        raise FamilyFailed(("family", "make"), f"`make` fails: {drawn}")
    return drawn


def draw_all(questions: Iterable[Question]) -> None:
    """Run the generators of many questions at once, so that each later call is ready."""
    families = (question.family for question in questions if question.family)
    keys = {(family.make, family.seed, family.draws): None for family in families}
    if new := [key for key in keys if key not in _known]:
        _run(new)


def _run(keys: list[tuple[str, int, int]]) -> None:
    lines = [json.dumps({"make": make, "seed": seed, "count": count}) for make, seed, count in keys]
    said = _generate("\n".join(lines)).splitlines()
    for key, line in zip(keys, said, strict=False):
        answer = json.loads(line)
        _known[key] = answer.get("error") or answer["draws"]
    if len(said) < len(keys):
        _known[keys[len(said)]] = f"it ran longer than {SECONDS} s, or ended the process"
        if rest := keys[len(said) + 1 :]:
            _run(rest)


def _generate(lines: str) -> str:
    """What the child says; what it said so far, when it had to be stopped."""
    command = [sys.executable, "-X", "utf8", str(Path(__file__).with_name("generator.py"))]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as child:
        try:
            return child.communicate(lines, timeout=SECONDS)[0]
        except subprocess.TimeoutExpired:
            child.kill()
            return child.communicate()[0]


def _instance(question: Question, names: Names) -> Question:
    try:
        return type(question).model_validate(question.model_dump(exclude={"family"}), context=names)
    except (ValidationError, LookupError, TypeError) as error:
        steps, message = ("family", "make"), str(error)
        with contextlib.suppress(AttributeError):
            first = error.errors()[0]
            steps, message = tuple(s for s in first["loc"] if s not in ("float", "str")), first["msg"]
        shown = ", ".join(f"{name}={value!r:.60}" for name, value in names.items())
        raise FamilyFailed(steps, f"does not fit the draw {shown}: {message}") from None
