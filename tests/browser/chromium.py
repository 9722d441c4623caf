"""Finds a Chromium for the tests; run as a program, installs one where none is found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install_chromium() -> bool:
    """Try the system's packages, where we may, then Playwright's own download."""
    ways = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        install = [
            "apt-get",
            "install",
            "-y",
            "-qq",
            "--no-install-recommends",
            "-o",
            "DPkg::Lock::Timeout=300",
        ]
        ways.insert(0, [*sudo, *install, "chromium"])
        subprocess.run([*sudo, "apt-get", "update", "-qq"], check=False)
    for way in ways:
        print(f"no browser found; trying: {' '.join(way)}", flush=True)
        if subprocess.run(way, check=False).returncode == 0 and find_chromium():
            return True
    return False


if __name__ == "__main__":
    if not find_chromium() and not install_chromium():
        sys.exit(
            "The tests need a browser and none could be installed. Install Chromium or Chrome, or name one: make test CHROMIUM=/path/to/chrome"
        )
    print(f"browser: {find_chromium()}")
