"""Every type of question, asked and answered wrongly, and questions that are taken as a test."""

from __future__ import annotations

from playwright.sync_api import expect

from kinds import kind
from kinds.chapter import button

# The keys for each field or choice, by its number: a key, or what is typed.
KEYS = {
    "one-option": {1: "Space"},
    "several-options": {0: "Space", 1: "Space"},
    "true-or-false": {0: "ArrowDown"},
    "a-number": {0: "0.5"},
    "printed": {0: "6"},
    "printed-choice": {1: "Space"},
    "a-formula": {1: "Space"},
    "some-pairs": {0: "ArrowDown", 1: "ArrowDown", 2: "ArrowDown"},
    "some-formulas": {0: "ArrowDown", 1: "ArrowDown"},
    "some-blanks": {0: "5", 1: "3"},
    "blanks-in-code": {0: "+"},
    "a-shape": {0: "2x5"},
    "some-code": {0: ".t"},
    "another-one": {0: "100"},
}


def asked(name, answer):
    """A question that is asked, and answered by keys."""

    def states(page):
        question = page.locator(f"lesson-quiz[id='every-type/{name}']")
        check = button(question, "Check")
        check.wait_for()
        yield "asked", question
        answer(question)
        check.press("Enter")
        expect(question.locator(".question-status")).not_to_be_empty()
        yield "answered", question

    kind("types/", name=f"question-{name}", place="study", shared=True)(states)


def press_all(keys):
    def answer(question):
        for n, text in keys.items():
            field = question.locator("[name=answer]").nth(n)
            if text[0].isupper():
                field.press(text)
            else:
                field.press_sequentially(text)

    return answer


def order(question):
    for line in ("gradient = 0", "w += 0.1 * gradient", "error = w * x - y"):
        button(question, f"Move up: {line}").press("Enter")


for name, keys in KEYS.items():
    asked(name, press_all(keys))
asked("an-order", order)


BEFORE = {"d|test|neuron": '{"at":1700000000000,"body":[{"day":20576,"right":2,"of":3}]}'}


def finish(part):
    """Ends a test in which something is left out."""
    for _ in range(2):
        button(part, "Finish").press("Enter")
    button(part, "The wrong ones again").wait_for()


@kind("test/", place="study", stored=BEFORE)
def test_mode(page):
    part = page.locator("lesson-test")
    yield "practice", part
    part.get_by_role("switch").press("Space")
    yield "a test", part
    part.get_by_label("0", exact=True).press("Space")
    finish(part)
    yield "finished", part
    button(part, "The wrong ones again").press("Enter")
    yield "the wrong ones again", part
    finish(part)
    yield "finished again", part
    button(part, "Practise all").press("Enter")
    yield "all for practice", part
