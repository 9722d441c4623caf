"""What tries to be more than text is shown as text, in every file that leaves the book."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest
from hostile import ATTACKS, dangers, hostile_quiz, text_of

from mkdocs_lesson.export.anki import anki
from mkdocs_lesson.export.bank import bank
from mkdocs_lesson.export.gift import gift
from mkdocs_lesson.export.pack import Pack
from mkdocs_lesson.export.sides import html
from mkdocs_lesson.export.tables import FORMULA_SIGNS, tsv


@pytest.fixture(scope="module")
def pack(tmp_path_factory) -> Pack:
    quiz = hostile_quiz(tmp_path_factory.mktemp("hostile"))
    return Pack(
        quiz,
        "A <b>Book</b>::x",
        "Title <script>x</script>/y",
        "https://example.org/",
        {"hostile": "h/"},
        1_700_000_000,
    )


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_becomes_text(attack):
    made = html(f"Before {attack} after")
    assert not dangers(made)
    assert "Before" in text_of(made)
    assert "after" in text_of(made)


def test_anki_shows_text(pack, tmp_path):
    path = tmp_path / "hostile.apkg"
    path.write_bytes(anki([pack]))
    collection = Collection(str(tmp_path / "learner.anki2"))
    try:
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path)))
        cards = [collection.get_card(card) for card in collection.find_cards("")]
        assert len(cards) == len(list(pack.entries()))
        seen = ""
        for card in cards:
            shown = card.question() + card.answer()
            assert not dangers(shown), card.note()["Id"]
            assert not card.question_av_tags() + card.answer_av_tags()
            assert "[latex]" not in shown
            seen += text_of(shown)
    finally:
        collection.close()
    for sign in (
        "<script>window.ran = 1</script>",
        "{{7*7}} {% raw %} {{c1::x}}",
        "[sound:x.mp3]",
        r"\nonsense{",
        "<!--",
    ):
        assert sign in seen


def test_moodle_shows_text(pack):
    text = gift(pack)
    titles = [line for line in text.splitlines() if line.startswith("::")]
    assert len(titles) + text.count("\n// ") == len(pack.quiz.questions)
    assert text.count("$CATEGORY") == 1
    plain = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text.split("\n", 1)[1])
    assert not dangers(plain)


def test_table_holds_text(pack):
    rows = list(csv.DictReader(io.StringIO(tsv(pack)), dialect="excel-tab"))
    assert len(rows) == len(list(pack.entries()))
    for row in rows:
        assert set(row) == {"id", "front", "back", "link"}
        assert not any(cell.startswith(FORMULA_SIGNS) for cell in row.values())


def test_json_holds_text(pack):
    read = json.loads(bank(pack))
    assert [q["id"] for q in read["questions"]] == list(pack.quiz.questions)
    assert read["questions"][0]["ask"] == pack.quiz.questions["one-option"].ask
    assert "<script>window.ran = 1</script>" in bank(pack)
