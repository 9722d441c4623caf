"""One question comes in; what its wording and its check do wrong goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_lesson.faults import Fault
from mkdocs_lesson.lint.wording import sentences, without_formulas
from mkdocs_lesson.prove import computes
from mkdocs_lesson.questions import Question
from mkdocs_lesson.quiz import NO_PROSE, Quiz

OF_THE_ABOVE = re.compile(
    r"\b(all|none|both|neither|any|either)\s+(of\s+)?(the\s+)?(above|below|others?|these|those|them)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(not|except|cannot|never)\b|n['’]t\b", re.IGNORECASE)
BOLD = re.compile(r"\*\*.+?\*\*|__.+?__", re.DOTALL)
CHOICES = ("single", "multiple", "truefalse", "formula")


def question_lint(quiz: Quiz, name: str, question: Question) -> Iterator[Fault]:
    """Every rule that one question breaks."""
    for steps, message in (*_maths(question), *_options(question), *_negation(question), *_check(question)):
        yield quiz.fault(name, steps, message)


def _maths(question: Question) -> Iterator[tuple[tuple, str]]:
    for steps, text in question.texts:
        prose = "$" in text and not NO_PROSE.intersection(steps)
        if prose and re.search(r"(?<!\\)\$", without_formulas(text)):
            yield steps, r"a `$` opens or closes no formula; add the other one, or write `\$` for a dollar"


def _options(question: Question) -> Iterator[tuple[tuple, str]]:
    for index, option in enumerate(getattr(question, "options", ())):
        if found := OF_THE_ABOVE.search(without_formulas(option.text)):
            message = f"options are shuffled, and “{found[0]}” tests logic; say what it stands for"
            yield ("options", index, "text"), message


def _negation(question: Question) -> Iterator[tuple[tuple, str]]:
    """A reader in a hurry overlooks a plain “not”."""
    if question.type not in CHOICES:
        return
    for sentence in sentences(BOLD.sub("", question.ask)):
        asks = sentence.endswith("?") or question.type == "truefalse"
        if asks and (found := NEGATION.search(sentence)):
            yield ("ask",), f"asks with “{found[0]}”; ask for what is so, or write **{found[0]}** in bold"


def _check(question: Question) -> Iterator[tuple[tuple, str]]:
    if question.check and not computes(question.check):
        yield ("check",), "`check` only restates a literal; let it compute the answer"
