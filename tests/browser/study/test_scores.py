"""After a test: the wrong ones again, and how the tests before ended."""

import json

import pytest
from axe import violations
from playwright.sync_api import expect
from study.actions import FULL, REFUSED, check, events, question
from study.test_test_mode import begin, finish, said

pytestmark = pytest.mark.browser

NOON = "2026-11-21T12:00:00Z"
NEXT_NOON = "2026-11-22T12:00:00Z"
DAY = 20_778  # that of NOON
KEY = "d|test|neuron"


def kept(*scores):
    """What earlier visits left: scores, each with how many days before NOON it was, and how many of 3 were right."""
    body = [{"day": DAY - ago, "right": right, "of": 3} for ago, right in scores]
    return {KEY: json.dumps({"at": 1_700_000_000_000, "body": body})}


def answer(page, *, sign="0", bias="0.1", prints="0.40\n-0.21"):
    question(page, "sign").get_by_label(sign, exact=True).check()
    question(page, "bias").get_by_role("textbox").fill(bias)
    question(page, "prints").get_by_role("textbox").fill(prints)


def take(page, **wrong):
    begin(page)
    answer(page, **wrong)
    finish(page)
    expect(said(page).get_by_role("link", name="What you know")).to_be_visible()


def before(page):
    return page.locator(".test-before")


def again(page):
    return page.get_by_role("button", name="The wrong ones again")


def practise_all(page):
    return page.get_by_role("button", name="Practise all")


def shown(page):
    return page.locator("lesson-quiz:visible").evaluate_all("all => all.map(({ id }) => id)")


WHOLE = ["neuron/sign", "neuron/bias", "neuron/prints"]


