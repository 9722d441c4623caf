"""Questions, as a reader meets them."""

import pytest
from playwright.sync_api import expect
from study.actions import FULL, T, check, events, question, status

pytestmark = pytest.mark.browser

MONDAY = "2026-11-02T12:00:00"
TUESDAY = "2026-11-03T12:00:00"
YEAR = "2027-11-03T12:00:00"


def test_a_right_choice_shows_the_key_and_is_kept(study):
    page = study()
    asked = question(page, "sign")
    asked.get_by_label("0", exact=True).check()
    expect(asked.locator(".key")).to_be_hidden()
    check(asked)
    expect(status(asked)).to_have_text("Right.")
    expect(asked.locator(".key")).to_be_visible()
    expect(asked.locator(".whys li:visible")).to_have_count(0)
    expect(asked.get_by_role("button", name="Try again")).to_be_hidden()
    assert events(page, "q") == [{"a": "a", "ok": True, "v": "11111111"}]


def test_a_wrong_choice_shows_its_own_reason_only_and_can_be_tried_again(study):
    page = study()
    asked = question(page, "sign")
    asked.get_by_label("−1").check()
    check(asked)
    expect(status(asked)).to_have_text("Not quite.")
    expect(asked.locator(".whys li:visible")).to_have_text(["That is the sign function."])
    expect(asked.locator(".key")).to_be_visible()
    again = asked.get_by_role("button", name="Try again")
    expect(again).to_be_focused()
    again.click()
    expect(asked.locator(".key")).to_be_hidden()
    expect(asked.locator("input:checked")).to_have_count(0)
    expect(asked.locator("input").first).to_be_focused()
    expect(status(asked)).to_be_empty()
    assert [event["ok"] for event in events(page, "q")] == [False]


def test_a_verdict_goes_when_another_option_is_chosen(study):
    page = study()
    asked = question(page, "sign")
    asked.get_by_label("−1").check()
    check(asked)
    asked.get_by_label("0", exact=True).check()
    expect(asked.locator(".key")).to_be_hidden()
    check(asked)
    expect(status(asked)).to_have_text("Right.")
    assert [event["a"] for event in events(page, "q")] == ["c", "a"]


def test_no_answer_is_no_attempt(study):
    page = study()
    for name, words in {"sign": "Choose", "bias": "Type", "prints": "Type"}.items():
        asked = question(page, name)
        check(asked)
        expect(status(asked)).to_have_text(f"{words} an answer first.")
        expect(asked.locator(".key")).to_be_hidden()
    assert events(page, "q") == []


