"""A question comes in; the element `<lesson-quiz>` goes out, answerable without script."""

from __future__ import annotations

import random
from collections.abc import Iterator
from html import escape

from mkdocs_lesson.questions import Numeric, Option, Output, Question
from mkdocs_lesson.render.text import attributes, blocks, code, inline, plain

TYPING = 'autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false"'


def render_question(full_id: str, question: Question, link: str) -> str:
    """Return one question. `link` leads to the heading that teaches it."""
    options = list(shuffled(full_id, getattr(question, "options", ())))
    opening = attributes(
        class_="question",
        id=full_id,
        data_type=question.type,
        data_version=question.version,
        data_answer=_key(question, options),
        data_tolerance=question.tolerance if isinstance(question, Numeric) else None,
    )
    extra = code(question.code) if isinstance(question, Output) else ""
    return (
        f"<lesson-quiz{opening}><form><fieldset><legend>{inline(question.ask)}</legend>"
        f"{extra}{_answer_form(question, options)}</fieldset></form>"
        f"{''.join(_hints(question))}"
        '<details class="answer" data-search-exclude><summary>Check my answer</summary>'
        f"{_whys(question, options)}"
        f'<div class="key"><p><strong>Answer:</strong> {_right(question, options)}</p></div>'
        f'<div class="explain">{blocks(question.explain)}'
        f'<p class="teaches"><a href="{escape(link)}">Read it again</a></p></div>'
        "</details></lesson-quiz>"
    )


def shuffled(full_id: str, options: tuple[Option, ...]) -> Iterator[tuple[str, Option]]:
    """Yield (letter, option): numbers in order, the rest shuffled once by the id.

    The letter is the place in the file, so that a stored answer outlives a shuffle.
    """
    lettered = list(zip("abcdefgh", options, strict=False))
    values = [option.value for option in options]
    if values and all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in values):
        return iter(sorted(lettered, key=lambda pair: pair[1].value))
    random.Random(full_id).shuffle(lettered)
    return iter(lettered)


def _key(question: Question, options: list[tuple[str, Option]]) -> str:
    if options:
        return next(letter for letter, option in options if option.correct)
    return repr(question.answer) if isinstance(question, Numeric) else question.answer


def _right(question: Question, options: list[tuple[str, Option]]) -> str:
    if options:
        return next(inline(option.text) for _, option in options if option.correct)
    if isinstance(question, Numeric):
        number = (
            f"{question.answer:g}"
            if float(f"{question.answer:g}") == question.answer
            else repr(question.answer)
        )
        unit = f" {inline(question.unit)}" if question.unit else ""
        return number.replace("-", "−") + unit
    return f'</p><pre><samp tabindex="0">{escape(question.answer)}</samp></pre><p>'


def _answer_form(question: Question, options: list[tuple[str, Option]]) -> str:
    if options:
        return "".join(_choice(letter, inline(option.text)) for letter, option in options)
    if isinstance(question, Numeric):
        unit = f'<span class="unit">{inline(question.unit)}</span>' if question.unit else ""
        return f'<label class="field"><span>Your answer</span><input name="answer" inputmode="text" {TYPING}>{unit}</label>'
    rows = question.answer.count("\n") + 1
    return f'<label class="field"><span>What does it print?</span><textarea name="answer" rows="{rows}" {TYPING}></textarea></label>'


def _choice(letter: str, text: str) -> str:
    # a formula alone gives the button no name in every browser: say it as text
    name = attributes(aria_label=plain(text) if text.startswith("<math") else None)
    return f'<label class="option"><input type="radio" name="answer" value="{letter}"{name}><span>{text}</span></label>'


def _hints(question: Question) -> Iterator[str]:
    for number, hint in enumerate(question.hints, start=1):
        label = f"Hint {number}" if len(question.hints) > 1 else "Hint"
        yield f'<details class="hint"><summary>{label}</summary>{blocks(hint)}</details>'


def _whys(question: Question, options: list[tuple[str, Option]]) -> str:
    items = [f'<li data-for="{letter}">{inline(option.why)}</li>' for letter, option in options if option.why]
    items += [
        f'<li data-near="{near.near!r}">{inline(near.why)}</li>' for near in getattr(question, "feedback", ())
    ]
    return f'<ul class="whys">{"".join(items)}</ul>' if items else ""
