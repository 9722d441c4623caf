"""The YAML files of podcast/ come in; the show and its episodes go out: who says what, stop by stop."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, RootModel, StringConstraints

from mkdocs_lesson.faults import Fault, LessonError, near
from mkdocs_lesson.fields import Model, Number, Slug, Slugs, Text
from mkdocs_lesson.marked_yaml import Marked, load_yaml
from mkdocs_lesson.models import build
from mkdocs_lesson.quiz import read_text

SETTINGS, PRONUNCIATION = "settings.yml", "pronunciation.yml"
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")

Day = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$"),
    AfterValidator(lambda day: str(date.fromisoformat(day))),
]
Place = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+#[a-z0-9]+(-[a-z0-9]+)*$")]
Line = Annotated[dict[str, Text], Field(min_length=1, max_length=1)]


class Pauses(Model):
    """Seconds of silence after a sentence, when the other one begins, and at the end of a stop."""

    sentence: Number
    turn: Number
    chapter: Number


class Sound(Model):
    """How the episodes are spoken and kept."""

    speed: Number
    pauses: Pauses
    loudness: Number
    kilobits: int


class Show(Model):
    """What is the same for all episodes. `hosts` gives each name a voice."""

    title: Text
    summary: Text
    guid: Slug
    author: Text
    episodes: Slugs
    hosts: dict[str, Text]
    sound: Sound


class Stop(Model):
    """A chapter of an episode: what is said, and where the book says it."""

    title: Text
    link: Place
    lines: tuple[Line, ...] = Field(min_length=1)


class Script(Model):
    """One episode. `lasts` stretches its pauses until it has so many seconds."""

    title: Text
    summary: Text
    published: Day
    part: int | None = None
    lasts: Number | None = None
    chapters: tuple[Stop, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Sentence:
    """What is said in one breath, by whom, and in which stop and turn."""

    chapter: int
    turn: int
    host: str
    text: str


@dataclass(frozen=True)
class Episode:
    """A script, and where it stands."""

    slug: str
    script: Script
    marked: Marked

    def beside(self, ending: str) -> Path:
        """A file of the episode, beside its script."""
        return self.marked.path.with_suffix(ending)

    def sentences(self, filled: Callable[[str], str]) -> list[Sentence]:
        """What is said, in order; `filled` puts the recorded values into a text."""
        found, turn = [], 0
        for number, stop in enumerate(self.script.chapters):
            for line in stop.lines:
                ((host, text),) = line.items()
                found += [Sentence(number, turn, host, s) for s in SENTENCE_END.split(filled(text))]
                turn += 1
        return found

    def texts(self) -> Iterator[tuple[tuple, str]]:
        """Yield (steps, text) of all that may hold values, to point at them."""
        yield ("summary",), self.script.summary
        for number, stop in enumerate(self.script.chapters):
            for place, line in enumerate(stop.lines):
                for host, text in line.items():
                    yield ("chapters", number, "lines", place, host), text


@dataclass(frozen=True)
class Podcast:
    """The show, its episodes in order, and how words are said that a dictionary lacks."""

    show: Show
    episodes: dict[str, Episode]
    said: dict[str, str]


def load_podcast(folder: Path) -> Podcast:
    """Read the settings, the pronunciations and the scripts of a folder.

    Raises:
        LessonError: A file does not fit, is missing, or is of no episode; all faults at once.
    """
    faults: list[Fault] = []
    settings = _read(folder / SETTINGS)
    show = build(Show, settings)
    said = build(RootModel[dict[str, Text]], _read(folder / PRONUNCIATION)).root
    episodes: dict[str, Episode] = {}
    for slug in show.episodes:
        try:
            marked = _read(folder / f"{slug}.yml")
            episodes[slug] = Episode(slug, build(Script, marked), marked)
            faults += _host_faults(episodes[slug], show)
        except LessonError as error:
            faults += error.faults
    known = {SETTINGS, PRONUNCIATION, *(f"{slug}.yml" for slug in show.episodes)}
    for path in sorted(folder.glob("*.yml")):
        if path.name not in known:
            faults.append(
                settings.fault(("episodes",), f"`{path.stem}` is no episode; add it, or remove the file")
            )
    if faults:
        raise LessonError(faults)
    return Podcast(show, episodes, said)


def _read(path: Path) -> Marked:
    return load_yaml(path, read_text(path))


def _host_faults(episode: Episode, show: Show) -> Iterator[Fault]:
    for steps, _ in episode.texts():
        if len(steps) > 1 and steps[-1] not in show.hosts:
            message = f"there is no host `{steps[-1]}`; {near(steps[-1], show.hosts)}"
            yield episode.marked.fault(steps, message, key=True)
