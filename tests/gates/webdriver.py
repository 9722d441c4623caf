"""A reader in a browser whose driver speaks WebDriver's words: find elements, click, send keys."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds: Python starts in a few, on a busy machine in many
CSS = "css selector"
FOUND = """
const [[css, words], done] = arguments
const found = [...document.querySelectorAll(css)].find(
  (each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches(":disabled") && each.innerText.includes(words))
"""
FIND = FOUND + "found?.scrollIntoView({ block: 'center', behavior: 'instant' }); done(found ?? null)"
SAYS = FOUND + "done(found?.innerText ?? '')"
SHOW = "(css) => { document.querySelector(css).hidden = false }"
EVALUATE = """
const [given, done] = arguments
Promise.resolve((%s)(given)).then((value) => done({ value }), (error) => done({ error: String(error) }))
"""


class WebDriverReader(ABC):
    """See `journey.Reader`. What drivers spell differently, each says for itself."""

    stale: type[Exception]  # what an element says that is no longer there

    def __init__(self, driver: Any, downloads: Path):
        self._driver = driver
        self._downloads = downloads

    @abstractmethod
    def open(self, address: str) -> None: ...

    @abstractmethod
    def _run(self, script: str, given: Any) -> Any:
        """What a script, with one argument, hands to its callback."""

    def _wait(self, find: Callable[[], Any], what: str) -> Any:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if found := find():
                    return found
            except self.stale:
                pass
            time.sleep(0.1)
        raise TimeoutError(f"there is no {what}")

    def _first(self, css: str, words: str) -> Any:
        return self._wait(lambda: self._run(FIND, [css, words]), f"{css} that says {words!r}")

    def click(self, css: str, words: str = "") -> None:
        self._first(css, words).click()

    def fill(self, css: str, text: str) -> None:
        self._first(css, "").send_keys(text)

    def sees(self, css: str, words: str) -> str:
        self._first(css, words)
        return self._run(SAYS, [css, words])

    def gives(self, css: str, file: Path) -> None:
        self.evaluate(SHOW, css)  # no driver can use the window in which a file is chosen
        self._driver.find_element(CSS, css).send_keys(str(file))

    def takes(self, css: str, words: str) -> bytes:
        self.click(css, words)
        return self._wait(self._downloaded, "download")

    def _downloaded(self) -> bytes:
        """What came last, once it is whole."""
        files = [each for each in self._downloads.iterdir() if each.suffix == ".json"]
        return max(files, key=lambda each: each.stat().st_mtime).read_bytes() if files else b""

    def evaluate(self, function: str, given: Any = None) -> Any:
        answer = self._run(EVALUATE % function, given)
        assert "error" not in answer, answer["error"]
        return answer.get("value")
