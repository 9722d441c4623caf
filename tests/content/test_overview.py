"""The ten-minute summary keeps what it promises: its length, its order, its links, its numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.fences import VALUE, find_values, plain_lines
from mkdocs_lesson.page import anchors, words

BOOK = open_book(Path(__file__).parents[2])
PAGE, QUIZ = BOOK.pages["overview"], BOOK.quizzes["overview"]
TEXT = "\n".join(line for _, line in plain_lines(PAGE.body))
BLOCKS = TEXT.partition("\n## Questions")[0]

# Each block, in the order of the sources, and what of them it covers.
SOURCES = {
    "definition": ["S3-02"],
    "milestones": ["S3-03"],
    "maths": ["S3-04", "S3-05", "S3-06"],
    "training": ["S3-08", "S3-10", "S3-11"],
    "architectures": ["S3-12"],
    "theory": ["S3-07", "S3-13"],
    "practice": ["S3-09", "S3-14", "S3-15", "S3-16", "S3-17"],
    "applications": ["S3-18"],
    "state": ["S3-19"],
    "risks": ["S3-20"],
    "future": ["S3-21"],
    "resources": ["S3-22", "S3-23"],
    "conclusion": ["S3-24"],
}
QUESTIONS = [
    *("one-neuron", "ten-linear-layers", "parameters-of-digits", "neuron-by-hand", "what-backward-gives"),
    *("too-long-a-step", "gate-of-no-neuron", "universal-approximation", "floor-of-digits", "shifted-cat"),
    *("hundred-and-seventy-five", "milestones-in-order"),
]
CARDS = [
    *("what-is-it", "formula-of-a-neuron", "formula-of-a-layer", "bias-job", "why-activations"),
    *("four-activations", "two-losses", "backprop-gives", "step-and-rate", "one-turn", "sign-of-overfitting"),
    *("promise-of-approximation", "three-families", "vanishing-slopes", "four-dates"),
]
# Words that a written chapter teaches: each stands in a link to its heading.
TERMS = """function, parameters, examples, layers, neurons, weighted sum, bias, composed, features,
representation, brain, perceptron, backpropagation, activation, straight boundary, XOR, collapse, ReLU or GELU,
sigmoid and tanh, softmax, loss, squared error, cross-entropy, hinge or KL, random numbers, four operations,
forward, backward, update, gradient, mini-batch, learning rate, momentum, dips and saddles, vanish,
residual connections, luck, data, preparation, three parts, overfitting, dropout, early stopping,
simple rivals, single units, shortcut, sure and wrong""".replace("\n", " ").split(", ")

LINK = re.compile(r"\[(?P<text>[^\]\[]+)\]\((?P<address>[^)]+)\)(?P<coming>\{\.coming\})?")
LINKS = list(LINK.finditer(TEXT))


def test_quiz_and_deck_follow_their_blueprints():
    assert list(QUIZ.questions) == QUESTIONS
    assert list(QUIZ.cards) == CARDS


def test_it_is_read_in_its_time():
    assert 900 <= words(BLOCKS) <= 1100
    assert len(QUESTIONS) == 12
    assert len(CARDS) == 15


def test_blocks_stand_in_the_order_of_the_sources():
    assert anchors(PAGE.body)[1:] == [*SOURCES, "questions", "cards", "notes"]
    covered = {source for sources in SOURCES.values() for source in sources} | {"S3-01"}
    assert set(PAGE.front_matter().sources) == covered


def test_every_chapter_written_or_coming_has_its_link():
    written = {Path(link["address"].partition("#")[0]).stem for link in LINKS if not link["coming"]}
    coming = {link["address"].partition("#")[2] for link in LINKS if link["coming"]}
    missing = {chapter.slug for chapter in BOOK.contents.chapters} - written - coming
    assert not missing


@pytest.mark.parametrize("term", TERMS)
def test_term_that_a_chapter_teaches_is_a_link_to_it(term):
    linked = [link["text"].lower() for link in LINKS if not link["coming"]]
    assert any(term.lower() in text for text in linked)


def test_no_number_is_typed_but_years_with_their_source():
    plain = re.sub(r"(?s)\$\$.*?\$\$", "", BLOCKS)
    assert len(list(find_values(PAGE.body))) >= 5
    for line in plain.splitlines():
        prose = re.sub(r"\$[^$]+\$", "", VALUE.sub("", LINK.sub(r"\g<text>", line)))
        prose = re.sub(r"\{[#.][^}]*\}", "", prose)
        for found in re.finditer(r"(?<!\w)\d[\d.,]*", prose):
            number = found[0].rstrip(".,")
            assert re.fullmatch(r"(19|20)\d\d", number), f"{number} is typed; insert it from a record"
            cited = re.search(r"\[\^[\w-]+\]", prose[found.end() :])
            assert cited, f"{number} needs a note that names its source"


def test_each_note_is_asked_for_and_there():
    asked = re.findall(r"\[\^([\w-]+)\](?!:)", TEXT)
    there = re.findall(r"^\[\^([\w-]+)\]:", TEXT, re.MULTILINE)
    assert list(dict.fromkeys(asked)) == there
