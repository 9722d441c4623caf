"""Each type of question: what its file may not say, and what its page says is right."""

from __future__ import annotations

import html
import re

import pytest

from mkdocs_lesson.faults import LessonError
from mkdocs_lesson.quiz import load_quiz
from mkdocs_lesson.render.question import render_question

FILE = "tests/every-type/quizzes/every-type.yml"

FAULTS = {
    "option of a formula without expr": (
        "{text: $1 - \\tanh^2 z$, expr: 1 - np.tanh(z) ** 2, correct: true}",
        "{text: $1 - \\tanh^2 z$, correct: true}",
        "an option of a `formula` needs `expr:`, the formula in Python, so that it can be tried",
    ),
    "same line twice": (
        "- error = w * x - y\n",
        "- gradient = 0\n",
        "two lines say 'gradient = 0'; change one",
    ),
    "order of too few lines": (
        "also_ok: [[1, 0, 2, 3]]",
        "also_ok: [[1, 0, 2]]",
        "expected each of 0, 1, 2, 3 once: every line, counted from 0",
    ),
    "order that is right anyway": (
        "also_ok: [[1, 0, 2, 3]]",
        "also_ok: [[0, 1, 2, 3]]",
        "this is the order of `lines:`, which is right anyway; remove it",
    ),
    "right side twice": (
        'right: "`(3,)`"',
        'right: "`(3, 2)`"',
        "two pairs have the right side '`(3, 2)`'; each must have its own",
    ),
    "blank that is not in the text": (
        "[[columns]]",
        "[[colums]]",
        "the blank `[[columns]]` stands 0 times in `text:`; it must stand there once",
    ),
    "form that is none": (
        "form: shape",
        "form: shap",
        "`form:` expected one of 'text', 'code', 'int' or 'shape', got 'shap'",
    ),
    "number that can be computed": (
        "    check: |\n      z = np.linspace(-10, 10, 200_001)\n      answer = np.max(np.gradient(sigmoid(z), z))\n",
        "    unchecked: too hard\n",
        "a number, an output or a formula can be computed; write a `check:` instead",
    ),
    "drawn name without a family": (
        "What is the largest slope of the sigmoid?",
        "What is {= n =}?",
        "`{= n =}` needs a `family:` that draws `n`",
    ),
    "drawn name that is not drawn": (
        'answer: "{= z =}"',
        'answer: "{= zed =}"',
        "`make` sets no `zed`; there are: b, w, without, z",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_rule_of_a_type_is_named(root, tmp_path, name):
    old, new, message = FAULTS[name]
    text = (root / FILE).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"the case {name!r} edits nothing, or too much"
    path = tmp_path / "every-type.yml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(LessonError) as failed:
        load_quiz(path)
    assert message in [fault.message for fault in failed.value.faults]


KEYS = {
    "one-option": "a",
    "several-options": "a c",
    "true-or-false": "a",
    "a-number": "0.25",
    "printed": "1\n3\n6",
    "printed-choice": "a",
    "an-order": "a b c d|b a c d",
    "some-pairs": "a b c",
    "some-blanks": '[["5"], ["2"]]',
    "a-shape": '["(5, 2)"]',
    "some-code": '[".T", ".transpose()"]',
}


@pytest.mark.parametrize("name", KEYS)
def test_key_is_the_string_that_the_page_makes_of_a_right_answer(root, name):
    question = load_quiz(root / FILE).questions[name]
    shown = render_question(f"every-type/{name}", question, "#the-idea")
    assert html.unescape(re.search(r' data-answer="([^"]*)"', shown)[1]) == KEYS[name]
    assert 'data-objectives="every-type"' in shown


def test_version_changes_with_the_key_and_not_with_an_explanation(root):
    question = load_quiz(root / FILE).questions["one-option"]
    reworded = question.model_copy(update={"explain": "In other words.", "hints": (), "teaches": "elsewhere"})
    assert reworded.version == question.version
    assert question.model_copy(update={"ask": "What else?"}).version != question.version
    turned = tuple(option.model_copy(update={"correct": not option.correct}) for option in question.options)
    assert question.model_copy(update={"options": turned}).version != question.version
