"""A script comes in; its texts with the recorded values in them go out, and what is wrong with them.

A figure that is said is one that a program computed: digits are inserted, as on the pages. Words
(“two thousand”) are for what the author knows without a program, and years may be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_lesson.faults import Fault, near
from mkdocs_lesson.fences import OPENING, VALUE
from mkdocs_lesson.podcast.script import Episode, Podcast, Sentence
from mkdocs_lesson.program import Program, shown

YEAR = re.compile(r"\b(1[6-9]|20)\d\d\b")


def filled(text: str, programs: dict[str, Program]) -> str:
    """The text with the recorded values in place of their names."""

    def value(found: re.Match) -> str:
        return shown(programs[found["program"]].values[found["expression"]], found["format"] or "")

    return VALUE.sub(value, text)


def sentences(episode: Episode, programs: dict[str, Program]) -> list[Sentence]:
    """What an episode says today."""
    return episode.sentences(lambda text: filled(text, programs))


def spoken_values(podcast: Podcast | None) -> Iterator[tuple[str, str, str]]:
    """Yield (program, expression, format) of each value that an episode names."""
    for episode in podcast.episodes.values() if podcast else ():
        for _, text in episode.texts():
            for found in VALUE.finditer(text):
                yield found["program"], found["expression"], found["format"] or ""


def value_faults(episode: Episode, programs: dict[str, Program]) -> Iterator[Fault]:
    """Values that no record has, and figures that are typed."""
    for steps, text in episode.texts():
        for opening in OPENING.finditer(text):
            found = VALUE.match(text, opening.start())
            if message := _value_problem(found, programs):
                yield episode.marked.fault(steps, message)
        if typed := re.search(r"\d[\d.,]*", YEAR.sub("", VALUE.sub("", text))):
            message = f"the figure `{typed[0]}` is typed; insert what a program computed, as `{{= slug/program.name:.2f =}}`, or say it in words"
            yield episode.marked.fault(steps, message)


def _value_problem(found: re.Match | None, programs: dict[str, Program]) -> str | None:
    if not found:
        return "expected `{= slug/program.variable:.2f =}`, got something else in `{= =}`"
    if found["program"] not in programs:
        return f"there is no program `{found['program']}`; {near(found['program'], programs)}"
    if found["expression"] not in programs[found["program"]].values:
        return f"`{found['expression']}` is not in the record of `{found['program']}`; run `make snippets`"
    try:
        filled(found[0], programs)
    except (ValueError, TypeError) as error:
        return f"the format `{found['format']}` does not fit: {error}"
    return None
