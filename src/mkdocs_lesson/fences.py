"""Markdown text comes in; the lesson fences and inserted values go out, with places.

A fence is three or more backticks and a word of `KINDS`. Fences inside other fences (a
page that shows how a fence is written) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

KINDS = {
    "program",
    "exercise",
    "quiz",
    "cards",
    "demo",
    "review",
    "results",
    "path",
    "progress",
    "reference",
    "contents",
    "glossary",
    "ways",
    "written",
    "sources",
    "bibliography",
    "timeline",
    "episode",
    "embeds",
    "worksheets",
}

OPEN = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>`{3,}|~{3,})[ \t]*(?P<kind>[\w-]*)[^`]*$")
VALUE = re.compile(
    r"\{=[ \t]*(?P<program>[a-z0-9-]+(?:/[a-z0-9-]+)?)"
    r"\.(?P<expression>[A-Za-z_][\w.]*(?:\[[^\]\n]*\])*)"
    r"(?::(?P<format>[^=\n]*?))?[ \t]*=\}"
)
OPENING = re.compile(r"\{=")


@dataclass(frozen=True)
class Line:
    """A line of a fence's body, and its index in the page's body."""

    text: str
    index: int
    column: int


@dataclass(frozen=True)
class Fence:
    """One lesson fence. `start` and `stop` are line indices, `stop` past its end."""

    kind: str
    indent: str
    start: int
    stop: int
    lines: tuple[Line, ...]
    closed: bool = True


@dataclass(frozen=True)
class Inserted:
    """One `{= program.expression:format =}`; `None` parts where it can't be read."""

    index: int
    column: int
    text: str
    program: str | None = None
    expression: str | None = None
    format: str = ""


def find_fences(text: str) -> Iterator[Fence]:
    """Yield the lesson fences of a Markdown text, in order."""
    lines = text.splitlines()
    index = 0
    while index < len(lines):
        found = OPEN.match(lines[index])
        if not found:
            index += 1
            continue
        stop = _closing(lines, index + 1, found["mark"])
        if found["kind"] in KINDS:
            yield _fence(lines, index, stop, found)
        index = stop


def _closing(lines: list[str], index: int, mark: str) -> int:
    """The index past the line that closes a fence opened with `mark`."""
    while index < len(lines):
        line = lines[index].strip()
        index += 1
        if line.startswith(mark) and not line.strip(mark[0]):
            return index
    return index + 1  # past the end: never closed


def _fence(lines: list[str], start: int, stop: int, found: re.Match) -> Fence:
    body = [
        Line(line.strip(), start + 1 + n, len(line) - len(line.lstrip()) + 1)
        for n, line in enumerate(lines[start + 1 : stop - 1])
        if line.strip()
    ]
    closed = stop <= len(lines)
    return Fence(found["kind"], found["indent"], start, min(stop, len(lines)), tuple(body), closed)


def plain_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield (index, line) of the lines that stand in no fence of any kind."""
    lines = text.splitlines()
    index = 0
    while index < len(lines):
        if found := OPEN.match(lines[index]):
            index = _closing(lines, index + 1, found["mark"])
            continue
        yield index, lines[index]
        index += 1


def find_values(text: str) -> Iterator[Inserted]:
    """Yield the values inserted into the prose of a Markdown text, in order."""
    for index, line in plain_lines(text):
        for opening in OPENING.finditer(line):
            if line[: opening.start()].endswith("\\"):
                continue
            found = VALUE.match(line, opening.start())
            if found:
                yield Inserted(
                    index,
                    opening.start() + 1,
                    found[0],
                    found["program"],
                    found["expression"],
                    found["format"] or "",
                )
            else:
                yield Inserted(index, opening.start() + 1, line[opening.start() :][:40])


def split_key(line: Line) -> tuple[str, str] | None:
    """Split `key: value`; None when the line is no such pair."""
    found = re.match(r"([\w-]+):[ \t]*(.*)$", line.text)
    return (found[1], found[2]) if found else None


def shown_name(line: Line) -> tuple[str, str]:
    """Split `name as shown` of a ```reference fence; a name alone is shown as it is."""
    name, _, shown = line.text.partition(" as ")
    return name.strip(), shown.strip() or name.strip()
