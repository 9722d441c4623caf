"""What the reader knows, confuses and is sure of, as the page of results tells it."""

import pytest
from playwright.sync_api import expect
from study.actions import T, check, events, question, status

pytestmark = pytest.mark.browser


def answered(name, ok, version, time=T, **more):
    extra = "".join(f',"{key}":"{value}"' for key, value in more.items())
    return {f"e|q|neuron/{name}|{time}": f'{{"a":"b","ok":{str(ok).lower()},"v":"{version}"{extra}}}'}


LATER = T[:-1] + "z"
SOME = (
    answered("sign", False, "11111111", m="lost-sign", c="sure")
    | answered("bias", True, "22222222", c="sure")
    | answered("prints", False, "33333333")
    | answered("prints", True, "33333333", LATER, c="guess")
)


def test_each_question_says_how_it_was_answered_last(study):
    page = study("results/", stored=SOME)
    marks = page.locator("[data-question]")
    expect(marks).to_have_text(["✗", "✓", "✓", "○"])
    names = [marks.nth(n).get_attribute("aria-label") for n in range(4)]
    assert names == [
        "Question 1: not yet right",
        "Question 1: right",
        "Question 2: right",
        "Question 1: not answered",
    ]
    expect(page.locator(".chapter-results .so-far")).to_have_text(
        ["You can do 1 of 2.", "You can do 0 of 1."]
    )
    expect(page.locator(".so-far").first).to_have_text("You have answered 3; at the last try 2 were right.")


def test_an_answer_to_an_older_version_counts_as_none(study):
    page = study("results/", stored=answered("sign", True, "older"))
    expect(page.locator("[data-question]").first).to_have_text("○")


def test_what_to_do_next_names_the_review_the_text_and_the_chapter(study):
    page = study("results/", stored=SOME)
    steps = page.locator(".next li")
    expect(steps).to_have_text(
        [
            "Review the 2 due",
            "Read again how to tell the sign of a sum",
            "Go on with Layers",
        ]
    )
    expect(page.get_by_role("link", name="Read again")).to_have_attribute("href", "../#signs")


def test_a_wrong_idea_shows_only_when_an_answer_showed_it_with_what_is_so(study):
    page = study("results/", stored=SOME)
    ideas = page.locator("[data-misconception]:visible")
    expect(ideas).to_have_count(1)
    expect(ideas).to_contain_text("Once")
    expect(ideas).to_contain_text("It has.")
    page = study("results/", stored=SOME | answered("sign", True, "11111111", LATER))
    expect(page.locator("[data-misconception]:visible")).to_contain_text("Once; right since then")
    page = study("results/")
    expect(page.locator("[data-misconception]:visible")).to_have_count(0)
    expect(page.locator(".confusions")).to_contain_text("None so far.")


def test_without_script_the_page_is_a_map_of_what_the_book_asks(study):
    page = study("results/", java_script_enabled=False)
    expect(page.get_by_role("link", name="Question 2")).to_have_attribute("href", "../#neuron/prints")
    expect(page.get_by_role("heading", name="Ideas that mislead")).to_be_visible()
    expect(page.locator("[data-misconception]:visible")).to_have_count(2)
    expect(page.locator(".own:visible")).to_have_count(0)


def test_confidence_is_asked_only_when_wanted_and_is_kept_with_the_answer(study):
    page = study()
    expect(page.get_by_role("radiogroup", name="How sure are you?")).to_have_count(0)
    page.goto("results/")
    page.get_by_role("switch", name="Ask how sure I am").check()
    expect(page.get_by_role("switch")).to_be_focused()
    page.goto("")
    asked = question(page, "sign")
    asked.get_by_label("1", exact=True).check()
    asked.get_by_label("Sure", exact=True).check()
    check(asked)
    expect(status(asked)).to_have_text("Not quite.")
    assert events(page, "q") == [{"a": "b", "ok": False, "v": "11111111", "c": "sure", "m": "lost-sign"}]
    other = question(page, "bias")
    other.get_by_role("textbox").fill("0.1")
    check(other)
    assert len(events(page, "q")) == 2
    page.goto("results/")
    expect(page.get_by_role("switch")).to_be_checked()
    expect(page.get_by_role("img")).to_have_attribute(
        "aria-label", "How often you were right when you said so. “Sure”: 0 of 1 right"
    )


def test_calibration_says_its_numbers_in_words(study):
    page = study("results/", stored=SOME)
    picture = page.locator(".trust").get_by_role("img")
    expect(picture).to_have_attribute(
        "aria-label", "How often you were right when you said so. “Sure”: 1 of 2 right, “Guess”: 1 of 1 right"
    )
