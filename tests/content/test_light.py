"""What teachers take along is the book's own: every demo, figure and question, and worksheets that tell nothing early."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from html import escape
from pathlib import Path

import pytest
from light import astray, embedded, lent_wrongly, sheet_faults, words

from mkdocs_lesson.book import open_book
from mkdocs_lesson.families import instances
from mkdocs_lesson.flips import flips
from mkdocs_lesson.questions import Match, Order
from mkdocs_lesson.quiz import load_quiz
from mkdocs_lesson.render.text import blocks
from mkdocs_lesson.render.worksheet import worksheet

ROOT = Path(__file__).parents[2]
BOOK = open_book(ROOT)
ASKING = {slug: quiz for slug, quiz in BOOK.quizzes.items() if quiz.questions and BOOK.pages[slug].comes_back}
EVERY_TYPE = load_quiz(ROOT / "tests/every-type/quizzes/every-type.yml")
slow = pytest.mark.slow  # it builds the book


# --- embeds -------------------------------------------------------------------------------


@slow
def test_every_demo_figure_and_question_stands_on_a_page_of_its_own_as_in_its_chapter(site_folder):
    assert lent_wrongly(site_folder) == []


def written(kind: str) -> set[str]:
    """The full names that the fences of a kind begin with, on the pages that lend what they show."""
    pattern = re.compile(rf"^```{kind}\n(\S+)(.*?)^```$", re.MULTILINE | re.DOTALL)
    return {
        name if "/" in name else f"{page.slug}/{name}"
        for page in BOOK.pages.values()
        if page.comes_back
        for name, rest in pattern.findall(page.body)
        if kind == "demo" or "\nfigure:" in rest
    }


def in_the_sources() -> Counter:
    """How many of each kind the authors wrote."""
    return Counter(
        demo=len(written("demo") | {"home"}),  # that of the home page is part of its text
        figure=len(written("program")),
        quiz=sum(len(quiz.questions) + len([quiz.slug]) for quiz in ASKING.values()),
    )


def lent(site: Path) -> Counter:
    return Counter(address.split("/")[1] for address in embedded(site))


@slow
def test_embeds_are_as_many_as_the_sources_say(site_folder):
    assert lent(site_folder) == in_the_sources()
    assert min(in_the_sources().values()) > 10


@slow
def test_light_pages_send_searchers_to_their_chapter(site, site_folder):
    assert astray(site_folder, site) == []


# --- worksheets ---------------------------------------------------------------------------


def explained(slug: str) -> dict[str, str]:
    """Full id → why the answer is right, of each question of a page as paper asks it."""
    questions = ASKING[slug].questions.items()
    return {f"{slug}/{name}": blocks(instances(question)[0][1].explain) for name, question in questions}


@slow
@pytest.mark.parametrize("slug", ASKING)
def test_worksheets_hold_every_question_and_only_the_second_its_answers(site_folder, slug):
    assert sheet_faults(site_folder, slug, explained(slug)) == []


def looks(full_id, question, *, answers=False):
    return worksheet({full_id: question}, answers=answers)


def tells(full_id, question, flipped, *, answers=False) -> bool:
    """Whether a sheet looks otherwise when another answer is right."""
    one, other = looks(full_id, question, answers=answers), looks(full_id, flipped, answers=answers)
    if isinstance(question, (Order, Match)) and not answers:  # what is right is how they are mixed from
        one, other = (sorted(re.findall("<li>.*?</li>", html)) for html in (one, other))
    return one != other


def test_worksheet_would_look_the_same_if_another_answer_were_right():
    """With answers it looks otherwise: so the comparison sees what it looks for."""
    early, never = [], []
    for quiz in (*ASKING.values(), EVERY_TYPE):
        for full_id, question in ((f"{quiz.slug}/{name}", each) for name, each in quiz.questions.items()):
            drawn = instances(question)[0][1].model_copy(update={"family": None})
            for what, flipped in flips(drawn):
                if getattr(drawn, "options", ()) and not flipped.options:
                    continue  # asked in another form
                early += [(full_id, what)] * tells(full_id, drawn, flipped)
                never += [(full_id, what)] * (not tells(full_id, drawn, flipped, answers=True))
    assert early == []
    assert never == []


def test_lines_are_mixed_on_paper_and_in_order_in_the_answers():
    orders = {
        f"{quiz.slug}/{name}": each
        for quiz in (*ASKING.values(), EVERY_TYPE)
        for name, each in quiz.questions.items()
        if isinstance(each, Order) and not each.unchecked
    }
    assert orders
    for full_id, question in orders.items():
        right = words("".join(map(escape, question.lines)))
        assert right not in words(looks(full_id, question)), full_id
        assert right in words(looks(full_id, question, answers=True)), full_id


# --- planted faults -----------------------------------------------------------------------


@pytest.fixture
def change(site_folder, tmp_path):
    """A copy of the book, and a function that changes a page of it."""
    copy = shutil.copytree(site_folder, tmp_path / "copy", copy_function=os.link)

    def change(address: str, old: str, new: str) -> Path:
        page = copy / address / "index.html"
        html = page.read_text(encoding="utf-8")
        assert old in html
        page.unlink()  # or the original would change with it
        page.write_text(html.replace(old, new, 1), encoding="utf-8")
        return copy

    return change


@slow
def test_planted_faults_of_embeds_are_found(change, site):
    copy = change("embed/demo/depth", "<demo-depth", "<demo-depth data-layers='9'")
    change("embed/figure/depth/sawtooth", "noindex", "index")
    change("embed/quiz/depth/two-folds", f"{site}chapters/depth/", f"{site}nowhere/")
    assert astray(copy, site) == [
        "embed/figure/depth/sawtooth/: may be found",
        "embed/quiz/depth/two-folds/: leads to no page of the book",
    ]
    shutil.rmtree(copy / "embed/quiz/article")
    found = lent_wrongly(copy)
    assert "embed/demo/depth: not as in its chapter" in found
    assert "<demo-depth: has no embed" in found
    assert sum("has no embed" in line for line in found) == 1 + len(ASKING["article"].questions)
    assert lent(copy) != in_the_sources()


@slow
def test_planted_faults_of_worksheets_are_found(change):
    why = explained("depth")
    copy = change(
        "worksheets/depth", '<div class="working">', f'<div class="working">{why["depth/two-folds"]}'
    )
    change("worksheets/depth/answers", 'id="depth/longest"', 'id="depth/shortest"')
    found = sheet_faults(copy, "depth", {**why, "depth/new": ""})
    assert set(found) == {
        "depth: other questions than on its page",
        "depth/new: is not asked",
        "depth/two-folds: tells the answer",
    }
    copy = change("worksheets/depth/answers", 'class="key"', 'class="quay"')
    assert "depth/two-folds: has no answer" in sheet_faults(copy, "depth", why)
