"""Waiting for a state that no locator shows."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Page

PATIENCE = 60  # seconds
ALIVE = """() => window.document$ && customElements.get("lesson-due")
  && ![...document.querySelectorAll(":not(:defined)")].some(({ localName }) => /^(demo|lesson)-/.test(localName))"""


def alive(page: Page) -> None:
    """Wait until the scripts of a page of the site have come: what stands in its HTML does what it says."""
    page.wait_for_function(ALIVE)


def until(page: Page, holds: Callable[[], object]) -> object:
    """Wait until something holds, and return it. (Playwright's `wait_for_function` waits for no promise.)"""
    end = time.monotonic() + PATIENCE
    while not (found := holds()):
        assert time.monotonic() < end, f"it did not come about in {PATIENCE} s"
        page.wait_for_timeout(20)  # what the browser tells comes in meanwhile
    return found
