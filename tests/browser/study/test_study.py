"""Questions, cards, the review and progress, as a reader meets them."""

import json

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MONDAY = "2026-11-02T12:00:00"
TUESDAY = "2026-11-03T12:00:00"
YEAR = "2027-11-03T12:00:00"


def question(page, name):
    return page.locator(f"lesson-quiz[id='neuron/{name}']")


def check(asked):
    asked.get_by_role("button", name="Check").click()


def status(asked):
    return asked.get_by_role("status")


def events(page, kind="q"):
    """The values of one kind of event, as stored."""
    stored = page.evaluate("Object.entries(localStorage).sort()")
    return [
        json.loads(value)
        for key, value in stored
        if key.startswith(f"/book/|e|{kind}|")
    ]


# --- questions


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
    assert events(page) == [{"a": "a", "ok": True, "v": "11111111"}]


def test_a_wrong_choice_shows_its_own_reason_only_and_can_be_tried_again(study):
    page = study()
    asked = question(page, "sign")
    asked.get_by_label("−1").check()
    check(asked)
    expect(status(asked)).to_have_text("Not quite.")
    expect(asked.locator(".whys li:visible")).to_have_text(
        ["That is the sign function."]
    )
    expect(asked.locator(".key")).to_be_visible()
    again = asked.get_by_role("button", name="Try again")
    expect(again).to_be_focused()
    again.click()
    expect(asked.locator(".key")).to_be_hidden()
    expect(asked.locator("input:checked")).to_have_count(0)
    expect(asked.locator("input").first).to_be_focused()
    expect(status(asked)).to_be_empty()
    assert [event["ok"] for event in events(page)] == [False]


def test_a_verdict_goes_when_another_option_is_chosen(study):
    page = study()
    asked = question(page, "sign")
    asked.get_by_label("−1").check()
    check(asked)
    asked.get_by_label("0", exact=True).check()
    expect(asked.locator(".key")).to_be_hidden()
    check(asked)
    expect(status(asked)).to_have_text("Right.")
    assert [event["a"] for event in events(page)] == ["c", "a"]


def test_no_answer_is_no_attempt(study):
    page = study()
    for name, words in {"sign": "Choose", "bias": "Type", "prints": "Type"}.items():
        asked = question(page, name)
        check(asked)
        expect(status(asked)).to_have_text(f"{words} an answer first.")
        expect(asked.locator(".key")).to_be_hidden()
    assert events(page) == []


def test_a_question_is_answered_with_the_keyboard_alone_and_arrows_do_not_check(study):
    page = study()
    asked = question(page, "sign")
    asked.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(asked.get_by_label("−1")).to_be_checked()
    assert events(page) == []
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
    assert [event["a"] for event in events(page)] == RIGHT_NUMBERS


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
    assert events(page) == []


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
    assert events(page)[0]["a"] == typed


@pytest.mark.parametrize(
    ("then", "words"), [(TUESDAY, "2 Nov."), (YEAR, "2 Nov 2026.")]
)
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
    page = study(stored={"e|q|neuron/sign|mi8wp2o0": '{"a":"a","ok":true,"v":"older"}'})
    expect(question(page, "sign").get_by_role("button", name="Check")).to_be_visible()
    expect(status(question(page, "sign"))).to_be_empty()
    assert len(events(page)) == 1


def test_a_question_works_where_nothing_can_be_stored_and_says_so(study):
    page = study(
        script="Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    asked = question(page, "sign")
    asked.get_by_label("0", exact=True).check()
    check(asked)
    expect(status(asked)).to_have_text(
        "Right. Not saved: this browser’s storage is full."
    )


def test_a_question_that_leaves_the_page_and_comes_back_works_and_leaves_no_trace(
    study,
):
    page = study()
    asked = question(page, "sign")
    before = asked.evaluate(
        "(each) => { window.kept = each; each.remove(); return each.querySelectorAll('button').length }"
    )
    assert before == 0
    page.evaluate("document.querySelector('main').prepend(window.kept)")
    expect(asked.get_by_role("button")).to_have_count(1)
    asked.get_by_label("0", exact=True).check()
    check(asked)
    assert len(events(page)) == 1


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
    expect(page.locator(".card:visible")).to_have_count(3)
    expect(page.get_by_text("Progress needs JavaScript.")).to_be_visible()


# --- cards


def card(page):
    return page.locator(".card:visible")


def deck_status(page):
    return page.locator(".session-status")


def test_a_deck_is_studied_with_the_keyboard_alone(study):
    page = study(now=MONDAY)
    expect(deck_status(page)).to_have_text("1 of 3")
    expect(page.get_by_role("button", name="Good")).to_be_hidden()
    card(page).locator("summary").focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("It shifts the threshold.")).to_be_visible()
    expect(page.locator(".grades button")).to_have_text(
        ["Again1 d", "Hard1 d", "Good2 d", "Easy8 d"]
    )
    page.keyboard.press("1")
    expect(deck_status(page)).to_have_text("2 of 4")
    expect(card(page).locator("summary")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Good")).to_be_visible()
        page.keyboard.press("3")
    expect(deck_status(page)).to_have_text("4 of 4")
    expect(card(page)).to_contain_text("What does a neuron’s bias do?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Good")).to_be_visible()
    page.keyboard.press("3")
    expect(deck_status(page)).to_have_text("Done. 3 reviewed; next: 1 card tomorrow.")
    expect(deck_status(page)).to_be_focused()
    assert sorted(event["g"] for event in events(page, "c")) == [1, 3, 3, 3]


