"""Options and paths that all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import Sites, sites_of

ROOT = Path(__file__).parents[1]


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="rewrite recorded outputs")
    parser.addoption("--table", action="store_true", help="list the programs and what they ran on")


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Sites(), "sites")


@pytest.fixture(scope="session")
def site(pytestconfig) -> str:
    """The address of the book, built once and served from the root of a host."""
    return sites_of(pytestconfig)["root"].built().url


@pytest.fixture(scope="session")
def site_folder(pytestconfig) -> Path:
    """The book as `site` serves it; to be read, not to be changed."""
    return Path(sites_of(pytestconfig)["root"].built().folder)


@pytest.fixture(scope="session")
def subpath_site(pytestconfig) -> str:
    """The same book, built for and served under `/some/book/`."""
    return sites_of(pytestconfig)["folder"].built().url


@pytest.fixture(scope="session")
def subpath_folder(pytestconfig) -> Path:
    """The book as `subpath_site` serves it; to be read, not to be changed."""
    return Path(sites_of(pytestconfig)["folder"].built().folder)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the book."""
    return ROOT


@pytest.fixture
def ran(record_property):
    """Note for the table that a program ran on an engine, and how its output compares with the record."""
    return lambda program, engine, found: record_property("ran", [program.name, engine, found])


ENGINES = ("NumPy", "plainnet", "PyTorch", "page")


def table_of(ran: list[list[str]]) -> list[str]:
    """The lines of a table: a row for each program, a column for each engine."""
    found: dict[str, dict[str, str]] = {}
    for program, engine, how in ran:
        found.setdefault(program, {})[engine] = how
    wide = max(map(len, found), default=0)
    rows = [
        ("program", ENGINES),
        *((name, [found[name].get(e, "") for e in ENGINES]) for name in sorted(found)),
    ]
    lines = [f"{name:{wide}}  {'  '.join(f'{cell:9}' for cell in cells)}".rstrip() for name, cells in rows]
    alike = sum(how != "differs" for _, _, how in ran)
    return [*lines, f"{len(found)} programs, {len(ran)} runs: {alike} print what is recorded"]


def pytest_terminal_summary(terminalreporter, config):
    """What tests counted is said at the end, from every worker."""
    if config.getoption("table"):
        reports = [r for kind in ("passed", "failed") for r in terminalreporter.getreports(kind)]
        ran = [
            value for r in reports if r.when == "call" for name, value in r.user_properties if name == "ran"
        ]
        terminalreporter.write_line("\n".join(["", *table_of(ran)]))
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "counted" and report.when == "call":
                terminalreporter.write_line(value)
