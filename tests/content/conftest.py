"""What the tests of the content count is said at the end, from every worker."""

from __future__ import annotations


def pytest_terminal_summary(terminalreporter):
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "counted" and report.when == "call":
                terminalreporter.write_line(value)
