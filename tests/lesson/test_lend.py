"""The lists for teachers: lines to copy, and worksheets to print."""

from __future__ import annotations

import re
from html import unescape

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import check_book
from mkdocs_lesson.embeds import embeds, short
from mkdocs_lesson.fences import find_fences
from mkdocs_lesson.light import light_pages
from mkdocs_lesson.render.page import Renderer

LEND = "# Lend\n\n```embeds\n```\n\n```worksheets\n```\n"
DRAWING = '<svg viewBox="0 0 400 200" xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'


@pytest.fixture
def lending(book):
    """The small book with a demo, a figure and a page that lends them."""
    chapter = book / "docs/chapters/small-steps.md"
    drawn = "```program\nfirst\nfigure: Steps. Each is small.\nalt: Three steps.\n```"
    demo = "## See it\n\n```demo\nsteps\n```"
    chapter.write_text(chapter.read_text().replace("```program\nfirst\n```", f"{drawn}\n\n{demo}"))
    (book / "snippets/small-steps/first.svg").write_text(DRAWING)
    elements = book / "docs/assets/elements"
    elements.mkdir(parents=True)
    (elements / "demo-steps.js").write_text("")
    (elements / "demo-heights.json").write_text('{"steps": 320}')
    (book / "docs/lend.md").write_text(LEND)
    return book


def lists(root, site: str) -> str:
    book = open_book(root)
    renderer = Renderer(book.pages["lend"], book, ["small-steps", "lend"], site=site)
    return "".join(map(renderer.render, find_fences(book.pages["lend"].body)))


def test_each_thing_is_lent_by_one_line(lending):
    assert check_book(lending) == []
    html = lists(lending, "https://example.org/book/")
    lines = [unescape(line) for line in re.findall(r'value="([^"]+)"', html)]
    assert lines[0] == (
        '<iframe src="https://example.org/book/embed/demo/steps/" title="See it (demo)" width="100%" '
        'height="320" loading="lazy" style="border:0" allow="clipboard-write"></iframe>'
    )
    kinds = [re.search(r'embed/([^"]+)/" title="([^"]+)"', line).groups() for line in lines[1:]]
    assert kinds == [
        ("figure/small-steps/first", "Steps (figure)"),
        ("quiz/small-steps", "Questions: Small steps (quiz)"),
        ("quiz/small-steps/sum-of-two", "What is 0.1+0.2? (question)"),
    ]
    assert "<small>1 demo, 1 figure, 1 question</small>" in html
    assert 'href="../embed/demo/steps/"' in html
    assert 'href="../worksheets/small-steps/answers/"' in html


@pytest.mark.parametrize(
    ("site", "here"), [("https://example.org/", False), ("http://127.0.0.1:8000/", True), ("", True)]
)
def test_lines_of_an_unpublished_book_lead_to_where_the_page_is(lending, site, here):
    assert (" data-here" in lists(lending, site)) == here


def test_light_pages_are_made_where_a_page_leads_to_them(lending):
    pages = {page.url: page for page in light_pages(open_book(lending))}
    assert set(pages) == {
        "embed/demo/steps/",
        "embed/figure/small-steps/first/",
        "embed/quiz/small-steps/",
        "embed/quiz/small-steps/sum-of-two/",
        "worksheets/small-steps/",
        "worksheets/small-steps/answers/",
    }
    assert pages["embed/demo/steps/"].home == "chapters/small-steps/#see-it"
    question = pages["embed/quiz/small-steps/sum-of-two/"]
    assert question.home == "chapters/small-steps/#small-steps/sum-of-two"
    assert 'href="../../../../chapters/small-steps/#the-first-idea"' in question.content
    assert 'href="../../../chapters/small-steps/#the-first-idea"' in pages["embed/quiz/small-steps/"].content
    (lending / "docs/lend.md").unlink()
    assert list(light_pages(open_book(lending))) == []


def test_examples_for_authors_stay_at_home(lending):
    chapter = lending / "docs/chapters/small-steps.md"
    chapter.write_text(chapter.read_text().replace("needs: []", "review: false\nneeds: []"))
    assert embeds(open_book(lending)) == []


def test_the_lists_take_no_lines(lending):
    (lending / "docs/lend.md").write_text(LEND.replace("```embeds\n", "```embeds\nsteps\n"))
    [fault] = check_book(lending)
    assert str(fault).startswith("docs/lend.md:4:1: expected an empty fence, got `steps`")


def test_names_are_the_question_or_the_beginning():
    assert short("A fold doubles. What is $t(x)$? Think.") == "What is t(x)?"
    assert short("Sigmoid and tanh, solid. Both are flat.") == "Sigmoid and tanh, solid"
    assert short("word " * 30).endswith("word …")
    assert len(short("word " * 30)) <= 92
