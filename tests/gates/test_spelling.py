"""The prose of pages, questions and cards is spelt as in Britain, without filler."""

from __future__ import annotations

import re

import pytest
from prose import prose
from spelling import WORDS, misspelt, terms

pytestmark = pytest.mark.gates


@pytest.fixture(scope="module")
def written(root):
    """What has prose for readers in it."""
    return sorted(
        [
            *root.glob("docs/**/*.md"),
            *root.glob("labs/*.md"),
            *root.glob("quizzes/*.yml"),
            *root.glob("docs/*.yml"),
        ],
    )


def test_every_word_is_spelt(root, written, tmp_path):
    assert misspelt(root, written, tmp_path) == []


def test_every_word_of_the_list_is_used(root, written):
    text, known = "\n".join(map(prose, written)).lower(), terms(root)
    words = [line for line in WORDS.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    assert words == sorted(set(words), key=str.lower), "sort the list, each word once"
    assert not_needed(words, text, known) == []
    term = min(known)
    assert not_needed([*words, "fnordish", term], text, known) == ["fnordish", term]


def not_needed(words, text, known) -> list[str]:
    """The words of the list that the book doesn't use, or that its glossary knows."""
    used = {word for word in words if re.search(rf"\b{re.escape(word.lower())}", text)}
    return [word for word in words if word not in used or word in known]


PAGE = """---
title: A titel
needs: [nedless]
---
# The wrold and its `codde`, $\\alhpa$ and [colour](adress.md)

A color is simply an optimizer.

```program
fnord
figure: A pictture.
```
"""
QUIZ = """questions:
  - id: nedless
    ask: What is a nueron, a nerun?
    options:
      - {text: "`codde`", why: "A behavior", correct: true}
    hints:
      - Look twoce.
    check: codde == 1
"""


WORDS_OF_ITS_OWN = """terms:
  - term: nueron
    means: A codde of a nueron.
    first: page
"""


def test_faults_are_found_where_they_stand(tmp_path):
    book = {"docs/glossary.yml": WORDS_OF_ITS_OWN, "docs/page.md": PAGE, "quizzes/quiz.yml": QUIZ}
    for name, text in book.items():
        path = tmp_path / "book" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    paths = [tmp_path / "book" / name for name in book]
    assert misspelt(tmp_path / "book", paths, tmp_path / "scratch") == [
        "docs/glossary.yml:3:14: codde",
        "docs/page.md:2:10: titel",
        "docs/page.md:5:7: wrold",
        "docs/page.md:7:3: color",
        "docs/page.md:7:12: simply",
        "docs/page.md:7:22: optimizer",
        "docs/page.md:11:11: pictture",
        "quizzes/quiz.yml:3:30: nerun",
        "quizzes/quiz.yml:5:35: behavior",
        "quizzes/quiz.yml:7:14: twoce",
    ]
