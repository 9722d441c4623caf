"""Proofs of questions whose answer has parts: every way of putting them together is tried."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from itertools import permutations

from mkdocs_lesson.evaluate import Failed, Names, truth
from mkdocs_lesson.questions import Match, Order


def order(question: Order, names: Names) -> Iterator[tuple[tuple, str]]:
    """The orders that pass `check` are those that the file accepts."""
    lines, accepted = question.lines, set(question.accepted)
    for index, wanted in enumerate(question.accepted):
        if said := _refused(question.check, [lines[n] for n in wanted], names):
            at = ("also_ok", index - 1) if index else ("lines",)
            yield at, f"the order {list(wanted)} is accepted, but fails `check`: {said}"
    for tried in permutations(range(len(lines))):
        if tried not in accepted and not _refused(question.check, [lines[n] for n in tried], names):
            yield ("lines",), f"the order {list(tried)} passes `check`, but is not in `also_ok:`"
            return  # there may be thousands
    for index, decoy in enumerate(question.decoys):
        for place in range(len(lines)):
            tried = [*lines[:place], decoy.text, *lines[place + 1 :]]
            if not _refused(question.check, tried, names):
                yield ("decoys", index), f"in the place of {lines[place]!r}, this line passes `check` as well"


def _refused(check: str, lines: list[str], names: Names) -> str:
    """Why the lines fail; empty when they pass. Whatever they raise is a failure."""
    with contextlib.redirect_stdout(io.StringIO()):
        verdict = truth(check, names | {"lines": lines})
    if isinstance(verdict, Failed):
        return verdict.text
    return "" if verdict else "it is not true"


def match(question: Match, names: Names) -> Iterator[tuple[tuple, str]]:
    """`check` is true for each pair, and false for each left side with another's right side."""
    for n, one in enumerate(question.pairs):
        for m, other in enumerate(question.pairs):
            verdict = truth(question.check, names | {"left": bare(one.left), "right": bare(other.right)})
            if isinstance(verdict, Failed):
                message = f"`check` fails for {one.left!r} and {other.right!r}: {verdict.text}"
                yield ("check",), message
                return
            if verdict != (n == m):
                belong = "belong" if n == m else "don't belong"
                message = f"{one.left!r} and {other.right!r} {belong} together, but `check` says {verdict}"
                yield ("pairs", n), message


def bare(text: str) -> str:
    """A side without the marks of code or maths around it, for `eval` or a comparison."""
    for mark in ("`", "$"):
        if len(text) > 2 and text[0] == text[-1] == mark and mark not in text[1:-1]:
            return text[1:-1]
    return text
