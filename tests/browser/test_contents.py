"""The contents page: what builds on what, how far the reader is, and finding a chapter."""

from __future__ import annotations

import time
from pathlib import Path

import axe
import pytest
from playwright.sync_api import expect

from mkdocs_lesson.book import open_book

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


def test_every_prerequisite_is_an_arc(contents):
    page = contents()
    arcs = page.locator("lesson-contents > svg path")
    expect(arcs).to_have_count(sum(len(chapter.needs) for chapter in CHAPTERS))
    page.locator("#attention").hover()
    lit = page.locator("lesson-contents li.lit")
    assert {item.get_attribute("id") for item in lit.all()} == builds_on("attention") | {"attention"}


def builds_on(slug: str) -> set[str]:
    needs = {chapter.slug: set(chapter.needs) for chapter in CHAPTERS}[slug]
    return needs.union(*map(builds_on, needs))


def test_a_closed_part_takes_its_arcs_away(contents):
    page = contents()
    arcs = page.locator("lesson-contents > svg path")
    before = arcs.count()
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{SLUG}")).to_be_hidden()
    first = {chapter.slug for chapter in BOOK.contents.parts[0].chapters}
    gone = sum(need in first or chapter.slug in first for chapter in CHAPTERS for need in chapter.needs)
    expect(arcs).to_have_count(before - gone)


def test_a_chapter_is_found_by_what_it_asks(contents):
    page = contents()
    page.get_by_label("Find a chapter").fill("forger")
    expect(page.locator("lesson-contents li:visible")).to_have_count(1)
    expect(page.locator("#gans")).to_be_visible()
    expect(page.locator(".contents-status")).to_have_text("1 chapter found.")
    page.get_by_label("Find a chapter").fill("")
    expect(page.locator("lesson-contents li:visible")).to_have_count(len(CHAPTERS))


def test_state_follows_what_the_reader_did(contents):
    written = len([chapter for chapter in CHAPTERS if chapter.slug in BOOK.pages])
    page = contents()
    expect(page.locator(".contents-status")).to_have_text(
        f"{written} of {len(CHAPTERS)} chapters are written."
    )
    cards = list(BOOK.quizzes[SLUG].cards)
    fresh = [(f"c|{SLUG}/{card}|{moment(0)}", '{"g":3}') for card in cards]
    page = contents(fresh)
    expect(page.locator(f"#{SLUG}")).to_have_attribute("data-state", "known")
    page = contents([*fresh[1:], (f"c|{SLUG}/{cards[0]}|{moment(400)}", '{"g":3}')])
    expect(page.locator(f"#{SLUG} .state")).to_have_text(" · begun, 1 due")
    expect(page.locator(".contents-status")).to_contain_text("You have begun 1 and know 0; 1 thing is due.")
    assert axe.violations(page) == []


def test_numbers_in_chapters_are_those_of_the_contents(contents):
    page = contents()
    number = page.locator(f"#{SLUG} .number").text_content()
    page.locator(f"#{SLUG} .title a").click()
    expect(page.locator(".place a")).to_have_text(f"Chapter {number}")
