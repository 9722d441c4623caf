"""A page comes in; how hard its prose is to read goes out, and the sentences that are too long.

Code, formulas, tables, headings and notes are no prose. A formula or a value in a sentence is a word of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mkdocs_lesson.book import Book
from mkdocs_lesson.citations import CITATION
from mkdocs_lesson.faults import Fault
from mkdocs_lesson.fences import VALUE, plain_lines
from mkdocs_lesson.lint.wording import ease, school_year, words
from mkdocs_lesson.maths import WRITTEN
from mkdocs_lesson.page import Page

# Measured when these limits were set: chapters of school year 3.2 to 4.3, the essay 5.7, the summary 6.8.
HIGHEST_GRADE = 7
MOST_WORDS = 35
ENOUGH_WORDS = 300  # fewer say little about how hard a page is

NO_PROSE_LINE = re.compile(r"[ \t]*(#|\||\[\^[^\]\n]+\]:|\{:|---|<)")
ONE_WORD = re.compile(rf"{WRITTEN.pattern}|{VALUE.pattern}", WRITTEN.flags)
NOT_READ = re.compile(
    rf"{CITATION.pattern}|\[\^[^\]\n]+\]|(?<=\])\([^)\n]*\)|\{{:?[ ]*[#.][^}}\n]*\}}|<[^>\n]*>|[*_\[\]]"
)
BLOCK = re.compile(r"^[^\n]*\S[^\n]*(?:\n(?![ \t]*(?:[-*+]|\d+\.)[ \t])[^\n]*\S[^\n]*)*", re.MULTILINE)
SENTENCE = re.compile(r"\S.*?(?:[.!?]+[”’\")]*(?=\s|\Z)|\Z)", re.DOTALL)
MARK = re.compile(r"[ \t]*([-*+]|\d+\.)[ \t]+")


@dataclass(frozen=True)
class Sentence:
    """A sentence, and where it begins in the page's body."""

    text: str
    offset: int

    @cached_property
    def words(self) -> list[str]:
        """Its words in small letters."""
        return words(self.text)


def sentences_of(page: Page) -> list[Sentence]:
    """The sentences of a page's prose, in order."""
    text, found = _prose(page.body), []
    for block in BLOCK.finditer(text):
        mark = MARK.match(block[0])
        begin = block.start() + (mark.end() if mark else 0)
        found += [Sentence(each[0], each.start()) for each in SENTENCE.finditer(text, begin, block.end())]
    return [sentence for sentence in found if sentence.words]


def _prose(body: str) -> str:
    """The body with spaces for all that is no prose, so that every word keeps its place."""
    prose = {index for index, line in plain_lines(body) if not NO_PROSE_LINE.match(line)}
    lines = [line if index in prose else " " * len(line) for index, line in enumerate(body.split("\n"))]
    text = ONE_WORD.sub(lambda found: "x" + _blank(found[0][1:]), "\n".join(lines))
    return NOT_READ.sub(lambda found: _blank(found[0]), text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


@dataclass(frozen=True)
class Reading:
    """How hard a page is to read."""

    page: Page
    sentences: list[Sentence]

    @cached_property
    def counts(self) -> tuple[list[str], int]:
        """All words, and how many sentences they make."""
        return [word for sentence in self.sentences for word in sentence.words], len(self.sentences)

    @property
    def grade(self) -> float:
        """The school year that reads it easily."""
        return school_year(*self.counts)

    @property
    def ease(self) -> float:
        """From 0, hard, to 100, easy; newspapers have about 50, plain English 60 and more."""
        return ease(*self.counts)

    @property
    def longest(self) -> Sentence:
        """The sentence with the most words."""
        return max(self.sentences, key=lambda sentence: len(sentence.words))

    def place(self, sentence: Sentence) -> tuple[int, int]:
        """Line and column of the file where a sentence begins."""
        before = self.page.body[: sentence.offset]
        return self.page.first_line + before.count("\n"), sentence.offset - before.rfind("\n")


def readings(book: Book) -> list[Reading]:
    """The pages with enough prose to judge, hardest first; the reference is written by docstrings."""
    pages = [page for page in book.pages.values() if page.path.parent.name != "reference"]
    found = [Reading(page, sentences_of(page)) for page in pages]
    return sorted(
        (each for each in found if len(each.counts[0]) >= ENOUGH_WORDS), key=lambda each: -each.grade
    )


def hard_prose(book: Book) -> Iterator[Fault]:
    """Sentences that nobody follows to the end, and pages that are harder than the rest."""
    for reading in readings(book):
        path = reading.page.path
        if reading.grade > HIGHEST_GRADE:
            message = f"reads like school year {reading.grade:.1f}, above {HIGHEST_GRADE}; use shorter words and sentences"
            yield Fault(path, 1, 1, message)
        for sentence in reading.sentences:
            if (count := len(sentence.words)) > MOST_WORDS:
                message = f"a sentence has {count} words, more than {MOST_WORDS}; make two of it"
                yield Fault(path, *reading.place(sentence), message)


def table(book: Book) -> list[str]:
    """A line for each page: how hard it is to read, and where its longest sentence stands."""
    rows = [f"{'page':26} {'words':>6} {'a sentence':>11} {'year':>5} {'ease':>5}  longest sentence"]
    for each in readings(book):
        counted, sentences = each.counts
        line, column = each.place(each.longest)
        place = f"{each.page.path.relative_to(book.root)}:{line}:{column}"
        rows.append(
            f"{each.page.slug:26} {len(counted):6} {len(counted) / sentences:11.1f} {each.grade:5.1f} {each.ease:5.0f}"
            f"  {len(each.longest.words)} words, {place}"
        )
    return rows
