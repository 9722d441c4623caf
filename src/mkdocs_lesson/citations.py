"""Markdown text comes in; the citations in it go out, with places. A whole book: who cites what, and where.

`[@kingma-2015]` is “Kingma and Ba 2015”, `@kingma-2015` is “Kingma and Ba (2015)”, and
`[@@kingma-2015]` is the whole reference. In code they are what they look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_lesson.book import Book
from mkdocs_lesson.faults import Fault, near
from mkdocs_lesson.fences import find_fences, plain_lines
from mkdocs_lesson.page import Page, headings

SHORT = r"\[@(?P<whole>@?)(?P<key>[a-z0-9]+(?:-[a-z0-9]+)*)\]"
NAMED = r"(?<![\w@/.\[])@(?P<named>[a-z]+(?:-[a-z]+)*-\d{4}[a-z]?)\b"
CITATION = re.compile(f"{SHORT}|{NAMED}")
CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
LIST = "sources"
"""The fence that lists what a page cites."""


@dataclass(frozen=True)
class Citation:
    """One citation, or one line of a ```sources fence: a key, and where it stands in the page's body."""

    key: str
    index: int
    column: int


def find_citations(body: str) -> Iterator[Citation]:
    """Yield the citations in the prose of a Markdown text, in order."""
    for index, line in plain_lines(body):
        plain = CODE.sub(lambda code: " " * len(code[0]), line)
        for found in CITATION.finditer(plain):
            yield Citation(found["key"] or found["named"], index, found.start() + 1)


def listed(body: str) -> Iterator[Citation]:
    """Yield what the ```sources fences of a page name beyond what its text cites."""
    for fence in find_fences(body):
        if fence.kind == LIST:
            for line in fence.lines:
                yield Citation(line.text.partition(":")[0].strip(), line.index, line.column)


def cited(page: Page) -> list[Citation]:
    """All that a page cites."""
    return [*find_citations(page.body), *listed(page.body)]


def cited_at(page: Page) -> dict[str, str]:
    """Key → anchor of the section that cites it first."""
    titles = [index for index, _ in headings(page.body)]
    places = list(zip(titles, page.anchors, strict=True))
    found: dict[str, str] = {}
    for each in sorted(cited(page), key=lambda citation: citation.index):
        above = [anchor for index, anchor in places if index <= each.index]
        found.setdefault(each.key, above[-1] if above else "")
    return found


def citing(book: Book) -> dict[str, list[tuple[Page, str]]]:
    """Key → the pages that cite it, each with the anchor of the section that does so first."""
    found: dict[str, list[tuple[Page, str]]] = {}
    for page in book.pages.values():
        for key, anchor in cited_at(page).items():
            found.setdefault(key, []).append((page, anchor))
    return found


def citation_faults(page: Page, book: Book) -> Iterator[Fault]:
    """Citations of what docs/sources.yml does not have."""
    if "sources" in book.unreadable:
        return  # its own faults are reported
    for each in cited(page):
        if each.key not in book.library.sources:
            message = f"docs/sources.yml has no `{each.key}`; {nearest(each.key, book)}"
            yield Fault(page.path, page.first_line + each.index, each.column, message)


def nearest(key: str, book: Book) -> str:
    """The nearest key; where none is near, those of the same letter rather than all."""
    known = book.library.sources
    if not key:
        return "write a key before the colon"
    return near(key, known) if len(known) < 10 else near(key, [k for k in known if k[0] == key[0]])


def library_faults(book: Book) -> Iterator[Fault]:
    """Sources that serve no chapter, and written chapters that do not cite what is said to serve them."""
    pages, planned = citing(book), book.contents.numbers
    for index, group in enumerate(book.library.groups):
        for key, source in group.sources.items():
            steps = ("groups", index, "sources", key)
            if key not in pages and not source.chapters:
                message = f"no page cites `{key}`, and `chapters:` names none to come; cite it or remove it"
                yield book.library_places.fault(steps, message, key=True)
            by = {page.slug for page, _ in pages.get(key, ())}
            for number, slug in enumerate(source.chapters):
                at = (*steps, "chapters", number)
                if slug not in planned:
                    remedy = near(slug, planned)
                    yield book.library_places.fault(at, f"there is no chapter `{slug}`; {remedy}")
                elif slug in book.pages and slug not in by:
                    message = (
                        f"`{slug}` is written and does not cite `{key}`; cite it there, or remove it here"
                    )
                    yield book.library_places.fault(at, message)
