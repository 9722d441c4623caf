"""Proofs of questions whose answer is typed: the check sets what the reader should type."""

from __future__ import annotations

import math
from collections.abc import Iterator

from mkdocs_lesson.evaluate import Failed, Names, names_set, printed_by, value
from mkdocs_lesson.questions import Cloze, Near, Numeric, Output, Short
from mkdocs_lesson.short import tidy

NEARLY = 0.01
"""The page takes a number for a near miss within a hundredth of it."""


def number(question: Numeric, names: Names) -> Iterator[tuple[tuple, str]]:
    """`check` sets `answer`, and every near miss is wrong."""
    space = names_set(question.check, names)
    if isinstance(space, Failed) or "answer" not in space:
        yield ("check",), f"`check` must set `answer`: {_why(space)}"
        return
    computed = float(space["answer"])
    if not math.isclose(computed, question.answer, rel_tol=0, abs_tol=question.tolerance / 2):
        yield ("answer",), f"the file says {question.answer!r}, `check` computes {computed!r}"
    for index, near in enumerate(question.feedback):
        if abs(near.near - question.answer) <= question.tolerance:
            yield ("feedback", index), f"the near miss {near.near!r} would be accepted as right"
        yield from _mistake(near, index, names)


def _mistake(near: Near, index: int, names: Names) -> Iterator[tuple[tuple, str]]:
    """A near miss that is computed comes out as the file says."""
    got = near.near if near.expr is None else value(near.expr, names)
    if isinstance(got, Failed):
        yield ("feedback", index, "expr"), f"`expr` fails: {got.text}"
    elif not math.isclose(got, near.near, rel_tol=NEARLY, abs_tol=1e-9):
        yield ("feedback", index, "expr"), f"`near:` is {near.near!r}, `expr` computes {got!r}"


def output(question: Output, _names: Names) -> Iterator[tuple[tuple, str]]:
    """The program prints what the file says, and no wrong option."""
    printed = printed_by(question.code)
    if printed != question.answer.strip("\n"):
        yield ("answer",), f"the file says {question.answer!r}, the program prints {printed!r}"
    for index, option in enumerate(question.options):
        if (str(option.value) == printed) != option.correct:
            yield (
                ("options", index),
                f"the option {option.text!r} stands for {option.value!r}, the program prints {printed!r}",
            )


def short(question: Short, names: Names) -> Iterator[tuple[tuple, str]]:
    """`check` sets `answer`, which says the same as the key."""
    for steps, text in _written(question.answer, question.accept, ()):
        if tidy(text, question.form) is None:
            yield steps, f"{text!r} can't be read as `form: {question.form}`"
    accepted = {tidy(text, question.form) for text in (question.answer, *question.accept)}
    for index, near in enumerate(question.feedback):
        if tidy(near.near, question.form) in accepted:
            yield ("feedback", index), f"the near miss {near.near!r} would be accepted as right"
    space = names_set(question.check, names)
    yield from _typed(space, "answer", question.answer, question.form, ("answer",))


def cloze(question: Cloze, names: Names) -> Iterator[tuple[tuple, str]]:
    """`check` sets a name for each blank."""
    space = names_set(question.check, names)
    for name, blank in question.blanks.items():
        for steps, text in _written(blank.answer, blank.accept, ("blanks", name)):
            if tidy(text, question.form) is None:
                yield steps, f"{text!r} can't be read as `form: {question.form}`"
        yield from _typed(space, name, blank.answer, question.form, ("blanks", name, "answer"))


def _written(answer: str, accept: tuple[str, ...], steps: tuple) -> Iterator[tuple[tuple, str]]:
    yield (*steps, "answer"), answer
    for index, text in enumerate(accept):
        yield (*steps, "accept", index), text


def _typed(space, name: str, answer: str, form: str, steps: tuple) -> Iterator[tuple[tuple, str]]:
    if isinstance(space, Failed) or name not in space:
        yield ("check",), f"`check` must set `{name}`: {_why(space)}"
    elif tidy(_shown(space[name]), form) != tidy(answer, form):
        yield steps, f"the file says {answer!r}, `check` computes {_shown(space[name])!r}"


def _shown(computed: object) -> str:
    """As a reader would type it: a whole number in a float, or in NumPy, is a whole number."""
    computed = computed.item() if getattr(computed, "shape", None) == () else computed
    if isinstance(computed, float) and computed.is_integer():
        return str(int(computed))
    return str(tuple(computed)) if isinstance(computed, (tuple, list)) else str(computed)


def _why(space: object) -> str:
    return space.text if isinstance(space, Failed) else "it does not"
