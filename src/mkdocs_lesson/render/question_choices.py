"""Questions whose answer is chosen, as radio buttons or boxes to tick."""

from __future__ import annotations

import random
from collections.abc import Iterator

from mkdocs_lesson.fields import LETTERS
from mkdocs_lesson.questions import Multiple, Option, TrueFalse
from mkdocs_lesson.render.answering import Answering, answer_is, answers_are, why
from mkdocs_lesson.render.text import attributes, inline, plain


def render_options(full_id: str, question) -> Answering:
    """One option is right; or, of a `multiple`, several."""
    options = list(shuffled(full_id, question.options))
    several = isinstance(question, Multiple)
    kind = "checkbox" if several else "radio"
    right = [(letter, inline(option.text)) for letter, option in options if option.correct]
    return Answering(
        form="".join(_choice(kind, letter, inline(option.text)) for letter, option in options),
        key=" ".join(sorted(letter for letter, _ in right)),
        right=answers_are(text for _, text in right) if len(right) > 1 else answer_is(right[0][1]),
        whys=[_why(letter, option, several=several) for letter, option in options if option.why],
        how="Choose every right one." if several else "",
    )


def _why(letter: str, option: Option, *, several: bool) -> str:
    which = inline(option.text) if several else ""
    speaks_to = {"missed": letter} if option.correct else {"for_": letter}
    return why(option.why, option.misconception, which, **speaks_to)


def render_statement(_full_id: str, question: TrueFalse) -> Answering:
    """True is always a, and false is b."""
    right, wrong = ("a", "b") if question.answer else ("b", "a")
    return Answering(
        form=_choice("radio", "a", "True") + _choice("radio", "b", "False"),
        key=right,
        right=answer_is("True" if question.answer else "False"),
        whys=[why(question.why, question.misconception, for_=wrong)],
    )


def shuffled(full_id: str, options: tuple[Option, ...]) -> Iterator[tuple[str, Option]]:
    """Yield (letter, option): numbers in order, the rest shuffled once by the id.

    The letter is the place in the file, so that a stored answer outlives a shuffle.
    """
    lettered = list(zip(LETTERS, options, strict=False))
    values = [option.value for option in options]
    if values and all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in values):
        return iter(sorted(lettered, key=lambda pair: pair[1].value))
    random.Random(full_id).shuffle(lettered)
    return iter(lettered)


def _choice(kind: str, letter: str, text: str) -> str:
    # a formula alone gives the button no name in every browser: say it as text
    name = attributes(aria_label=plain(text) if text.startswith("<math") else None)
    return f'<label class="option"><input type="{kind}" name="answer" value="{letter}"{name}><span>{text}</span></label>'
