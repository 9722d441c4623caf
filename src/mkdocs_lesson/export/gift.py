"""A pack comes in, GIFT goes out: the text format of Moodle's question banks.

GIFT has no ordering and no text with several gaps; such questions are named in a comment.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_lesson.export.faces import number
from mkdocs_lesson.export.pack import Pack
from mkdocs_lesson.export.sides import Code, html, line, plain
from mkdocs_lesson.questions import Match, Multiple, Numeric, Option, Output, Question, Short, TrueFalse


def gift(pack: Pack) -> str:
    """The questions of a pack in a category of its own."""
    parts = [f"$CATEGORY: $course$/{_name(pack.book)}/{_name(pack.title)}"]
    for full_id, question in pack.questions():
        answers = _answers(question)
        if answers is None:
            parts.append(f"// {full_id}: GIFT has no questions of the type {question.type}")
            continue
        general = escaped(html(question.explain))
        parts.append(f"::{full_id}::[html]{escaped(_stem(question))} {{\n{answers}\n####{general}\n}}")
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
        right = sum(option.correct for option in options)
        several = isinstance(question, Multiple)
        return "\n".join(_option(o, right, len(options) - right, several) for o in options)
    write = _WRITERS.get(type(question))
    return write(question) if write else None


def _option(option: Option, right: int, wrong: int, several: bool) -> str:
    sign = "=" if option.correct else "~"
    if several:  # each right one earns its share, all wrong ones together cost all
        sign = f"~%{_share(right)}%" if option.correct else f"~%-{_share(wrong)}%"
    return sign + escaped(line(option.text)) + _why(option.why)


def _share(parts: int) -> str:
    """One part of a hundred, with the digits that Moodle knows it by."""
    return f"{100 / parts:.5f}".rstrip("0").rstrip(".")


def _why(why: str | None) -> str:
    return f"#{escaped(line(why))}" if why else ""


def _truefalse(question: TrueFalse) -> str:
    return ("TRUE" if question.answer else "FALSE") + _why(question.why)


def _numeric(question: Numeric) -> str:
    def span(value: float) -> str:
        return f"{number(value)}:{number(question.tolerance)}"

    nears = [f"=%0%{span(near.near)}{_why(near.why)}" for near in question.feedback]
    return "\n".join(["#", f"={span(question.answer)}", *nears])


def _output(question: Output) -> str | None:
    return None if "\n" in question.answer else f"={_exact(question.answer)}"


def _short(question: Short) -> str:
    right = [f"={_exact(text)}" for text in (question.answer, *question.accept)]
    return "\n".join(right + [f"=%0%{_exact(near.near)}{_why(near.why)}" for near in question.feedback])


def _match(question: Match) -> str | None:
    """Moodle asks for three pairs, and shows the right sides as bare text."""
    if len(question.pairs) < 3:
        return None
    return "\n".join(f"={escaped(line(p.left))} -> {escaped(plain(p.right))}" for p in question.pairs)


def _exact(text: str) -> str:
    """A typed answer; a star would stand for anything."""
    return escaped(text.replace("*", r"\*"))


_WRITERS: dict[type, Callable] = {
    TrueFalse: _truefalse,
    Numeric: _numeric,
    Output: _output,
    Short: _short,
    Match: _match,
}
