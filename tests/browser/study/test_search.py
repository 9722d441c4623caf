"""Search finds a question or a card by its words, in its chapter, and gives no answer away."""

import re

import pytest
from playwright.sync_api import expect
from waiting import alive

from mkdocs_lesson.book import open_book

pytestmark = pytest.mark.browser


def words(text):
    """The longest run of plain words: no formula, code or mark-up."""
    runs = re.findall(r"(?:[A-Za-z]{2,}[ ]?)+", re.sub(r"\s+", " ", re.sub(r"\$[^$]*\$|`[^`]*`", "|", text)))
    return max((run.strip() for run in runs), key=len, default="")


def texts(book):
    """(words of the front, words of the answer, address) of each question and card that comes back."""
    for slug, quiz in book.quizzes.items():
        if (page := book.pages[slug]).promises:
            place = page.address(book.docs)
            yield from ((words(q.ask), words(q.explain), place) for q in quiz.questions.values())
            yield from (
                (words(c.front), words(c.back), place) for n, c in quiz.cards.items() if "--" not in n
            )


def test_the_index_holds_every_question_and_no_answer(page, site, root):
    found = page.request.get(f"{site}search/search_index.json").json()["docs"]
    pages = {}
    for each in found:
        place = each["location"].partition("#")[0]
        pages[place] = pages.get(place, "") + re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", each["text"]))
    book = open_book(root)
    prose = "".join(re.sub(r"\s+", " ", re.sub(r"[*_]", "", each.body)) for each in book.pages.values())
    prose += " ".join(term.means for term in book.glossary.terms)
    asked = list(texts(book))
    hidden = 0
    shown = [text for place, text in pages.items() if place != "results/"]  # where wrong ideas are answered
    for front, answer, place in asked:
        assert front in pages[place], front
        if len(front.split()) > 4:
            assert front not in pages["review/"], front
        if len(answer.split()) > 4 and answer not in prose:
            hidden += 1
            assert answer not in "".join(shown), answer
    assert hidden > 5


def test_a_reader_finds_a_question_by_its_words(page, site):
    page.goto(site)
    alive(page)
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("same input three times")
    found = page.locator(".md-search-result__link[href*='/chapters/artificial-neuron/']")
    expect(found.filter(has_text="The same input comes three times in a row")).not_to_have_count(0)