def test_keys_grade_only_when_the_back_is_shown(study):
    page = study()
    card(page).locator("summary").focus()
    page.keyboard.press("3")
    expect(deck_status(page)).to_have_text("1 of 3")
    assert events(page, "c") == []


def test_a_deck_asks_what_is_due_before_what_is_new(study):
    page = study(now=MONDAY)
    page.get_by_text("Show the answer").first.click()
    page.get_by_role("button", name="Good").click()
    expect(deck_status(page)).to_have_text("2 of 3")
    page.reload()
    expect(deck_status(page)).to_have_text("1 of 2")
    expect(card(page)).to_contain_text("pre-activation")
    page.clock.set_fixed_time("2026-11-04T05:00:00")
    page.reload()
    expect(deck_status(page)).to_have_text("1 of 3")
    expect(card(page)).to_contain_text("bias do")


def test_a_deck_can_be_listed_and_studied_again(study):
    page = study()
    page.get_by_role("button", name="List all cards").click()
    expect(page.locator(".card:visible")).to_have_count(3)
    expect(page.locator(".session")).to_have_count(0)
    page.get_by_role("button", name="Study one by one").click()
    expect(page.locator(".card:visible")).to_have_count(1)


def test_an_idle_deck_hears_of_another_tab_and_a_busy_one_is_left_alone(reader):
    context = reader(now=MONDAY)
    one, two = context.new_page(), context.new_page()
    one.goto("")
    two.goto("")
    one.get_by_text("Show the answer").first.click()
    one.get_by_role("button", name="Good").click()
    expect(deck_status(one)).to_have_text("2 of 3")
    expect(deck_status(two)).to_have_text("1 of 2")
    two.get_by_text("Show the answer").locator("visible=true").click()
    two.get_by_role("button", name="Easy").click()
    expect(deck_status(two)).to_have_text("2 of 2")
    one.wait_for_timeout(300)
    expect(deck_status(one)).to_have_text("2 of 3")


# --- review and progress

LONG_AGO = "mi8wp2o0"
SEEN = {
    f"e|c|neuron/role|{LONG_AGO}": '{"g":3}',
    f"e|c|neuron/sum|{LONG_AGO}": '{"g":2}',
    f"e|c|layers/shape|{LONG_AGO}": '{"g":3}',
    f"e|q|neuron/sign|{LONG_AGO}": '{"a":"b","ok":false,"v":"11111111"}',
    f"e|p|neuron/by-hand|{LONG_AGO}": '{"a":"0.4","ok":false}',
    f"e|c|gone/away|{LONG_AGO}": '{"g":3}',
}


def test_a_review_asks_all_that_is_due_mixes_chapters_and_comes_to_an_end(study):
    page = study("review/", now=MONDAY, stored=SEEN)
    chapters, kinds = [], []
    for place in range(1, 5):
        expect(deck_status(page)).to_have_text(f"{place} of 4")
        current = page.locator("lesson-review :is(.card, lesson-quiz):visible")
        chapters.append(current.get_attribute("id").split("/")[0])
        kinds.append(current.get_attribute("class"))
        expect(page.locator("lesson-review h2:visible")).to_have_count(1)
        if kinds[-1] == "card":
            current.locator("summary").click()
            page.get_by_role("button", name="Good").click()
        else:
            current.get_by_label("0", exact=True).check()
            check(current)
            page.get_by_role("button", name="Next").click()
    assert chapters == ["neuron", "layers", "neuron", "neuron"]
    assert sorted(kinds) == ["card", "card", "card", "question"]
    expect(deck_status(page)).to_contain_text("Done. 4 reviewed; next:")
    expect(deck_status(page)).to_be_focused()
    expect(page.get_by_role("link", name="by-hand")).to_have_attribute(
        "href", "../#program/neuron/by-hand"
    )


