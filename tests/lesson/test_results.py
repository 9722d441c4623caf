"""What a reader finds below an answer, and the map of the book that the results are drawn on."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from mkdocs_lesson.book import open_book
from mkdocs_lesson.extension import LessonExtension

REPORT = "https://book.example/issues/new?title={id}&x=1"


def convert(book, text: str, page: str = "chapters/small-steps.md", **settings) -> str:
    extension = LessonExtension(**settings)
    extension.use(open_book(book), ["small-steps"])
    extension.page = extension.book.page_at(book / "docs" / page)
    return Markdown(extensions=[extension]).convert(text)


def ids(html: str, pattern: str) -> set[str]:
    return set(re.findall(pattern, html))


def test_every_question_and_card_reports_its_own_id(book):
    quiz = open_book(book).quizzes["small-steps"]
    html = convert(book, "```quiz\n```\n\n```cards\n```", report=REPORT)
    reported = ids(html, r'href="https://book.example/issues/new\?title=([^&"]+)&amp;x=1">Report a mistake')
    assert reported == {f"small-steps%2F{name}" for name in [*quiz.questions, *quiz.cards]}
    assert reported


def test_without_an_address_no_link_to_report_is_shown(book):
    assert "Report a mistake" not in convert(book, "```quiz\n```\n\n```cards\n```")


def test_an_address_without_a_place_for_the_id_is_refused(book):
    settings = book / "mkdocs.yml"
    settings.write_text(settings.read_text() + "extra: {report: https://book.example/}\n")
    config = load_config(str(settings))
    with pytest.raises(PluginError, match=r"extra.report: expected an address with \{id\}"):
        config.plugins.run_event("config", config)


def test_a_card_tells_its_address_from_every_page(book):
    [name, *_] = open_book(book).quizzes["small-steps"].cards
    (book / "docs/review.md").write_text("# Review\n")
    here = convert(book, "```cards\n```")
    there = convert(book, "```review\n```", "review.md")
    assert f'<a href="#small-steps/{name}">Link to this card</a>' in here
    assert f'<a href="../chapters/small-steps/#small-steps/{name}">Link to this card</a>' in there


def test_three_questions_of_one_fence_can_be_a_test_and_two_cannot(book):
    quiz = book / "quizzes/small-steps.yml"
    text = quiz.read_text()
    question = text.split("questions:\n")[1].split("cards:")[0].rstrip("\n")
    name = re.search(r"- id: (\S+)", question)[1]
    for copies, tests in (["second"], 0), (["second", "third"], 1):
        others = [question.replace(f"id: {name}", f"id: {copy}") for copy in copies]
        quiz.write_text(text.replace(question, "\n".join([question, *others])))
        assert convert(book, "```quiz\n```").count("<lesson-test>") == tests


def test_results_list_each_objective_with_its_questions_and_each_wrong_idea(book):
    (book / "docs/results.md").write_text("# Results\n")
    (book / "quizzes/misconceptions.yml").write_text(
        "steps-grow:\n  ref: M-01\n  says: Steps *grow*.\n  but: They shrink.\n  chapter: small-steps\n"
        "not-yet:\n  ref: M-02\n  says: One.\n  but: Two.\n  chapter: still-to-come\n"
    )
    html = convert(book, "```results\n```", "results.md")
    for name, question in open_book(book).quizzes["small-steps"].questions.items():
        link = f'href="../chapters/small-steps/#small-steps/{name}"'
        assert f'{link} data-question="small-steps/{name}" data-version="{question.version}"' in html
    assert '<section class="chapter-results" id="small-steps">' in html
    assert "Steps <em>grow</em>." in html
    assert '<span class="place"><a href="../chapters/small-steps/">' in html
    assert '<span class="place">Still to come</span>' in html
