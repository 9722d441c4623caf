"""Families: numbers drawn anew, the same in each build, and faults with their place."""

from __future__ import annotations

import time

import pytest

from mkdocs_lesson import families
from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import check_book, draw_faults
from mkdocs_lesson.families import FamilyFailed, draw, instances
from mkdocs_lesson.questions import Family, Numeric

QUIZ = "quizzes/small-steps.yml"


def family(make, **settings):
    return Family(make=make, **settings)


def question(make, **fields):
    given = {
        "ask": "What is ${= a =} + {= b[0]:.1f =}$?",
        "answer": "{= total =}",
        "explain": "It is {= total:.2f =}, for {= word =}.",
    }
    common = {
        "id": "x",
        "type": "numeric",
        "teaches": "t",
        "objectives": ("o",),
        "check": "answer = a + b[0]",
    }
    return Numeric(**common, **given | fields, family=family(make))


SUM = "a = random.randint(-9, 9)\nb = [random.random()]\ntotal = a + b[0]\nword = 'all'"


def test_instances_hold_the_drawn_values():
    for names, drawn in instances(question(SUM)):
        assert drawn.answer == names["total"]
        assert drawn.ask == f"What is ${names['a']} + {names['b'][0]:.1f}$?".replace("-", "−")
        assert drawn.explain.endswith(", for all.")
        assert drawn.family is None


def test_a_number_with_a_format_is_the_number_that_is_shown():
    [(_, first), *_] = instances(
        question("total = 2 / 3\na = random.random()\nb = [1]\nword = ''", answer="{= total:.2f =}")
    )
    assert first.answer == 0.67


def test_draws_are_different_and_the_same_each_time():
    drawn = draw(family("n = random.randint(1, 9)", draws=5))
    assert len({names["n"] for names in drawn}) == 5
    families._known.clear()
    assert draw(family("n = random.randint(1, 9)", draws=5)) == drawn
    assert draw(family("n = random.randint(1, 9)", draws=5, seed=2)) != drawn


def test_the_draws_of_the_page_are_the_first_that_are_proved():
    made = family(SUM)
    assert draw(made, 50)[: made.draws] == draw(made)


def test_a_failing_assert_draws_again():
    drawn = draw(family("n = random.randint(1, 9)\nassert n % 2", draws=4))
    assert all(names["n"] % 2 for names in drawn)


def test_helpers_and_modules_are_no_values():
    [names, *_] = draw(
        family("import os\ndef twice(n): return 2 * n\nn = twice(random.randint(1, 99))\n_k = 1")
    )
    assert [*names] == ["n"]


FAULTS = {
    "error": ("n = 1 / 0", "`make` fails: ZeroDivisionError: division by zero"),
    "syntax": ("n = ", "`make` fails: SyntaxError: invalid syntax (make, line 1)"),
    "too few": ("n = 1", "`make` gives 1 different draws, and 8 are wanted"),
    "end of the process": (
        "import os\nos._exit(0)",
        "`make` fails: it ran longer than 10 s, or ended the process",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_family_that_draws_nothing_usable_says_why(name):
    make, message = FAULTS[name]
    with pytest.raises(FamilyFailed) as failed:
        instances(question(make))
    assert failed.value.args == (("family", "make"), message)


def test_endless_family_is_stopped_and_the_others_are_drawn(monkeypatch):
    monkeypatch.setattr(families, "SECONDS", 3)
    endless, good = question("while True: pass"), question(f"{SUM} + '.'")
    began = time.monotonic()
    families.draw_all([endless, good])
    assert time.monotonic() - began < 3 * families.SECONDS
    with pytest.raises(FamilyFailed):
        instances(endless)
    assert len(instances(good)) == 8


def add_family(book, make):
    path = book / QUIZ
    text = path.read_text().replace("What is $0.1 + 0.2$?", "What is $0.1 + {= n =}$?", 1)
    path.write_text(
        text.replace("    answer: 0.3\n", f"    family: {{make: '{make}'}}\n    answer: 0.3\n", 1)
    )


def test_name_that_nothing_draws_is_a_fault_without_running_anything(book):
    add_family(book, "m = 1 / 0")
    assert [str(fault) for fault in check_book(book)] == [f"{QUIZ}:5:10: `make` sets no `n`; there are: m"]


def test_family_that_fails_is_a_fault_with_its_place(book):
    add_family(book, "n = 1 / 0")
    assert check_book(book) == []
    [fault] = draw_faults(open_book(book))
    assert str(fault).startswith(f"{QUIZ}:8:20: `make` fails: ZeroDivisionError")


def test_drawn_value_that_does_not_fit_is_a_fault(book):
    add_family(book, "n = random.random()")
    path = book / QUIZ
    path.write_text(path.read_text().replace("answer: 0.3", 'answer: "{= n:x =}"', 1))
    [fault] = draw_faults(open_book(book))
    assert f"{QUIZ}:9:13: does not fit the draw n=0." in str(fault)
