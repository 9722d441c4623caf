"""A book comes in; `<lesson-results>` goes out: what it asks for, and the wrong ideas it looks for.

Without script that is a map of the book; with it, each question says how it was answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from mkdocs_lesson.page import Objective, Page
from mkdocs_lesson.questions import Misconception
from mkdocs_lesson.quiz import Quiz
from mkdocs_lesson.render.text import attributes, inline

Teaches = Callable[[Quiz, object], str]


SUMMARY = (
    '<section class="own" data-search-exclude><p class="so-far"></p>'
    '<h2 id="next">What to do next</h2><ul class="next"></ul><p class="so-far none">Nothing: all that the book asks, you know.</p></section>'
)
TRUST = (
    '<section class="own trust" data-search-exclude><h2 id="sure">How sure you are</h2>'
    '<label class="switch"><input type="checkbox" role="switch">Ask how sure I am before each answer</label>'
    '<figure class="picture" hidden></figure><p>It is no score. It shows where to look twice.</p></section>'
)
"""What depends on the reader, still empty; hidden without script."""


def render_results(chapters: Iterable[str], confusions: Iterable[str]) -> str:
    """Return the element, made of rendered chapters and rendered misconceptions."""
    return (
        f'<lesson-results>{SUMMARY}{"".join(chapters)}<section class="confusions">'
        '<h2 id="confusions">Ideas that mislead</h2><p class="own">These are the ones that your answers showed.</p>'
        f'<ul>{"".join(confusions)}</ul><p class="own none">None so far.</p></section>{TRUST}</lesson-results>'
    )


def render_test(questions: str) -> str:
    """Return several questions with the controls that make a test of them."""
    return (
        '<lesson-test><label class="switch" data-search-exclude><input type="checkbox" role="switch">'
        f"As a test: verdicts only at the end</label>{questions}"
        '<div class="test-foot" data-search-exclude><button type="button" class="button" hidden>Finish</button>'
        '<p class="test-status" role="status" tabindex="-1"></p></div></lesson-test>'
    )


def render_chapter(page: Page, quiz: Quiz, link: str, teaches: Teaches) -> str:
    """Return a chapter's objectives, each with links to its questions."""
    front = page.front_matter()
    items = "".join(_objective(each, quiz, link, teaches) for each in front.objectives)
    return (
        f'<section class="chapter-results" id="{page.slug}"><h2><a href="{link}">{escape(front.title)}</a></h2>'
        f'<p class="so-far own"></p><ul>{items}</ul></section>'
    )


def _objective(objective: Objective, quiz: Quiz, link: str, teaches: Teaches) -> str:
    asked = [(name, each) for name, each in quiz.questions.items() if objective.id in each.objectives]
    marks = []
    for number, (name, question) in enumerate(asked, start=1):
        full_id = f"{quiz.slug}/{name}"
        attrs = attributes(
            href=f"{link}#{full_id}",
            data_question=full_id,
            data_version=question.version,
            data_teaches=teaches(quiz, question),
        )
        marks.append(f"<a{attrs}>Question {number}</a>")
    return f'<li><span class="ability">{inline(objective.can)}</span> <span class="marks">{" ".join(marks)}</span></li>'


def render_confusion(name: str, idea: Misconception, chapter: str, link: str | None) -> str:
    """Return one wrong idea, what is so instead, and where that is taught."""
    place = f'<a href="{link}">{escape(chapter)}</a>' if link else escape(chapter)
    return (
        f'<li data-misconception="{name}"><p class="times own"></p><p class="says">{inline(idea.says)}</p>'
        f'<p>{inline(idea.but)} <span class="place">{place}</span></p></li>'
    )
