"""The review, the due count and the reader's progress."""

import json

import pytest
from playwright.sync_api import expect
from study.actions import T, check, grade, next_up, place, question

pytestmark = pytest.mark.browser

MONDAY = "2026-11-02T12:00:00"

SEEN = {
    f"e|c|neuron/role|{T}": '{"g":3}',
    f"e|c|neuron/sum|{T}": '{"g":2}',
    f"e|c|layers/shape|{T}": '{"g":3}',
    f"e|q|neuron/sign|{T}": '{"a":"b","ok":false,"v":"11111111"}',
    f"e|p|neuron/by-hand|{T}": '{"a":"0.4","ok":false}',
    f"e|c|gone/away|{T}": '{"g":3}',
}


def test_a_review_asks_all_that_is_due_mixes_chapters_and_comes_to_an_end(study):
    page = study("review/", now=MONDAY, stored=SEEN)
    chapters, kinds = [], []
    for n in range(1, 5):
        expect(place(page)).to_have_text(f"{n} of 4")
        current = page.locator("lesson-review :is(.card, lesson-quiz):visible")
        chapters.append(current.get_attribute("id").split("/")[0])
        kinds.append(current.get_attribute("class"))
        expect(page.locator("lesson-review h2:visible")).to_have_count(1)
        answer_what_is_asked(page)
    assert chapters == ["neuron", "layers", "neuron", "neuron"]
    assert sorted(kinds) == ["card", "card", "card", "question"]
    expect(place(page)).to_contain_text("Done. 4 reviewed; next:")
    expect(place(page)).to_be_focused()
    expect(page.get_by_role("link", name="by-hand")).to_have_attribute("href", "../#program/neuron/by-hand")


def test_a_question_missed_in_review_is_asked_again_at_the_end(study):
    some = {key: text for key, text in SEEN.items() if "sign" in key or "shape" in key}
    page = study("review/", now=MONDAY, stored=some)
    asked = question(page, "sign")
    next_up(page)
    if not asked.is_visible():
        grade(page, "Good")
    asked.get_by_label("1", exact=True).check()
    check(asked)
    page.get_by_role("button", name="Next").click()
    next_up(page)
    if not asked.is_visible():
        grade(page, "Good")
    expect(asked).to_be_visible()
    expect(asked.locator("input:checked")).to_have_count(0)
    expect(asked.locator("input").first).to_be_focused()
    expect(place(page)).to_have_text("3 of 3")


def test_only_what_is_due_is_fetched_and_what_does_not_come_is_said(study):
    some = {key: text for key, text in SEEN.items() if "neuron" in key}
    page = study("review/", now=MONDAY, stored=some)
    asked = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.reload()
    expect(place(page)).to_have_text("1 of 3")
    assert "layers.html" not in asked
    page.route("**/decks/layers.html", lambda route: route.abort())
    page.evaluate(
        "([key, text]) => localStorage.setItem(`/book/|${key}`, text)", ["e|c|layers/shape|" + T, '{"g":3}']
    )
    page.reload()
    expect(place(page)).to_have_text("1 of 3")
    for _ in range(3):
        answer_what_is_asked(page)
    expect(place(page)).to_have_text("Done. 3 reviewed; Layers could not be fetched: load this page again.")
    complaints = page.context.watch.complaints
    assert complaints == ["console: Failed to load resource: net::ERR_FAILED"]
    complaints.clear()  # meant here
    page.unroute("**/decks/layers.html")
    page.reload()
    expect(place(page)).to_have_text("1 of 1")
    expect(page.locator("lesson-review .card:visible")).to_contain_text("What shape has the weight")
    expect(page.locator("lesson-review h2:visible")).to_have_text("Layers")


def answer_what_is_asked(page):
    current = page.locator("lesson-review :is(.card, lesson-quiz):visible")
    if current.get_attribute("class") == "card":
        return grade(page, "Good")
    current.get_by_label("0", exact=True).check()
    check(current)
    page.get_by_role("button", name="Next").click()


def test_an_empty_review_says_what_comes_and_when(study):
    page = study("review/", now=MONDAY)
    expect(place(page)).to_have_text("Nothing left for today; what you study comes here.")
    page.goto("")
    grade(page, "Easy")
    page.goto("review/")
    expect(place(page)).to_have_text("Nothing left for today; next: 1 on 10 Nov.")


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
    counts = "4 cards studied, 1 question answered; 5 due."
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
    for added in ("Added 6 events and 2 documents.", "Added 0 events and 0 documents."):
        panel.locator("input[type=file]").set_input_files(download.value.path())
        expect(panel.get_by_role("status")).to_have_text(added)
    page.clock.set_fixed_time("2026-11-05T12:00:00")
    page.reload()
    expect(panel).to_contain_text("Last exported 3 days ago.")


def test_who_erases_twice_gets_all_of_it_back(study):
    page = study("review/", now=MONDAY, stored=SEEN)
    panel = page.locator("lesson-progress")
    panel.get_by_role("button", name="Erase").dblclick()
    panel.get_by_role("button", name="Undo").click()
    expect(panel).to_contain_text("4 cards studied, 1 question answered; 5 due.")


def test_an_answer_that_is_begun_stays_while_the_reader_looks_at_another_tab(study):
    wrong = {f"e|q|neuron/sign|{T}": SEEN[f"e|q|neuron/sign|{T}"]}
    page = study("review/", now=MONDAY, stored=wrong)
    asked = question(page, "sign")
    asked.get_by_label("0", exact=True).check()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # and back again
    check(asked)
    expect(asked.get_by_role("status")).to_have_text("Right.")


def test_targets_are_44_pixels_high_on_a_touch_screen_and_nothing_is_wider_than_360(
    study,
):
    page = study(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    page.locator(".card:visible summary").click()
    targets = page.locator(".option:visible, button:visible, input[name=answer]:not([type=radio]):visible")
    heights = [targets.nth(n).bounding_box()["height"] for n in range(targets.count())]
    assert min(heights) > 43.9
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
