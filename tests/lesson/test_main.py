"""What `python -m mkdocs_lesson` says of files that it is asked about."""

from __future__ import annotations

import pytest

from mkdocs_lesson.__main__ import main

QUIZ, PROGRAM = "quizzes/small-steps.yml", "snippets/small-steps/first.py"


@pytest.fixture
def said(book, monkeypatch, capsys):
    """Returns a function that checks files of the small book, and gives what is said of them."""
    monkeypatch.chdir(book)

    def said(*names):
        status = main(["check", *names])
        out, error = capsys.readouterr()
        return status, out.splitlines() or error.splitlines()

    return said


@pytest.mark.parametrize("name", [QUIZ, PROGRAM, "docs/chapters/small-steps.md"])
def test_sound_file_has_no_faults(said, name):
    assert said(name) == (0, ["no faults"])


@pytest.mark.parametrize(("name", "fault"), [(QUIZ, "questions: 1\n"), (PROGRAM, "# --8<-- [end:a]\n")])
def test_faults_of_a_file_of_the_book_are_said(said, book, name, fault):
    (book / name).write_text(fault)
    status, lines = said(name)
    assert status == 1
    assert lines and all(line.startswith(f"{name}:1:") for line in lines)


NOTHING = "there is no such file; name one that is there"
OTHER = "is no quiz file, which ends in `.yml`, and none of docs, quizzes, snippets, podcast"


@pytest.mark.parametrize(
    ("name", "message"),
    [("docs/chapters/gone.md", NOTHING), ("quizzes", NOTHING), (f"{QUIZ}/x", NOTHING), ("mkdocs.yml", "unknown key"), ("pyproject.toml", OTHER)],
)  # fmt: skip
def test_name_that_is_no_file_of_the_book_is_a_fault(said, name, message):
    status, lines = said(name)
    assert status == 1
    assert lines[0].startswith(f"{name}:1:1: {message}")


@pytest.mark.parametrize("verb", ["check", "reading"])
def test_folder_without_a_book_is_not_called_sound(tmp_path, monkeypatch, capsys, verb):
    monkeypatch.chdir(tmp_path)
    assert main([verb]) == 2
    assert "no docs/ here" in capsys.readouterr().err
