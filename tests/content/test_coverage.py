"""Each idea of the sources and each objective has its place in a chapter, and the place exists.

`coverage/<slug>.yml` is the table: `sources` and `corrections` say under which headings they
are taught; each of `objectives` says where it is taught, exercised, recalled and tested.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from mkdocs_lesson.book import open_book
from mkdocs_lesson.page import anchors

ROOT = Path(__file__).parents[2]
BOOK = open_book(ROOT)
CHAPTERS = sorted(page.slug for page in BOOK.pages.values() if page.is_chapter)
WAYS = ["taught", "exercised", "recalled", "tested"]

# How many cards and questions the plan of the book asks for, at least.
COUNTS = {
    "inputs-to-outputs": (8, 6),
    "learnable-function": (10, 8),
    "artificial-neuron": (12, 10),
    "perceptron-from-scratch": (10, 8),
    "activation-functions": (14, 10),
    "layers-and-forward-pass": (12, 10),
    "depth": (10, 8),
    "loss-functions": (12, 10),
    "gradient-descent": (12, 10),
    "backpropagation": (12, 10),
    "training-loop": (10, 8),
    "digits-from-scratch": (8, 8),
    "what-a-network-learns": (10, 8),
}


def shown(page) -> set[str]:
    """Programs by name, exercises as `exercise-<name>`: what the page's fences show."""
    fences = re.findall(r"^```(program|exercise)\n(\S+)\n((?:(?!```).*\n)*)", page.body, re.MULTILINE)
    names = {("exercise-" if kind == "exercise" else "") + name.partition("#")[0] for kind, name, _ in fences}
    tabs = [re.findall(r"^tabs: (.+)$", rest, re.MULTILINE) for *_, rest in fences]
    return names | {name for lines in tabs for line in lines for name in re.split(r"[,\s]+", line)}


def faults(slug: str, table: dict) -> list[str]:
    """What the table says that isn't so, and what it should say and doesn't."""
    page, quiz = BOOK.pages[slug], BOOK.quizzes[slug]
    front = page.front_matter()
    asked = {name: question.objectives for name, question in quiz.questions.items()}
    there = {
        "taught": set(anchors(page.body)),
        "exercised": shown(page),
        "recalled": set(quiz.cards),
        "tested": set(asked),
    }
    found = []

    def missing(what: str, names: list[str], known: set[str]) -> None:
        found.extend(f"{what}: `{name}` is not on the page" for name in names if name not in known)
        if not names:
            found.append(f"{what}: names nothing")

    def same(what: str, ours: set[str], theirs: set[str]) -> None:
        found.extend(f"{what}: `{name}` stands on one side only" for name in sorted(ours ^ theirs))

    same("sources and the front matter's", set(table["sources"]), set(front.sources))
    same(
        "objectives and the front matter's", set(table["objectives"]), {each.id for each in front.objectives}
    )
    for name, places in (table["sources"] | (table.get("corrections") or {})).items():
        missing(name, places, there["taught"])
    for name, ways in table["objectives"].items():
        same(f"{name}: ways", set(ways), set(WAYS))
        for way, names in ways.items():
            missing(f"{name}: {way}", names, there[way])
        for question in ways["tested"]:
            if name not in asked.get(question, [name]):
                found.append(f"{name}: tested: `{question}` does not name this objective")
    return found


@pytest.mark.parametrize("slug", CHAPTERS)
def test_each_source_and_objective_has_its_place(root, slug):
    path = root / "tests" / "content" / "coverage" / f"{slug}.yml"
    assert path.exists(), f"{path.relative_to(root)}:1: is missing; copy another chapter's and fill it in"
    found = faults(slug, yaml.safe_load(path.read_text(encoding="utf-8")))
    assert not found, "\n".join(f"{path.relative_to(root)}: {fault}" for fault in found)


@pytest.mark.parametrize("slug", [slug for slug in CHAPTERS if slug in COUNTS])
def test_chapter_has_as_many_cards_and_questions_as_planned(slug):
    cards, questions = COUNTS[slug]
    quiz = BOOK.quizzes[slug]
    assert len(quiz.cards) >= cards
    assert len(quiz.questions) >= questions


def test_no_table_without_its_chapter(root):
    tables = {path.stem for path in (root / "tests" / "content" / "coverage").glob("*.yml")}
    assert tables <= set(CHAPTERS)


@pytest.mark.parametrize(
    ("way", "name"),
    [
        ("taught", "no-heading"),
        ("exercised", "no-program"),
        ("recalled", "no-card"),
        ("tested", "no-question"),
    ],
)
def test_table_that_names_what_is_not_there_is_found_out(root, way, name):
    path = root / "tests" / "content" / "coverage" / "artificial-neuron.yml"
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    table["objectives"]["vector-form"][way] = [name]
    assert faults("artificial-neuron", table) == [f"vector-form: {way}: `{name}` is not on the page"]


def test_table_that_leaves_out_a_source_is_found_out(root):
    path = root / "tests" / "content" / "coverage" / "artificial-neuron.yml"
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    del table["sources"]["S0-31"]
    assert faults("artificial-neuron", table) == [
        "sources and the front matter's: `S0-31` stands on one side only"
    ]
