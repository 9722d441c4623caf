"""A built, served site and a strict page for every test in a real browser."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import FLAGS, find_chromium
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from server import address, listening, serve

ROOT = Path(__file__).parents[2]


def build_site(folder: Path, url: str) -> None:
    """Build the book for one address, as `make site` does."""
    environment = os.environ | {"SITE_URL": url, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"the site does not build:\n{done.stderr}"


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[str]:
    """The address of the book, built once and served from the root of a host."""
    with listening() as server:
        folder = tmp_path_factory.mktemp("site")
        build_site(folder, address(server))
        yield serve(server, folder)


@pytest.fixture(scope="session")
def subpath_site(tmp_path_factory) -> Iterator[str]:
    """The same book, built for and served under `/some/book/`."""
    with listening() as server:
        folder = tmp_path_factory.mktemp("subpath")
        build_site(folder, address(server, "/some/book/"))
        yield serve(server, folder, "/some/book/")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process."""
    path = find_chromium()
    assert path, "no Chromium; run `make test`, which installs one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Watch:
    """Notes what a page must never do: log an error, or ask another origin."""

    def __init__(self, context: BrowserContext):
        self.complaints: list[str] = []
        self.requests: list[str] = []
        context.on("request", self.request)
        context.on("console", self.console)
        context.on("weberror", lambda error: self.complaints.append(f"error: {error.error}"))
        context.on("response", self.response)

    def request(self, request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith(("http://127.0.0.1:", "blob:http://127.0.0.1:", "data:")):
            self.complaints.append(f"request to another origin: {request.url}")

    def console(self, message) -> None:
        if message.type == "error":
            self.complaints.append(f"console: {message.text}")

    def response(self, response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")


@pytest.fixture
def new_context(browser: Browser):
    """Open contexts that are watched; the test fails if one of them complains."""
    opened: list[tuple[BrowserContext, Watch]] = []

    def make(**settings) -> BrowserContext:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | settings)
        context.watch = Watch(context)
        opened.append((context, context.watch))
        return context

    yield make
    complaints = [c for _, watch in opened for c in watch.complaints]
    for context, _ in opened:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(new_context) -> Page:
    """A page in a fresh, watched context."""
    return new_context().new_page()
