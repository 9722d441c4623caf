"""A reader in Firefox; run as a program, installs one where none is found.

Playwright's own Firefox is a patched build. The usual one has a driver built in, Marionette,
and Mozilla's client of it needs no program in between.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from apt import apt_install
from marionette_driver.errors import StaleElementException
from marionette_driver.marionette import Marionette
from webdriver import PATIENCE, WebDriverReader

NAMES = ("firefox-esr", "firefox")
MOUSE = dict.fromkeys(("ui.primaryPointerCapabilities", "ui.allPointerCapabilities"), 6)  # exact, and hovers
LOG_ACCESS = ["-remote-allow-system-access"]
COMPLAINTS = """return Services.console.getMessageArray()
  .filter((each) => each instanceof Ci.nsIScriptError && /^(blob:)?http/.test(each.sourceName))
  .filter(({ flags }) => !(flags & Ci.nsIScriptError.warningFlag))
  .map(String)"""


def find_firefox() -> str | None:
    """The path of a Firefox: from $FIREFOX or the system."""
    return os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, NAMES)), None)


class FirefoxReader(WebDriverReader):
    stale = StaleElementException

    def open(self, address: str) -> None:
        self._driver.navigate(address)

    def _run(self, script: str, given: Any) -> Any:
        return self._driver.execute_async_script(script, script_args=[given], sandbox=None)

    def complaints(self) -> list[str]:
        """What pages and their workers did wrong, from the browser's own log."""
        with self._driver.using_context("chrome"):
            return self._driver.execute_script(COMPLAINTS)


@contextmanager
def firefox_reader(home: Path) -> Iterator[FirefoxReader]:
    """A Firefox without a window, that knows nothing yet; in the end nothing may have gone wrong in it."""
    path = find_firefox()
    assert path, "no Firefox; `make gates` installs one"
    prefs = {"browser.download.folderList": 2, "browser.download.dir": str(home)} | MOUSE
    options = {
        "headless": True,
        "app_args": LOG_ACCESS,
        "gecko_log": str(home / "firefox.log"),
        "prefs": prefs,
    }
    driver = Marionette(bin=path, port=0, workspace=str(home), **options)
    try:
        driver.start_session()
        driver.timeout.script = driver.timeout.page_load = PATIENCE
        driver.set_window_rect(width=1280, height=1000)
        reader = FirefoxReader(driver, home)
        yield reader
        complaints = reader.complaints()
        assert not complaints, "\n".join(complaints)
    finally:
        driver.cleanup()


if __name__ == "__main__":
    if not find_firefox() and not (apt_install("firefox-esr") and find_firefox()):
        sys.exit(
            "The gates need Firefox and none could be installed. Install it, or name one: make gates FIREFOX=/path/to/firefox"
        )
    print(f"Firefox: {find_firefox()}")
