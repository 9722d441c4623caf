"""Each kind of thing that a reader can operate says what is recorded, and is reached and worked by keys alone."""

from __future__ import annotations

import difflib
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from kinds import KINDS, chapter, demos, pages, questions  # noqa: F401 (they fill KINDS)
from playwright.sync_api import Page
from server import listening, serve
from spoken import focused, nameless, tree, walk
from study.assets import copy_assets
from study.every_type import write_page
from watch import watched

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
RECORDS = HERE / "spoken"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
MONDAY = "2026-11-02T12:00:00"
MOST = 60  # lines of a state
TIME = re.compile(
    r"\b(in|after) \d[\d.]* (ms|s)\b"
)  # what Python took is the one thing that differs each time


@pytest.fixture(scope="module")
def addresses(site, tmp_path_factory) -> dict[str, str]:
    """The book, and the pages that the tests of questions and cards have."""
    folder = tmp_path_factory.mktemp("spoken") / "study"
    shutil.copytree(HERE / "study/pages", folder)
    copy_assets(folder)
    (folder / "types").mkdir()
    write_page(folder / "types")
    with listening() as server:
        yield {"book": site, "study": serve(server, folder)}


@pytest.fixture(scope="module")
def opened(addresses, browser):
    """Returns a context manager that opens the page of a kind, on a Monday, for a reader who likes it calm."""
    with ExitStack() as until_the_end:
        shared: dict[str, Page] = {}

        @contextmanager
        def open_page(kind) -> Iterator[Page]:
            address = addresses[kind.place]
            left = [{"name": f"/|{key}", "value": value} for key, value in kind.stored.items()]
            state = {"cookies": [], "origins": [{"origin": address.rstrip("/"), "localStorage": left}]}
            with ExitStack() as until_then:
                page = shared.get(kind.path) if kind.shared else None
                if not page:
                    until = until_the_end if kind.shared else until_then
                    context = watched(browser, storage_state=state, reduced_motion="reduce", **kind.settings)
                    page = until.enter_context(context).new_page()
                    page.clock.install(time=MONDAY)
                    page.goto(address + kind.path)
                if kind.shared:
                    shared[kind.path] = page
                    page.evaluate("document.activeElement.blur()")
                yield page

        yield open_page


def met(kind, page: Page) -> tuple[str, list[str]]:
    """What a reader hears in each state of a kind, and what goes wrong on the way through it by Tab."""
    told, faults = [], []
    for state, part in kind.states(page):
        heard = tree(part)
        lines = ADDRESS.sub("", TIME.sub(r"\1 … s", heard)).split("\n")
        told += [
            "",
            f"# {state}; the focus is on: {focused(page)}",
            *lines[:MOST],
            *["# …"][: len(lines) > MOST],
        ]
        _, wrong = walk(part)
        faults += [f"{state}: {each}" for each in nameless(heard) + wrong]
    return "\n".join(told[1:]) + "\n", faults


@pytest.mark.parametrize("name", KINDS)
def test_kind_says_what_is_recorded_and_works_by_keyboard(opened, name, pytestconfig):
    with opened(KINDS[name]) as page:
        heard, faults = met(KINDS[name], page)
    assert faults == [], "\n".join(faults)
    compare(RECORDS / f"{name}.yml", heard, update=pytestconfig.getoption("--update"))


def compare(path: Path, heard: str, *, update: bool) -> None:
    """What is heard is what is recorded."""
    if update:
        path.write_text(heard, encoding="utf-8")
    recorded = path.read_text(encoding="utf-8") if path.exists() else ""
    if heard != recorded:
        lines = difflib.unified_diff(
            recorded.splitlines(), heard.splitlines(), path.name, "heard", lineterm=""
        )
        remedy = f"If it is meant: pytest tests/browser/test_spoken.py -k {path.stem} --update, and read the diff aloud."
        pytest.fail("\n".join([*lines, remedy]), pytrace=False)


ON_THE_WAY = {
    "shows no focus": "button.style.outline = 'none'",
    "is out of sight": "button.style.cssText = 'position: absolute; left: -999px'",
    "is not reached by Tab": "button.tabIndex = -1",
    "holds the focus": "button.onkeydown = (event) => event.preventDefault()",
    "comes too late": """
      button.parentElement.insertAdjacentHTML("afterbegin", `<a tabindex="-1">early</a>`)
      button.onkeydown = (event) => { event.preventDefault(); button.parentElement.firstChild.focus() }""",
}


@pytest.mark.parametrize("fault", ON_THE_WAY)
def test_fault_on_the_way_is_found(new_context, addresses, fault):
    page = new_context().new_page()
    page.goto(addresses["study"] + "types/")
    part = page.locator("lesson-quiz:defined form").first
    assert walk(part)[1] == []
    part.get_by_role("button", name="Check").evaluate(f"button => {{ {ON_THE_WAY[fault]} }}")
    assert any(fault in each for each in walk(part)[1])


def test_control_without_a_name_and_another_tree_are_found(new_context, addresses, tmp_path):
    page = new_context().new_page()
    page.goto(addresses["study"] + "types/")
    part = page.locator("lesson-quiz:defined").first
    before = tree(part)
    assert nameless(before) == []
    part.get_by_role("button", name="Check").evaluate("button => { button.textContent = '' }")
    assert nameless(tree(part)) == ["button: has no name"]
    record = tmp_path / "question.yml"
    compare(record, before, update=True)
    with pytest.raises(
        pytest.fail.Exception, match=r'-- button "Check"\n\+- button(.|\n)*read the diff aloud'
    ):
        compare(record, tree(part), update=False)


def test_records_are_those_of_the_kinds():
    assert {path.stem for path in RECORDS.glob("*.yml")} == set(KINDS)
