"""The built site comes in; its pages go out in the order of its menu, as trees that can be changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

SCREEN_ONLY = {
    "": "a way in",
    "contents": "a book has contents of its own",
    "podcast": "sound",
    "review": "asks again by a calendar",
    "results": "counts what the reader did",
    "mine": "changed by one reader",
    "teachers": "on the making of pages",
    "reference": "looked up in an editor or on the site",
}
"""First parts of addresses that stay out of the book, and why: what is new in the menu comes into it."""

NAMED = re.compile(r"&(?!(?:lt|gt|amp|quot);)\w+;")
MIXED_CASE = re.compile(r"\s([a-z]+[A-Z]\w*)=")
LOCAL = {"127.0.0.1", "localhost"}


@dataclass
class Page:
    """One page of the book."""

    slug: str
    title: str
    part: str
    """The part of the menu that it stands in; empty for most at the top."""
    url: str
    """Where the site has it, below its address."""
    body: HtmlElement


@dataclass(frozen=True)
class Site:
    """What the site says of itself, and its pages."""

    title: str
    about: str
    licences: str
    language: str
    base: str
    """The address it was built for."""
    pages: list[Page]
    cover: HtmlElement
    """The picture of the home page."""

    @property
    def address(self) -> str:
        """Where readers find the site; empty if it was built for this machine only."""
        return "" if urlsplit(self.base).hostname in LOCAL else self.base


def read_site(folder: Path) -> Site:
    """Read the pages that a reader reads."""
    home = html.fromstring(_text(folder / "index.html"))
    entries = _entries(home.find_class("contents")[0])
    return Site(
        title=home.findtext(".//title").split(" - ")[-1].strip(),
        about=home.xpath("string(//meta[@name='description']/@content)"),
        licences=home.find_class("licences")[0].text_content().strip(),
        language=home.get("lang"),
        base=home.xpath("string(//link[@rel='canonical']/@href)"),
        pages=[_page(folder, *entry) for entry in entries if entry[0].split("/")[0] not in SCREEN_ONLY],
        cover=read_html(_text(folder / "index.html")).xpath("//figure//*[name()='svg'][last()]")[0],
    )


def _entries(menu: HtmlElement) -> list[tuple[str, str, str]]:
    """(address, title, part) of each entry of the menu, as seen from the home page."""
    return [
        (
            urljoin("/", link.get("href")).removeprefix("/"),
            link.text_content().strip(),
            link.xpath("string(ancestor::ul/preceding-sibling::*[@class='part'])").strip(),
        )
        for link in menu.iter("a")
    ]


def _page(folder: Path, url: str, title: str, part: str) -> Page:
    text = _text(folder / url / "index.html")
    article = text[text.index("<article") : text.index("</article>")]
    return Page(url.strip("/").split("/")[-1], title, part, url, read_html(article))


def read_html(text: str) -> HtmlElement:
    """Parse HTML and give figures their names back: the parser knows HTML 4, which has no capitals in names."""
    tree = html.fromstring(NAMED.sub(lambda found: unescape(found[0]), text))
    names = {name.lower(): name for name in MIXED_CASE.findall(text)}
    for node in tree.xpath("//svg | //svg//*"):
        for name in names.keys() & node.attrib.keys():
            node.set(names[name], node.attrib.pop(name))
    return tree


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
