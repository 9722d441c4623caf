"""Every gate on the book's content fails when its fault is there: all are planted in one copy, and tested once."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from book_copy import copy_book, run_tests
from rot import ROT

pytestmark = pytest.mark.slow
HERE = Path("tests/content")


def plant(folder: Path) -> None:
    """Make every edit of the table in a copy."""
    for test, (edit, _) in ROT.items():
        if edit is None:
            continue
        path, turn = folder / edit[0], edit[1]
        before = path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else ""
        after = turn(before)
        assert after != before, f"{test}: the edit changes nothing in {edit[0]}"
        if after is None:
            path.unlink()
        else:
            path.write_bytes(after.encode("utf-8", "surrogateescape"))


def complaints(report: Path) -> dict[str, str]:
    """What each test that failed said, by its name."""
    cases = ET.parse(report).iter("testcase")
    return {
        case.get("name"): found.get("message") + found.text
        for case in cases
        for found in case.iter("failure")
    }


def test_every_planted_fault_is_found(tmp_path):
    folder, report = copy_book(tmp_path / "copy"), tmp_path / "report.xml"
    plant(folder)
    tests = [(HERE / test).as_posix().replace("tests/content/../", "tests/") for test in ROT]
    done = run_tests(folder, *tests, f"--junitxml={report}", "--tb=short")
    assert done.returncode == 1, f"expected failing tests, got:\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
    said = complaints(report)
    unseen = [test for test, (_, words) in ROT.items() if words not in said.get(test.partition("::")[2], "")]
    assert not unseen, f"these pass, or fail for another reason: {unseen}"
