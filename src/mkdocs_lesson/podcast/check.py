"""The book comes in; what is wrong with its podcast goes out, and what a fence shows of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mkdocs_lesson.book import Book
from mkdocs_lesson.faults import Fault, LessonError, near
from mkdocs_lesson.fences import Fence, Line
from mkdocs_lesson.podcast.record import Record, read_record
from mkdocs_lesson.podcast.script import Episode
from mkdocs_lesson.podcast.values import value_faults

FOLDER = "podcast"  # of the book, and of the site


@dataclass(frozen=True)
class Recorded:
    """An episode and the record of its sound."""

    episode: Episode
    record: Record

    @property
    def bytes(self) -> int:
        return self.episode.beside(".mp3").stat().st_size


def recorded(book: Book) -> list[Recorded]:
    """The episodes that can be heard, in order."""
    episodes = book.podcast.episodes.values() if book.podcast else ()
    found = [(episode, read_record(episode.beside(".json"))) for episode in episodes]
    return [Recorded(episode, record) for episode, record in found if record]


def podcast_faults(book: Book) -> Iterator[Fault]:
    """Values that no program has, links that lead nowhere, episodes without sound."""
    heard = {each.episode.slug for each in recorded(book)}
    for slug, episode in (book.podcast.episodes if book.podcast else {}).items():
        yield from value_faults(episode, book.programs)
        for number, stop in enumerate(episode.script.chapters):
            if message := _link_problem(stop.link, book):
                yield episode.marked.fault(("chapters", number, "link"), message)
        if slug not in heard:
            yield episode.marked.fault((), f"nobody has spoken `{slug}` yet; run `make audio`")


def _link_problem(link: str, book: Book) -> str | None:
    slug, _, anchor = link.partition("#")
    if slug not in book.pages:
        return f"there is no page `{slug}`; {near(slug, book.pages)}"
    if anchor not in (known := book.pages[slug].anchors):
        return f"{book.pages[slug].path.name} has no heading `#{anchor}`; {near(anchor, known)}"
    return None


def shown_episode(fence: Fence, book: Book, fault: Callable[[Line, str], Fault]) -> Recorded:
    """The episode that an ```episode fence names.

    Raises:
        LessonError: It names none, or more than one, or one without sound.
    """
    if book.podcast is None and (book.root / FOLDER).is_dir():
        raise LessonError([])  # its own faults are reported
    known = {each.episode.slug: each for each in recorded(book)}
    if len(fence.lines) == 1 and fence.lines[0].text in known:
        return known[fence.lines[0].text]
    got = ", ".join(line.text for line in fence.lines)
    line = fence.lines[0] if fence.lines else Line("", fence.start, len(fence.indent) + 1)
    raise LessonError([fault(line, f"expected the name of one episode, got `{got}`; {near(got, known)}")])
