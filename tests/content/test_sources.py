"""The book's sources: complete, in one place, and agreed with by chapters, summary and timeline."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.citations import CITATION, cited, cited_at
from mkdocs_lesson.fences import plain_lines
from mkdocs_lesson.timeline import load_timeline

BOOK = open_book(Path(__file__).parents[2])
SOURCES = BOOK.library.sources
TIMELINE = load_timeline(BOOK.docs / "timeline.yml", BOOK)
MILESTONES = [milestone for era in TIMELINE.eras for milestone in era.milestones]
CHAPTERS = {slug: page for slug, page in BOOK.pages.items() if page.is_chapter}

# What the path promises by name.
CLASSICS = {
    *("krizhevsky-2012", "goodfellow-2014", "vaswani-2017", "rumelhart-1986"),
    *("minsky-papert-1969", "mcculloch-pitts-1943"),
}
COURSES = {"cs231n", "cs224n", "fast-ai", "deeplearning-ai"}
TOOLS = {"pytorch", "tensorflow", "jax", "hugging-face"}
# The sources that history names, and years that are often told otherwise.
YEARS = {
    **{"threshold-unit": 1943, "perceptron-report": 1957, "perceptron": 1958, "mark-1": 1960},
    **{"reverse-mode": 1970, "hopfield": 1982, "boltzmann": 1985, "backpropagation": 1986},
    **{"zip-codes": 1989, "lstm": 1997, "lenet-5": 1998, "alexnet": 2012, "gan": 2014, "transformer": 2017},
}
TYPED = re.compile(r"[A-Z][\w’-]+(?:,| and| et al\.)?(?: [A-Z][\w’-]+)* \(?(?:1[89]|20)\d\d[a-z]?\)")
MONTH = re.compile(
    r"(January|February|March|April|May|June|July|August|September|October|November|December|In) "
)


def test_what_the_path_names_is_there():
    kinds = {
        kind: {key for key, source in SOURCES.items() if source.kind == kind} for kind in ("course", "tool")
    }
    assert set(SOURCES) >= CLASSICS
    assert kinds == {"course": COURSES, "tool": TOOLS}
    assert SOURCES["goodfellow-2016"].kind == "book"
    assert {
        key for group in BOOK.library.groups for key in group.sources if group.id == "classics"
    } == CLASSICS


def test_each_says_why_and_when_in_a_sentence_of_its_own():
    said = [sentence for source in SOURCES.values() for sentence in (source.why, source.when)]
    assert len(set(said)) == len(said)
    for sentence in said:
        assert re.fullmatch(r"[“A-Z].{15,}[.?]", sentence), sentence
        assert len(sentence.split()) <= 30, sentence


def test_each_is_one_work():
    titles = [(source.title.lower(), source.by) for source in SOURCES.values()]
    addresses = [source.address for source in SOURCES.values() if source.address]
    assert len(set(titles)) == len(titles)
    assert len(set(addresses)) == len(addresses)


def test_every_number_of_arxiv_is_of_its_year():
    """A preprint is at most a few years older than the paper, and no younger than the year after it."""
    for key, source in SOURCES.items():
        if source.arxiv:
            posted = 2000 + int(source.arxiv[:2])
            assert posted - 1 <= source.year <= posted + 4, f"{key}: {source.arxiv} is of {posted}"


@pytest.mark.parametrize("slug", CHAPTERS)
def test_chapter_cites_by_key_and_not_by_hand(slug):
    page = CHAPTERS[slug]
    assert cited(page)
    for index, line in plain_lines(page.body):
        typed = [found[0] for found in TYPED.finditer(CITATION.sub("", line)) if not MONTH.match(found[0])]
        assert typed == [], (
            f"{page.path}:{page.first_line + index}: cite by key: `[@{typed[0].split()[0].lower()}-…]`"
        )


@pytest.mark.parametrize("slug", CHAPTERS)
def test_references_of_a_chapter_are_made_of_its_citations(slug):
    """So none is missing in the list, and none stands there that nothing names."""
    body = CHAPTERS[slug].body
    assert re.search(r"^## References \{#references\}\n\n```sources\n([^`]*)```\n*\Z", body, re.MULTILINE)


def test_years_of_the_timeline_are_those_of_its_sources():
    assert {each.id: each.year for each in MILESTONES if each.id in YEARS} == YEARS
    assert len({each.id for each in MILESTONES}) == len(MILESTONES)
    for each in MILESTONES:
        assert each.sources or each.told


def test_milestones_of_the_summary_are_on_the_timeline():
    """Each bold year, and the source behind its first note, is a milestone of that year."""
    page = BOOK.pages["overview"]
    notes = dict(re.findall(r"^\[\^([\w-]+)\]: \[@@([\w-]+)\]", page.body, re.MULTILINE))
    block = page.body.partition("{#milestones}")[2].partition("\n## ")[0]
    found = re.findall(r"^- \*\*(\d{4})\*\*.*?\[\^([\w-]+)\]", block, re.MULTILINE)
    assert len(found) >= 6
    for year, note in found:
        there = {key for each in MILESTONES if each.year == int(year) for key in each.keys}
        assert notes[note] in there, f"{year}: the timeline has no milestone with `{notes[note]}`"


def test_places_that_cite_are_headings_of_the_page():
    for page in CHAPTERS.values():
        assert all(cited_at(page).values()), page.path
