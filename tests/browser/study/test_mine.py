"""What a reader makes of the book is theirs: it goes along in a file, and outlives a new edition."""

from __future__ import annotations

import json
import re

import axe
import pytest
from playwright.sync_api import expect
from server import address, listening, serve
from study.actions import REFUSED, T
from study.editions import build, first_edition, second_edition
from study.mine import (
    CARD,
    CHAPTER,
    NOTE,
    STORED,
    add_card,
    add_question,
    change_card,
    change_path,
    document,
    exported,
    imported,
    path_shown,
    write_note,
)

pytestmark = pytest.mark.browser

HOSTILE_NOTE = "Where is <img src=x onerror=alert(1)>?"


@pytest.fixture
def editions(tmp_path):
    """The address of a small book's first edition, and a function that puts the second in its place."""
    sources = tmp_path / "book"
    sources.mkdir()
    first_edition(sources)
    with listening() as server:
        url = address(server)
        build(sources, tmp_path / "one", url)
        second_edition(sources)
        build(sources, tmp_path / "two", url)
        yield serve(server, tmp_path / "one"), lambda: serve(server, tmp_path / "two")


def test_what_is_ones_own_goes_along_and_outlives_a_new_edition(editions, new_context, tmp_path):
    url, publish = editions
    one = new_context()
    page = one.new_page()
    page.goto(url + "chapters/small-steps/")
    asked = one.watch.requests
    assert not [
        each for each in asked if re.search(r"notes|/own", each)
    ]  # nobody pays for what they don't use
    page.get_by_role("button", name="Take notes").click()
    write_note(page, "The first idea", HOSTILE_NOTE)
    write_note(page, "The first idea", "On the words", about="Steps are counted one by one")
    page.goto(url + "chapters/big-steps/")
    write_note(page, "Questions", "On a chapter that will go")
    page.goto(url + "mine/")
    change_path(page)
    add_card(page, "Far?", "Not yet.", belongs="Big steps")
    add_question(page, "Which is more?", ["One", "Two"], 2)
    path = ["Walks", "Long walks", "Steps", "My steps"]
    expect(path_shown(page)).to_have_text(path)
    first = exported(page, tmp_path / "one.json")

    two = new_context().new_page()
    two.goto(url + "mine/")
    assert imported(two, first).startswith("Added 0 events and ")
    expect(path_shown(two)).to_have_text(path)
    expect(two.locator(".own-item")).to_have_count(5)
    change_card(two, "Two’s answer.")
    two.goto(url + "chapters/small-steps/")
    write_note(two, "Cards", "Two’s note")
    two.goto(url + "mine/")
    second = exported(two, tmp_path / "two.json")
    change_card(page, "One’s answer.")

    publish()
    page = new_context(storage_state=one.storage_state()).new_page()
    page.goto(url + "chapters/small-steps/")
    expect(page.locator("p:has-text('Steps are counted') + .note")).to_contain_text("On the words")
    expect(page.locator(".own-lost .note")).to_contain_text("belonged to “The first idea”, which is gone")
    assert page.locator(".note img").count() == 0
    page.goto(url + "mine/")
    expect(path_shown(page)).to_have_text(
        ["Ways", "Long walks", "The way home", "Steps", "My steps", "Big steps"]
    )
    notes = page.locator("lesson-own[data-kind=note]")
    expect(notes).to_contain_text("Big steps no longer in the book")
    expect(page.locator("lesson-own[data-kind=card]")).to_contain_text("belonged to “Big steps”")
    assert re.match("Added 0 events and [1-9]", imported(page, second))
    for text in (HOSTILE_NOTE, "On the words", "On a chapter that will go", "Two’s note"):
        expect(notes).to_contain_text(text)
    card = page.locator("lesson-own[data-kind=card] .own-item")
    expect(card.locator(".card")).to_contain_text("One’s answer.")
    expect(card.locator(".own-other")).to_contain_text("Two’s answer.")
    expect(page.locator("lesson-own lesson-quiz")).to_contain_text("Which is more?")
    for again in (first, second):
        assert imported(page, again) == "Added 0 events and 0 documents."


def test_what_can_t_be_stored_is_shown_and_says_so(new_context, site):
    context = new_context()
    context.add_init_script(REFUSED)
    page = context.new_page()
    page.goto(site + "mine/")
    add_card(page, "Mine?", "Yes.")
    said = page.locator("lesson-own[data-kind=card] > .own-actions .own-status")
    expect(said).to_have_text("Not saved: this browser does not let the site store anything.")


def test_what_is_half_written_is_not_lost_to_another_form(new_context, site):
    page = new_context().new_page()
    page.goto(site + "mine/")
    add_card(page, "One?", "1.")
    form = page.locator("lesson-own[data-kind=card] .own-form")
    front = form.get_by_role("textbox", name="Front")
    page.get_by_role("button", name="Add a card").click()
    front.fill("Half?")
    edit = page.get_by_role("button", name="Edit: One?")
    edit.click()
    expect(front).to_have_value("Half?")
    expect(front).to_be_focused()
    expect(form.get_by_role("status")).to_have_text("A card needs a front and a back.")
    form.get_by_role("textbox", name="Back").fill("Whole.")
    edit.click()
    expect(front).to_have_value("One?")
    expect(front).to_be_focused()
    expect(page.locator(".own-item", has_text="Half?")).to_contain_text("Whole.")


