"""Questions whose answer is typed: a number, an output, a short text, or the blanks of a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from mkdocs_lesson.fields import LETTERS
from mkdocs_lesson.questions import Cloze, Numeric, Output, Short
from mkdocs_lesson.render.answering import TYPING, Answering, answer_is, as_json, text_field, why
from mkdocs_lesson.render.text import attributes, blocks, inline


def render_number(_full_id: str, question: Numeric) -> Answering:
    unit = inline(question.unit) if question.unit else ""
    return Answering(
        form=text_field("Your answer", f'<span class="unit">{unit}</span>' if unit else ""),
        key=repr(question.answer),
        right=answer_is(f"{number(question.answer)} {unit}".strip()),
        whys=[why(near.why, near.misconception, near=repr(near.near)) for near in question.feedback],
        data={"data_tolerance": question.tolerance},
    )


def number(answer: float) -> str:
    """A number as readers write it: short, with a minus sign."""
    short = f"{answer:g}"
    return (short if float(short) == answer else repr(answer).removesuffix(".0")).replace("-", "−")


def render_output(_full_id: str, question: Output) -> Answering:
    rows = question.answer.count("\n") + 1
    return Answering(
        form=f'<label class="field"><span>What does it print?</span><textarea name="answer" rows="{rows}" {TYPING}></textarea></label>',
        key=question.answer,
        right=f'<p><strong>Answer:</strong></p><pre><samp tabindex="0">{escape(question.answer)}</samp></pre>',
    )


def render_short(_full_id: str, question: Short) -> Answering:
    forms = [question.answer, *question.accept]
    return Answering(
        form=text_field("Your answer"),
        key=as_json(forms),
        right=answer_is(" or ".join(_as_written(text, question.form) for text in forms)),
        whys=[why(near.why, near.misconception, near=near.near) for near in question.feedback],
        data={"data_form": question.form},
    )


def _as_written(text: str, form: str) -> str:
    return inline(text) if form == "text" else f"<code>{escape(text)}</code>"


def render_cloze(_full_id: str, question: Cloze) -> Answering:
    """The sentence with a field in each blank; the blanks count in the order of the sentence."""
    names = blank_names(question)
    width = max(len(blank.answer) for blank in question.blanks.values()) + 2
    blanks = [question.blanks[name] for name in names]

    def empty(n: int) -> str:
        opening = attributes(
            name="answer", class_="blank", data_part=LETTERS[n], size=width, aria_label=_blank(n, names)
        )
        return f"<input{opening} {TYPING}>"

    def filled(n: int) -> str:
        return f'<strong class="filled">{escape(blanks[n].answer)}</strong>'

    return Answering(
        form=f'<div class="sentence">{with_blanks(question.text, names, empty)}</div>',
        key=as_json([[blank.answer, *blank.accept] for blank in blanks]),
        right=f"<p><strong>Answer:</strong></p>{with_blanks(question.text, names, filled)}",
        whys=[
            why(blank.why, blank.misconception, _blank(n, names) if len(names) > 1 else "", for_=LETTERS[n])
            for n, blank in enumerate(blanks)
        ],
        data={"data_form": question.form},
    )


def blank_names(question: Cloze) -> list[str]:
    """The names of the blanks in the order of the sentence."""
    return sorted(question.blanks, key=lambda name: question.text.index(f"[[{name}]]"))


def _blank(n: int, names: list[str]) -> str:
    return f"Blank {n + 1}" if len(names) > 1 else "Blank"


def with_blanks(text: str, names: list[str], put: Callable[[int], str]) -> str:
    """The text as HTML, with something put in each blank.

    A word that Markdown and Pygments leave alone stands in the blank meanwhile.
    """
    for n, name in enumerate(names):
        text = text.replace(f"[[{name}]]", f"zqblank{n}qz")
    return re.sub(r"zqblank(\d)qz", lambda found: put(int(found[1])), blocks(text))
