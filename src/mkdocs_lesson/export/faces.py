"""A question comes in; what is asked and what is right go out, as parts of two sides."""

from __future__ import annotations

from mkdocs_lesson.export.sides import Code, Items, Part, Text
from mkdocs_lesson.questions import Card, Question
from mkdocs_lesson.render.question import shuffled


def front(full_id: str, question: Question) -> list[Part]:
    """What is asked, and what can be chosen."""
    parts: list[Part] = [Text(question.ask)]
    if question.type == "output":
        parts.append(Code(question.code))
    if options := getattr(question, "options", ()):
        parts.append(Items(tuple(option.text for _, option in shuffled(full_id, options))))
    return parts


def back(question: Question) -> list[Part]:
    """What is right, why, and why the rest is not."""
    return [*key(question), Text(question.explain), *_whys(question)]


def key(question: Question) -> list[Part]:
    """What is right."""
    if options := getattr(question, "options", ()):
        return [Text(option.text) for option in options if option.correct]
    if question.type == "numeric":
        return [Text(" ".join(filter(None, (number(question.answer), question.unit))))]
    return [Code(question.answer)]


def number(value: float) -> str:
    """A number as a person would write it, and as every program reads it."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _whys(question: Question) -> list[Part]:
    pairs = [(option.text, option.why) for option in getattr(question, "options", ()) if option.why]
    pairs += [(number(near.near), near.why) for near in getattr(question, "feedback", ())]
    return [Items(tuple(f"{text}: {why}" for text, why in pairs))] if pairs else []


def sides(full_id: str, entry: Question | Card) -> tuple[list[Part], list[Part]]:
    """The front and the back of a question or a card."""
    if isinstance(entry, Card):
        return [Text(entry.front)], [Text(entry.back)]
    return front(full_id, entry), back(entry)
