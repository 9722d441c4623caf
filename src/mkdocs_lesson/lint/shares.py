"""A quiz file comes in; what its right options have in common goes out, as advice.

Readers find out soon that the longest option, or the first one, is the right one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mkdocs_lesson.export.sides import plain
from mkdocs_lesson.faults import Fault
from mkdocs_lesson.questions import Question
from mkdocs_lesson.quiz import Quiz
from mkdocs_lesson.render.question_choices import shuffled

MOST = 0.6
MOST_TRUE_OR_FALSE = 0.2
ENOUGH = 5  # questions; fewer are chance


def file_advice(quiz: Quiz) -> Iterator[Fault]:
    """What a whole file gives away."""
    choices = {
        n: q for n, q in quiz.questions.items() if sum(o.correct for o in getattr(q, "options", ())) == 1
    }
    yield from _longest(quiz, choices)
    yield from _place(quiz, choices)
    yield from _true_or_false(quiz)


def _longest(quiz: Quiz, choices: dict[str, Question]) -> Iterator[Fault]:
    found = [name for name, question in choices.items() if right_is_longest(question)]
    if len(choices) >= ENOUGH and len(found) > MOST * len(choices):
        message = f"the longest option is the right one in {len(found)} of {len(choices)} questions; make wrong ones as full, or this one shorter"
        yield quiz.fault(found[0], ("options",), message)


def right_is_longest(question: Question) -> bool:
    """True when the right option is longer than every other one, as the reader sees them."""
    sizes = [len(plain(option.text)) for option in question.options]
    longest = max(sizes)
    return sizes.count(longest) == 1 and question.options[sizes.index(longest)].correct


def _place(quiz: Quiz, choices: dict[str, Question]) -> Iterator[Fault]:
    places = {name: place_of_right(f"{quiz.slug}/{name}", question) for name, question in choices.items()}
    if len(choices) < ENOUGH:
        return
    place, count = Counter(places.values()).most_common(1)[0]
    if count > MOST * len(choices):
        first = next(name for name, at in places.items() if at == place)
        message = f"the right option stands in place {place} in {count} of {len(choices)} questions; numbers are sorted: choose wrong ones on both sides"
        yield quiz.fault(first, ("options",), message)


def place_of_right(full_id: str, question: Question) -> int:
    """The place of the right option on the page, from 1."""
    shown = [option.correct for _, option in shuffled(full_id, question.options)]
    return shown.index(True) + 1


def _true_or_false(quiz: Quiz) -> Iterator[Fault]:
    found = [name for name, question in quiz.questions.items() if question.type == "truefalse"]
    total = len(quiz.questions)
    if total >= ENOUGH and len(found) > MOST_TRUE_OR_FALSE * total:
        message = f"{len(found)} of {total} questions are `truefalse`, and half of the guesses are right; ask otherwise"
        yield quiz.fault(found[0], ("type",), message)
