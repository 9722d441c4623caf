"""The learning tree: what builds on what, how far the reader is, finding a chapter and the way to it."""

from __future__ import annotations

import re
import time
from pathlib import Path

import axe
import pytest
from paper import pages_on_paper
from playwright.sync_api import expect

from mkdocs_lesson.book import open_book
from mkdocs_lesson.effort import effort, span
from mkdocs_lesson.tree import ways_back

pytestmark = pytest.mark.browser

BOOK = open_book(Path(__file__).parents[2])
CHAPTERS = BOOK.contents.chapters
SLUG = "artificial-neuron"


@pytest.fixture
def contents(new_context, site):
    """Returns a function that opens the page as a reader who has left `events`."""

    def open_contents(events=(), **settings):
        stored = [{"name": f"/|e|{key}", "value": value} for key, value in events]
        origin = {"origin": site.rstrip("/"), "localStorage": stored}
        page = new_context(
            storage_state={"cookies": [], "origins": [origin]}, bypass_csp=True, **settings
        ).new_page()
        page.goto(site + "contents/")
        expect(page.get_by_label("Find a chapter")).to_be_visible()
        return page

    return open_contents


def moment(days_ago: int) -> str:
    """The time of an event, as its key writes it."""
    number, digits = int((time.time() - days_ago * 86_400) * 1000), ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def builds_on(slug: str) -> set[str]:
    return ways_back(CHAPTERS)[slug]


def opened_by(slug: str) -> set[str]:
    return {other for other, back in ways_back(CHAPTERS).items() if slug in back}


def named(items) -> set[str]:
    return {item.get_attribute("data-node") or item.get_attribute("id") for item in items.all()}


@pytest.mark.parametrize("place", ["[data-node={}]", "#{}"])
def test_a_chapter_shows_what_it_needs_and_what_it_opens(contents, place):
    page = contents()
    page.locator(place.format("attention")).hover()
    for kind in ("[data-node]", "li"):
        shown = page.locator(f"lesson-contents {kind}.lit")
        expect(shown).to_have_count(len(builds_on("attention")) + 1)
        assert named(shown) == builds_on("attention") | {"attention"}
        assert named(page.locator(f"lesson-contents {kind}.opens")) == opened_by("attention") | {"attention"}
    needed = page.locator("[data-step].lit")
    assert {step.get_attribute("data-step").split()[1] for step in needed.all()} <= named(shown)
    page.locator("h1").hover()
    expect(page.locator("lesson-contents .lit")).to_have_count(0)


