"""The plan of the book: what is written and what is coming, and each fault at its place."""

from __future__ import annotations

import pytest
from plan import PLAN

from mkdocs_lesson.check import check_book
from mkdocs_lesson.contents import load_contents
from mkdocs_lesson.faults import LessonError


@pytest.fixture
def planned(book):
    (book / "docs" / "contents.yml").write_text(PLAN)
    return book


FAULTS = {
    "mistyped need": (
        "[small-steps]",
        "[smal-steps]",
        ":5:78: there is no chapter `smal-steps`; did you mean",
    ),
    "a need that comes later": (
        "How far is it?}",
        "How far is it?, needs: [long-walks]}",
        ":4:81: `small-steps` needs `long-walks`, which comes later; move one of them",
    ),
    "a chapter twice": ("slug: long-walks", "slug: small-steps", ":5:16: `small-steps` is a chapter already"),
    "unknown key": ("asks: Are", "ask: Are", ":5:49: unknown key `ask`; did you mean `asks`?"),
}


@pytest.mark.parametrize(("before", "after", "says"), FAULTS.values(), ids=FAULTS)
def test_fault_of_the_plan_has_its_place(planned, before, after, says):
    path = planned / "docs" / "contents.yml"
    path.write_text(PLAN.replace(before, after))
    with pytest.raises(LessonError) as error:
        load_contents(path)
    assert says in str(error.value)


def test_a_chapter_builds_on_what_the_plan_says(planned):
    assert check_book(planned) == []
    path = planned / "docs" / "contents.yml"
    path.write_text(PLAN.replace("slug: small-steps", "slug: other-steps").replace("[small-steps]", "[]"))
    [fault] = check_book(planned)
    assert "docs/contents.yml has no chapter `small-steps`; add it there" in str(fault)


def test_a_fence_without_a_plan_says_what_to_write(book):
    page = book / "docs" / "index.md"
    page.write_text(page.read_text() + "\n```contents\n```\n")
    [fault] = check_book(book)
    assert "there is no plan to show; write docs/contents.yml" in str(fault)
