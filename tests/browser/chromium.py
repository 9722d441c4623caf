"""Finds a Chromium for the tests; run as a program, installs one where none is found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from apt import apt_install

from mkdocs_lesson.ebook.browser import FLAGS as FLAGS  # printing starts it so, and all tests do

# Chromium without windows comes first: the same engine, a third of the work for each page.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def find_chromium() -> str | None:
    """The path of a Chromium: from $CHROMIUM, the system, or Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        return named
    for name in NAMES:
        if found := shutil.which(name):
            return found
    return str(MAC) if MAC.exists() else playwrights_own()


def playwrights_own() -> str | None:
    """The browser that `playwright install chromium` puts on a machine."""
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:  # `make ebook` does without
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install_chromium() -> bool:
    """Try the system's packages, where we may, then Playwright's own download."""
    if any(apt_install(name) and find_chromium() for name in NAMES[:2]):
        return True
    download = [sys.executable, "-m", "playwright", "install", "chromium"]
    print("no browser found; trying: playwright install chromium", flush=True)
    return subprocess.run(download, check=False).returncode == 0 and find_chromium() is not None


if __name__ == "__main__":
    if not find_chromium() and not install_chromium():
        sys.exit(
            "The tests need a browser and none could be installed. Install Chromium or Chrome, or name one: make test CHROMIUM=/path/to/chrome"
        )
    print(f"browser: {find_chromium()}")
