"""Every answer key is proved by code, and a check that proves nothing is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from answers import EVERY_TYPE, ROOT, all_quizzes, apart, names_for, prove_apart

from mkdocs_lesson.book import open_book
from mkdocs_lesson.prove import complaints
from mkdocs_lesson.quiz import load_quiz

CASES = [
    pytest.param(quiz, name, id=f"{quiz.slug}/{name}") for quiz in all_quizzes() for name in quiz.questions
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


LOOSE = {
    "single": ("value > 0", {}),
    "multiple": ("len(value) in (1, 2)", {}),
    "truefalse": ("isinstance(sigmoid(0), str) or True or sigmoid(0)", {"answer": False}),
    "order": ("run(lines) is None", {}),
    "match": ("len(left) > len(right)", {}),
    "formula": ("1 - np.tanh(z) ** 2", {}),
    "cloze": ("rows = columns = len([0] * 5)", {}),
    "short": ("answer = np.zeros((5, 3)).shape", {}),
    "numeric": ("answer = 0.25", {}),
}


@pytest.mark.parametrize("kind", LOOSE)
def test_check_that_proves_too_much_or_nothing_is_refused(kind):
    check, changed = LOOSE[kind]
    quiz = load_quiz(EVERY_TYPE)
    question = next(q for q in quiz.questions.values() if q.type == kind and q.check)
    loose = question.model_copy(update={"check": check, **changed})
    assert prove_apart(question, names_for(quiz, ROOT)) == []
    assert prove_apart(loose, names_for(quiz, ROOT)) != []


def test_endless_check_is_a_complaint_and_not_a_hang():
    quiz = load_quiz(EVERY_TYPE)
    question = quiz.questions["a-number"].model_copy(update={"check": "while math: pass"})
    [(steps, message)] = apart(lambda: complaints(question, names_for(quiz, ROOT)), seconds=0.5)
    assert (steps, message) == (("check",), "ran longer than 0.5 s")


def test_check_that_ends_the_process_is_a_complaint():
    quiz = load_quiz(EVERY_TYPE)
    question = quiz.questions["a-number"].model_copy(update={"check": "import os; os._exit(0)"})
    [(_, message)] = prove_apart(question, names_for(quiz, ROOT))
    assert message == "ended the process; let it compute and return"


WRONG = {
    "an order that also passes": (
        "an-order",
        {"also_ok": ()},
        "the order [1, 0, 2, 3] passes `check`, but is not in `also_ok:`",
    ),
    "an order that fails": (
        "an-order",
        {"also_ok": ((1, 0, 2, 3), (0, 2, 1, 3))},
        "the order [0, 2, 1, 3] is accepted, but fails `check`: NameError: name 'error' is not defined",
    ),
    "a blank": (
        "some-blanks",
        {"check": "rows, columns = np.zeros((2, 5)).shape"},
        "the file says '5', `check` computes '2'",
    ),
    "a form that can't be read": (
        "a-shape",
        {"accept": ("five by two",)},
        "'five by two' can't be read as `form: shape`",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_complaint_says_what_is_wrong(name):
    question, changed, message = WRONG[name]
    quiz = load_quiz(EVERY_TYPE)
    wrong = quiz.questions[question].model_copy(update=changed)
    assert message in [said for _, said in prove_apart(wrong, names_for(quiz, ROOT))]


def test_mistake_in_a_family_is_found_in_one_of_fifty_draws():
    quiz = load_quiz(EVERY_TYPE)
    question = quiz.questions["another-one"]
    family = question.family.model_copy(update={"make": f"{question.family.make}\nz = abs(z)"})
    wrong = question.model_copy(update={"family": family})
    [(steps, message), *_] = prove_apart(wrong, names_for(quiz, ROOT))
    assert steps == ("answer",)
    assert "(the draw w=[" in message


def test_share_of_unchecked_questions_is_small(record_property):
    questions = [q for quiz in open_book(ROOT).quizzes.values() for q in quiz.questions.values()]
    record_property("unchecked", f"{sum(bool(q.unchecked) for q in questions)} of {len(questions)}")
    assert too_many_unchecked(questions) == []
    planted = [q.model_copy(update={"unchecked": "too hard"}) for q in questions[: len(questions) // 2]]
    assert too_many_unchecked([*planted, *questions[len(planted) :]]) != []


def too_many_unchecked(questions) -> list[str]:
    """The questions that no program decides, where they are more than three in ten."""
    unchecked = [question.id for question in questions if question.unchecked]
    return unchecked if len(unchecked) > 0.3 * len(questions) else []
