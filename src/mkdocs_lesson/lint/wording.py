"""Texts come in; their sentences and words go out, and how hard they are to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_lesson.faults import Fault
from mkdocs_lesson.fields import DRAWN
from mkdocs_lesson.maths import WRITTEN
from mkdocs_lesson.quiz import Quiz

MOST_WORDS = 30
HIGHEST_GRADE = 14
ENOUGH_WORDS = 25  # fewer say little about how hard a text is
CODE = re.compile(r"^(```+|~~~+).*?^\1[`~]*$", re.DOTALL | re.MULTILINE)
WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\w.,]*")


def without_formulas(text: str) -> str:
    """The text with `x` in place of each formula, piece of code and drawn number."""
    return WRITTEN.sub("x", CODE.sub("x", DRAWN.sub("1", text)))


def sentences(text: str) -> list[str]:
    """The sentences of a Markdown text, formulas and code left out."""
    plain = " ".join(re.sub(r"[*_]{1,2}", "", without_formulas(text)).split())
    return [part for part in re.split(r"(?<=[.!?:])\s+", plain) if WORD.search(part)]


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.lower() for word in WORD.findall(text)]


def grade(text: str) -> float:
    """The school year that reads a text easily."""
    parts = sentences(text)
    return school_year(words(" ".join(parts)), len(parts))


def school_year(all_words: list[str], count: int) -> float:
    """Of so many sentences with these words, by Kincaid and others (1975)."""
    if not all_words:
        return 0.0
    return 0.39 * len(all_words) / count + 11.8 * _syllables_a_word(all_words) - 15.59


def ease(all_words: list[str], count: int) -> float:
    """The same as reading ease, by Flesch (1948)."""
    return 206.835 - 1.015 * len(all_words) / count - 84.6 * _syllables_a_word(all_words)


def _syllables_a_word(all_words: list[str]) -> float:
    return sum(map(_syllables, all_words)) / len(all_words)


def _syllables(word: str) -> int:
    """About how many: groups of vowels, and a last silent e is none."""
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])e$", "", word))))


def hard_to_read(quiz: Quiz) -> Iterator[Fault]:
    """Stems with a long sentence, or with long words in long sentences."""
    for name, question in quiz.questions.items():
        found = [words(sentence) for sentence in sentences(question.ask)]
        longest = max(map(len, found), default=0)
        total = sum(map(len, found))
        if longest > MOST_WORDS:
            message = f"a sentence has {longest} words, more than {MOST_WORDS}; make two of it"
            yield quiz.fault(name, ("ask",), message)
        elif total >= ENOUGH_WORDS and (level := grade(question.ask)) > HIGHEST_GRADE:
            message = (
                f"reads like school year {level:.0f}, above {HIGHEST_GRADE}; use shorter words and sentences"
            )
            yield quiz.fault(name, ("ask",), message)
