"""A reader in WebKit; run as a program, installs what that needs where it is not found.

Playwright's own WebKit is a patched build. This is the small browser of WebKitGTK, the engine of
Safari, on a screen that nobody sees; its own driver speaks with Selenium. What pages log, neither
of them hands out: that nothing goes wrong unseen is proved in Chromium and in Firefox.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from apt import apt_install
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from webdriver import PATIENCE, WebDriverReader

DRIVER, SCREEN = "WebKitWebDriver", "Xvfb"
PACKAGES = ("webkit2gtk-driver", "xvfb")
OURS = "() => document.documentElement.lang"  # its own page about a fault names no language


def find_webkit() -> str | None:
    """The path of the newest browser that the driver knows, if all that it needs is there."""
    found = sorted(Path("/usr/lib").glob("*/webkit2gtk-*/MiniBrowser"))
    return str(found[-1]) if found and shutil.which(DRIVER) and shutil.which(SCREEN) else None


class WebKitReader(WebDriverReader):
    stale = StaleElementReferenceException

    def open(self, address: str) -> None:
        self._driver.get(address)
        assert self.evaluate(OURS), f"WebKit could not open {address}"

    def _run(self, script: str, given: Any) -> Any:
        return self._driver.execute_async_script(script, given)


@contextmanager
def screen() -> Iterator[str]:
    """A display of its own, which chooses its number."""
    command = [SCREEN, "-displayfd", "1", "-screen", "0", "1280x1024x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()


@contextmanager
def webkit_reader(home: Path) -> Iterator[WebKitReader]:
    """A browser that knows nothing yet, and lives in `home`, where it also saves files."""
    path = find_webkit()
    assert path, "no WebKit; `make gates` installs it"
    options = Options()
    options.binary_location = path
    options.add_argument("--automation")
    with screen() as display:
        environment = os.environ | {"DISPLAY": display, "HOME": str(home)}
        service = Service(shutil.which(DRIVER), env=environment)
        driver = WebKitGTK(options=options, service=service)
        try:
            driver.set_script_timeout(PATIENCE)
            driver.set_page_load_timeout(PATIENCE)
            driver.set_window_size(1280, 1000)
            yield WebKitReader(driver, home)
        finally:
            driver.quit()


if __name__ == "__main__":
    if not find_webkit() and not (apt_install(*PACKAGES) and find_webkit()):
        sys.exit(f"The gates need WebKit and it could not be installed. Install {' and '.join(PACKAGES)}.")
    print(f"WebKit: {find_webkit()}")
