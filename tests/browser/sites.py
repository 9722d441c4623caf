"""The book is built at most once for each place it may be served from, whichever test of whichever process asks first.

The first process of pytest listens and serves; those that it starts learn from it where.
"""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import NamedTuple

from server import build_site, listening, serve

BASES = {"root": "/", "folder": "/some/book/"}


class Site(NamedTuple):
    """Where the built book lies, and where it is served."""

    folder: str
    url: str

    def built(self) -> Site:
        """The same, once the book is in its folder."""
        folder = Path(self.folder)
        done = folder.with_suffix(".done")
        with folder.with_suffix(".lock").open("w") as lock:
            flock(lock, LOCK_EX)
            if not done.exists():
                build_site(folder, self.url)
                done.touch()
        return self


class Sites:
    """A plugin of the first process: a server for each base."""

    def __init__(self):
        self.opened = ExitStack()
        self.home = Path(self.opened.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        self.sites = {name: self.site(name, base) for name, base in BASES.items()}

    def site(self, name: str, base: str) -> Site:
        folder = self.home / name
        folder.mkdir()
        return Site(str(folder), serve(self.opened.enter_context(listening()), folder, base))

    def pytest_configure_node(self, node) -> None:
        """xdist is about to start a process."""
        node.workerinput["sites"] = {name: tuple(site) for name, site in self.sites.items()}

    def pytest_unconfigure(self) -> None:
        self.opened.close()


def sites_of(config) -> dict[str, Site]:
    """The sites, in whichever process this is."""
    if hasattr(config, "workerinput"):
        return {name: Site(*site) for name, site in config.workerinput["sites"].items()}
    return config.pluginmanager.get_plugin("sites").sites
