"""A reader's own things are reviewed as the book's are, and come in from no file that is unsound."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from playwright.sync_api import expect
from study.mine import CARD, NOTE, OWN, QUESTION, STORED, document

pytestmark = pytest.mark.browser


def test_own_cards_and_questions_come_in_the_review_and_come_back_as_any_other(study):
    page = study("review/", now="2026-11-02T12:00:00", stored=STORED)
    place = page.locator(".session-status")
    expect(place).to_have_text("1 of 2")
    page.locator(".card:visible summary").click()
    expect(page.locator(".card:visible .back p").nth(1)).to_have_text("Always.")
    page.get_by_role("button", name="Good").click()
    page.locator("lesson-quiz:visible").get_by_label("One").check()
    page.get_by_role("button", name="Check").click()
    page.get_by_role("button", name="Next").click()
    page.locator("lesson-quiz:visible").get_by_label("Two").check()
    page.get_by_role("button", name="Check").click()
    expect(page.locator("lesson-quiz:visible")).to_contain_text("Right.")
    page.get_by_role("button", name="Next").click()
    expect(place).to_have_text("Done. 2 reviewed; next: 1 tomorrow.")
    page.clock.set_fixed_time("2026-11-04T12:00:00")
    page.reload()
    expect(page.get_by_role("link", name="2 due")).to_be_visible()
    page.evaluate(
        "(text) => localStorage.setItem('/book/|d|card|aaaaaaaa', text)", document(CARD | {"removed": True})
    )
    page.reload()
    expect(page.get_by_role("link", name="1 due")).to_be_visible()


def test_own_things_that_do_not_come_are_missed_in_words(study):
    page = study(now="2026-11-02T12:00:00", stored=STORED)
    page.route("**/own-items.js", lambda route: route.abort())
    page.goto("review/")
    place = page.locator(".session-status")
    expect(place).to_contain_text("What is yours could not be fetched: load this page again.")
    complaints = page.context.watch.complaints
    assert complaints == ["console: Failed to load resource: net::ERR_FAILED"]
    complaints.clear()  # meant here
    page.unroute("**/own-items.js")
    page.reload()
    expect(place).to_have_text("1 of 2")


LONG = "x" * 10_001
UNSOUND = {
    "a note that is a number": {"note|aaaaaaaa": 7},
    "a note whose text is a list": {"note|aaaaaaaa": NOTE | {"text": ["x"]}},
    "a note without a text": {"note|aaaaaaaa": NOTE | {"text": " "}},
    "a note of a book's length": {"note|aaaaaaaa": NOTE | {"text": LONG}},
    "a note with one field more": {"note|aaaaaaaa": NOTE | {"html": "<b>"}},
    "a note that would be a prototype": {"note|aaaaaaaa": NOTE | {"__proto__": {"x": 1}}},
    "a note on another site": {"note|aaaaaaaa": NOTE | {"page": "//elsewhere.example/"}},
    "a note that climbs": {"note|aaaaaaaa": NOTE | {"page": "../"}},
    "a name with markup": {"note|<img>aaaaaa": NOTE},
    "a card without a back": {"card|aaaaaaaa": OWN | {"front": "x"}},
    "an answer that is no option": {"question|aaaaaaaa": QUESTION | {"right": 2}},
    "options that are one": {"question|aaaaaaaa": QUESTION | {"options": ["x", "x"]}},
    "a script for an option": {"question|aaaaaaaa": QUESTION | {"options": [{}, "x"]}},
    "an order with markup": {"order|path": ["<b>"]},
    "an order that names one twice": {"order|path": ["depth", "depth"]},
    "a chapter hidden by a word": {"path|depth": {"title": "", "hidden": "yes", "removed": False}},
    "an unsound version before": {"note|aaaaaaaa": (NOTE, 7)},
    "too many": {"note|": (5001, NOTE)},
    "ten megabytes": {"note|": (1000, NOTE | {"text": "x" * 9999})},
}

# Gives each file to the page as a reader does; returns those that changed something, or went without a word why not.
TAKE = """async (files) => {
  const input = document.querySelector("lesson-progress input[type=file]");
  const said = document.querySelector("lesson-progress [role=status]");
  const found = [];
  for (const [name, text] of Object.entries(files)) {
    const before = JSON.stringify(localStorage);
    const given = new DataTransfer();
    given.items.add(new File([text], "x.json"));
    said.textContent = "";
    input.files = given.files;
    input.dispatchEvent(new Event("change"));
    while (!said.textContent) await new Promise((go) => setTimeout(go, 5));
    const why = /^This file holds .*\\. Nothing was changed\\.$/.test(said.textContent);
    if (!why || JSON.stringify(localStorage) !== before) found.push(name);
  }
  return found;
}"""


def file_of(documents):
    made = {}
    for key, body in documents.items():
        match body:
            case (int(count), one):
                made |= {f"{key}aaaa{n:04}": {"at": 1.79e12, "body": one} for n in range(count)}
            case (now, before):
                made[key] = {"at": 1.79e12, "body": now, "previous": {"at": 1.78e12, "body": before}}
            case _:
                made[key] = {"at": 1.79e12, "body": body}
    return json.dumps({"format": "plainnet-progress", "version": 1, "events": {}, "documents": made})


UNSOUND_FILES = {name: file_of(documents) for name, documents in UNSOUND.items()}
SOUND = {"note|aaaaaaaa": (NOTE, NOTE | {"text": "Before."}), "order|path": ["depth"]}


def test_a_hostile_or_damaged_file_changes_nothing_and_says_why(study):
    page = study("review/", stored=STORED)
    assert page.evaluate(TAKE, UNSOUND_FILES) == []
    assert page.evaluate("({}).x") is None
    assert page.evaluate(TAKE, {"sound": file_of(SOUND)}) == ["sound"]


def test_a_door_that_lets_all_in_is_found(study):
    page = study("review/")
    deaf = "// @ts-check\nexport const demandSound = () => {};\n"
    page.route("**/lib/own.js", lambda route: route.fulfill(body=deaf, content_type="text/javascript"))
    some = dict(list(UNSOUND_FILES.items())[:3])
    assert page.evaluate(TAKE, some) == list(some)


TWO_TABS = """async (body) => {
  const { keep, own } = await import("./assets/elements/own.js");
  keep("note", "aaaaaaaa", body);
  const [seen] = own("note");
  keep("note", "aaaaaaaa", { ...body, text: "Another tab's." }, seen.at);
  keep("note", "aaaaaaaa", { ...body, text: "This tab's." }, seen.at);
  const [{ body: { text }, other }] = own("note");
  return [text, other.body.text];
}"""


def test_two_tabs_that_change_the_same_note_lose_neither(study):
    assert study().evaluate(TWO_TABS, NOTE) == ["This tab's.", "Another tab's."]


PATHS = """async () => {
  const { arranged, moved, stepped } = await import("./assets/elements/lib/path.js");
  const plan = ["part-a", "1", "2", "part-b", "3"];
  const walk = [[...plan]];
  for (const [id, step] of [["2", 1], ["2", 1], ["2", -1], ["part-b", -1], ["1", 1], ["part-a", 1]]) {
    const list = walk.at(-1), before = stepped(list, id, step);
    walk.push(before === undefined ? list : moved(list, id, before));
  }
  const grown = ["part-a", "1", "1b", "2", "part-n", "n", "part-b", "3", "4"];
  return [walk.map(String), String(arranged(plan, [], [])), String(arranged(grown, ["part-b", "3", "2", "gone", "part-a", "1"], ["part-own-x"]))];
}"""


def test_a_path_keeps_all_that_it_had_and_takes_in_what_is_new(study):
    walk, unchanged, grown = study().evaluate(PATHS)
    assert unchanged == walk[0]
    assert walk[1:] == [
        "part-a,1,part-b,2,3",
        "part-a,1,part-b,3,2",
        "part-a,1,part-b,2,3",
        "part-b,2,3,part-a,1",
        "part-b,2,3,part-a,1",
        "part-b,2,3,part-a,1",
    ]
    assert all(sorted(a) == sorted(b) for a, b in pairwise(walk))
    assert grown == "part-b,3,4,2,gone,part-n,n,part-a,1,1b,part-own-x"
