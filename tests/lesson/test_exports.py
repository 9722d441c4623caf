"""What the build writes for other programs says what the quiz file says, and no more."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.export.bank import bank
from mkdocs_lesson.export.dates import changed
from mkdocs_lesson.export.faces import sides
from mkdocs_lesson.export.files import exports, packs
from mkdocs_lesson.export.sides import as_markdown
from mkdocs_lesson.export.tables import COLUMNS, harmless, tsv
from mkdocs_lesson.quiz import load_quiz


@pytest.fixture(scope="module")
def made(root):
    return packs(open_book(root), "A Book", "https://example.org/")


def rows(text: str) -> list[dict[str, str]]:
    """The lines of a table, read as another program reads them."""
    return list(csv.DictReader(io.StringIO(text), dialect="excel-tab"))


def test_table_reads_back(made):
    for pack in made:
        read = rows(tsv(pack))
        assert [row["id"] for row in read] == [full_id for full_id, _ in pack.entries()]
        for row, (full_id, entry) in zip(read, pack.entries(), strict=True):
            assert set(row) == set(COLUMNS)
            front, back = map(as_markdown, sides(full_id, entry))
            assert (row["front"], row["back"]) == (harmless(front), harmless(back))
            assert row["link"].startswith("https://example.org/")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "'=1", "\t=1"])
def test_no_spreadsheet_takes_text_for_a_formula(text):
    assert harmless(text) == f"'{text}"
    assert harmless(f"a {text}") == f"a {text}"


def test_json_is_a_quiz_file_with_the_same_questions(made, tmp_path):
    for pack in made:
        read = json.loads(bank(pack))
        assert read["address"] == pack.site + pack.addresses[pack.quiz.slug]
        again = tmp_path / f"{pack.quiz.slug}.yml"  # YAML reads JSON
        again.write_text(json.dumps({part: read[part] for part in ("questions", "cards")}))
        assert load_quiz(again).questions == pack.quiz.questions
        assert load_quiz(again).cards == pack.quiz.cards


def test_every_quiz_file_has_every_form(root, made):
    files = exports(open_book(root), "A Book", "")
    for pack in made:
        for end in ("apkg", "gift", "tsv", "json"):
            assert files[f"exports/{pack.quiz.slug}.{end}"]
    assert json.loads(files["exports/quiz.schema.json"])["$schema"]


def git(folder, *arguments, **dates):
    who = {
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }
    subprocess.run(
        ["git", *arguments], cwd=folder, env=os.environ | who | dates, check=True, capture_output=True
    )


def commit(folder, time: int):
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "x", GIT_COMMITTER_DATE=f"@{time} +0000")


def test_date_is_that_of_the_last_change(tmp_path):
    (tmp_path / "quizzes").mkdir()
    one, two = (tmp_path / "quizzes" / name for name in ("one.yml", "two.yml"))
    one.write_text("a")
    os.utime(one, (1_500_000_000, 1_500_000_000))
    assert changed(tmp_path, "quizzes") == {"one.yml": 1_500_000_000}  # no git: the file's own
    git(tmp_path, "init", "-q")
    commit(tmp_path, 1_600_000_000)
    two.write_text("b")
    commit(tmp_path, 1_700_000_000)
    assert changed(tmp_path, "quizzes") == {"one.yml": 1_600_000_000, "two.yml": 1_700_000_000}
    two.write_text("c")
    os.utime(two, (1_750_000_000, 1_750_000_000))
    assert changed(tmp_path, "quizzes")["two.yml"] == 1_750_000_000
