"""Where sources disagree: every known disagreement is there, says how we know, and types no number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.citations import CITATION
from mkdocs_lesson.fences import VALUE
from mkdocs_lesson.page import anchors

BOOK = open_book(Path(__file__).parents[2])
PAGE = BOOK.pages["errata"]
COMING = {chapter.slug for chapter in BOOK.contents.chapters} - set(BOOK.pages)

# The disagreements that the plan of the book lists, D-01 to D-50, and where each is settled.
SETTLED = [
    *(
        "steps",
        "rules",
        "ladder",
        "more-layers",
        "brain",
        "first-network",
        "eighties",
        "three-layers",
        "ten-lines",
        "input-layer",
    ),
    *(
        "untrained",
        "collapse",
        "gradient-sign",
        "who-updates",
        "minima",
        "batch-norm",
        "shift",
        "lstm-gates",
        "gru",
        "mask",
    ),
    *(
        "gelu",
        "u-curve",
        "bias-variance",
        "exponentially",
        "universal",
        "equal-minima",
        "overfitting",
        "larger",
        "emergence",
        "multimodal",
    ),
    *(
        "definition",
        "optimal",
        "by-hand",
        "millions",
        "chess",
        "deep",
        "sparse",
        "mapping",
        "when-to-stop",
        "blame",
    ),
    *(
        "search",
        "rate",
        "batches",
        "dropout-rate",
        "winter",
        "gan-pictures",
        "recurrent",
        "graph",
        "elementwise",
        "dall-e",
    ),
]
# What else these disagreements say, settled under a heading of its own.
MORE = [
    *("softmax-twice", "row-or-column", "fine-tuning", "decay", "augmentation", "feedback", "backprop-date"),
]

CLAIMS = {
    found["id"]: found["text"]
    for found in re.finditer(
        r"^### .*?\{#(?P<id>[\w-]+)\}\n(?P<text>.*?)(?=^#{2,3} |\Z)", PAGE.body, re.MULTILINE | re.DOTALL
    )
}
NUMBER = re.compile(r"(?<![\w.-])\d[\d.,]*(?![\w-])")
SAID = {"0.001", "6", "9", "175", "1", "30", "784", "256"}
"""Numbers of other people's claims, of sources, of names, and of dates."""


def test_every_disagreement_is_settled():
    assert len(SETTLED) == 50
    assert sorted([*SETTLED, *MORE]) == sorted(CLAIMS)
    assert len(anchors(PAGE.body)) == len(set(anchors(PAGE.body)))


@pytest.mark.parametrize("claim", CLAIMS)
def test_claim_says_what_is_so_and_how_we_know(claim):
    truth, _, how = CLAIMS[claim].partition("\nHow we know: ")
    assert len(truth.split()) >= 10
    assert how.rstrip().endswith("\n{: .know }")
    assert CITATION.search(how) or re.search(r"\]\((chapters/|timeline\.md)", how) or "the program" in how
    for slug in re.findall(r"contents\.md#([\w-]+)\)\{\.coming\}", how):
        assert slug in COMING, f"{slug} is written: let the link lead to its heading"


@pytest.mark.parametrize("claim", CLAIMS)
def test_no_number_is_typed_that_a_program_computes(claim):
    prose = re.sub(r"(?s)```.*?```|\$[^$]+\$|`[^`]*`|\([^)]*\)|\{[^}]*\}", "", VALUE.sub("", CLAIMS[claim]))
    found = {number.rstrip(".,") for number in NUMBER.findall(CITATION.sub("", prose))}
    typed = {number for number in found if not re.fullmatch(r"(19|20)\d\d", number)}
    assert typed <= SAID, f"insert {sorted(typed - SAID)} from a record"
