"""The kinds of things on the site that a reader can operate, each in its states.

A kind is a function that takes its page. It operates one of them by keys alone, and yields each state that
matters: what it is called, and the part of the page that shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from playwright.sync_api import Locator, Page

States = Iterator[tuple[str, Locator]]


class Kind(NamedTuple):
    """Where a kind is found, what an earlier visit left there, and how it goes through its states."""

    path: str
    states: Callable[[Page], States]
    place: str = "book"
    stored: dict[str, str] = {}  # noqa: RUF012 (nobody changes it)
    shared: bool = False
    settings: dict = {}  # noqa: RUF012


KINDS: dict[str, Kind] = {}


def kind(
    path: str, *, name: str = "", place: str = "book", stored: dict | None = None, shared=False, **settings
):
    """Let a function be the kind of its name. `settings` are the browser's; a `shared` page is opened once for all who share it."""

    def add(states):
        KINDS[name or states.__name__.replace("_", "-")] = Kind(
            path, states, place, stored or {}, shared, settings
        )
        return states

    return add
