"""What no page of the book may do, noted while a test drives it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext

USUAL = {"viewport": {"width": 1280, "height": 900}, "service_workers": "block"}
"""Keeping the whole book is slow: tests that are about it allow service workers."""

# How far what stands on the page was moved, but by the reader.
SHIFTS = """
  window.shifted = 0
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value
  }).observe({ type: "layout-shift", buffered: true })
"""


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


@contextmanager
def watched(browser: Browser, **settings) -> Iterator[BrowserContext]:
    """A context with the usual settings and these; in the end it may not have complained."""
    with browser.new_context(**USUAL | settings) as context:
        context.watch = Watch(context)
        yield context
    assert not context.watch.complaints, "\n".join(context.watch.complaints)
