"""One built, served book for every gate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from server import Server, address, build_site, listening, serve


def pytest_ignore_collect(config) -> bool | None:
    """Nothing here is even read unless gates are asked for: only `make gates` installs what they import."""
    asked = config.getoption("markexpr")
    return True if "gates" not in asked or "not gates" in asked else None


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """What shows the book; a test may unplug it for a while."""
    with listening() as server:
        yield server


@pytest.fixture(scope="session")
def folder(server, tmp_path_factory) -> Path:
    """The built book. A gate that plants a fault does so in a copy."""
    folder = tmp_path_factory.mktemp("site")
    build_site(folder, address(server), EBOOK="ebook/book")
    return folder


@pytest.fixture(scope="session")
def site(server, folder) -> str:
    """The address that the book was built for, and is served at."""
    return serve(server, folder)
