"""What every type of answer is made into, and the pieces that several types share."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from mkdocs_lesson.render.text import attributes, inline

TYPING = 'autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false"'


@dataclass(frozen=True)
class Answering:
    """The form of a question, its key for the page and for the reader, and its reasons."""

    form: str
    key: str
    """What `data-answer` says: the string that the page makes of a right answer."""
    right: str
    """The right answer as blocks of HTML."""
    whys: Sequence[str] = ()
    how: str = ""
    """What to do, where the form alone doesn't say it."""
    data: dict[str, object] = field(default_factory=dict)


def why(text: str, misconception: str | None, which: str = "", **speaks_to: object) -> str:
    """One reason; `for_`, `near` or `missed` says which answer it speaks to."""
    data = {f"data_{name.strip('_')}": value for name, value in speaks_to.items()}
    opening = attributes(**data, data_misconception=misconception)
    begins = f'<span class="which">{which}</span> ' if which else ""
    return f"<li{opening}>{begins}{inline(text)}</li>"


def answer_is(html: str) -> str:
    """The key in one line."""
    return f"<p><strong>Answer:</strong> {html}</p>"


def answers_are(items: Iterator[str]) -> str:
    """The key as a list."""
    return f"<p><strong>Answer:</strong></p><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def text_field(label: str, unit: str = "") -> str:
    """A line to type an answer in."""
    return (
        f'<label class="field"><span>{label}</span>'
        f'<input name="answer" inputmode="text" {TYPING}>{unit}</label>'
    )


def select(letter: str, label: str, choices: list[tuple[str, str]], empty: str) -> str:
    """A list to choose a part of the answer from."""
    opening = attributes(name="answer", class_="select", data_part=letter, aria_label=label)
    options = "".join(f'<option value="{value}">{escape(text)}</option>' for value, text in choices)
    return f'<select{opening}><option value="">{empty}</option>{options}</select>'


def stirred(seed: str, things: list) -> list:
    """The things in another order than they came in, always the same for the same seed."""
    draw, stirred_things = random.Random(seed), list(things)
    for _ in range(20):
        draw.shuffle(stirred_things)
        if stirred_things != things:
            break
    return stirred_things


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
