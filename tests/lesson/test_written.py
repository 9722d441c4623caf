"""A page can show what an author wrote for a question, and it is what stands in the file."""

from __future__ import annotations

from pathlib import Path

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import check_book
from mkdocs_lesson.marked_yaml import load_yaml
from mkdocs_lesson.written import written

PAGE = "docs/chapters/small-steps.md"


def test_every_entry_of_the_book_is_cut_out_whole(root: Path):
    for quiz in open_book(root).quizzes.values():
        for name in (*quiz.questions, *(name for name in quiz.cards if not name.endswith("--reverse"))):
            [entry] = load_yaml(Path(name), written(quiz, name)).data
            assert entry["id"] == name


def test_last_question_ends_before_the_cards(book):
    quiz = open_book(book).quizzes["small-steps"]
    assert written(quiz, "sum-of-two").startswith("- id: sum-of-two\n  type: numeric\n")
    assert written(quiz, "sum-of-two").endswith("check: answer = sum([0.1, 0.2])\n")


def test_fence_names_what_is_there(book):
    page = book / PAGE
    page.write_text(page.read_text() + "\n```written\nsum-of-tow\n```\n\n```written\n```\n")
    said = [str(fault) for fault in check_book(book)]
    assert said[0].endswith("quizzes/small-steps.yml has no `sum-of-tow`; did you mean `sum-of-two`?")
    assert said[1].endswith(
        "expected the ids of questions or cards, got an empty fence; there are: sum-of-two, sum-of-two-card"
    )


def test_examples_do_not_come_back_for_review(book):
    opened = open_book(book)
    assert opened.pages["small-steps"].comes_back
    page = book / PAGE
    page.write_text(page.read_text().replace("needs: []", "needs: []\nreview: false"))
    assert not open_book(book).pages["small-steps"].comes_back