def test_the_drawing_is_walked_and_entered_by_keyboard(contents):
    page = contents()
    page.locator(f"[data-node={CHAPTERS[0].slug}]").focus()
    page.keyboard.press("Tab")
    second = page.locator(f"[data-node={CHAPTERS[1].slug}]")
    expect(second).to_be_focused()
    expect(second).to_have_class(re.compile("lit"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/chapters/{CHAPTERS[1].slug}/$"))


def test_every_title_fits_into_its_box_and_no_word_is_broken(contents):
    page = contents()
    breaks = "boxes => boxes.filter(b => getComputedStyle(b).wordBreak !== 'normal').map(b => b.textContent)"
    assert page.locator("[data-node]").evaluate_all(breaks) == [], (
        "a word too long for its box would not show"
    )
    full = "boxes => boxes.filter(b => b.scrollHeight > b.clientHeight || b.scrollWidth > b.clientWidth).map(b => b.textContent)"
    assert page.locator("[data-node]").evaluate_all(full) == []


def test_a_part_is_folded_by_keyboard(contents):
    page = contents()
    page.locator("lesson-contents summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{SLUG}")).to_be_hidden()
    expect(page.locator(f"[data-node={SLUG}]")).to_be_visible()


def test_a_goal_shows_the_shortest_way_and_its_time(contents):
    page = contents([(f"q|{SLUG}/bias-only|{moment(0)}", '{"a":"a","ok":true}')])
    page.get_by_label("I want to understand").select_option("transformers")
    way = builds_on("transformers") | {"transformers"}
    assert named(page.locator(".parts li:visible")) & set(ways_back(CHAPTERS)) == way
    time = sum(effort(BOOK.pages[slug], BOOK) for slug in way if slug in BOOK.pages)
    expect(page.locator(".contents-status")).to_contain_text(f"{len(way)} chapters")
    expect(page.locator(".contents-status")).to_contain_text(span(time))
    assert named(page.locator("[data-node]:not(.off)")) == way
    assert named(page.locator("[data-node].lit")) == way


def test_a_chapter_is_found_by_what_it_asks(contents):
    page = contents()
    page.get_by_label("Find a chapter").fill("forger")
    expect(page.locator(".parts li:visible")).to_have_count(1)
    expect(page.locator("#gans")).to_be_visible()
    expect(page.locator("[data-node]:not(.off)")).to_have_count(1)
    expect(page.locator(".contents-status")).to_have_text("1 chapter found.")
    page.get_by_label("Find a chapter").fill(BOOK.pages[SLUG].front_matter().summary[5:30].upper())
    expect(page.locator(f"#{SLUG} .gist")).to_be_visible()
    page.get_by_label("Find a chapter").fill("")
    expect(page.locator(".parts li:visible")).to_have_count(len(CHAPTERS))


def test_state_follows_what_the_reader_did(contents):
    written = len([chapter for chapter in CHAPTERS if chapter.slug in BOOK.pages])
    quiz = BOOK.quizzes[SLUG]
    right = [(f"q|{SLUG}/{name}|{moment(0)}", '{"a":"a","ok":true}') for name in quiz.questions]
    kept = [(f"c|{SLUG}/{name}|{moment(0)}", '{"g":3}') for name in quiz.cards]
    old = (f"c|{SLUG}/{next(iter(quiz.cards))}|{moment(400)}", '{"g":3}')
    cases = [
        ([], "new", None, f"{written} of {len(CHAPTERS)} chapters are written."),
        (right, "started", " · begun", "You have begun 1 and know 0; 0 things are due."),
        (kept, "started", " · begun", "You have begun 1 and know 0; 0 things are due."),
        ([*right, *kept], "known", " · known", "You have begun 1 and know 1; 0 things are due."),
        ([*right, *kept[1:], old], "due", " · 1 due", "You have begun 1 and know 0; 1 thing is due."),
    ]
    for events, state, words, status in cases:
        page = contents(events)
        expect(page.locator(f"#{SLUG}")).to_have_attribute("data-state", state)
        expect(page.locator(f"[data-node={SLUG}]")).to_have_attribute("data-state", state)
        expect(page.locator(f"#{SLUG} .state")).to_have_text([words] if words else [])
        expect(page.locator(".contents-status")).to_contain_text(status)
    assert axe.violations(page) == []


def test_the_tree_reads_without_script_and_on_a_phone(contents, new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site + "contents/")
    expect(page.locator("[data-node]")).to_have_count(len(CHAPTERS))
    expect(page.locator("a[data-node]")).to_have_count(sum(each.slug in BOOK.pages for each in CHAPTERS))
    expect(page.locator(".parts li:visible")).to_have_count(len(CHAPTERS))
    page.set_viewport_size({"width": 360, "height": 800})
    expect(page.locator(".map")).to_be_hidden()
    expect(page.locator("#attention .about")).to_contain_text("builds on")


def test_the_outline_is_printed_whole_on_two_pages(contents):
    page = contents()
    page.locator("lesson-contents summary").first.click()
    page.emulate_media(media="print")
    expect(page.locator(f"#{SLUG}")).to_be_visible()
    assert pages_on_paper(page) <= 2


def test_numbers_in_chapters_are_those_of_the_contents(contents):
    page = contents()
    number = page.locator(f"#{SLUG} .number").text_content()
    page.locator(f"#{SLUG} .title a").click()
    expect(page.locator(".place a")).to_have_text(f"Chapter {number}")
