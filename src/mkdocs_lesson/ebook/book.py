"""The site's pages come in; the chapters of a book go out, ready to be bound as EPUB or printed as PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from mkdocs_lesson.ebook.backs import Backs
from mkdocs_lesson.ebook.built import Page, Site
from mkdocs_lesson.ebook.links import Links, place
from mkdocs_lesson.ebook.still import still

KINDS = {"glossary": "glossary", "resources": "bibliography", "hints": "backmatter", "answers": "backmatter"}
"""What a page is to readers of books, if it is no chapter."""
NAMESPACES = {"svg": "http://www.w3.org/2000/svg", "math": "http://www.w3.org/1998/Math/MathML"}


class Heading(NamedTuple):
    """A line of the contents."""

    title: str
    id: str


@dataclass(frozen=True)
class Chapter:
    """A page of the book."""

    slug: str
    title: str
    part: str
    kind: str
    headings: list[Heading]
    xhtml: str

    @property
    def has(self) -> list[str]:
        """What an EPUB must announce: `mathml`, `svg`."""
        return [name for tag, name in (("<math", "mathml"), ("<svg", "svg")) if tag in self.xhtml]


@dataclass(frozen=True)
class Book:
    """What is bound and what is printed."""

    title: str
    about: str
    licences: str
    language: str
    address: str
    author: str
    changed: str
    """The day of the last change to its text."""
    cover: str
    """An SVG."""
    chapters: list[Chapter]

    def parts(self) -> list[tuple[str, list[Chapter]]]:
        """Neighbours of one part together; the part is empty for those that have none."""
        return [(part, list(chapters)) for part, chapters in groupby(self.chapters, lambda each: each.part)]


def make_book(site: Site, author: str, changed: str) -> Book:
    """Take the screen out of the site, its answers to the back, and keep the rest as it is."""
    links, backs = Links(site), Backs()
    for page in site.pages:
        still(page.body)
        links.turn(page)
        backs.move(page)
    pages = [*site.pages, backs.hints.page(), backs.answers.page()]
    return Book(
        title=site.title,
        about=site.about,
        licences=site.licences,
        language=site.language,
        address=site.address,
        author=author,
        changed=changed,
        cover=xml(site.cover),
        chapters=[_chapter(page) for page in pages],
    )


def _chapter(page: Page) -> Chapter:
    page.body.tag = "section"
    page.body.attrib.clear()
    page.body.set("id", page.slug)
    page.body.set("class", "chapter")
    for number, heading in enumerate(page.body.iter("h2"), start=1):
        heading.set("id", heading.get("id") or place(page.slug, f"section-{number}"))
    headings = [Heading(" ".join(h.text_content().split()), h.get("id")) for h in page.body.iter("h2")]
    title = " ".join(next(page.body.iter("h1")).text_content().split())
    return Chapter(page.slug, title, page.part, KINDS.get(page.slug, "chapter"), headings, xml(page.body))


def xml(node: etree._Element) -> str:
    """A tree as XHTML, with the namespaces that HTML does not say."""
    text = etree.tostring(node, method="xml", encoding="unicode", with_tail=False)
    for tag, namespace in NAMESPACES.items():
        text = re.sub(rf"<{tag}\b", f'<{tag} xmlns="{namespace}"', text)
    return text


def document(
    book: Book, title: str, body: str, styles: tuple[str, ...] = ("book.css",), head: str = ""
) -> str:
    """A whole XHTML file."""
    sheets = "".join(f'<link rel="stylesheet" href="{name}"/>' for name in styles)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang="{book.language}" xml:lang="{book.language}">'
        f'<head><meta charset="utf-8"/><title>{escape(title)}</title>{sheets}{head}</head>'
        f"<body>{body}</body></html>\n"
    )


def title_page(book: Book) -> str:
    """What the book is, and what this copy can't do."""
    there = f' at <a href="{book.address}">{book.address}</a>' if book.address else ", as a site"
    return (
        f'<section id="title-page" class="title-page"><h1>{escape(book.title)}</h1>'
        f'<p class="summary">{escape(book.about)}</p><p>{escape(book.author)}</p>'
        f"<p>The book lives on the web{there}. There, programs run in the page, figures can be touched, and questions"
        " answer back. In this copy a program stands with what it printed when it was tested, a figure stands"
        " still, and hints and answers stand at the end. Where the text says drag, run or press, it speaks of"
        " the site.</p>"
        f"<p>State of {book.changed}. {escape(book.licences)}</p></section>"
    )
