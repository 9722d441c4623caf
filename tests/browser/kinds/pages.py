"""What stands on every page, and what single pages have: search, menu, lists that are narrowed down, progress."""

from __future__ import annotations

from playwright.sync_api import expect
from study.actions import T, next_up, place
from study.test_results import SOME
from study.test_review import SEEN
from waiting import alive

from kinds import kind
from kinds.chapter import PHONE, button

REVIEWED = {f"e|c|artificial-neuron/bias-role|{T}": '{"g":3}'}


def ready(page):
    """Wait until all scripts have come, and the header says what is due."""
    alive(page)
    page.locator("lesson-due a").wait_for()


@kind("notation/", stored=REVIEWED)
def header(page):
    ready(page)
    part = page.locator("header.md-header")
    yield "at rest", part
    part.get_by_role("radio", name="Colours: as your system").press("ArrowRight")
    yield "light, after an arrow key", part


@kind("notation/", stored=REVIEWED)
def search(page):
    ready(page)
    part = page.locator(".md-search")
    page.keyboard.press("/")
    expect(part.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("tinted")
    expect(part.locator(".md-search-result__item").first).to_be_visible()
    yield "something is found", part
    page.keyboard.press("Control+a")
    page.keyboard.type("zyxw")
    expect(part.get_by_text("No matching documents")).to_be_visible()
    yield "nothing is found", part


@kind("notation/", viewport=PHONE, stored=REVIEWED)
def menu(page):
    ready(page)
    yield "closed", page.locator("header.md-header")
    button(page, "Menu").press("Enter")
    expect(page.locator("#menu a").first).to_be_visible()
    yield "open", page.locator("#menu")
    page.keyboard.press("Escape")
    yield "closed again", page.locator("header.md-header")


@kind("", stored=REVIEWED)
def home(page):
    part = page.locator("lesson-onward")
    expect(part.get_by_role("link").first).to_be_visible()
    yield "for a reader who was here before", part


@kind("contents/")
def contents(page):
    part = page.locator("lesson-contents")
    find = page.get_by_label("Find a chapter")
    find.press_sequentially("forger")
    expect(part.get_by_text("1 chapter found")).to_be_visible()
    yield "one chapter is found", part.locator("details:visible")
    page.keyboard.press("Escape")
    yield "what is told", part.get_by_role("status")


@kind("glossary/")
def glossary(page):
    part = page.locator("lesson-glossary")
    find = page.get_by_label("Find a word")
    find.press_sequentially("dying relu")
    expect(part.get_by_text("1 word found")).to_be_visible()
    yield "one word is found", part


@kind("resources/")
def sources(page):
    page.get_by_label("Author or word").press_sequentially("rosenblatt")
    status = page.locator(".source-status")
    expect(status).to_contain_text(" of ")
    entry = page.locator(".library > li:visible").first
    yield "how many there are", status
    entry.locator("[data-mark=read]").press("Enter")
    yield "a source, marked as read", entry


@kind("podcast/")
def podcast(page):
    part = page.locator("lesson-audio").first
    part.get_by_role("combobox").press("ArrowDown")
    yield "faster", part.locator(".episode-actions")
    part.locator("summary").press("Enter")
    yield "its transcript", part.locator(".transcript")


@kind("mine/")
def path(page):
    part = page.locator("lesson-path")
    button(part, "Change the path").press("Enter")
    expect(button(part, "Done")).to_be_visible()
    yield "to be changed", part.locator("section").first
    button(part, "Move down: A learnable function").press("Enter")
    button(part, "Edit: Depth").press("Enter")
    yield "a name to be changed", part.get_by_role("form")
    page.keyboard.press("Escape")
    yield "what is told", part.get_by_role("status")


@kind("mine/")
def own_card(page):
    part = page.locator("lesson-own[data-kind=card]")
    button(part, "Add a card").press("Enter")
    expect(part.get_by_role("form")).to_be_visible()
    yield "the form", part
    page.keyboard.type("Far?")
    part.get_by_role("textbox", name="Back").press_sequentially("Not yet.")
    page.keyboard.press("Control+Enter")
    expect(part.locator(".own-item")).to_contain_text("Far?")
    yield "added", part
    button(part, "Remove: Far?").press("Enter")
    yield "removed", part


@kind("mine/")
def own_question(page):
    part = page.locator("lesson-own[data-kind=question]")
    button(part, "Add a question").press("Enter")
    expect(part.get_by_role("form")).to_be_visible()
    yield "the form", part


@kind("teachers/embed/", permissions=["clipboard-read", "clipboard-write"])
def embeds(page):
    part = page.locator("lesson-embeds")
    folded = part.locator(".lent").first
    folded.locator("summary").first.press("Enter")
    copy = folded.get_by_role("button").first
    copy.wait_for()
    yield "the lines of a chapter", folded
    copy.press("Enter")
    expect(part.get_by_role("status")).to_have_text("Copied")
    folded.locator("summary").first.focus()  # the button soon has its usual name again
    yield "what is told", part.get_by_role("status")


@kind("review/", place="study", stored=SEEN)
def review(page):
    part = page.locator("lesson-review")
    next_up(page)
    yield "the first", part
    part.locator(".card:visible summary").press("Enter")
    expect(part.get_by_role("button", name="Good")).to_be_visible()
    yield "turned", part
    page.keyboard.press("1")
    expect(place(page)).to_have_text("2 of 5")
    yield "the second, after 1", part


@kind("review/", place="study", stored=SEEN)
def progress(page):
    part = page.locator("lesson-progress")
    expect(part).to_contain_text("cards studied")
    yield "some", part
    button(part, "Erase").press("Enter")
    expect(button(part, "Undo")).to_be_focused()
    yield "erased", part


@kind("review/", stored=REVIEWED)
def plan(page):
    alive(page)
    part = page.locator("lesson-plan")
    part.get_by_role("combobox").press("ArrowDown")
    yield "at most ten a day", part


@kind("results/", place="study", stored=SOME)
def results(page):
    part = page.locator("lesson-results")
    expect(part.locator(".next li")).to_have_count(3)
    part.get_by_role("switch").press("Space")
    yield "three questions were answered, and confidence is asked from now on", part
