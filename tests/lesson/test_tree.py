"""The learning tree: nothing overlaps, every line goes down, and times add up."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_lesson.book import open_book
from mkdocs_lesson.contents import Contents, Part, Planned
from mkdocs_lesson.effort import CARDS_A_MINUTE, EXERCISE, PROGRAM, QUESTION, effort, span
from mkdocs_lesson.page import minutes, words
from mkdocs_lesson.render.contents import ContentsList
from mkdocs_lesson.render.tree import render_tree
from mkdocs_lesson.tree import MOST, NARROW, WIDE, grow, ways_back

BOOK = open_book(Path(__file__).parents[2])
PLAN = BOOK.contents.chapters


def chapters(needs: dict[str, str]) -> list[Planned]:
    return [Planned(slug=slug, title=slug, asks="?", needs=tuple(of.split())) for slug, of in needs.items()]


PLANS = {
    "one chapter": chapters({"a": ""}),
    "a chain": chapters({"a": "", "b": "a", "c": "b"}),
    "a shortcut": chapters({"a": "", "b": "a", "c": "a b"}),
    "a diamond": chapters({"a": "", "b": "a", "c": "a", "d": "b c"}),
    "a fan wider than a row": chapters({"a": "", **{f"b{i}": "a" for i in range(2 * MOST + 1)}}),
    "two roots and a long line": chapters({"a": "", "b": "", "c": "a", "d": "c", "e": "b d"}),
    "the book": PLAN,
}


@st.composite
def plans(draw) -> list[Planned]:
    slugs = [f"c{i}" for i in range(draw(st.integers(1, 14)))]
    needs = {
        slug: " ".join(draw(st.sets(st.sampled_from(slugs[:i]), max_size=3))) if i else ""
        for i, slug in enumerate(slugs)
    }
    return chapters(needs)


def holds(plan: list[Planned]) -> None:
    """What is true of every drawing."""
    tree = grow(plan)
    rows: dict[int, list[tuple[float, float]]] = {}
    for x, y in tree.places.values():
        rows.setdefault(y, []).append((x, WIDE))
    for line in tree.lines.values():
        assert all(below == y + 1 for (_, y), (_, below) in pairwise(line)), "a line goes down row by row"
        for x, y in line[1:-1]:
            rows[y].append((x, NARROW))
    for row in rows.values():
        for (x, room), (other, its) in combinations(row, 2):
            assert abs(x - other) >= (room + its) / 2 - 0.01, "boxes and passing lines keep apart"
    assert drawn_ways(plan, tree.lines) == ways_back(plan), "what can be followed is what is needed"
    assert grow(plan) == tree


def drawn_ways(plan: list[Planned], lines: dict) -> dict[str, set[str]]:
    needs = {each.slug: {a for a, b in lines if b == each.slug} for each in plan}
    back: dict[str, set[str]] = {}
    for each in plan:  # the plan is in order
        back[each.slug] = needs[each.slug].union(*(back[need] for need in needs[each.slug]))
    return back


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_drawing_keeps_its_promises(plan):
    holds(plan)


@settings(max_examples=25, deadline=None)
@given(plans())
def test_drawing_of_any_plan_keeps_its_promises(plan):
    holds(plan)


def test_shortcuts_are_not_drawn():
    assert set(grow(PLANS["a shortcut"]).lines) == {("a", "b"), ("b", "c")}


def test_lines_of_the_book_hardly_cross():
    steps = [step for line in grow(PLAN).lines.values() for step in pairwise(line)]
    crossed = [
        (a, b)
        for (a, b), (c, d) in combinations(steps, 2)
        if a[1] == c[1] and (a[0] - c[0]) * (b[0] - d[0]) < 0
    ]
    assert len(crossed) <= 10


def test_a_chapter_to_come_is_no_link():
    shown = render_tree(
        Contents(parts=(Part(title="P", chapters=(PLANS["one chapter"][0],)),)),
        {"a": "A & B"},
        lambda _: None,
    )
    assert '<span data-node="a" class="coming"' in shown
    assert "<a " not in shown
    assert "A &amp; B" in shown


SPANS = {0: "0 min", 1: "1 min", 59: "59 min", 60: "1 h", 61: "1 h 1 min", 150: "2 h 30 min"}


@pytest.mark.parametrize(("time", "said"), SPANS.items())
def test_span(time, said):
    assert span(time) == said


def test_effort_counts_what_a_chapter_has(book):
    """The small book's chapter: a program, a question and cards, as `make new` writes them."""
    small = open_book(book)
    page, quiz = small.pages["small-steps"], small.quizzes["small-steps"]
    expected = minutes(words(page.body)) + PROGRAM + QUESTION * len(quiz.questions)
    assert effort(page, small) == expected + round(len(quiz.cards) / CARDS_A_MINUTE)
    longer = page.body + "\n```exercise\nwalk\n```\n"
    more = type(page)(page.path, page.front, longer, page.first_line)
    assert effort(more, small) == effort(page, small) + EXERCISE


def test_times_of_parts_are_the_sums_of_their_chapters():
    html = ContentsList(BOOK, lambda page: page.slug).render()
    parts = html.split('<details class="part"')[1:]
    assert len(parts) == len(BOOK.contents.parts)
    total = 0
    for part, planned in zip(parts, BOOK.contents.parts, strict=True):
        times = [int(time) for time in re.findall(r'data-minutes="(\d+)"', part)]
        said = re.search(r"<small>(.*?)</small>", part)[1]
        assert len(times) == sum(each.slug in BOOK.pages for each in planned.chapters)
        assert said.endswith(f"· {span(sum(times))}" if times else "coming")
        total += sum(times)
    assert total == sum(effort(BOOK.pages[each.slug], BOOK) for each in PLAN if each.slug in BOOK.pages)
