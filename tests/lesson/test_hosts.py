"""The extension alone, without the plugin, shows a quiz in MkDocs and in Zensical."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

MKDOCS = """site_name: A course
site_url: http://127.0.0.1:8000/
theme: mkdocs
markdown_extensions:
  - pymdownx.superfences
  - pymdownx.arithmatex: {generic: true}
  - lesson
"""
ZENSICAL = """[project]
site_name = "A course"
site_url = "http://127.0.0.1:8000/"

[project.markdown_extensions.pymdownx.superfences]
[project.markdown_extensions.pymdownx.arithmatex]
generic = true
[project.markdown_extensions.lesson]
"""
PAGE = "# A lesson\n\n## The idea {: #the-idea }\n\nIt is so.\n\n```quiz\n```\n\n```cards\n```\n"
QUIZ = """questions:
  - id: one-option
    type: single
    ask: What is $1 + 1$?
    teaches: the-idea
    objectives: [sums]
    options:
      - {text: $2$, value: 2, correct: true}
      - {text: $11$, value: 11, why: That would be two texts. <script>alert(1)</script>}
    explain: "Broken maths is shown: $\\\\nonsense{$."
    check: value == 1 + 1
cards:
  - {id: a-sum, front: What is $2 + 2$?, back: $4$, teaches: the-idea}
"""
HOSTS = {"mkdocs": ("mkdocs.yml", MKDOCS), "zensical": ("zensical.toml", ZENSICAL)}


def build(host: str, folder: Path) -> None:
    """A site of two pages, of which one has a quiz, built by `host`."""
    name, settings = HOSTS[host]
    for part in ("docs/lessons", "quizzes"):
        (folder / part).mkdir(parents=True)
    (folder / name).write_text(settings)
    (folder / "docs/index.md").write_text("# Home\n\nRead [the lesson](lessons/first-sums.md).\n")
    (folder / "docs/lessons/first-sums.md").write_text(PAGE)
    (folder / "quizzes/first-sums.yml").write_text(QUIZ)
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", host, "build"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("host", HOSTS)
def test_quiz_is_shown(host, tmp_path):
    build(host, tmp_path)
    page = (tmp_path / "site/lessons/first-sums/index.html").read_text()
    assert 'id="first-sums/one-option"' in page
    assert "<mn>1</mn><mo>+</mo><mn>1</mn>" in page
    assert '<a href="#the-idea">' in page
    assert "<summary>Check my answer</summary>" in page
    assert 'id="first-sums/a-sum"' in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page
    assert r"<code>\nonsense{</code>" in page
    assert "exports/" not in page
