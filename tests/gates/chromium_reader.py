"""A reader in Chromium, driven by Playwright, whose Watch notes all that a page must never do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from chromium import FLAGS, find_chromium
from playwright.sync_api import Locator, Page, expect, sync_playwright
from watch import watched
from webdriver import PATIENCE


class ChromiumReader:
    """See `journey.Reader`."""

    def __init__(self, page: Page):
        self._page = page
        page.set_default_timeout(PATIENCE * 1000)

    def _first(self, css: str, words: str) -> Locator:
        return self._page.locator(css).filter(has_text=words, visible=True).first

    def open(self, address: str) -> None:
        self._page.goto(address)

    def click(self, css: str, words: str = "") -> None:
        self._first(css, words).click()

    def fill(self, css: str, text: str) -> None:
        self._first(css, "").fill(text)

    def sees(self, css: str, words: str) -> str:
        expect(self._first(css, words)).to_be_visible(timeout=PATIENCE * 1000)
        return self._first(css, words).inner_text()

    def gives(self, css: str, file: Path) -> None:
        self._page.locator(css).set_input_files(file)

    def takes(self, css: str, words: str) -> bytes:
        with self._page.expect_download() as download:
            self.click(css, words)
        return download.value.path().read_bytes()

    def evaluate(self, function: str, given: Any = None) -> Any:
        return self._page.evaluate(function, given)


@contextmanager
def chromium_reader(home: Path) -> Iterator[ChromiumReader]:
    """A Chromium that knows nothing yet; in the end nothing may have gone wrong in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS, downloads_path=home)
        with browser, watched(browser, service_workers="allow") as context:
            yield ChromiumReader(context.new_page())
