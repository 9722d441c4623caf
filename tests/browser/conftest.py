"""A strict page for every test in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from chromium import FLAGS, find_chromium
from playwright.sync_api import Browser, Page, expect, sync_playwright
from watch import watched

expect.set_options(timeout=30_000)  # ms: on a busy machine a page takes its time


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process."""
    path = find_chromium()
    assert path, "no Chromium; run `make test`, which installs one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_context(browser: Browser):
    """Open contexts that are watched; the test fails if one of them complains."""
    with ExitStack() as opened:
        yield lambda **settings: opened.enter_context(watched(browser, **settings))


@pytest.fixture
def page(new_context) -> Page:
    """A page in a fresh, watched context."""
    return new_context().new_page()
