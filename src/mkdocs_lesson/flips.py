"""A question comes in; the same question with each wrong key that is possible goes out.

What proves the right key must refute every one of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mkdocs_lesson.questions import Cloze, Match, Numeric, Order, Output, Question, Short, TrueFalse

Flip = tuple[str, Question]


def flips(question: Question) -> Iterator[Flip]:
    """Yield (what was flipped, the question with that wrong key)."""
    turn: dict[type, Callable[[Question], Iterator[Flip]]] = {
        TrueFalse: _statement,
        Numeric: _number,
        Output: _output,
        Order: _order,
        Match: _pairs,
        Cloze: _blanks,
        Short: _short,
    }
    yield from turn.get(type(question), _options)(question)


def _options(question) -> Iterator[Flip]:
    """Another option is right; of several, each alone turns to its contrary."""
    several = question.type == "multiple"
    for turned, option in enumerate(question.options):
        if several or not option.correct:
            options = tuple(
                o.model_copy(update={"correct": (o.correct != (n == turned)) if several else n == turned})
                for n, o in enumerate(question.options)
            )
            yield f"the option {option.text!r}", question.model_copy(update={"options": options})


def _statement(question: TrueFalse) -> Iterator[Flip]:
    yield "the contrary", question.model_copy(update={"answer": not question.answer})


def _number(question: Numeric) -> Iterator[Flip]:
    for by in (10 * question.tolerance + 0.1, -10 * question.tolerance - 0.1):
        answer = question.answer + by
        yield f"the number {answer:g}", question.model_copy(update={"answer": answer, "feedback": ()})


def _output(question: Output) -> Iterator[Flip]:
    other = {"answer": question.answer + "0", "options": ()}
    yield "another output", question.model_copy(update=other)
    if question.options:
        yield from _options(question)


def _order(question: Order) -> Iterator[Flip]:
    """Each two neighbours change places, unless that is right as well."""
    for n in range(len(question.lines) - 1):
        order = [*range(n), n + 1, n, *range(n + 2, len(question.lines))]
        if tuple(order) not in question.accepted:
            lines = tuple(question.lines[m] for m in order)
            yield f"the order {order}", question.model_copy(update={"lines": lines, "also_ok": ()})


def _pairs(question: Match) -> Iterator[Flip]:
    """Each two neighbours change their right sides."""
    for n in range(len(question.pairs) - 1):
        pairs = list(question.pairs)
        one, other = pairs[n : n + 2]
        pairs[n] = one.model_copy(update={"right": other.right})
        pairs[n + 1] = other.model_copy(update={"right": one.right})
        yield f"{one.left!r} with {other.right!r}", question.model_copy(update={"pairs": tuple(pairs)})


def _blanks(question: Cloze) -> Iterator[Flip]:
    for name, blank in question.blanks.items():
        wrong = blank.model_copy(update={"answer": _other(blank.answer, question.form), "accept": ()})
        flipped = question.model_copy(update={"blanks": question.blanks | {name: wrong}})
        yield f"the blank `{name}` as {wrong.answer!r}", flipped


def _short(question: Short) -> Iterator[Flip]:
    wrong = _other(question.answer, question.form)
    yield f"the answer {wrong!r}", question.model_copy(update={"answer": wrong, "accept": (), "feedback": ()})


def _other(text: str, form: str) -> str:
    """A different answer of the same form."""
    if form == "shape":
        return f"({', '.join(['7', *(n for n in text.strip('()[] ').split(',') if n.strip())])})"
    return f"{text}7" if form == "int" else f"{text} not"
