"""What of a book can stand elsewhere comes in; the lists for teachers go out: lines to copy, worksheets to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape
from itertools import groupby
from urllib.parse import urljoin, urlsplit

from mkdocs_lesson.embeds import DEMO, FIGURE, QUIZ, Embed
from mkdocs_lesson.page import Page
from mkdocs_lesson.render.text import attributes, counted
from mkdocs_lesson.worksheets import Worksheet

OWN_MACHINE = ("127.0.0.1", "localhost", None)
MAY = ' allow="clipboard-write"'  # demos have a button that copies a program


def kind(each: Embed) -> str:
    """What readers call it: a quiz is all questions of a chapter, or one."""
    return "question" if each.kind == QUIZ and each.anchor else each.kind


def line(each: Embed, site: str) -> str:
    """The one line that shows a thing on another page."""
    title = f"{each.title} ({kind(each)})"
    return (
        f'<iframe src="{escape(urljoin(site, each.address))}" title="{escape(title)}" width="100%" '
        f'height="{each.height}" loading="lazy" style="border:0"{MAY if each.kind == DEMO else ""}></iframe>'
    )


def render_embeds(found: Iterable[Embed], site: str, root: str) -> str:
    """Return `<lesson-embeds>`: for each page of the book what it lends, in the order that it comes in.

    Args:
        found: What there is, page by page.
        site: The address of the published site. On one's own machine the script writes the page's own.
        root: The way from the page that shows the list to the root of the site.
    """
    own = urlsplit(site).hostname in OWN_MACHINE
    opening = attributes(data_site=site or "/", data_here=own)
    pages = "".join(_of_page(page, list(each), site, root) for page, each in groupby(found, lambda e: e.page))
    return f"<lesson-embeds{opening} data-search-exclude>{pages}</lesson-embeds>"


def _of_page(page: Page, found: list[Embed], site: str, root: str) -> str:
    there = sorted(found, key=lambda each: [DEMO, FIGURE, QUIZ].index(each.kind))  # and as the page has them
    numbers = Counter(map(kind, there))
    what = ", ".join(counted(number, noun) for noun, number in numbers.items() if noun != QUIZ)
    items = "".join(_item(each, site, root) for each in there)
    return (
        f'<details class="lent"><summary>{escape(page.title)} <small>{what}</small></summary>'
        f"<ul>{items}</ul></details>"
    )


def _item(each: Embed, site: str, root: str) -> str:
    code = line(each, site)
    field = attributes(readonly=True, value=code, aria_label=f"Line for: {each.title}")
    return (
        f'<li><span class="kind">{kind(each)}</span> '
        f'<a href="{root}{each.address}">{escape(each.title)}</a><input{field}></li>'
    )


def render_worksheets(found: Iterable[Worksheet], root: str) -> str:
    """Return the list of worksheets, each without and with answers."""
    items = "".join(
        f'<li><a href="{root}{each.address()}">{title}</a> <small>{counted(len(each.questions), "question")}</small>, '
        f'<a href="{root}{each.address(answers=True)}" aria-label="{title} with answers">with answers</a></li>'
        for each in found
        for title in [escape(each.page.title)]
    )
    return f"<ul>{items}</ul>"
