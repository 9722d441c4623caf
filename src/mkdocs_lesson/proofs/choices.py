"""Proofs of questions whose answer is chosen."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator

from mkdocs_lesson.evaluate import Failed, Names, truth, value
from mkdocs_lesson.questions import Formula, Multiple, Option, Single, TrueFalse

POINTS = 40
AGREES, DIFFERS = 1e-5, 1e-3
"""A difference quotient agrees to five digits; a wrong formula differs before the third."""


def options(question: Single | Multiple, names: Names) -> Iterator[tuple[tuple, str]]:
    """`check` is true for the right options and false for the wrong ones."""
    for index, option in enumerate(question.options):
        seen = names | {"value": option.value, "expr": option.expr, "text": option.text}
        verdict = truth(question.check, seen)
        if isinstance(verdict, Failed):
            yield ("check",), f"`check` fails for the option {option.text!r}: {verdict.text}"
        elif verdict != option.correct:
            marked = "right" if option.correct else "wrong"
            yield (
                ("options", index),
                f"the option {option.text!r} is marked {marked}, but `check` says {verdict}",
            )
        yield from _computed(option, index, names)
    yield from _twins(question.options)


def _computed(option: Option, index: int, names: Names) -> Iterator[tuple[tuple, str]]:
    """An option with a number and the expression that leads to it."""
    if option.expr is None or not isinstance(option.value, (int, float)):
        return
    got = value(option.expr, names)
    if isinstance(got, Failed):
        yield ("options", index, "expr"), f"`expr` fails: {got.text}"
    elif not math.isclose(got, option.value, rel_tol=1e-3, abs_tol=1e-9):
        yield ("options", index, "expr"), f"`value:` is {option.value!r}, `expr` computes {got!r}"


def _twins(options: tuple[Option, ...]) -> Iterator[tuple[tuple, str]]:
    """Drawn options may turn out the same."""
    seen: set[str] = set()
    for index, option in enumerate(options):
        if option.text in seen:
            yield ("options", index), f"two options say {option.text!r}; let `make` assert that they differ"
        seen.add(option.text)


def statement(question: TrueFalse, names: Names) -> Iterator[tuple[tuple, str]]:
    """`check` is as true as the statement."""
    verdict = truth(question.check, names)
    if isinstance(verdict, Failed):
        yield ("check",), f"`check` fails: {verdict.text}"
    elif verdict != question.answer:
        yield ("answer",), f"the file says {question.answer}, `check` says {verdict}"


def formula(question: Formula, names: Names) -> Iterator[tuple[tuple, str]]:
    """The right formula equals the reference at random points; a wrong one doesn't somewhere."""
    points = list(_points(question))
    references = [value(question.check, names | point) for point in points]
    if failed := next((r for r in references if isinstance(r, Failed)), None):
        yield ("check",), f"`check` fails: {failed.text}"
        return
    for index, option in enumerate(question.options):
        values = [value(option.expr, names | point) for point in points]
        if option.correct:
            yield from _disagreement(index, option, points, values, references)
        elif all(_far(v, r) <= DIFFERS for v, r in zip(values, references, strict=True)):
            yield (
                ("options", index),
                f"the option {option.text!r} is marked wrong, but equals `check` everywhere",
            )


def _points(question: Formula) -> Iterator[Names]:
    draw = random.Random(question.id)
    for _ in range(POINTS):
        yield {name: draw.uniform(low, high) for name, (low, high) in question.variables.items()}


def _disagreement(index: int, option: Option, points, values, references) -> Iterator[tuple[tuple, str]]:
    for point, got, reference in zip(points, values, references, strict=True):
        if _far(got, reference) > AGREES:
            at = ", ".join(f"{name} = {number:.4g}" for name, number in point.items())
            said = got.text if isinstance(got, Failed) else f"{got:.6g}"
            yield ("options", index), f"at {at} the right option gives {said}, `check` gives {reference:.6g}"
            return


def _far(got: object, reference: float) -> float:
    """How far apart, relative to the reference where that is above 1."""
    try:
        apart = abs(float(got) - float(reference)) / max(1.0, abs(float(reference)))
    except (TypeError, ValueError, OverflowError):
        return math.inf
    return math.inf if math.isnan(apart) else apart
