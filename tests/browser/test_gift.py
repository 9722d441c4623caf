"""An independent parser reads in the GIFT files what the quiz files say."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from gift import PARSER, SHA256, read_gift

from mkdocs_lesson.book import open_book
from mkdocs_lesson.export.files import packs
from mkdocs_lesson.export.gift import gift
from mkdocs_lesson.export.sides import html, line

ROOT = Path(__file__).parents[2]
PACKS = packs(open_book(ROOT), "What Is a Neural Network?", "")

pytestmark = pytest.mark.browser


def test_parser_is_the_one_on_record():
    assert hashlib.sha256(PARSER.read_bytes()).hexdigest() == SHA256


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.quiz.slug)
def test_gift_reads_back(page, pack):
    text = gift(pack)
    category, *read = read_gift(page, text)
    assert category["title"] == f"$course$/What Is a Neural Network?/{pack.title}"
    kept = {full_id: q for full_id, q in pack.questions() if f"// {full_id}:" not in text}
    assert [found["title"] for found in read] == list(kept)
    for found, question in zip(read, kept.values(), strict=True):
        assert found["stem"]["format"] == "html"
        assert found["stem"]["text"].startswith(html(question.ask))
        assert found["globalFeedback"]["text"] == html(question.explain)
        COMPARE[found["type"]](found, question)


def choice(found: dict, question) -> None:
    """Options in their order, the right one, and the reasons."""
    expected = [(line(o.text), o.correct, o.why and line(o.why)) for o in question.options]
    assert [
        (c["text"]["text"], c["isCorrect"], c["feedback"] and c["feedback"]["text"]) for c in found["choices"]
    ] == expected


def number(found: dict, question) -> None:
    """The answer with its tolerance, and near misses that count nothing."""
    right, *near = found["choices"]
    assert right["text"] == {"type": "range", "number": question.answer, "range": question.tolerance}
    expected = [(n.near, 0, line(n.why)) for n in question.feedback]
    assert [(n["text"]["number"], n["weight"], n["feedback"]["text"]) for n in near] == expected


def typed(found: dict, question) -> None:
    """What counts as right, as text."""
    assert question.answer in [c["text"]["text"].replace("\\*", "*") for c in found["choices"]]


COMPARE = {"MC": choice, "Numerical": number, "Short": typed}
