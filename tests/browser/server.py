"""The book is built into a folder, and a web server on this machine shows it as a static host does."""

from __future__ import annotations

import gzip
import mimetypes
import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseRequestHandler
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).parents[2]
mimetypes.add_type("application/wasm", ".wasm")
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("font/woff2", ".woff2")
PART = re.compile(r"bytes=(\d+)-(\d*)$")
SQUEEZED = ("text/", "application/json", "application/wasm", "application/xml", "image/svg")


def build_site(folder: Path, url: str, **settings: str) -> None:
    """Build the book for one address, as `make site` does; `settings` are of the environment."""
    environment = os.environ | {"SITE_URL": url, "NO_MKDOCS_2_WARNING": "1"} | settings
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"the site does not build:\n{done.stderr}"


@lru_cache(maxsize=512)
def squeezed(path: Path, changed: float) -> bytes:
    """The gzip form of a file."""
    return gzip.compress(path.read_bytes(), 6)


class Handler(BaseHTTPRequestHandler):
    """GET with folders, parts, gzip, ETag and the site's own 404 page, under a base path."""

    protocol_version = "HTTP/1.1"
    folder: Path
    base: str

    def log_message(self, *_) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        self.answer(body=False)

    def do_GET(self) -> None:
        self.answer(body=True)

    def answer(self, *, body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.base):
            return self.send(404, self.folder / "404.html", body=body)
        target = (self.folder / path.removeprefix(self.base)).resolve()
        if not target.is_relative_to(self.folder):
            return self.send(404, self.folder / "404.html", body=body)
        if target.is_dir():
            if not path.endswith("/"):
                return self.redirect(path + "/")
            target /= "index.html"
        found = target.is_file()
        self.send(200 if found else 404, target if found else self.folder / "404.html", body=body)

    def redirect(self, to: str) -> None:
        self.send_response(301)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send(self, status: int, path: Path, *, body: bool) -> None:
        if not path.is_file():  # a folder without a 404 page
            return self.send_error(404)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        changed = path.stat().st_mtime
        tag = f'"{path.stat().st_size:x}-{path.stat().st_mtime_ns:x}"'
        if status == 200 and self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.send_header("ETag", tag)
            self.end_headers()
            return
        squeeze = kind.startswith(SQUEEZED) and "gzip" in self.headers.get("Accept-Encoding", "")
        content = squeezed(path, changed) if squeeze else path.read_bytes()
        asked = PART.match(self.headers.get("Range", "")) if status == 200 and not squeeze else None
        if asked:  # players of sound seek so
            start, stop = int(asked[1]), min(int(asked[2] or len(content)), len(content) - 1) + 1
            status, place = 206, f"bytes {start}-{stop - 1}/{len(content)}"
            content = content[start:stop]
        self.send_response(status)
        if asked:
            self.send_header("Content-Range", place)
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
        if squeeze:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("ETag", tag)
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if body:
            try:
                self.wfile.write(content)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the browser went away


class Server(ThreadingHTTPServer):
    """A server that is not surprised when a browser leaves, and can be unplugged."""

    daemon_threads = True
    request_queue_size = 256  # two browsers ask at once; who is turned away asks again after seconds

    def __init__(self, *where):
        self.connections: set[socket.socket] = set()
        super().__init__(*where)

    def process_request(self, request, client_address) -> None:
        self.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request) -> None:
        self.connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request, client_address) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def listening() -> Iterator[Server]:
    """A server on a free port of this machine that serves nothing yet: see `serve`."""
    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def serve(server: Server, folder: Path, base: str = "/") -> str:
    """Let `server` serve `folder` under `base`; return the address of the site."""
    server.RequestHandlerClass = type("Site", (Handler,), {"folder": folder.resolve(), "base": base})
    return address(server, base)


@contextmanager
def unplugged(server: Server) -> Iterator[None]:
    """Meanwhile nothing answers: open connections are cut, and who asks anew is hung up on."""
    site, server.RequestHandlerClass = server.RequestHandlerClass, BaseRequestHandler
    for each in list(server.connections):
        each.shutdown(socket.SHUT_RDWR)
    try:
        yield
    finally:
        server.RequestHandlerClass = site


def address(server: Server, base: str = "/") -> str:
    """The address that a site served under `base` has."""
    return f"http://127.0.0.1:{server.server_port}{base}"
