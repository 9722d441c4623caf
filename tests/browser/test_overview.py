"""The ten-minute summary: home leads to it, it says what is known of it, and what is still to come."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from mkdocs_lesson.book import open_book

pytestmark = pytest.mark.browser

BOOK = open_book(Path(__file__).parents[2])
QUIZ = BOOK.quizzes["overview"]
NUMERIC = QUIZ.questions["neuron-by-hand"]


@pytest.fixture
def overview(new_context, site):
    page = new_context().new_page()
    page.goto(site + "overview/")
    expect(page.locator(".ways-known")).to_be_visible()
    return page


def test_home_leads_to_it_and_it_leads_on(new_context, site):
    page = new_context().new_page()
    page.goto(site)
    page.locator(".ways").get_by_role("link", name="The whole subject").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Neural networks in ten minutes")
    ways = page.locator("lesson-ways li")
    expect(ways.filter(has_text=f"{len(QUIZ.questions)} questions")).to_contain_text("minutes")
    expect(ways.filter(has_text=f"{len(QUIZ.cards)} cards")).to_contain_text("minutes")
    for name, place in {
        "In depth": "article/",
        "Podcast": "podcast/",
        "Chapter 1": "chapters/inputs-to-outputs/",
    }.items():
        way = ways.get_by_role("link", name=name)
        assert way.evaluate("link => link.href") == site + place
        expect(way).to_contain_text("minutes")
    ways.get_by_role("link", name="All chapters").click()
    expect(page).to_have_url(site + "contents/")


def test_the_ring_fills_with_a_right_answer_and_a_card(overview):
    known = overview.locator(".ways-known")
    expect(known).to_have_text("You know 0 of the 27 questions and cards of this page.")
    question = overview.locator("[id='overview/neuron-by-hand']")
    question.get_by_role("textbox").fill(str(NUMERIC.answer))
    question.get_by_role("button", name="Check").click()
    expect(known).to_contain_text("You know 1 of")
    deck = overview.locator("lesson-cards")
    deck.get_by_text("Show the answer").locator("visible=true").click()
    deck.get_by_role("button", name="Easy").click()
    expect(known).to_contain_text("You know 2 of")
    expect(overview.locator(".ways-known .known")).to_have_attribute("stroke-dasharray", "2 27")


def test_its_questions_as_a_test_leave_a_score_on_the_results(overview):
    asked = overview.locator("lesson-quiz")
    count = asked.count()
    overview.get_by_role("switch", name="As a test").check()
    overview.locator("[id='overview/neuron-by-hand']").get_by_role("textbox").fill(str(NUMERIC.answer))
    for _ in range(2):
        overview.get_by_role("button", name="Finish").click()
    overview.get_by_role("button", name="The wrong ones again").click()
    expect(asked.locator("visible=true")).to_have_count(count - 1)
    overview.get_by_role("button", name="Practise all").click()
    expect(asked.locator("visible=true")).to_have_count(count)
    overview.goto(overview.url.replace("overview/", "results/"))
    expect(overview.locator("#overview .scores")).to_have_text(f"As a test: 1 of {count} today.")


def test_what_is_to_come_is_said_to_a_screen_reader_and_leads_to_its_line(overview):
    link = overview.locator("#architectures ~ ul a.coming").first
    mark = link.evaluate("e => getComputedStyle(e, '::after').content")
    assert mark == '"°" / " (coming)"'
    link.click()
    expect(overview).to_have_url(overview.url.partition("#")[0] + "#convolutional-networks")
    expect(overview.locator("#convolutional-networks.coming")).to_be_visible()


def test_it_reads_without_script(new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site + "overview/")
    expect(page.locator("lesson-ways li")).to_have_count(6)
    expect(page.locator(".ways-known")).to_have_count(0)
    expect(page.locator("lesson-quiz")).to_have_count(len(QUIZ.questions))
