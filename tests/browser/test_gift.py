"""An independent parser reads in the GIFT files what the quiz files say."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from gift import PARSER, SHA256, read_gift

from mkdocs_lesson.book import open_book
from mkdocs_lesson.export.files import packs
from mkdocs_lesson.export.gift import gift
from mkdocs_lesson.export.pack import Pack
from mkdocs_lesson.export.sides import html, line, plain
from mkdocs_lesson.quiz import load_quiz

ROOT = Path(__file__).parents[2]
EVERY_TYPE = Pack(
    load_quiz(ROOT / "tests/every-type/quizzes/every-type.yml"),
    "What Is a Neural Network?",
    "Every type",
    "",
    {},
    0,
)
PACKS = [*packs(open_book(ROOT), "What Is a Neural Network?", ""), EVERY_TYPE]

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
    """Options in their order, what each counts, and the reasons."""
    right = sum(option.correct for option in question.options)
    wrong = len(question.options) - right
    for read, option in zip(found["choices"], question.options, strict=True):
        assert read["text"]["text"] == line(option.text)
        assert (read["feedback"] or {}).get("text") == (option.why and line(option.why))
        if question.type == "multiple":
            assert read["weight"] == pytest.approx(100 / right if option.correct else -100 / wrong, abs=1e-4)
        else:
            assert read["isCorrect"] is option.correct


def number(found: dict, question) -> None:
    """The answer with its tolerance, and near misses that count nothing."""
    right, *near = found["choices"]
    assert right["text"] == {"type": "range", "number": question.answer, "range": question.tolerance}
    expected = [(n.near, 0, line(n.why)) for n in question.feedback]
    assert [(n["text"]["number"], n["weight"], n["feedback"]["text"]) for n in near] == expected


def typed(found: dict, question) -> None:
    """What counts as right, as text."""
    expected = [question.answer, *getattr(question, "accept", ())]
    read = [choice["text"]["text"] for choice in found["choices"] if choice["weight"] != 0]
    assert [text.replace("\\*", "*") for text in read] == expected


def truth(found: dict, question) -> None:
    """The answer; what is said first is for the wrong one."""
    assert found["isTrue"] is question.answer
    assert found["trueFeedback"]["text"] == line(question.why)


def pairs(found: dict, question) -> None:
    """Left sides as HTML, right sides as bare text."""
    expected = [(line(pair.left), plain(pair.right)) for pair in question.pairs]
    assert [(p["subquestion"]["text"], p["subanswer"]) for p in found["matchPairs"]] == expected


COMPARE = {"MC": choice, "Numerical": number, "Short": typed, "TF": truth, "Matching": pairs}
