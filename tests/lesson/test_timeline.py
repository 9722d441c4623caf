"""History as data: milestones in their order, each with a source of its year, and each fault at its place."""

from __future__ import annotations

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import check_book
from mkdocs_lesson.fences import find_fences
from mkdocs_lesson.render.page import Renderer

SOURCES = """\
groups:
  - id: walking
    title: Walking
    sources:
      adams-2001: {by: "Adams, A.", year: 2001, title: On steps, level: first, why: It is short., when: Read it.}
"""
TIMELINE = """\
eras:
  - id: feet
    title: Feet & more
    about: A step.
    milestones:
      - {id: step, year: 2001, who: Adams, what: takes a *step*., why: It mattered., sources: [adams-2001]}
      - {id: run, year: 2002, who: Bell, what: runs., why: Faster., told: [adams-2001], see: small-steps#the-first-idea}
"""


@pytest.fixture
def told(book):
    """The small book with a history, whose first milestone rests on a source of its year."""
    (book / "docs/sources.yml").write_text(SOURCES)
    (book / "docs/timeline.yml").write_text(TIMELINE)
    (book / "docs/timeline.md").write_text("# Timeline\n\nFrom [@adams-2001].\n\n```timeline\n```\n")
    return book


def test_a_milestone_shows_its_source_and_its_chapter(told):
    assert check_book(told) == []
    book = open_book(told)
    page = book.pages["timeline"]
    [fence] = find_fences(page.body)
    [(heading, html)] = Renderer(page, book, ["small-steps"]).pieces(fence)
    assert heading == ("Feet &amp; more", "{#feet}")
    assert '<li id="step"><time datetime="2001">2001</time>' in html
    assert "<strong>Adams</strong> takes a <em>step</em>.</p>" in html
    assert '<p class="about">Adams 2001 · see <a href="../chapters/small-steps/#the-first-idea">' in html


FAULTS = {
    "years out of order": ("year: 2002", "year: 1999", ":7:25: 1999 stands after 2001; bring the years in order"),
    "a source of another year": ("told: [adams-2001]", "sources: [adams-2001]", "is of 2001, not of 2002; a later account"),
    "an unknown source": ("sources: [adams-2001]", "sources: [adam-2001]", "has no `adam-2001`; did you mean `adams-2001`?"),
    "no source": (", told: [adams-2001]", "", ":7:14: `run` has no source; name one under"),
    "an unknown page": ("small-steps#", "smal-steps#", "there is no page `smal-steps`; did you mean `small-steps`?"),
    "an unknown heading": ("#the-first-idea", "#the-first-ida", "has no heading `#the-first-ida`; did you mean"),
    "an unknown key": ("who: Bell", "whom: Bell", ":7:31: unknown key `whom`; did you mean `who`?"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "says"), FAULTS.values(), ids=FAULTS)
def test_fault_has_its_place(told, before, after, says):
    path = told / "docs/timeline.yml"
    assert before in TIMELINE
    path.write_text(TIMELINE.replace(before, after, 1))
    faults = list(map(str, check_book(told)))
    assert any("docs/timeline.yml" in fault and says in fault for fault in faults), faults
