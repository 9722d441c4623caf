"""The pages of a site come in; what each is called and what its headings are goes out, as JSON.

Notes of readers belong to headings. With this file the page that lists all notes knows which of those
are still there, without fetching every page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import unescape

FILE = "assets/headings.json"


def headings(pages: Iterable) -> str:
    """Return address → [title, id → heading] of MkDocs' pages."""
    found = {page.url.removeprefix("./"): [page.title, dict(_listed(page.toc))] for page in pages}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _listed(items: Iterable) -> Iterator[tuple[str, str]]:
    for item in items:
        yield item.id, unescape(item.title)
        yield from _listed(item.children)
