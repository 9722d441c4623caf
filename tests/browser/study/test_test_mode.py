"""A test: several questions, silent until the reader finishes."""

import pytest
from axe import violations
from playwright.sync_api import expect
from study.actions import check, events, question, status

pytestmark = pytest.mark.browser


def begin(page):
    page.get_by_role("switch", name="As a test").check()


def finish(page):
    page.get_by_role("button", name="Finish").click()


def said(page):
    return page.locator(".test-status")


def test_practice_is_the_rule_and_each_question_answers_at_once(study):
    page = study("test/")
    expect(page.get_by_role("button", name="Finish")).to_be_hidden()
    question(page, "sign").get_by_label("0", exact=True).check()
    check(question(page, "sign"))
    expect(status(question(page, "sign"))).to_have_text("Right.")


def test_a_test_says_nothing_until_its_end_and_then_everything(study):
    page = study("test/")
    begin(page)
    expect(page.get_by_role("button", name="Check")).to_have_count(0)
    expect(page.locator(".hint:visible")).to_have_count(0)
    question(page, "sign").get_by_label("1", exact=True).check()
    question(page, "bias").get_by_role("textbox").fill("0.1")
    question(page, "bias").get_by_role("textbox").press("Enter")
    expect(page.locator(".key:visible")).to_have_count(0)
    assert events(page, "q") == []
    assert violations(page) == []
    finish(page)
    expect(said(page)).to_have_text("Not answered yet: 1. Finish again to leave it so.")
    assert events(page, "q") == []
    finish(page)
    expect(said(page)).to_contain_text("1 of 3 right.")
    expect(said(page)).to_be_focused()
    expect(question(page, "sign").locator(".whys li:visible")).to_have_text(["You dropped the sign."])
    expect(status(question(page, "bias"))).to_have_text("Right.")
    assert sorted(event["ok"] for event in events(page, "q")) == [False, True]
    expect(page.get_by_role("switch")).not_to_be_checked()
    assert violations(page) == []
    expect(said(page).get_by_role("link")).to_have_attribute(
        "href", page.url.replace("test/", "results/#neuron")
    )


def test_a_test_is_taken_with_the_keyboard_alone(study):
    page = study("test/")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("0.1")
    page.keyboard.press("Tab")
    page.keyboard.type("0.40\n-0.21")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Finish")).to_be_focused()
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("3 of 3 right.")


def test_a_test_that_is_given_up_leaves_practice_and_no_events(study):
    page = study("test/")
    begin(page)
    question(page, "sign").get_by_label("1", exact=True).check()
    page.get_by_role("switch").uncheck()
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.get_by_role("button", name="Check")).to_have_count(3)
    assert events(page, "q") == []
