"""A question comes in; what its own code says against its key goes out.

Only pytest calls this. The names that checks may use are given by the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mkdocs_lesson.evaluate import Names, computes, same_code
from mkdocs_lesson.families import FamilyFailed, instances
from mkdocs_lesson.flips import flips
from mkdocs_lesson.proofs import choices, parts, typed
from mkdocs_lesson.questions import (
    Cloze,
    Formula,
    Match,
    Multiple,
    Numeric,
    Order,
    Output,
    Question,
    Short,
    Single,
    TrueFalse,
)

DRAWS = 50
"""How many draws of a family are proved."""

Complaint = tuple[tuple, str]

PROOFS: dict[type, Callable[[Question, Names], Iterator[Complaint]]] = {
    Single: choices.options,
    Multiple: choices.options,
    TrueFalse: choices.statement,
    Formula: choices.formula,
    Numeric: typed.number,
    Output: typed.output,
    Short: typed.short,
    Cloze: typed.cloze,
    Order: parts.order,
    Match: parts.match,
}


def complaints(question: Question, names: Names) -> list[Complaint]:
    """Return (where in the question, what is wrong) for each disagreement."""
    if question.unchecked:
        return []
    try:
        drawn = instances(question, DRAWS)
    except FamilyFailed as error:
        return [error.args]
    wrong = [*_restates(question)]
    for values, instance in drawn:
        for steps, message in refutations(instance, names | values):
            shown = ", ".join(f"{name}={value!r}" for name, value in values.items())
            wrong.append((steps, f"{message} (the draw {shown})" if values else message))
        if wrong:
            return wrong  # one draw says enough
    return [*_accepts_a_flip(*drawn[0], names)]


def refutations(question: Question, names: Names) -> list[Complaint]:
    """What the check of one instance says against its key, and nothing more."""
    return list(PROOFS[type(question)](question, names))


def _accepts_a_flip(values: Names, question: Question, names: Names) -> Iterator[Complaint]:
    """A check that proves a wrong key as well proves nothing."""
    for what, flip in flips(question):
        if not refutations(flip, names | values):
            yield ("check",), f"`check` would also accept a wrong key ({what}); let it compute more"
            return


def _restates(question: Question) -> Iterator[Complaint]:
    """Refuse a check that computes nothing: it would only say the key again."""
    if not question.check:
        return
    if not computes(question.check):
        yield ("check",), "`check` only restates a literal; let it compute the answer"
    if isinstance(question, Formula):
        right = next(option.expr for option in question.options if option.correct)
        if same_code(question.check, right):
            message = (
                "`check` only repeats the right `expr`; reach it in another way, a difference quotient say"
            )
            yield ("check",), message
