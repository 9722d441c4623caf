"""A gate that was never seen to fail may be asleep: each has its planted fault, or is an example and no gate."""

from __future__ import annotations

import ast
import copy
from pathlib import Path

import pytest
import yaml
from rot import ROT

ROOT = Path(__file__).parents[1]
FOLDERS = ("tests/browser", "tests/content", "tests/gates")
LIST = yaml.safe_load((ROOT / "tests/planted.yml").read_text(encoding="utf-8"))
ROTTEN = {f"tests/content/{test}".replace("content/../", "").partition("[")[0] for test in ROT}


def names_in(path: Path) -> list[str]:
    """The tests that a file defines, as pytest names them."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    names = [
        each.name for each in body if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
    ]
    return [f"{path.relative_to(ROOT).as_posix()}::{name}" for name in names]


TESTS = {test for folder in FOLDERS for path in (ROOT / folder).rglob("test_*.py") for test in names_in(path)}


def faults(listed: dict, tests: set[str], rotten: set[str]) -> list[str]:
    """What the list lacks, and what it names that isn't there."""
    proved, planting = listed["proved"], {test for some in listed["proved"].values() for test in some}
    named = {*proved, *planting, *listed["within"], *rotten}
    examples = {test for test in tests if any(test.startswith(place) for place in listed["examples"])}
    idle = [place for place in listed["examples"] if not any(test.startswith(place) for test in tests)]
    return [
        *(
            f"{test}: plant a fault for it, and name both in tests/planted.yml"
            for test in tests - named - examples
        ),
        *(f"{test}: is listed, and there is no such test" for test in named - tests),
        *(f"{test}: names no test that plants its fault" for test, some in proved.items() if not some),
        *(f"{place}: is listed as an example, and there is none" for place in idle),
    ]


def test_every_gate_has_its_planted_fault():
    assert faults(LIST, TESTS, ROTTEN) == []


GATE = "tests/gates/test_html.py::test_every_page_is_valid"
WRONG = {
    "a new gate": lambda listed, tests: tests.add("tests/gates/test_html.py::test_every_page_is_short"),
    "a gate whose fault is gone": lambda listed, tests: tests.discard(
        "tests/gates/test_html.py::test_faults_are_found"
    ),
    "a gate that is gone": lambda listed, tests: tests.discard(GATE),
    "a gate that nothing proves": lambda listed, tests: listed["proved"].update({GATE: []}),
    "an example that is gone": lambda listed, tests: listed["examples"].append("tests/browser/test_gone.py"),
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_list_that_is_wrong_is_found_out(change):
    listed, tests = copy.deepcopy(LIST), set(TESTS)
    change(listed, tests)
    assert faults(listed, tests, ROTTEN) != []
