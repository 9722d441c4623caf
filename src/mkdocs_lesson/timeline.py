"""docs/timeline.yml comes in; milestones in their order go out, in eras."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from mkdocs_lesson.book import Book
from mkdocs_lesson.citations import nearest
from mkdocs_lesson.faults import Fault, LessonError, near
from mkdocs_lesson.fields import Model, Slug, Text
from mkdocs_lesson.marked_yaml import Marked, load_yaml
from mkdocs_lesson.models import build
from mkdocs_lesson.quiz import read_text


class Milestone(Model):
    """What happened, and why it mattered. `sources` are of that year, `told` are later accounts of it."""

    id: Slug
    year: int
    when: Text | None = None
    """The year in more words: `July 1958`."""
    who: Text
    what: Text
    why: Text
    sources: tuple[Slug, ...] = ()
    told: tuple[Slug, ...] = ()
    see: Text | None = None
    """`chapter#anchor`, or the slug of a chapter to come."""
    quiet: bool = False
    """Money or hope was short after it."""

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self.sources, *self.told)


class Era(Model):
    """Milestones that belong together."""

    id: Slug
    title: Text
    about: Text
    milestones: tuple[Milestone, ...] = Field(min_length=1)


class Timeline(Model):
    """The history of the subject, oldest first."""

    eras: tuple[Era, ...] = ()


def load_timeline(path: Path, book: Book) -> Timeline:
    """Read the history that a book tells.

    Raises:
        LessonError: It does not fit the form, the order of years, the sources or the pages; all faults at once.
    """
    marked = load_yaml(path, read_text(path))
    timeline = build(Timeline, marked)
    if faults := list(_faults(timeline, marked, book)):
        raise LessonError(faults)
    return timeline


def _faults(timeline: Timeline, marked: Marked, book: Book) -> Iterator[Fault]:
    last = 0
    for i, era in enumerate(timeline.eras):
        for j, milestone in enumerate(era.milestones):
            steps = ("eras", i, "milestones", j)
            if milestone.year < last:
                message = f"{milestone.year} stands after {last}; bring the years in order"
                yield marked.fault((*steps, "year"), message)
            last = milestone.year
            yield from _source_faults(milestone, steps, marked, book)
            yield from _see_faults(milestone, steps, marked, book)


def _source_faults(milestone: Milestone, steps: tuple, marked: Marked, book: Book) -> Iterator[Fault]:
    known = book.library.sources
    if "sources" in book.unreadable:
        return  # its own faults are reported
    if not milestone.keys:
        yield marked.fault(
            (*steps, "id"), f"`{milestone.id}` has no source; name one under `sources:` or `told:`"
        )
    for name in ("sources", "told"):
        for k, key in enumerate(getattr(milestone, name)):
            if key not in known:
                message = f"docs/sources.yml has no `{key}`; {nearest(key, book)}"
                yield marked.fault((*steps, name, k), message)
            elif name == "sources" and known[key].year != milestone.year:
                message = f"`{key}` is of {known[key].year}, not of {milestone.year}; a later account stands under `told:`"
                yield marked.fault((*steps, name, k), message)


def _see_faults(milestone: Milestone, steps: tuple, marked: Marked, book: Book) -> Iterator[Fault]:
    slug, _, anchor = (milestone.see or "").partition("#")
    page = book.pages.get(slug)
    at = (*steps, "see")
    if not slug:
        return
    if page is None and (anchor or slug not in book.contents.numbers):
        known = [*book.pages, *book.contents.numbers]
        yield marked.fault(at, f"there is no page `{slug}`; {near(slug, known)}")
    elif page is not None and anchor not in (there := page.anchors):
        yield marked.fault(at, f"{page.path.name} has no heading `#{anchor}`; {near(anchor, there)}")
