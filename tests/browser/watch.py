"""What no page of the book may do, noted while a test drives it."""

from __future__ import annotations

from playwright.sync_api import BrowserContext


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
