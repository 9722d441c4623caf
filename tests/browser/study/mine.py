"""What a test does as a reader who makes the book their own, and what such a reader has."""

from __future__ import annotations

import json

from playwright.sync_api import expect

CHAPTER = "chapters/artificial-neuron/"
OWN = {"page": "", "title": "", "anchor": "", "heading": "", "removed": False}
CARD = OWN | {"front": "Mine?", "back": "Yes.\n\nAlways."}
QUESTION = OWN | {"ask": "More?", "options": ["One", "Two"], "right": 1, "explain": "So."}
NOTE = OWN | {
    "page": CHAPTER,
    "title": "The artificial neuron",
    "anchor": "gone",
    "heading": "A heading",
    "quote": "",
    "text": "Ours.",
}


def document(body, at=1.79e12):
    return json.dumps({"at": at, "body": body})


STORED = {"d|card|aaaaaaaa": document(CARD), "d|question|bbbbbbbb": document(QUESTION)}


def write_note(page, heading, text, about=None):
    page.get_by_role("button", name=f"Note on “{heading}”", exact=True).click()
    form = page.get_by_role("form", name=f"A note on “{heading}”")
    form.get_by_label("Your note").fill(text)
    if about:
        choice = form.locator("option", has_text=about).get_attribute("value")
        form.get_by_label("About").select_option(choice)
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".note", has_text=text)).to_be_visible()


def add_card(page, front, back, belongs=None):
    page.get_by_role("button", name="Add a card").click()
    form = page.get_by_role("form", name="A card of your own")
    form.get_by_role("textbox", name="Front").fill(front)
    form.get_by_role("textbox", name="Back").fill(back)
    if belongs:
        form.get_by_label("Belongs to").select_option(label=belongs)
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".own-item", has_text=front)).to_be_visible()


def add_question(page, ask, options, right):
    page.get_by_role("button", name="Add a question").click()
    form = page.get_by_role("form", name="A question of your own")
    form.get_by_label("Question").fill(ask)
    for n, option in enumerate(options, start=1):
        form.get_by_label(f"Option {n}", exact=True).fill(option)
    form.get_by_label(f"Option {right} is the right one").check()
    form.get_by_role("button", name="Save").click()
    expect(page.locator("lesson-own lesson-quiz", has_text=ask)).to_be_visible()


def change_path(page):
    page.get_by_role("button", name="Change the path").click()
    page.get_by_role("button", name="Move up: Walks").click()
    page.get_by_role("button", name="Hide: Big steps").click()
    page.get_by_role("button", name="Edit: Small steps").click()
    page.get_by_label("Its name in your path").fill("My steps")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Done").click()


def change_card(page, back):
    page.get_by_role("button", name="Edit: Far?").click()
    page.get_by_role("textbox", name="Back").fill(back)
    page.get_by_role("button", name="Save").click()
    expect(page.locator("lesson-own[data-kind=card] > .own-actions .own-status")).to_have_text("Saved.")


def exported(page, path):
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    download.value.save_as(path)
    return path


def imported(page, path):
    """What the page says to a file."""
    said = page.locator("lesson-progress:defined [role=status]")  # its script has come
    said.evaluate("(each) => { each.textContent = '' }")
    page.locator("lesson-progress input[type=file]").set_input_files(path)
    expect(said).not_to_be_empty()
    return said.inner_text()


def path_shown(page):
    """The names of parts and chapters, in the order of the reader's path."""
    return page.locator("lesson-path :is(h3, .title):visible")
