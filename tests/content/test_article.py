"""The deep article keeps what it promises: thirteen sections, its length, its sources, its links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.fences import VALUE, find_values, plain_lines
from mkdocs_lesson.page import words

BOOK = open_book(Path(__file__).parents[2])
PAGE = BOOK.pages["article"]
TEXT = "\n".join(line for _, line in plain_lines(PAGE.body))
PROSE, NOTES = re.split(r"\n(?=\[\^[\w-]+\]: )", TEXT, maxsplit=1)
SECTIONS = dict(re.findall(r"^## (\d+)\. [^\n]+ \{#([\w-]+)\}$", PROSE, re.MULTILINE))
PARTS = dict(zip(SECTIONS.values(), re.split(r"^## .*$", PROSE, flags=re.MULTILINE)[1:], strict=True))
TOPICS = [
    "introduction",
    "history",
    "mathematics",
    "training",
    "architectures",
    "theory",
    "practice",
    "applications",
    "state",
    "risks",
    "future",
    "code",
    "reading",
]
LINK = re.compile(r"\[(?P<text>[^\]\[^][^\]\[]*)\]\([^)]+\)(?:\{\.coming\})?")
CITED = re.compile(r"\[\^([\w-]+)\]")
YEAR = re.compile(r"(19[4-9]|20[0-2])\d")


def test_contents_are_the_thirteen_sections():
    assert list(SECTIONS) == [str(n) for n in range(1, 14)]
    assert list(SECTIONS.values()) == TOPICS
    assert len(re.findall("^## ", PAGE.body, re.MULTILINE)) == 13


def test_it_takes_the_time_it_says_and_no_section_is_thin():
    read = re.sub(r"(?m)^\|.*$", "", PAGE.body)  # tables are looked at
    assert 6000 <= words(read) <= 7500
    for section, part in PARTS.items():
        assert words(part) >= 200, section


@pytest.mark.parametrize("section", [topic for topic in TOPICS if topic != "reading"])
def test_section_shows_a_number_that_a_program_made(section):
    assert list(find_values(PARTS[section])), section


def test_no_number_is_typed_but_years_and_cited_results():
    """A number is inserted, a year, part of a name or a formula, or has a note behind it in its
    paragraph or row."""
    plain = re.sub(r"(?s)\$\$.*?\$\$", "", PROSE)
    for line in plain.splitlines():
        if line.startswith(("#", "title:")):
            continue
        prose = re.sub(r"\$[^$]+\$|`[^`]+`", "", VALUE.sub("", LINK.sub(r"\g<text>", line)))
        prose = re.sub(r"^\d+\. ", "", prose)
        for found in re.finditer(r"(?<![\w-])\d[\d.,]*", prose):
            if not YEAR.fullmatch(found[0].rstrip(".,")):
                assert CITED.search(prose, found.end()), f"{found[0]} is typed: insert it or cite its source"


def test_each_note_is_asked_for_there_and_whole():
    there = dict(re.findall(r"^\[\^([\w-]+)\]: (.+)$", NOTES, re.MULTILINE))
    assert list(dict.fromkeys(CITED.findall(PROSE))) == list(there)
    assert len(set(there.values())) == len(there)
    for name, reference in there.items():
        found = re.match(r"\[@@([\w-]+)\]", reference)
        assert found, f"{name}: expected a source, `[@@key]`"
        assert str(BOOK.library.sources[found[1]].year) == name.rpartition("-")[2].rstrip("b")
