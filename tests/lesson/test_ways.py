"""A summary beside the chapters: it comes back like them, and its list of ways is counted, not typed."""

from __future__ import annotations

import re

import pytest
from plan import PLAN

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import check_book
from mkdocs_lesson.fences import find_fences
from mkdocs_lesson.page import minutes, words
from mkdocs_lesson.render.page import Renderer

SUMMARY = """\
---
title: In short
summary: All of it in a minute.
objectives:
  - {id: outline, can: tell the outline}
---

# In short

```ways
```

## One block {#one-block}

A [word](chapters/small-steps.md#the-first-idea) or two.

## Questions {#questions}

```quiz
```

## Cards {#cards}

```cards
```
"""
QUIZ = """\
questions:
  - id: half
    type: numeric
    ask: What is half of 5?
    teaches: one-block
    objectives: [outline]
    answer: 2.5
    abs_tol: 0.1
    explain: Five by two.
    check: answer = sum([5]) / 2
cards:
  - {id: twice, front: What is twice 5?, back: "10", teaches: one-block}
"""


@pytest.fixture
def summed(book):
    """The small book with a summary of it."""
    (book / "docs/contents.yml").write_text(PLAN)
    (book / "docs/contents.md").write_text("# Contents\n\n```contents\n```\n")
    (book / "docs/overview.md").write_text(SUMMARY)
    (book / "quizzes/overview.yml").write_text(QUIZ)
    return book


def shown(root, kind: str) -> str:
    """What a fence of the summary shows."""
    book = open_book(root)
    page = book.pages["overview"]
    renderer = Renderer(page, book, ["overview", "small-steps"])
    [fence] = [fence for fence in find_fences(page.body) if fence.kind == kind]
    return renderer.render(fence)


def test_ways_count_what_there_is_and_how_long_it_takes(summed):
    assert check_book(summed) == []
    html = shown(summed, "ways")
    text = re.sub(r"<[^>]*>", "|", html)
    assert "1 question |1 minute|" in text
    assert "1 card |1 minute|" in text
    assert "All chapters |1 of 2, 1 minute to read|" in text
    for address in ("#questions", "#cards", "../chapters/small-steps/", "../contents/"):
        assert f'href="{address}"' in html
    assert 'data-cards="overview/twice"' in html


def test_a_summary_is_held_to_its_promises(summed):
    page = summed / "docs/overview.md"
    page.write_text(SUMMARY.replace("tell the outline}", "tell the outline}\n  - {id: other, can: fly}"))
    [fault] = check_book(summed)
    assert "asks for the objective `other`" in str(fault)
    page.write_text(SUMMARY.replace("summary: All", "sumary: All"))
    assert any("unknown key `sumary`" in str(fault) for fault in check_book(summed))


def test_its_results_and_its_deck_stand_with_those_of_chapters(summed):
    (summed / "docs/results.md").write_text("# Results\n\n```results\n```\n")
    book = open_book(summed)
    renderer = Renderer(book.pages["results"], book, ["overview", "small-steps"])
    [fence] = find_fences(book.pages["results"].body)
    html = renderer.render(fence)
    assert html.index('id="small-steps"') < html.index('id="overview"')
    assert "tell the outline" in html
    assert set(renderer.decks()) == {"overview", "small-steps"}


def test_ways_take_no_lines_and_need_questions(summed):
    page = summed / "docs/overview.md"
    page.write_text(SUMMARY.replace("```ways\n", "```ways\ncards\n"))
    [fault] = check_book(summed)
    assert "expected an empty fence, got `cards`; remove it" in str(fault)


@pytest.mark.parametrize(
    ("markdown", "count"),
    [
        ("Two words", 2),
        ("a [link of four words](chapters/x.md#y){.coming}", 5),
        ("$x + y$ is {= a/b.z:.2f =}", 3),
        ("```python\nx = 1\n```\n\n$$\nx\n$$\n\n## Title {#title}", 1),
        ("cited[^note]\n\n[^note]: Someone (1986). Somewhere.", 1),
        ('<div class="wide" markdown>\n\nwide\n\n</div>', 1),
    ],
)
def test_words_are_those_that_a_reader_meets(markdown, count):
    assert words(markdown) == count


def test_reading_takes_a_minute_for_two_hundred_words():
    assert [minutes(count) for count in (3, 290, 1000)] == [1, 1, 5]
