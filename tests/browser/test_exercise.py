"""Exercises in the page: written, checked and diagnosed in a real browser by the page's Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect
from watch import watched

from mkdocs_lesson.book import open_book

CHAPTER = "chapters/artificial-neuron/"
EXERCISES = {e.name: e for e in open_book(Path(__file__).parents[2]).exercises.values()}
BATCH = "artificial-neuron/exercise-batch"
PATIENCE = 120_000  # ms: Python starts in seconds, on a busy machine in many

pytestmark = pytest.mark.browser


class Exercise:
    """One exercise on the page, as a reader uses it."""

    def __init__(self, page, name=BATCH):
        self.page = page
        self.root = page.locator(f"lesson-exercise[id='{name}']")
        self.verdict = self.root.locator(".verdict")
        self.headline = self.root.locator(".verdict-headline")
        self.editor = self.root.locator("textarea.pce-textarea")

    def button(self, name):
        return self.root.get_by_role("button", name=name, exact=True)

    def write(self, source):
        expect(self.button("Check")).to_be_visible()  # the script has come
        if self.button("Edit").is_visible():
            self.button("Edit").click()
        self.editor.fill(source)

    def check(self):
        self.button("Check").click()
        expect(self.headline).not_to_have_text("", timeout=PATIENCE)

    def attempt(self, source):
        """Check an attempt; return whether it is right."""
        self.write(source)
        self.check()
        return self.root.get_attribute("data-result")


@pytest.fixture(scope="module")
def warm(browser, site):
    """The chapter with Python loaded, for all tests that need no fresh page."""
    with watched(browser, service_workers="allow") as context:
        page = context.new_page()
        page.goto(site + CHAPTER)
        Exercise(page).check()
        yield page


@pytest.fixture(scope="module")
def reader(browser, site):
    """Someone who goes from page to page, so that Python is loaded once."""
    with watched(browser) as context:
        page = context.new_page()
        page.goto(site)
        yield page


@pytest.fixture
def exercise(warm):
    exercise = Exercise(warm)
    yield exercise
    if exercise.button("Reset").is_visible():
        exercise.button("Reset").click()


def kept(page, kind):
    """The values of what the page stored of a kind."""
    pairs = page.evaluate("Object.entries(localStorage)")
    return [json.loads(value) for key, value in sorted(pairs) if f"|{kind}|" in key]


@pytest.mark.parametrize("slug", sorted({name.split("/")[0] for name in EXERCISES}))
def test_every_exercise_is_judged_as_the_tests_judge_it(reader, slug):
    page = reader
    page.locator(f"#menu a[href$='{slug}/']").first.dispatch_event("click")
    page.locator(f"lesson-exercise[id^='{slug}/']").first.wait_for()
    for name, source in EXERCISES.items():
        if not name.startswith(f"{slug}/"):
            continue
        exercise = Exercise(page, name)
        exercise.check()
        assert exercise.root.get_attribute("data-result") == "wrong", f"{name}: the stub passes"
        for mistake in source.mistakes[:1]:  # the others are proved without a page
            assert exercise.attempt(mistake.code) == "wrong", f"{name}: {mistake.name} passes"
            wanted = exercise.root.locator(f"[data-mistake='{mistake.name}']").text_content()
            assert exercise.root.locator(".diagnosis").text_content() == wanted
        assert exercise.attempt(source.part("solution")) == "right", exercise.verdict.text_content()
        expect(exercise.root.locator(".answer")).to_have_attribute("open", "")


def test_wrong_attempt_is_told_what_came_and_how_far_it_got(exercise):
    exercise.attempt("def neuron(X, w, b):\n    return X @ w")
    expect(exercise.headline).to_have_text("Not yet: 1 of 4 checks passes.")
    expect(exercise.verdict).to_contain_text("it returns -0.3100; expected 0.4477")
    expect(exercise.root.locator(".diagnosis")).to_have_count(0)


def test_attempt_that_breaks_down_shows_its_own_lines(exercise):
    exercise.attempt("def neuron(X, w, b):\n    return X @ w + c")
    expect(exercise.verdict).to_contain_text("NameError: name 'c' is not defined")
    said = exercise.root.locator(".output samp").text_content()
    assert 'File "exercise-batch.py", line 2, in neuron' in said
    assert "python-exam" not in said and "check" not in said
    expect(exercise.root.locator(".editor .failing")).to_contain_text("X @ w + c")


def test_attempt_that_is_no_python_is_said_plainly(exercise):
    exercise.attempt("def neuron(X, w, b)\n    return 0")
    expect(exercise.headline).to_contain_text("Your code stops in line 1")
    expect(exercise.root.locator(".output samp")).to_contain_text("SyntaxError: expected ':'")


def test_what_an_attempt_prints_is_shown(exercise):
    exercise.attempt("print('I am here')\ndef neuron(X, w, b):\n    return X @ w + b")
    expect(exercise.root.locator(".output samp")).to_have_text("I am here\n")


def test_endless_attempt_can_be_stopped(exercise):
    exercise.write("while True:\n    pass")
    exercise.button("Check").click()
    exercise.button("Stop").click(timeout=PATIENCE)
    expect(exercise.verdict).to_contain_text("Stopped")
    expect(exercise.button("Check")).to_be_visible()


def test_keyboard_alone_is_enough(page, site):
    page.goto(site + CHAPTER)
    exercise, keyboard = Exercise(page), page.keyboard
    exercise.button("Edit").focus()
    keyboard.press("Enter")
    expect(exercise.editor).to_be_focused()
    keyboard.press("Control+a")
    keyboard.type("neuron = 3")
    keyboard.press("Control+Enter")
    expect(exercise.verdict).to_contain_text("'int' object is not callable", timeout=PATIENCE)
    keyboard.press("Escape")
    keyboard.press("Tab")
    expect(exercise.editor).not_to_be_focused()
    expect(exercise.verdict).to_have_attribute("role", "status")


def test_attempts_and_drafts_are_kept(page, site):
    page.goto(site + CHAPTER)
    exercise = Exercise(page)
    right = EXERCISES[BATCH].part("solution")
    assert exercise.attempt("def neuron(X, w, b):\n    return 1") == "wrong"
    assert exercise.attempt(right) == "right"
    assert [event["ok"] for event in kept(page, "x")] == [False, True]
    page.reload()
    expect(exercise.editor).to_have_value(right)
    expect(exercise.verdict).to_contain_text("You solved this on")
    exercise.button("Reset").click()
    page.reload()
    expect(exercise.button("Edit")).to_be_visible()
    expect(exercise.editor).to_have_count(0)
    assert len(kept(page, "x")) == 2


EDITOR = "**/prism-code-editor.js"


def test_draft_is_checked_and_kept_though_its_editor_has_not_come(page, site):
    page.goto(site + CHAPTER)
    exercise = Exercise(page)
    right = EXERCISES[BATCH].part("solution")
    exercise.write(right)
    held = []
    page.route(EDITOR, lambda route: held.append(route))
    page.reload()
    exercise.check()
    assert exercise.root.get_attribute("data-result") == "right"
    assert len(held) == 1
    held.pop().continue_()
    expect(exercise.editor).to_have_value(right)
    page.unroute(EDITOR)
    page.reload()
    expect(exercise.editor).to_have_value(right)


def test_draft_of_another_tab_outlives_a_check_and_is_there_to_edit(new_context, site):
    context = new_context()
    here, there = context.new_page(), context.new_page()
    here.goto(site + CHAPTER)
    exercise = Exercise(here)
    expect(exercise.button("Check")).to_be_visible()
    there.goto(site + CHAPTER)
    Exercise(there).write("mine = 1\n")
    here.wait_for_function(
        "() => Object.entries(localStorage).some(([key, text]) => key.includes('|d|exercise|') && text.includes('mine'))"
    )
    exercise.check()
    exercise.button("Edit").click()
    expect(exercise.editor).to_have_value("mine = 1\n")


def test_nothing_of_python_is_fetched_before_the_reader_comes_near(page, site):
    page.goto(site + CHAPTER, wait_until="networkidle")
    exercise = Exercise(page)
    exercise.root.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    asked = page.context.watch.requests
    assert not [url for url in asked if "/vendor/python/" in url]


def test_exercise_reads_without_script(new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site + CHAPTER)
    root = Exercise(page).root
    expect(root.locator(".task")).to_contain_text("Return the N outputs")
    expect(root.locator(".stub")).to_contain_text("def neuron")
    answer = root.locator(".answer")
    answer.locator("summary").click()
    expect(answer.locator("code").first).to_contain_text("np.exp(-z)")
    expect(answer.locator(".mistakes li").first).to_be_visible()
    assert not root.locator("button").count()


def test_exercise_fits_on_a_phone(new_context, site):
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(site + CHAPTER)
    exercise = Exercise(page)
    exercise.button("Edit").click()
    expect(exercise.editor).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