def test_resetting_the_path_asks_anew_after_another_change(new_context, site):
    page = new_context().new_page()
    page.goto(site + "mine/")
    page.get_by_role("button", name="Change the path").click()
    said, reset = page.locator(".path-tools [role=status]"), page.get_by_role("button", name="Reset")
    left_out = page.locator("lesson-path .left-out")
    reset.click()
    expect(said).to_contain_text("Press Reset again")
    page.locator("lesson-path li").first.get_by_role("button", name="Hide").click()
    expect(left_out).to_have_count(1)
    reset.click()
    expect(said).to_contain_text("Press Reset again")
    expect(left_out).to_have_count(1)
    reset.click()
    expect(said).to_have_text("The path is as in the book.")
    expect(left_out).to_have_count(0)


def test_taking_notes_can_be_asked_for_again_when_its_script_did_not_come(browser, site):
    with browser.new_context(service_workers="block") as context:  # failed requests are meant here
        page = context.new_page()
        page.route("**/lesson-notes.js", lambda route: route.abort())
        page.goto(site + CHAPTER)
        press = page.get_by_role("button", name="Take notes")
        with page.expect_event("requestfailed"):
            press.click()
        page.unroute("**/lesson-notes.js")
        press.click()
        expect(page.get_by_role("button", name="Note on this page")).to_be_focused()


REMOVE = """() => {
  const [key, text] = Object.entries(localStorage).find(([key]) => key.includes("|d|note|"));
  const { at, body } = JSON.parse(text);
  localStorage.setItem(key, JSON.stringify({ at: at + 1, body: { ...body, removed: true } }));
}"""


def test_note_that_went_in_another_tab_takes_no_focus_along(new_context, site):
    context = new_context()
    page, other = context.new_page(), context.new_page()
    page.goto(site + CHAPTER)
    page.get_by_role("button", name="Take notes").click()
    write_note(page, "The bias slides the line", "Here.")
    page.get_by_role("button", name="Edit your note").click()
    other.goto(site + "404.html")
    other.evaluate(REMOVE)
    expect(page.locator(".note")).to_have_count(0)
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="Note on this page")).to_be_focused()


def test_notes_are_written_changed_and_removed_by_keyboard(new_context, site):
    page = new_context(has_touch=True, viewport={"width": 360, "height": 740}).new_page()
    page.goto(site + CHAPTER)
    page.get_by_role("button", name="Take notes").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Note on this page")).to_be_focused()
    expect(page.locator("lesson-notes [role=status]")).to_contain_text("Each heading has a button")
    page.get_by_role("button", name="Note on “The bias slides the line”", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.type("First.")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+Enter")
    edit = page.get_by_role("button", name="Edit your note")
    expect(edit).to_be_focused()
    before = page.locator(".note").evaluate("(note) => note.previousElementSibling.textContent")
    assert " ".join(before.split()).startswith(page.locator(".own-quote").inner_text()[1:40])
    page.keyboard.press("Enter")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Second.")
    page.locator("#menu a", has_text="Notation").first.evaluate("(link) => link.click()")
    expect(page.locator("h1")).to_contain_text("Notation")  # what was being written is kept
    page.go_back()
    expect(page.locator(".note")).to_contain_text("First. Second.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Remove your note").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".note")).to_have_count(0)
    expect(page.locator("lesson-notes [role=status]")).to_be_focused()
    page.get_by_role("button", name="Hide notes").click()
    expect(page.get_by_role("button", name="Take notes")).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_in_notes_path_cards_and_forms(new_context, site, width, scheme):
    kept = STORED | {f"e|c|mine/aaaaaaaa|{T}": '{"g":3}', "d|preference|notes": document(True)}
    kept |= {
        "d|note|aaaaaaaa": document(NOTE | {"page": "notation/"}),
        "d|note|bbbbbbbb": document(
            NOTE | {"page": "notation/", "anchor": "", "quote": "No words of the page"}
        ),
    }
    kept |= {
        "d|card|cccccccc": json.dumps(
            {"at": 1.79e12, "body": CARD, "previous": {"at": 1.78e12, "body": CARD | {"back": "No."}}}
        )
    }
    kept |= {"d|card|dddddddd": document(CARD | {"removed": True})}
    entries = [{"name": f"/|{key}", "value": text} for key, text in kept.items()]
    state = {"cookies": [], "origins": [{"origin": site.rstrip("/"), "localStorage": entries}]}
    context = new_context(
        storage_state=state, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
    )
    page = context.new_page()
    page.goto(site + "mine/")
    expect(page.locator(".own-item")).to_have_count(5)
    page.get_by_role("button", name="Change the path").click()
    page.get_by_role("button", name="Edit: Depth").click()
    page.get_by_role("button", name="Hide: Depth").click()
    page.get_by_role("button", name="Add a question").click()
    page.locator(".own-gone summary:visible").click()
    page.locator(".own-other summary").click()
    violations = axe.violations if width == 1280 else axe.violations_of_colours
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(site + "notation/")
    expect(page.locator(".note")).to_have_count(2)
    page.get_by_role("button", name="Edit your note").first.click()
    assert violations(page) == []