def test_a_question_is_answered_with_the_keyboard_alone_and_arrows_do_not_check(study):
    page = study()
    asked = question(page, "sign")
    asked.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(asked.get_by_label("−1")).to_be_checked()
    assert events(page, "q") == []
    page.keyboard.press("Enter")
    expect(status(asked)).to_have_text("Not quite.")
    page.keyboard.press("Tab")
    expect(asked.get_by_role("button", name="Try again")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(status(asked)).to_have_text("Right.")


RIGHT_NUMBERS = [
    "0.1",
    ".1",
    "1/10",
    "0,1",
    " 0.1 ",
    "+0.1",
    "1e-1",
    "1E-1",
    "1 × 10^-1",
    "1*10**-1",
    "10^−1",
    "−1/−10",
    "0.1000000001",
]


def test_a_number_may_be_written_in_any_usual_way(study):
    page = study()
    asked = question(page, "bias")
    for typed in RIGHT_NUMBERS:
        asked.get_by_role("textbox").fill(typed)
        expect(status(asked)).to_be_empty()
        asked.get_by_role("textbox").press("Enter")
        expect(status(asked), typed).to_have_text("Right.")
    assert [event["a"] for event in events(page, "q")] == RIGHT_NUMBERS


GRADES = """async () => {
  const { isRight, reasons } = await import("./assets/elements/lib/grade.js");
  const judged = (given, answer) => isRight("numeric", given, { answer, tolerance: "0" });
  const near = reasons("numeric", "50,816", { answer: "50890" }, [{ near: "51674" }, { near: "50816" }]);
  return [judged("50,890", "50890"), judged("−1,000,000", "-1000000"), judged("50,890", "50.89"),
    judged("5,089", "50890"), judged("0,125", "125"), judged("1,000.5", "1000.5"), near];
}"""


def test_a_comma_parts_thousands_or_decimals_as_it_fits(study):
    assert study().evaluate(GRADES) == [True, True, True, False, False, None, [False, True]]


NEAR = [
    ("0", ["The bias is not noise."]),
    ("0,2", ["You added it twice."]),
    ("0.2001", ["You added it twice."]),
    ("0.11", []),
    ("-0.1", []),
]


def test_a_wrong_number_gets_the_reason_of_the_near_miss(study):
    asked = question(study(), "bias")
    for typed, reason in NEAR:
        asked.get_by_role("textbox").fill(typed)
        check(asked)
        expect(status(asked)).to_have_text("Not quite.")
        expect(asked.locator(".whys li:visible"), typed).to_have_text(reason)


def test_what_is_not_a_number_is_no_attempt(study):
    page = study()
    asked = question(page, "bias")
    for typed in ["a tenth", "1/0", "1/2/3", "1,000.5", "0x1", "1e", "--1", "Infinity"]:
        asked.get_by_role("textbox").fill(typed)
        check(asked)
        expect(status(asked), typed).to_contain_text("Type a number")
    assert events(page, "q") == []


PRINTED = {
    "0.40\n-0.21": "Right.",
    "0.40  \n-0.21\n\n": "Right.",
    "0.4\n-0.21": "Not quite.",
    "0.40 -0.21": "Not quite.",
    "0.40\n -0.21": "Not quite.",
}


def test_printed_text_counts_to_the_character_but_for_blanks_at_line_ends(study):
    asked = question(study(), "prints")
    for typed, verdict in PRINTED.items():
        asked.get_by_role("textbox").fill(typed)
        check(asked)
        expect(status(asked), typed).to_have_text(verdict)


def test_enter_checks_one_line_and_begins_another_where_there_are_several(study):
    page = study()
    question(page, "one-line").get_by_role("textbox").fill("(3, 4)")
    question(page, "one-line").get_by_role("textbox").press("Enter")
    expect(status(question(page, "one-line"))).to_have_text("Right.")
    several = question(page, "prints").get_by_role("textbox")
    several.press_sequentially("0.40\n-0.21")
    several.press("Control+Enter")
    expect(status(question(page, "prints"))).to_have_text("Right.")


def test_hostile_text_stays_text(study):
    page = study()
    typed = "<img src=x onerror=alert(1)>"
    asked = question(page, "one-line")
    asked.get_by_role("textbox").fill(typed)
    check(asked)
    expect(status(asked)).to_have_text("Not quite.")
    page.reload()
    expect(status(asked)).to_contain_text("You answered this wrongly")
    assert page.locator("img").count() == 0
    assert events(page, "q")[0]["a"] == typed


@pytest.mark.parametrize(("then", "words"), [(TUESDAY, "2 Nov."), (YEAR, "2 Nov 2026.")])
def test_the_last_answer_is_remembered_without_filling_it_in(study, then, words):
    page = study(now=MONDAY)
    asked = question(page, "sign")
    asked.get_by_label("0", exact=True).check()
    check(asked)
    page.clock.set_fixed_time(then)
    page.reload()
    expect(status(asked)).to_have_text(f"You answered this rightly on {words}")
    expect(asked.locator("input:checked")).to_have_count(0)
    expect(asked.locator(".key")).to_be_hidden()


def test_an_answer_to_an_older_version_is_history_only(study):
    page = study(stored={f"e|q|neuron/sign|{T}": '{"a":"a","ok":true,"v":"older"}'})
    expect(question(page, "sign").get_by_role("button", name="Check")).to_be_visible()
    expect(status(question(page, "sign"))).to_be_empty()
    assert len(events(page, "q")) == 1


def test_a_question_works_where_nothing_can_be_stored_and_says_so(study):
    page = study(script=FULL)
    asked = question(page, "sign")
    asked.get_by_label("0", exact=True).check()
    check(asked)
    expect(status(asked)).to_have_text("Right. Not saved: this browser’s storage is full.")


def test_a_question_that_leaves_the_page_and_comes_back_works_and_leaves_no_trace(
    study,
):
    page = study()
    asked = question(page, "sign")
    asked.evaluate("(each) => { window.kept = each; each.remove(); }")
    assert page.evaluate("kept.querySelectorAll('button, [hidden]').length") == 0
    page.evaluate("document.querySelector('main').prepend(window.kept)")
    expect(asked.get_by_role("button")).to_have_count(1)
    asked.get_by_label("0", exact=True).check()
    check(asked)
    assert len(events(page, "q")) == 1


def test_without_script_the_key_opens_and_only_the_chosen_reason_shows(study):
    page = study(java_script_enabled=False)
    asked = question(page, "sign")
    asked.get_by_label("1", exact=True).check()
    asked.locator("summary", has_text="Check my answer").click()
    expect(asked.locator(".whys li:visible")).to_have_text(["You dropped the sign."])
    expect(asked.locator(".key")).to_be_visible()
    expect(page.locator(".card:visible")).to_have_count(3)
    page.locator(".card summary").first.click()
    expect(page.get_by_text("It shifts the threshold.")).to_be_visible()
    page.goto("review/")
    expect(page.locator(".card:visible")).to_have_count(2)
    expect(page.get_by_text("Cards: 1, questions: 0")).to_be_visible()  # those of Layers are in it
    expect(page.get_by_role("link", name="Layers")).to_have_attribute("href", "../layers/")
    expect(page.get_by_text("Progress needs JavaScript")).to_be_visible()
