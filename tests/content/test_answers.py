"""Every answer key is proved by code; every flipped key is refuted by the same code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from answers import names_for, prove_apart

from mkdocs_lesson.book import open_book
from mkdocs_lesson.questions import Numeric, Output, Single

ROOT = Path(__file__).parents[2]
BOOK = open_book(ROOT)
CASES = [
    pytest.param(quiz, name, id=f"{quiz.slug}/{name}")
    for quiz in BOOK.quizzes.values()
    for name in quiz.questions
]


@pytest.fixture(autouse=True)
def folder(tmp_path):
    """Programs that a check runs may write their drawings here."""
    before = Path.cwd()
    os.chdir(tmp_path)
    yield
    os.chdir(before)


@pytest.mark.parametrize(("quiz", "name"), CASES)
def test_key_is_proved(quiz, name):
    wrong = prove_apart(quiz.questions[name], names_for(quiz, ROOT))
    faults = [quiz.fault(name, steps, message).under(ROOT) for steps, message in wrong]
    if faults:
        pytest.fail("\n".join(f"{fault}; mend the key or the check" for fault in faults), pytrace=False)


def flipped(question):
    """Yield the question with each wrong key that is possible."""
    if isinstance(question, Numeric):
        for by in (10 * question.tolerance + 0.1, -10 * question.tolerance - 0.1):
            yield question.model_copy(update={"answer": question.answer + by, "feedback": ()})
        return
    if isinstance(question, Output):
        yield question.model_copy(update={"answer": question.answer + "0", "options": ()})
    for right in range(len(question.options)):
        if not question.options[right].correct:
            options = tuple(
                o.model_copy(update={"correct": i == right}) for i, o in enumerate(question.options)
            )
            yield question.model_copy(update={"options": options})


@pytest.mark.parametrize(("quiz", "name"), CASES)
def test_flipped_key_is_refuted(quiz, name):
    question = quiz.questions[name]
    if question.unchecked:
        assert isinstance(question, Single), (
            f"{name}: only a choice may be unchecked; a number or an output can be computed"
        )
        return
    flips = list(flipped(question))
    assert flips
    for flip in flips:
        assert prove_apart(flip, names_for(quiz, ROOT)), (
            f"{quiz.slug}/{name}: `check` accepts a wrong key; let it compute more"
        )


def test_share_of_unchecked_questions_is_small(record_property):
    questions = [q for quiz in BOOK.quizzes.values() for q in quiz.questions.values()]
    unchecked = [q.id for q in questions if q.unchecked]
    record_property("unchecked", f"{len(unchecked)} of {len(questions)}")
    assert len(unchecked) <= 0.3 * len(questions), f"unchecked: {unchecked}"
