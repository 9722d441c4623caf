"""Programs of a page that go on where others ended share one Python, and nothing else does."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from run_program import Program
from watch import watched

pytestmark = pytest.mark.browser

SLUG = "perceptron-from-scratch"
ALONE = f"{SLUG}/learn-and"


@pytest.fixture(scope="module")
def page(browser, site):
    with watched(browser) as context:
        page = context.new_page()
        page.goto(f"{site}chapters/{SLUG}/")
        yield page


@pytest.fixture
def first(page):
    program = Program(page, f"{SLUG}/perceptron")
    yield program
    if program.button("Reset").is_visible():
        program.button("Reset").click()


@pytest.fixture
def second(page):
    program = Program(page, f"{SLUG}/xor-two-lines")
    yield program
    if program.button("Reset").is_visible():
        program.button("Reset").click()


def test_program_finds_what_it_continues_whether_that_was_run_or_not(first, second):
    for prepare in (lambda: None, first.run, Program(first.page, ALONE).run, second.run):
        prepare()
        second.run()
        expect(second.status).to_contain_text("same as recorded ✓")


def test_change_above_is_carried_on(first, second):
    first.edit(
        first.root.locator(".highlight code").text_content() + "\nrows = rows[::-1]\nprint('turned')\n"
    )
    second.run()
    assert second.output.splitlines()[1].split() == ["1", "1", "0", "1", "0"]
    assert "turned" not in second.output
    expect(second.label).to_have_text("Output of your version")
    second.button("Run all above").click()
    expect(first.root.locator(".output samp")).to_contain_text("turned")
    second.wait()
    assert second.output.splitlines()[1].split() == ["1", "1", "0", "1", "0"]


def test_failure_above_is_named_and_marks_no_line_here(first, second):
    first.edit("nothing = \n")
    second.run()
    assert 'File "perceptron.py", line 1' in second.output
    expect(second.root.locator(".failing")).to_have_count(0)
    second.button("Run all above").click()
    expect(first.status).to_contain_text("Failed")
    expect(second.status).to_have_text("perceptron.py did not come to its end, so this did not run.")


def test_what_a_program_leaves_reaches_only_what_continues_it(page, first, second):
    first.run()
    alone = Program(page, ALONE)
    assert "NameError" in alone.try_out("print(train)")
    alone.button("Reset").click()
    second.edit("print(len(rows), __name__)\nrows.clear()")
    second.run()
    second.run()  # from where the first one ended, not from where this one did
    assert second.output == "4 __main__\n"
