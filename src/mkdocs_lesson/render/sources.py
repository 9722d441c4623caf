"""Sources come in; citations, a page's references and the whole annotated bibliography go out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from html import escape

from mkdocs_lesson.book import Book
from mkdocs_lesson.citations import citing
from mkdocs_lesson.page import Page
from mkdocs_lesson.render.text import attributes, inline
from mkdocs_lesson.sources import WHOLE, Group, Source

HOME = "resources"
"""The page that shows all sources."""

KINDS = {
    "paper": "papers",
    "book": "books and reports",
    "course": "courses",
    "tool": "tools",
    "data": "data",
}
LEVELS = {
    "first": "first reading",
    "after": "after its chapter",
    "deep": "for specialists",
}
YEARS = {
    "before 1960": (0, 1959),
    "1960 to 1989": (1960, 1989),
    "1990 to 2009": (1990, 2009),
    "2010 to 2016": (2010, 2016),
    "since 2017": (2017, 9999),
}
ONE = {"paper": "paper", "book": "book or report", "course": "course", "tool": "tool", "data": "data set"}


def short(source: Source, *, named: bool = False) -> str:
    """Who and when, for running text: “Crick 1989”, or “Crick (1989)”."""
    return escape(f"{source.names} ({source.year})" if named and source.year else source.label)


def reference(source: Source, about: str | None = None) -> str:
    """A source as a list of references has it. The title leads to the source itself, the names to `about`."""
    names = escape(source.by + (f" ({source.year})" if source.year else ""))
    title = escape(source.title)
    if source.kind in WHOLE:
        title = f"<em>{title}</em>"
    if source.address:
        title = f'<a href="{escape(source.address)}">{title}</a>'
    venue = (
        f"<em>{escape(source.venue)}</em>"
        if source.venue and source.kind == "paper"
        else escape(source.venue or "")
    )
    where = " ".join(filter(None, [venue, escape(source.at or "")]))
    if not where and source.arxiv:
        where = f"arXiv:{source.arxiv}"
    names = f'<a href="{escape(about)}">{names}</a>' if about else names
    stop = "" if source.title.endswith(("?", "!")) else "."
    return f"{names}. {title}{stop}" + (f" {where}." if where else "")


def render_references(
    notes: dict[str, str], sources: dict[str, Source], about: Callable[[str], str | None]
) -> str:
    """What one page cites. `notes` says something of some, `about` gives the address of an entry."""
    items = "".join(
        f'<li id="{key}">{reference(sources[key], about(key))}{f" {inline(note)}" if note else ""}</li>'
        for key, note in notes.items()
    )
    return f'<ul class="references">{items}</ul>'


class Bibliography:
    """Renders all sources. `link` gives the address of a page, `order` its place in the menu."""

    def __init__(self, book: Book, link: Callable[[Page], str], order: list[str]):
        self.book, self.link, self.order = book, link, order

    def pieces(self) -> list[tuple[tuple[str, str] | None, str]]:
        """The controls, then (heading, list) of each group."""
        groups = [
            ((escape(group.title), f"{{#{group.id} .group}}"), self._group(group))
            for group in self.book.library.groups
        ]
        return [(None, self._controls()), *groups]

    def _group(self, group: Group) -> str:
        items = "".join(self._entry(key, source) for key, source in group.sources.items())
        return f'<ul class="library">{items}</ul>'

    def _entry(self, key: str, source: Source) -> str:
        pages = sorted(self.citing.get(key, ()), key=lambda place: self._rank(place[0]))
        serves = [*dict.fromkeys([*(page.slug for page, _ in pages if page.is_chapter), *source.chapters])]
        about = attributes(
            id=key,
            data_kind=source.kind,
            data_level=source.level,
            data_year=source.year,
            data_for=" ".join(serves),
        )
        facts = [ONE[source.kind], LEVELS[source.level], *self._places(source, pages)]
        return (
            f'<li{about}><p class="reference">{reference(source)}</p>'
            f"<p>{inline(source.why)} {inline(source.when)}</p>"
            f'<p class="about">{" · ".join(facts)}</p><p class="source-marks"></p></li>'
        )

    def _places(self, source: Source, pages: Iterable[tuple[Page, str]]) -> list[str]:
        cites = [f'<a href="{self.link(page)}#{anchor}">{escape(page.title)}</a>' for page, anchor in pages]
        coming = [slug for slug in source.chapters if slug not in self.book.pages]
        serves = [
            f'<a class="coming" href="{self._plan}#{slug}">{escape(self.titles[slug])}</a>' for slug in coming
        ]
        return [
            f"{word} {', '.join(links)}" for word, links in (("cited in", cites), ("for", serves)) if links
        ]

    def _controls(self) -> str:
        """What narrows the list down; hidden without script."""
        served = {slug for source in self.book.library.sources.values() for slug in source.chapters}
        served |= {page.slug for places in self.citing.values() for page, _ in places}
        chapters = {slug: title for slug, title in self.titles.items() if slug in served}
        years = {f"{first}-{last}": name for name, (first, last) in YEARS.items()}
        choices = {
            "for": ("Chapter", chapters),
            "kind": ("Kind", KINDS),
            "level": ("Level", LEVELS),
            "year": ("Year", years),
            "mark": ("Your mark", {"want": "to read", "read": "read", "none": "none"}),
        }
        fields = "".join(_choice(name, label, options) for name, (label, options) in choices.items())
        find = '<label class="field"><span>Author or word</span><input type="search" name="words" autocomplete="off"></label>'
        return (
            f'<div class="lesson"><lesson-sources><form class="source-filters" data-search-exclude>{find}{fields}'
            '<button type="reset" class="button-quiet">Show all</button></form>'
            f'<p class="source-status" role="status">{len(self.book.library.sources)} sources.</p></lesson-sources></div>'
        )

    def _rank(self, page: Page) -> int:
        return self.order.index(page.slug) if page.slug in self.order else len(self.order)

    @cached_property
    def citing(self) -> dict[str, list[tuple[Page, str]]]:
        return citing(self.book)

    @cached_property
    def titles(self) -> dict[str, str]:
        """Slug → title of each chapter, as its page has it or as planned."""
        planned = {chapter.slug: chapter.title for chapter in self.book.contents.chapters}
        return {
            slug: self.book.pages[slug].title if slug in self.book.pages else t for slug, t in planned.items()
        }

    @property
    def _plan(self) -> str:
        page = self.book.pages.get("contents")
        return self.link(page) if page else ""


def _choice(name: str, label: str, options: dict[str, str]) -> str:
    rest = "".join(f'<option value="{value}">{escape(text)}</option>' for value, text in options.items())
    return f'<label class="field"><span>{label}</span><select name="{name}"><option value="">all</option>{rest}</select></label>'
