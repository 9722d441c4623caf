"""A pack comes in, GIFT goes out: the text format of Moodle's question banks.

GIFT has no ordering and no text with several gaps; such questions are named in a comment.
"""

from __future__ import annotations

import re

from mkdocs_lesson.export.faces import number
from mkdocs_lesson.export.pack import Pack
from mkdocs_lesson.export.sides import Code, html, line
from mkdocs_lesson.questions import Near, Numeric, Option, Question


def gift(pack: Pack) -> str:
    """The questions of a pack in a category of its own."""
    parts = [f"$CATEGORY: $course$/{_name(pack.book)}/{_name(pack.title)}"]
    for name, question in pack.quiz.questions.items():
        answers = _answers(question)
        if answers is None:
            parts.append(f"// {pack.quiz.slug}/{name}: GIFT has no questions of the type {question.type}")
            continue
        general = escaped(html(question.explain))
        parts.append(
            f"::{pack.quiz.slug}/{name}::[html]{escaped(_stem(question))} {{\n{answers}\n####{general}\n}}"
        )
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Text in which GIFT's own signs are text; line breaks become `\\n`."""
    return re.sub(r"([\\~=#{}:])", r"\\\1", text.replace("\r", "")).replace("\n", r"\n")


def _name(title: str) -> str:
    """A category's name: slashes divide categories, and a line ends one."""
    return " ".join(title.replace("/", "-").split())


def _stem(question: Question) -> str:
    shown = html(question.ask)
    if question.type == "output":
        shown += Code(question.code).html()
    if unit := getattr(question, "unit", None):
        shown += f"<p>({line(unit)})</p>"
    return shown


def _answers(question: Question) -> str | None:
    """What stands between the braces; None where GIFT has nothing that fits."""
    if options := getattr(question, "options", ()):
        return "\n".join(_option(option) for option in options)
    if isinstance(question, Numeric):
        return "\n".join(["#", f"={_range(question.answer, question)}", *_nears(question)])
    if question.type == "output" and "\n" not in question.answer:
        return f"={_exact(question.answer)}"
    return None


def _option(option: Option) -> str:
    why = f"#{escaped(line(option.why))}" if option.why else ""
    return f"{'=' if option.correct else '~'}{escaped(line(option.text))}{why}"


def _range(value: float, question: Numeric) -> str:
    return f"{number(value)}:{number(question.tolerance)}"


def _nears(question: Numeric) -> list[str]:
    return [_near(near, question) for near in question.feedback]


def _near(near: Near, question: Numeric) -> str:
    return f"=%0%{_range(near.near, question)}#{escaped(line(near.why))}"


def _exact(text: str) -> str:
    """A typed answer; a star would stand for anything."""
    return escaped(text.replace("*", r"\*"))
