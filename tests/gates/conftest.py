"""One built, served book for every gate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from server import address, build_site, listening, serve


def pytest_ignore_collect(config) -> bool | None:
    """Nothing here is even read unless gates are asked for: only `make gates` installs what they import."""
    asked = config.getoption("markexpr")
    return True if "gates" not in asked or "not gates" in asked else None


@pytest.fixture(scope="session")
def built_and_served(tmp_path_factory) -> Iterator[tuple[Path, str]]:
    with listening() as server:
        folder = tmp_path_factory.mktemp("site")
        build_site(folder, address(server))
        yield folder, serve(server, folder)


@pytest.fixture(scope="session")
def folder(built_and_served) -> Path:
    """The built book. A gate that plants a fault does so in a copy."""
    return built_and_served[0]


@pytest.fixture(scope="session")
def site(built_and_served) -> str:
    """The address that the book was built for, and is served at."""
    return built_and_served[1]
