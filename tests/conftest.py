"""Options and paths that all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="rewrite recorded outputs")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the book."""
    return ROOT


def pytest_terminal_summary(terminalreporter):
    """What tests counted is said at the end, from every worker."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "counted" and report.when == "call":
                terminalreporter.write_line(value)