def test_a_question_missed_in_review_is_asked_again_at_the_end(study):
    page = study(
        "review/",
        now=MONDAY,
        stored={
            key: value for key, value in SEEN.items() if "sign" in key or "shape" in key
        },
    )
    asked = question(page, "sign")
    if not asked.is_visible():
        page.locator(".card:visible summary").click()
        page.get_by_role("button", name="Good").click()
    asked.get_by_label("1", exact=True).check()
    check(asked)
    page.get_by_role("button", name="Next").click()
    if page.locator(".card:visible").count():
        page.locator(".card:visible summary").click()
        page.get_by_role("button", name="Good").click()
    expect(asked).to_be_visible()
    expect(asked.locator("input:checked")).to_have_count(0)
    expect(asked.locator("input").first).to_be_focused()
    expect(deck_status(page)).to_have_text("3 of 3")


def test_an_empty_review_says_what_comes_and_when(study):
    page = study("review/", now=MONDAY)
    expect(deck_status(page)).to_have_text(
        "Nothing is due; a card comes here once it was studied in its chapter."
    )
    page.goto("")
    page.get_by_text("Show the answer").first.click()
    page.get_by_role("button", name="Easy").click()
    page.goto("review/")
    expect(deck_status(page)).to_have_text("Nothing is due; next: 1 on 10 Nov.")


def test_the_due_count_links_to_the_review_and_is_hidden_at_nothing(study):
    page = study(now="2025-11-21T12:00:00")
    expect(page.locator("lesson-due a")).to_have_count(0)
    question(page, "sign").get_by_label("1", exact=True).check()
    check(question(page, "sign"))
    page.clock.set_fixed_time("2025-11-22T12:00:00")
    page.reload()
    page.get_by_role("link", name="1 due").click()
    expect(question(page, "sign")).to_be_visible()


def test_progress_is_counted_exported_erased_brought_back_and_imported(study):
    page = study("review/", now=MONDAY, stored=SEEN)
    panel = page.locator("lesson-progress")
    counts = "4 cards studied, 1 question answered, 0 of them rightly; 6 due."
    expect(panel).to_contain_text(f"{counts} Never exported.")
    with page.expect_download() as download:
        panel.get_by_role("button", name="Export").click()
    file = json.loads(download.value.path().read_text())
    assert {f"e|{key}" for key in file["events"]} == set(SEEN)
    expect(panel).to_contain_text(f"{counts} Last exported today.")
    panel.get_by_role("button", name="Erase").click()
    expect(panel).to_contain_text("0 cards studied")
    assert page.evaluate("Object.keys(localStorage)") == []
    expect(panel.get_by_role("button", name="Undo")).to_be_focused()
    panel.get_by_role("button", name="Undo").click()
    expect(panel).to_contain_text(counts)
    expect(panel.get_by_role("button", name="Undo")).to_be_hidden()
    panel.get_by_role("button", name="Erase").click()
    for added in ("Added 6 events and 1 document.", "Added 0 events and 0 documents."):
        panel.locator("input[type=file]").set_input_files(download.value.path())
        expect(panel.get_by_role("status")).to_have_text(added)
    page.clock.set_fixed_time("2026-11-05T12:00:00")
    page.reload()
    expect(panel).to_contain_text("Last exported 3 days ago.")


def test_targets_are_44_pixels_high_on_a_touch_screen_and_nothing_is_wider_than_360(
    study,
):
    page = study(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    page.get_by_text("Show the answer").first.click()
    targets = page.locator(
        ".option:visible, button:visible, input[name=answer]:not([type=radio]):visible"
    )
    heights = [targets.nth(n).bounding_box()["height"] for n in range(targets.count())]
    assert min(heights) > 43.9
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_scripts_of_the_study_system_stay_small(book, new_context):
    page = new_context().new_page()
    sizes = {}
    page.on(
        "requestfinished",
        lambda request: sizes.__setitem__(
            request.url, request.sizes()["responseBodySize"]
        ),
    )
    for path in ("", "review/"):
        page.goto(book + path, wait_until="networkidle")
    scripts = {
        url.removeprefix(book): size
        for url, size in sizes.items()
        if url.endswith(".js")
    }
    print(scripts, sum(scripts.values()))
    chapter = {
        url: size
        for url, size in scripts.items()
        if not url.endswith(("review.js", "progress.js", "transfer.js"))
        or "elements/progress.js" in url
    }
    assert sum(chapter.values()) <= 13_000
