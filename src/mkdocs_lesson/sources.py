"""docs/sources.yml comes in; what the book cites and recommends goes out, in groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from pydantic import Field

from mkdocs_lesson.faults import Fault, LessonError
from mkdocs_lesson.fields import Model, Slug, Text
from mkdocs_lesson.marked_yaml import Marked, load_yaml
from mkdocs_lesson.models import build
from mkdocs_lesson.quiz import read_text

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DOI = re.compile(r"10\.\d{4,9}/\S+")
ARXIV = re.compile(r"\d{4}\.\d{4,5}|[a-z-]+/\d{7}")
OTHERS = " et al."
AT = re.compile(r"(?P<volume>[^\s(),]+)?(\((?P<issue>[^)]+)\))?(, )?(?P<pages>\d+(–\d+)?)?")
WHOLE = {"book", "course", "tool", "data"}
"""Kinds whose title stands for a whole, and is set in italics as a journal's is."""


class Source(Model):
    """What can be read, taken or used: a paper, a book, a course, a tool, a data set.

    `by` names authors as they are printed: `Family, Initials`, with `; ` between them and
    ` et al.` for the rest. `venue` is where it appeared, `at` its volume(issue), pages.
    """

    by: Text
    title: Text
    year: int | None = Field(default=None, ge=1600, le=2100)
    venue: Text | None = None
    at: Text | None = None
    doi: Text | None = None
    arxiv: Text | None = None
    url: Text | None = None
    kind: Literal["paper", "book", "course", "tool", "data"] = "paper"
    level: Literal["first", "after", "deep"]
    chapters: tuple[Slug, ...] = ()
    """Chapters that it serves and that are still to come; written ones say by citing it."""
    why: Text
    when: Text

    @property
    def families(self) -> list[str]:
        return [name.split(",")[0] for name in self.by.removesuffix(OTHERS).split("; ")]

    @property
    def names(self) -> str:
        """Who, in running text: “Kingma and Ba”; four are “Srivastava et al.”."""
        first, *more = self.families
        if self.by.endswith(OTHERS) or len(more) > 2:
            return first + OTHERS
        return " and ".join(filter(None, [", ".join([first, *more][: len(more) or 1]), *more[-1:]]))

    @property
    def order(self) -> tuple:
        """By author, then by year, as lists of references have it."""
        return self.by.lower(), self.year or 0, self.title

    @property
    def label(self) -> str:
        return f"{self.names} {self.year}" if self.year else self.names

    @property
    def address(self) -> str | None:
        """Where it is, if that is known for sure."""
        if self.doi:
            return f"https://doi.org/{quote(self.doi, safe='/:;()')}"
        return f"https://arxiv.org/abs/{self.arxiv}" if self.arxiv else self.url

    @property
    def place(self) -> dict[str, str]:
        """Volume, issue and pages, where `at` says them."""
        found = AT.fullmatch(self.at or "")
        return {name: text for name, text in found.groupdict().items() if text} if found else {}


class Group(Model):
    """Sources about one subject."""

    id: Slug
    title: Text
    sources: dict[str, Source]


class Library(Model):
    """All sources of the book."""

    groups: tuple[Group, ...] = ()

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Key → source."""
        return {key: source for group in self.groups for key, source in group.sources.items()}


def load_library(path: Path) -> tuple[Library, Marked]:
    """Read the sources of the book, and where each stands in the file.

    Raises:
        LessonError: The file does not fit; all faults at once.
    """
    marked = load_yaml(path, read_text(path))
    library = build(Library, marked)
    if faults := list(_faults(library, marked)):
        raise LessonError(faults)
    return library, marked


def _faults(library: Library, marked: Marked) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, group in enumerate(library.groups):
        for key, source in group.sources.items():
            steps = ("groups", index, "sources", key)
            if not KEY.fullmatch(key):
                message = (
                    f"expected a key like `kingma-2015`, got `{key}`; use small letters, digits, hyphens"
                )
                yield marked.fault(steps, message, key=True)
            if key in seen:
                yield marked.fault(
                    steps, f"the key `{key}` stands in another group already; remove one", key=True
                )
            seen.add(key)
            yield from _source_faults(source, steps, marked)


def _source_faults(source: Source, steps: tuple, marked: Marked) -> Iterator[Fault]:
    forms = {"doi": (DOI, "10.1038/323533a0"), "arxiv": (ARXIV, "1706.03762")}
    for name, (form, example) in forms.items():
        if (got := getattr(source, name)) and not form.fullmatch(got):
            yield marked.fault((*steps, name), f"`{name}:` expected the form `{example}`, got `{got}`")
    if source.url and not re.fullmatch(r"https://\S+", source.url):
        yield marked.fault((*steps, "url"), f"`url:` expected `https://…`, got `{source.url}`")
    if source.year is None and source.kind not in ("course", "tool"):
        yield marked.fault(steps, f"`year:` is missing; a {source.kind} has one", key=True)
