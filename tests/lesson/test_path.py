"""The path that readers change, as the build writes it, and what their notes are held to."""

from __future__ import annotations

import json
import re
from types import SimpleNamespace

from markdown import Markdown
from plan import PLAN

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import check_book
from mkdocs_lesson.extension import LessonExtension
from mkdocs_lesson.headings import headings

BEFORE = "parts:\n  - title: Before\n    chapters:\n      - {slug: shoes, title: Shoes, asks: Which?}\n"


def path_of(book, plan):
    (book / "docs/contents.yml").write_text(plan)
    (book / "docs/mine.md").write_text("# Mine\n")
    extension = LessonExtension()
    extension.use(open_book(book), ["small-steps"])
    extension.page = extension.book.page_at(book / "docs/mine.md")
    return Markdown(extensions=[extension]).convert("```path\n```")


def test_path_has_every_part_and_chapter_and_reads_without_script(book):
    html = path_of(book, PLAN)
    assert re.findall('data-item="([^"]*)"', html) == ["part-small-steps", "small-steps", "long-walks"]
    assert '<span class="title"><a href="../chapters/small-steps/">Small steps</a></span>' in html
    assert '<span class="title"><span>Long &lt;walks&gt;</span></span>' in html


def test_ids_of_parts_stay_when_another_part_comes_before_them(book):
    ids = re.findall('data-item="([^"]*)"', path_of(book, PLAN))
    later = re.findall('data-item="([^"]*)"', path_of(book, BEFORE + PLAN.removeprefix("parts:\n")))
    assert later == ["part-shoes", "shoes", *ids]


def test_a_part_keeps_its_id_under_another_title(book):
    html = path_of(book, PLAN.replace("First steps", "Steps, to begin with"))
    assert re.search(r'data-item="part-small-steps"><div class="path-head"><h3>Steps, to begin with<', html)


def test_fences_that_take_no_lines_say_so(book):
    (book / "docs/contents.yml").write_text(PLAN)
    (book / "docs/mine.md").write_text("# Mine\n\n```path\nall\n```\n\n```progress\nall\n```\n")
    path, progress = map(str, check_book(book))
    assert path.startswith("docs/mine.md:4:1: expected an empty fence, got `all`; remove it")
    assert progress.startswith("docs/mine.md:8:1: expected an empty fence, got `all`; remove it")


def test_headings_are_listed_as_they_read():
    def item(name, title, *children):
        return SimpleNamespace(id=name, title=title, children=children)

    toc = [item("top", "Tom &amp; Ann", item("one", "One", item("two", "Two")))]
    page = SimpleNamespace(url="chapters/x/", title="X", toc=toc)
    home = SimpleNamespace(url="./", title="Home", toc=[])
    found = json.loads(headings([home, page]))
    assert found == {"": ["Home", {}], "chapters/x/": ["X", {"top": "Tom & Ann", "one": "One", "two": "Two"}]}
