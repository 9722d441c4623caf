"""What a marked word means, by mouse, keyboard and finger, and without script; and the page of all words."""

from __future__ import annotations

import re
from pathlib import Path

import axe
import pytest
from playwright.sync_api import expect
from waiting import alive

from mkdocs_lesson.book import open_book

pytestmark = pytest.mark.browser

BOOK = open_book(Path(__file__).parents[2])
TERMS = BOOK.glossary.terms
CHAPTER = "chapters/backpropagation/"
MOST_MARKS = 6  # in a minute of reading
REST = 600  # ms: longer than the script waits


@pytest.fixture
def chapter(new_context, site):
    """Returns a function that opens a chapter and gives the page, a marked word, and its meaning."""

    def open_chapter(width=1280, **settings):
        screen = {"width": width, "height": 800}
        page = new_context(viewport=screen, bypass_csp=True, color_scheme="dark", **settings).new_page()
        page.goto(site + CHAPTER)
        if settings.get("java_script_enabled", True):
            alive(page)
        word = page.locator("a.term").nth(3)
        word.scroll_into_view_if_needed()
        return page, word, page.locator(f"#{word.get_attribute('aria-describedby')}")

    return open_chapter


def test_mouse_shows_and_may_rest_on_the_meaning(chapter):
    page, word, meaning = chapter()
    expect(meaning).to_be_hidden()
    word.hover()
    expect(meaning).to_be_visible()
    assert axe.violations(page) == []
    meaning.hover()
    page.wait_for_timeout(REST)
    expect(meaning).to_be_visible()
    page.locator("h1").hover()
    expect(meaning).to_be_hidden()
    word.hover()
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    page.wait_for_timeout(REST)
    expect(meaning).to_be_hidden()
    word.click()
    expect(page).to_have_url(re.compile(r"/glossary/#[a-z0-9-]+$"))


def test_focus_shows_until_it_leaves_or_escape(chapter):
    page, word, meaning = chapter()
    word.focus()
    expect(meaning).to_be_visible()
    page.wait_for_timeout(REST)
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(word).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(meaning).to_be_visible()
    page.keyboard.press("Tab")
    expect(meaning).to_be_hidden()
    word.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Glossary")
    expect(page.locator("lesson-terms")).to_have_count(0)


def test_first_tap_shows_and_the_second_follows(chapter):
    page, word, meaning = chapter(width=360, has_touch=True, is_mobile=True)
    word.tap()
    expect(meaning).to_be_visible()
    box = meaning.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.locator("h2").first.tap()
    expect(meaning).to_be_hidden()
    word.tap()
    expect(meaning).to_be_visible()
    assert page.url.endswith(CHAPTER)
    word.tap()
    expect(page).to_have_url(re.compile(r"/glossary/#[a-z0-9-]+$"))


def test_without_script_a_word_is_a_link_and_the_list_is_whole(chapter):
    page, word, meaning = chapter(width=360, java_script_enabled=False)
    expect(meaning).to_be_hidden()
    word.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h3:target")).to_be_in_viewport()
    expect(page.locator(".word:visible")).to_have_count(len(TERMS))


def test_words_are_found_by_name_by_other_names_and_by_american_spelling(new_context, site):
    page = new_context(bypass_csp=True).new_page()
    page.goto(site + "glossary/")
    field, words = page.get_by_label("Find a word"), page.locator(".word:visible h3")
    for typed, term in {"dying relu": "dead unit", "Generalization": "generalisation"}.items():
        field.fill(typed)
        assert term in words.all_text_contents()
    field.fill("dying relu")
    expect(page.locator("lesson-glossary [role=status]")).to_have_text("1 word found.")
    expect(page.locator(".letter:visible")).to_have_count(1)
    field.fill("")
    expect(words).to_have_count(len(TERMS))
    page.locator(".letters a").last.click()
    expect(page.locator("#letter-x")).to_be_in_viewport()


def test_search_finds_words_and_no_meaning_twice(page, site):
    docs = page.request.get(site + "search/search_index.json").json()["docs"]
    text = {doc["location"]: doc["text"] for doc in docs}
    assert [term.term for term in TERMS if f"glossary/#{term.id}" not in text] == []
    shown = [term.means for term in TERMS if not re.search(r"[<>&]", term.means)]
    chapters = " ".join(said for place, said in text.items() if place.startswith("chapters/"))
    assert [means for means in shown if means in chapters] == []


def test_marks_are_few_and_each_has_its_meaning(page, site):
    for each in [each for each in BOOK.pages.values() if each.promises]:
        html = page.request.get(f"{site}{each.address(BOOK.docs)}").text()
        words = re.findall(r'<a aria-describedby="(term-[a-z0-9-]+)" class="term"', html)
        assert 0 < len(words) <= MOST_MARKS * each.minutes, each.slug
        assert sorted(words) == sorted(re.findall(r'<div id="(term-[a-z0-9-]+)" popover', html)), each.slug
