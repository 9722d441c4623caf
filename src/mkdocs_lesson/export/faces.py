"""A question comes in; what is asked and what is right go out, as parts of two sides."""

from __future__ import annotations

import random
import re

from mkdocs_lesson.export.sides import Code, Items, Part, Text
from mkdocs_lesson.questions import Card, Question
from mkdocs_lesson.render.question_choices import shuffled

BLANK = re.compile(r"\[\[(\w+)\]\]")
VERBATIM = re.compile(r"(^(?:```|~~~).*?^(?:```|~~~)|`[^`\n]+`|\$[^$]+\$)", re.DOTALL | re.MULTILINE)
GAP = "\\_\\_\\_"


def sides(full_id: str, entry: Question | Card) -> tuple[list[Part], list[Part]]:
    """The front and the back of a question or a card."""
    if isinstance(entry, Card):
        return [Text(entry.front)], [Text(entry.back)]
    return [Text(entry.ask), *asked(full_id, entry)], [*key(entry), Text(entry.explain), *whys(entry)]


def asked(full_id: str, question: Question) -> list[Part]:
    """What stands below the sentence that asks: a program, a text with gaps, what to choose from."""
    match question.type:
        case "order":
            lines = [*question.lines, *(decoy.text for decoy in question.decoys)]
            return [Code("\n".join(mixed(full_id, lines)))]
        case "match":
            lefts = tuple(pair.left for pair in question.pairs)
            return [Items(lefts), Items(tuple(mixed(full_id, [pair.right for pair in question.pairs])))]
        case "cloze":
            return [Text(filled(question.text, dict.fromkeys(question.blanks, "")))]
        case "truefalse":
            return [Text("True or false?")]
    parts: list[Part] = [Code(question.code)] if question.type == "output" else []
    if options := getattr(question, "options", ()):
        parts.append(Items(tuple(option.text for _, option in shuffled(full_id, options))))
    return parts


def key(question: Question) -> list[Part]:
    """What is right."""
    if options := getattr(question, "options", ()):
        right = tuple(option.text for option in options if option.correct)
        return [Text(right[0]) if len(right) == 1 else Items(right)]
    match question.type:
        case "numeric":
            return [Text(" ".join(filter(None, (number(question.answer), question.unit))))]
        case "truefalse":
            return [Text("True." if question.answer else "False.")]
        case "order":
            return [Code("\n".join(question.lines))]
        case "match":
            return [Items(tuple(f"{pair.left} → {pair.right}" for pair in question.pairs))]
        case "cloze":
            return [Text(filled(question.text, {n: blank.answer for n, blank in question.blanks.items()}))]
    return [Code(question.answer)]


def number(value: float) -> str:
    """A number as a person would write it, and as every program reads it."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def mixed(full_id: str, texts: list[str]) -> list[str]:
    """The texts in an order that an id always gives, and that is not the one they came in."""
    shuffled = sorted(texts)
    draw = random.Random(full_id)
    for _ in range(20):
        draw.shuffle(shuffled)
        if shuffled != texts:
            break
    return shuffled


def filled(text: str, answers: dict[str, str]) -> str:
    """A text with its blanks filled; an empty answer leaves a gap. Code has gaps of its own."""
    pieces = VERBATIM.split(text)
    for index, piece in enumerate(pieces):
        gap, mark = ("___", "") if index % 2 else (GAP, "**")
        pieces[index] = BLANK.sub(
            lambda found, gap=gap, mark=mark: (
                f"{mark}{answers[found[1]]}{mark}" if answers.get(found[1]) else gap
            ),
            piece,
        )
    return "".join(pieces)


def whys(question: Question) -> list[Part]:
    """Why what is wrong tempts, and why it fails."""
    items = [f"{text}: {why}" for text, why in _reasons(question) if why]
    if alone := getattr(question, "why", None):
        items.append(alone)
    return [Items(tuple(items))] if items else []


def _reasons(question: Question) -> list[tuple[str, str | None]]:
    """(what a reader may answer, what is to be said of it)."""
    return [
        *((option.text, option.why) for option in getattr(question, "options", ())),
        *((_shown(near.near), near.why) for near in getattr(question, "feedback", ())),
        *((f"`{decoy.text}`", decoy.why) for decoy in getattr(question, "decoys", ())),
        *((pair.left, pair.why) for pair in getattr(question, "pairs", ())),
        *((blank.answer, blank.why) for blank in getattr(question, "blanks", {}).values()),
    ]


def _shown(value: float | str) -> str:
    return value if isinstance(value, str) else number(value)
