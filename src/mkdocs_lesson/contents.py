"""docs/contents.yml comes in; the parts and chapters of the whole book go out, written or coming."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from mkdocs_lesson.faults import Fault, LessonError, near
from mkdocs_lesson.marked_yaml import Marked, load_yaml
from mkdocs_lesson.models import build
from mkdocs_lesson.questions import Model, Slug, Text
from mkdocs_lesson.quiz import read_text


class Planned(Model):
    """A chapter as the plan of the book knows it."""

    slug: Slug
    title: Text
    asks: Text
    needs: tuple[Slug, ...] = ()


class Part(Model):
    """Chapters that belong together."""

    title: Text
    chapters: tuple[Planned, ...] = Field(min_length=1)


class Contents(Model):
    """The whole path, in the order in which the chapters build on each other."""

    parts: tuple[Part, ...] = ()

    @property
    def chapters(self) -> list[Planned]:
        return [chapter for part in self.parts for chapter in part.chapters]

    @property
    def numbers(self) -> dict[str, int]:
        """Slug → number of the chapter, counted through the book from 1."""
        return {chapter.slug: number for number, chapter in enumerate(self.chapters, start=1)}


def load_contents(path: Path) -> Contents:
    """Read the plan of the book.

    Raises:
        LessonError: It does not fit, names a chapter twice, or needs one that comes later.
    """
    marked = load_yaml(path, read_text(path))
    contents = build(Contents, marked)
    if faults := list(_order_faults(contents, marked)):
        raise LessonError(faults)
    return contents


def _order_faults(contents: Contents, marked: Marked) -> Iterator[Fault]:
    known = contents.numbers
    before: set[str] = set()
    for i, part in enumerate(contents.parts):
        for j, chapter in enumerate(part.chapters):
            steps = ("parts", i, "chapters", j)
            if chapter.slug in before:
                yield marked.fault((*steps, "slug"), f"`{chapter.slug}` is a chapter already; remove one")
            for k, slug in enumerate(chapter.needs):
                if slug not in known:
                    message = f"there is no chapter `{slug}`; {near(slug, known)}"
                    yield marked.fault((*steps, "needs", k), message)
                elif slug not in before:
                    message = f"`{chapter.slug}` needs `{slug}`, which comes later; move one of them"
                    yield marked.fault((*steps, "needs", k), message)
            before.add(chapter.slug)
