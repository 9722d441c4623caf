"""Addresses of the site come in; places in the book go out, each with an id of its own."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from mkdocs_lesson.ebook.built import Page, Site

SCHEMES = {"http", "https"}


def place(slug: str, name: str) -> str:
    """An id that is unique in the whole book and a name in XML."""
    return re.sub(r"[^\w.-]", ".", f"{slug}.{name}")


class Links:
    """Where the links of all pages lead in the book."""

    def __init__(self, site: Site):
        self._site = site
        self._pages = {page.url: page for page in site.pages}
        self._ids = {page.url: set(page.body.xpath("//@id")) for page in site.pages}

    def turn(self, page: Page) -> None:
        """Give a page's ids and links the form that they have in the book."""
        for link in list(page.body.iter("a")):
            self._lead(link, urljoin(urljoin(self._site.base, page.url), link.get("href", "")))
        for node in page.body.xpath("//*[@id]"):
            node.set("id", place(page.slug, node.get("id")))

    def _lead(self, link: HtmlElement, target: str) -> None:
        parts = urlsplit(target)
        inside = target.startswith(self._site.base)
        url = target.removeprefix(self._site.base).split("#")[0] if inside else None
        if url in self._pages:
            link.set("href", self._in_book(self._pages[url], parts.fragment))
        elif inside and self._site.address:
            link.set("href", target)
        elif inside or parts.scheme not in SCHEMES:
            link.tag = "span"  # nobody could follow it
            del link.attrib["href"]

    def _in_book(self, page: Page, fragment: str) -> str:
        there = fragment in self._ids[page.url]
        return f"{page.slug}.xhtml#{place(page.slug, fragment) if there else page.slug}"
