"""A built site comes in; the addresses of its own that lead nowhere go out."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ONE = {"href", "src", "poster", "action", "data"}
SEVERAL = {"srcset", "imagesrcset"}
IN_SHEET = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
IN_MAP = re.compile(r"<loc>(.*?)</loc>")


class Parts(HTMLParser):
    """What a page points to, and what can be pointed to in it."""

    def __init__(self, text: str):
        super().__init__()
        self.addresses: set[str] = set()
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if value is None:
                continue
            if name in ONE:
                self.addresses.add(value)
            elif name in SEVERAL:
                self.addresses |= {part.split()[0] for part in value.split(",")}
            elif name == "style":
                self.addresses |= set(IN_SHEET.findall(value))
            elif name == "id" or (tag == "a" and name == "name"):
                self.ids.add(value)


def broken(folder: Path, site: str) -> list[str]:
    """One line for each address that leads nowhere in a site built for the address `site`."""
    return [
        f"{path.relative_to(folder)}: {address}: {why}"
        for path in sorted(folder.rglob("*"))
        for address in sorted(addresses_in(path))
        if (why := fault(folder, site, path, address))
    ]


def addresses_in(path: Path) -> set[str]:
    """What a file of the site points to."""
    match path.suffix:
        case ".html":
            return parts(path).addresses
        case ".css":
            return set(IN_SHEET.findall(path.read_text(encoding="utf-8")))
        case ".xml":
            return set(IN_MAP.findall(path.read_text(encoding="utf-8")))
    return set()


@cache
def parts(path: Path) -> Parts:
    return Parts(path.read_text(encoding="utf-8"))


def read_at(folder: Path, path: Path) -> str:
    """Where in the site a file is read: the lists of questions and cards become part of the review."""
    place = path.relative_to(folder).as_posix()
    return "review/" if place.startswith("assets/decks/") else place


def fault(folder: Path, site: str, path: Path, address: str) -> str | None:
    """Why an address leads nowhere; nothing for one that arrives, or leaves the site."""
    whole = urljoin(site + read_at(folder, path), address)
    if not whole.startswith(urljoin(site, "/")) or urlsplit(address).scheme == "data":
        return None
    if not whole.startswith(site):
        return f"not below {urlsplit(site).path}"
    where = urlsplit(whole)
    target = folder / unquote(where.path.removeprefix(urlsplit(site).path))
    if target.is_dir():
        if not where.path.endswith("/"):
            return "a folder; end it with /"
        target /= "index.html"
    if not target.is_file():
        return "no such file"
    anchor = unquote(where.fragment)
    if anchor and target.suffix == ".html" and anchor not in parts(target).ids:
        return f"no id {anchor!r} there"
    return None
