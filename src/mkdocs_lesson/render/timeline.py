"""Milestones come in; a vertical line of them goes out, which needs no script."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from mkdocs_lesson.book import Book
from mkdocs_lesson.page import Page
from mkdocs_lesson.render.sources import short
from mkdocs_lesson.render.text import attributes, inline
from mkdocs_lesson.timeline import Era, Milestone, Timeline


class TimelineList:
    """Renders a timeline. `link` gives the address of a page, `entry` that of a source."""

    def __init__(self, book: Book, link: Callable[[Page], str], entry: Callable[[str], str | None]):
        self.book, self.link, self.entry = book, link, entry

    def pieces(self, timeline: Timeline) -> list[tuple[tuple[str, str], str]]:
        """(heading, HTML) of each era."""
        return [((escape(era.title), f"{{#{era.id}}}"), self._era(era)) for era in timeline.eras]

    def _era(self, era: Era) -> str:
        items = "".join(map(self._milestone, era.milestones))
        return f'<p class="era">{inline(era.about)}</p><ol class="timeline">{items}</ol>'

    def _milestone(self, milestone: Milestone) -> str:
        about = attributes(id=milestone.id, class_="quiet" if milestone.quiet else None)
        when = f"<small>{escape(milestone.when)}</small>" if milestone.when else ""
        more = " · ".join(filter(None, [", ".join(map(self._source, milestone.keys)), self._see(milestone)]))
        return (
            f'<li{about}><time datetime="{milestone.year}">{milestone.year}</time>'
            f'<p class="what"><strong>{escape(milestone.who)}</strong> {inline(milestone.what)}</p>'
            f'<p class="why">{when}{inline(milestone.why)}</p><p class="about">{more}</p></li>'
        )

    def _source(self, key: str) -> str:
        name = short(self.book.library.sources[key])
        address = self.entry(key)
        return f'<a href="{address}">{name}</a>' if address else name

    def _see(self, milestone: Milestone) -> str:
        slug, _, anchor = (milestone.see or "").partition("#")
        page, plan = self.book.pages.get(slug), self.book.pages.get("contents")
        if page is not None:
            return f'see <a href="{self.link(page)}#{anchor}">{escape(page.title)}</a>'
        planned = next((each for each in self.book.contents.chapters if each.slug == slug), None)
        if planned is None or plan is None:
            return ""
        return f'<a class="coming" href="{self.link(plan)}#{slug}">{escape(planned.title)}</a>'