def test_only_the_wrong_ones_are_asked_again_by_keys_until_all_are_right(study):
    page = study("test/")
    take(page, sign="1", prints="0")
    expect(said(page)).to_contain_text("1 of 3 right.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(again(page)).to_be_focused()
    page.keyboard.press("Enter")
    assert shown(page) == ["neuron/sign", "neuron/prints"]
    expect(question(page, "sign").get_by_label("1", exact=True)).to_be_focused()
    expect(page.locator("input:checked:visible")).to_have_count(1)  # the switch: answers are gone
    expect(page.get_by_role("switch")).to_be_checked()
    expect(said(page)).to_have_text("Only what was not right: 2 of 3.")
    expect(page.locator(".key:visible")).to_have_count(0)
    assert violations(page) == []

    page.keyboard.press("ArrowDown")
    expect(question(page, "sign").get_by_label("0", exact=True)).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("1 of 2 right.")
    expect(said(page)).to_be_focused()
    assert violations(page) == []

    again(page).press("Enter")
    assert shown(page) == ["neuron/prints"]
    question(page, "prints").get_by_role("textbox").fill("0.40\n-0.21")
    finish(page)
    expect(said(page)).to_contain_text("1 of 1 right.")
    expect(page.locator("lesson-quiz:visible")).to_have_count(3)
    assert shown(page) == WHOLE
    expect(page.locator("lesson-quiz[data-result=right]")).to_have_count(3)
    expect(again(page)).to_have_count(0)
    assert len(events(page, "q")) == 6


def test_what_was_left_out_is_asked_again_too(study):
    page = study("test/")
    begin(page)
    question(page, "sign").get_by_label("0", exact=True).check()
    finish(page)
    finish(page)
    again(page).click()
    assert shown(page) == ["neuron/bias", "neuron/prints"]
    expect(question(page, "bias").get_by_role("textbox")).to_be_focused()


@pytest.mark.parametrize("how", ["Practise all", "the switch"])
def test_all_are_back_whenever_the_reader_wants(study, how):
    page = study("test/")
    take(page, bias="7")
    again(page).click()
    assert shown(page) == ["neuron/bias"]
    finish(page)
    expect(said(page)).to_have_text("Not answered yet: 1. Finish again to leave it so.")
    if how == "the switch":
        page.get_by_role("switch").uncheck()
    else:
        practise_all(page).click()
        expect(question(page, "sign").get_by_label("1", exact=True)).to_be_focused()
        expect(said(page)).to_have_text("All questions are back, for practice.")
    assert shown(page) == WHOLE
    expect(page.get_by_role("switch")).not_to_be_checked()
    expect(practise_all(page)).to_have_count(0)
    question(page, "bias").get_by_role("textbox").fill("0.1")
    check(question(page, "bias"))
    expect(question(page, "bias")).to_have_attribute("data-result", "right")


def test_a_test_without_a_fault_offers_nothing_again(study):
    page = study("test/")
    take(page)
    expect(said(page)).to_contain_text("3 of 3 right.")
    expect(page.locator(".test-foot button:visible")).to_have_count(0)


def test_scores_outlive_a_reload_and_only_whole_tests_count(study):
    page = study("test/", now=NOON, stored=kept((202, 0)))
    take(page, sign="1")
    expect(before(page)).to_have_text("Before: 0 of 3 on 3 May.")
    again(page).click()
    question(page, "sign").get_by_label("0", exact=True).check()
    finish(page)
    expect(said(page)).to_contain_text("1 of 1 right. What you know")
    expect(before(page)).to_have_count(0)
    page.clock.set_fixed_time(NEXT_NOON)
    page.reload()
    expect(before(page)).to_have_count(0)
    take(page)
    expect(before(page)).to_have_text("Before: 0 of 3 on 3 May, 2 of 3 yesterday.")
    begin(page)
    expect(before(page)).to_have_count(0)
    answer(page)
    finish(page)
    expect(before(page)).to_have_text("Before: 0 of 3 on 3 May, 2 of 3 yesterday, 3 of 3 today.")


def scores(page):
    return json.loads(page.evaluate(f"localStorage['/book/|{KEY}']"))["body"]


def test_the_last_ten_are_kept_and_the_last_five_are_told(study):
    page = study("test/", now=NOON, stored=kept(*((20 - n, n % 4) for n in range(10))))
    take(page)
    expect(before(page)).to_have_text(
        "Before: 1 of 3 on 6 Nov, 2 of 3 on 7 Nov, 3 of 3 on 8 Nov, 0 of 3 on 9 Nov, 1 of 3 on 10 Nov."
    )
    assert len(scores(page)) == 10
    assert scores(page)[-1] == {"day": DAY, "right": 3, "of": 3}


DAMAGED = {
    "no list": '{"day": 20000, "right": 1, "of": 3}',
    "markup": '[{"day": 20000, "right": "<b>1</b>", "of": 3}]',
    "more right than asked": '[{"day": 20000, "right": 4, "of": 3}]',
    "less than none": '[{"day": 20000, "right": -1, "of": 3}]',
    "a day beyond all": '[{"day": 1e300, "right": 1, "of": 3}]',
    "half": '[{"day": 20000}]',
    "nothing": "[null, 1, [], {}]",
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_damaged_scores_count_for_nothing_and_sound_ones_stay(study, damage):
    page = study("test/", now=NOON, stored={KEY: f'{{"at": 1700000000000, "body": {DAMAGED[damage]}}}'})
    take(page)
    expect(before(page)).to_have_count(0)
    assert scores(page) == [{"day": DAY, "right": 3, "of": 3}]


def test_scores_leave_with_the_progress_and_come_back_and_are_erased(study, tmp_path):
    page = study("test/", now=NOON)
    take(page, sign="1")
    page.goto("review/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    download.value.save_as(tmp_path / "progress.json")
    page.get_by_role("button", name="Erase").click()
    assert page.evaluate("Object.keys(localStorage)") == []
    page.locator("input[type=file]").set_input_files(tmp_path / "progress.json")
    expect(page.locator("lesson-progress [role=status]")).to_contain_text("Added")
    page.goto("test/")
    take(page)
    expect(before(page)).to_have_text("Before: 2 of 3 today.")


def test_two_tabs_add_to_one_list(reader):
    context = reader(now=NOON)
    one, two = (context.new_page() for _ in range(2))
    for tab in (one, two):
        tab.goto("test/")
    take(one, sign="1")
    two.wait_for_function(
        """async () => {
          const { progress } = await import("../assets/elements/progress.js");
          return progress.documents().has("test|neuron");
        }"""
    )
    take(two)
    expect(before(two)).to_have_text("Before: 2 of 3 today.")
    assert [score["right"] for score in scores(one)] == [2, 3]


@pytest.mark.parametrize(("script", "words"), [(FULL, "storage is full"), (REFUSED, "does not let the site")])
def test_a_score_that_cannot_be_kept_says_so(study, script, words):
    page = study("test/", now=NOON, script=script)
    take(page, sign="1")
    expect(said(page)).to_contain_text("2 of 3 right. What you know Not saved: ")
    expect(said(page)).to_contain_text(words)
    take(page)
    expect(before(page)).to_have_text("Before: 2 of 3 today.")


def test_results_tell_how_the_tests_of_a_chapter_ended(study):
    page = study("results/", now=NOON, stored=kept((202, 1), (1, 2)))
    expect(page.locator(".scores")).to_have_text(["As a test: 1 of 3 on 3 May, 2 of 3 yesterday."])
    expect(page.locator(".chapter-results").first).to_contain_text("As a test:")
    page.get_by_role("switch", name="Ask how sure I am").check()
    expect(page.locator(".scores")).to_have_count(1)
    assert violations(page) == []


def test_without_script_nothing_is_offered(study):
    page = study("test/", java_script_enabled=False, stored=kept((1, 2)))
    expect(page.locator("lesson-quiz:visible")).to_have_count(3)
    expect(page.locator(".test-foot, .test-after, .test-before").locator("visible=true")).to_have_count(0)
