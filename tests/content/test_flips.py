"""The tests of the tests: rot planted in a copy of the book is found, with place and remedy.

Each case edits one file of a copy and runs the book's own tests there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from answers import ROOT, all_quizzes, apart, names_for
from book_copy import copy_book, run_tests

from mkdocs_lesson.families import instances
from mkdocs_lesson.flips import flips
from mkdocs_lesson.prove import refutations

PROGRAMS, ANSWERS = "tests/content/test_programs.py", "tests/content/test_answers.py"

planted = pytest.mark.slow


@pytest.mark.parametrize("quiz", all_quizzes(), ids=lambda quiz: quiz.slug)
def test_every_flipped_key_is_refuted(quiz, record_property):
    """Each option, number, output, order, pair and blank is turned, one at a time."""
    names, refuted, accepted = names_for(quiz, ROOT), 0, []
    checked = [question for question in quiz.questions.values() if not question.unchecked]
    for question in checked:
        for what, wrong in apart(lambda question=question: refuted_flips(question, names)):
            refuted += bool(wrong)
            accepted += [] if wrong else [f"{quiz.slug}/{question.id}: {what}"]
    unchecked = len(quiz.questions) - len(checked)
    said = f"{quiz.slug}: {refuted} flipped keys of {len(checked)} questions refuted, {unchecked} questions unchecked"
    record_property("counted", said)
    assert not accepted, "`check` accepts a wrong key; let it compute more"
    assert refuted >= len(checked)


def refuted_flips(question, names) -> list[tuple[str, bool]]:
    """Each flip of a question (of a family, its first draw), and whether its check says no."""
    values, instance = instances(question)[0]
    return [(what, bool(refutations(flip, names | values))) for what, flip in flips(instance)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    return copy_book(tmp_path_factory.mktemp("copy"))


@pytest.fixture
def edit(whole):
    """Edit a file of the copy; afterwards it is as it was."""
    before: dict[Path, bytes] = {}

    def change(file: str, turn: Callable[[str], str]) -> int:
        """Return the number of the first line that changed."""
        path = whole / file
        text = path.read_text(encoding="utf-8")
        before[path] = path.read_bytes()
        turned = turn(text)
        assert turned != text, "the edit changes nothing"
        path.write_text(turned, encoding="utf-8")
        pairs = zip(text.splitlines(), turned.splitlines(), strict=False)
        return next(n for n, (old, new) in enumerate(pairs, start=1) if old != new)

    yield change
    for path, content in before.items():
        path.write_bytes(content)


def run(folder: Path, tests: str, choose: str) -> str:
    """Run tests of the copy, which must fail; return what they say."""
    done = run_tests(folder, tests, "-k", choose)
    assert done.returncode == 1, f"expected failing tests, got:\n{done.stdout}{done.stderr}"
    return done.stdout


def other_digit(text: str) -> str:
    """Change the last digit of a text."""
    at = max(i for i, letter in enumerate(text) if letter.isdigit())
    return text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]


@planted
def test_digit_of_an_output(whole, edit):
    line = edit("snippets/artificial-neuron/by-hand.out", other_digit)
    said = run(whole, PROGRAMS, "artificial-neuron and by-hand")
    assert f"snippets/artificial-neuron/by-hand.out:{line}: is stale" in said
    assert "run `make snippets`" in said


@planted
def test_recorded_value(whole, edit):
    """One that a reader sees: what lies behind the last digit shown is the processor's own."""
    line = edit("snippets/artificial-neuron/by-hand.json", lambda text: text.replace("-0.20", "-0.28"))
    said = run(whole, PROGRAMS, "artificial-neuron and by-hand")
    assert f"snippets/artificial-neuron/by-hand.json:{line}: is stale" in said


@planted
def test_figure_of_a_program(whole, edit):
    edit("snippets/artificial-neuron/bias-sweep.py", lambda text: text.replace("(-2, 2)", "(-3, 3)", 1))
    said = run(whole, PROGRAMS, "artificial-neuron and bias-sweep")
    assert re.search(r"snippets/artificial-neuron/bias-sweep\.svg:\d+: is stale.*run `make snippets`", said)


@planted
def test_numeric_answer(whole, edit):
    line = edit(
        "quizzes/artificial-neuron.yml",
        lambda text: re.sub(r"(\n    answer: -?[\d.]+)\n", r"\g<1>7\n", text, count=1),
    )
    said = run(whole, ANSWERS, "test_key_is_proved and artificial-neuron")
    assert f"quizzes/artificial-neuron.yml:{line}:" in said
    assert "mend the key or the check" in said


def call_another_option_right(text: str) -> str:
    """In the first proved choice that begins with a wrong option, mark that one right."""
    for question in re.findall(r"  - id: .*\n(?:(?!  - id: ).*\n)*", text):
        first = re.search(r"    options:[^\n]*\n      - text: [^\n]*\n", question)
        if first and ", correct: true}" in question and "    check:" in question:
            tail = question[first.end() :].replace(", correct: true}", ", why: It tempts.}")
            return text.replace(question, f"{question[: first.end()]}        correct: true\n{tail}")
    raise AssertionError("no question of that form")


@planted
def test_right_option(whole, edit):
    edit("quizzes/artificial-neuron.yml", call_another_option_right)
    said = run(whole, ANSWERS, "test_key_is_proved and artificial-neuron")
    assert re.search(
        r"quizzes/artificial-neuron\.yml:\d+:\d+: the option .* is marked .*, but `check` says", said
    )
    assert "mend the key or the check" in said


@planted
def test_slug_of_a_fence(whole, edit):
    line = edit(
        "docs/chapters/artificial-neuron.md",
        lambda text: text.replace("```program\nby-hand", "```program\nby-hands", 1),
    )
    said = run(whole, "tests/content/test_book.py", "no_fault")
    assert (
        f"docs/chapters/artificial-neuron.md:{line}:1: there is no program `by-hands`; did you mean `by-hand`?"
        in said
    )


@planted
def test_copy_without_rot_passes(whole):
    done = run_tests(whole, "tests/content/test_book.py", ANSWERS, "-k", "test_book or artificial-neuron")
    assert done.returncode == 0, done.stdout
