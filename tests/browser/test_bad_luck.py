"""Storage that is refused, damaged or full, workers that die, a network that crawls: the book goes on."""

from __future__ import annotations

import re

import pytest
from keeping import kept_offline
from playwright.sync_api import expect
from run_program import BY_HAND, CHAPTER, Program
from study.actions import FULL, REFUSED
from waiting import until
from watch import SHIFTS

pytestmark = pytest.mark.browser

QUESTION = "lesson-quiz[id='artificial-neuron/bias-only']"
JUNK = ("", "{", "[]", "null", '"x"', '{"at":1,"body":7}', '{"g":9}', '{"at":1790000000000,"body":{"x":[]}}')
JUNK_KEYS = (
    f"/|d|program|{BY_HAND}",
    "/|d|exercise|artificial-neuron/two-of-three",
    "/|d|preference|confidence",
    "/|d|preference|a-day",
    "/|d|preference|offline",
    "/|d|review|gone",
    "/|e|c|artificial-neuron/bias-role|mi8wp2o0",
    "/|e|q|artificial-neuron/bias-only|mi8wp2o0",
)
AWAY_AND_BACK = "() => document.dispatchEvent(new Event('visibilitychange'))"


def answer_rightly(page):
    """Answer a question of the chapter; what the page says to it."""
    asked = page.locator(QUESTION)
    asked.locator("input[name=answer]").fill(asked.get_attribute("data-answer"))
    asked.get_by_role("button", name="Check").click()
    return asked.get_by_role("status")


@pytest.mark.parametrize(
    ("script", "why"), [(REFUSED, "does not let the site store anything"), (FULL, "storage is full")]
)
def test_chapter_lives_in_memory_where_nothing_can_be_stored(new_context, site, script, why):
    context = new_context()
    context.add_init_script(script)
    page = context.new_page()
    page.goto(site + CHAPTER)
    expect(answer_rightly(page)).to_contain_text("Right. Not saved: ")
    expect(answer_rightly(page)).to_contain_text(why)
    page.evaluate(AWAY_AND_BACK)
    page.locator("#menu a", has_text="Review").first.click()
    expect(page.locator(".progress-counts")).to_contain_text("1 question answered")
    expect(page.locator(".progress-counts")).to_contain_text(why)


@pytest.mark.parametrize("shift", [0, 3])  # so that each place holds two kinds of damage
def test_pages_live_on_damaged_progress(new_context, site, shift):
    junk = JUNK[shift:] + JUNK[:shift]
    kept = [{"name": key, "value": text} for key, text in zip(JUNK_KEYS, junk, strict=True)]
    state = {"cookies": [], "origins": [{"origin": site.rstrip("/"), "localStorage": kept}]}
    page = new_context(storage_state=state).new_page()
    page.goto(site + CHAPTER)
    expect(answer_rightly(page)).to_have_text("Right.")
    page.goto(site + "review/")
    expect(page.locator("lesson-review .session-status")).to_contain_text(re.compile("Nothing left|1 of"))


SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}


def test_page_stands_still_on_a_slow_line(new_context, site):
    page = new_context().new_page()
    page.add_init_script(SHIFTS)
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", SLOW)
    page.goto(site + CHAPTER, wait_until="networkidle")
    assert page.evaluate("shifted") <= 0.01


def test_button_that_nobody_hears_yet_can_not_be_pressed(page, site):
    held = []
    page.route("**/elements/index.js", lambda route: held.append(route))
    page.goto(site + "review/", wait_until="commit")
    buttons = [page.get_by_role("button", name=name) for name in ("Export", "Import", "Erase")]
    for button in buttons:
        expect(button).to_be_disabled()
    until(page, lambda: held)
    held[0].continue_()
    for button in buttons:
        expect(button).to_be_enabled()


@pytest.fixture
def cramped(browser, site):
    """A page, and a function after which its device has no more room."""
    context = browser.new_context()  # what does not fit is logged
    page = context.new_page()
    quota = {"origin": site.rstrip("/"), "quotaSize": 1_000_000}
    wire = context.new_cdp_session(page)
    yield page, lambda: wire.send("Storage.overrideQuotaForOrigin", quota)
    context.close()


def test_program_runs_where_python_can_not_be_kept(cramped, site):
    page, fill_device = cramped
    page.goto(site)
    kept_offline(page)
    fill_device()
    page.goto(site + CHAPTER)
    program = Program(page)
    program.run()
    expect(program.status).to_contain_text("same as recorded ✓")


def test_device_without_room_says_so(cramped, site):
    page, fill_device = cramped
    fill_device()
    page.goto(site + "contents/")
    page.get_by_role("button", name="Make all available offline").click()
    offline = page.locator("lesson-offline")
    expect(offline.get_by_role("status")).to_contain_text("this device has no room")
    expect(offline.get_by_role("button", name="Make all")).to_be_enabled()


def test_take_notes_can_be_pressed_once_a_press_is_heard(new_context, site):
    page = new_context(service_workers="block").new_page()
    held = []
    page.route("**/elements/index.js*", lambda route: held.append(route))
    page.goto(site + CHAPTER)
    until(page, lambda: held)
    take = page.get_by_role("button", name="Take notes")
    expect(take).to_be_disabled()
    held.pop().continue_()
    take.click()
    expect(page.get_by_role("button", name="Note on this page")).to_be_focused()
