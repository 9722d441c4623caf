"""The exercise fence: what it shows, what it keeps for the page, and the faults it names."""

from __future__ import annotations

import html
import json
import re

import pytest
from markdown import Markdown

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import check_book
from mkdocs_lesson.extension import LessonExtension

FILE = '''"""Add two.

Return the sum of `a` and `b`.
"""

# --8<-- [start:stub]
def add(a, b):
    return 0
# --8<-- [end:stub]

# --8<-- [start:solution]
def add(a, b):
    return a + b
# --8<-- [end:solution]

# --8<-- [start:check]
assert add(1, 2) == 3, f"add(1, 2) is {add(1, 2)}"
# --8<-- [end:check]

# --8<-- [start:mistake-product]
# You multiplied: `a * b`
# is another thing.
def add(a, b):
    return a * b
# --8<-- [end:mistake-product]
'''
FENCE = "```exercise\nadd\nhint: Use *plus*.\n```"


@pytest.fixture
def exercise(book):
    """The small book with one exercise on its page."""
    path = book / "snippets/small-steps/exercise-add.py"
    path.write_text(FILE)
    page = book / "docs/chapters/small-steps.md"
    page.write_text(f"{page.read_text()}\n{FENCE}\n")
    return path


def shown(book) -> str:
    extension = LessonExtension()
    extension.use(open_book(book), ["small-steps"])
    extension.page = extension.book.pages["small-steps"]
    return Markdown(extensions=["pymdownx.superfences", extension]).convert(FENCE)


def test_exercise_reads_without_script(book, exercise):
    out = shown(book)
    assert 'id="small-steps/exercise-add"' in out
    assert "<p>Return the sum of <code>a</code> and <code>b</code>.</p>" in out
    assert "<summary>Hint</summary><p>Use <em>plus</em>.</p>" in out
    assert '<li data-mistake="product">You multiplied: <code>a * b</code> is another thing.</li>' in out
    answer = re.sub("<.*?>", "", out.partition("Show a solution")[2])
    assert answer.startswith("def add(a, b):\n    return a + b\n")


def test_page_gets_what_it_needs_to_judge(book, exercise):
    exam = json.loads(html.unescape(re.search('<template class="exam">(.*?)</template>', shown(book))[1]))
    assert exam["given"] == ""
    assert exam["check"].startswith("assert add(1, 2) == 3")
    assert exam["mistakes"] == [{"name": "product", "code": "def add(a, b):\n    return a * b\n"}]


def test_exercise_is_no_program(book, exercise):
    assert list(open_book(book).programs) == ["small-steps/first"]
    assert not check_book(book)


FAULTS = {
    "no task": ("Add two.\n\nReturn the sum of `a` and `b`.\n", "", "begin with a docstring"),
    "no check": ("start:check", "start:chck", "the section `c"),
    "no mistake": (FILE[FILE.index("# --8<-- [start:mistake") :], "", "there is no known mistake"),
    "no diagnosis": ("# You multiplied: `a * b`\n# is another thing.\n", "", "begins with the diagnosis"),
    "no solution": ("    return a + b\n", "", "there is no section `solution`"),
}


@pytest.mark.parametrize(("old", "new", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_fault_of_an_exercise_is_named(book, exercise, old, new, message):
    text = FILE.replace(old, new)
    if message.endswith("`solution`"):
        text = text.replace("def add(a, b):\n# --8<-- [end:solution]", "# --8<-- [end:solution]")
    exercise.write_text(text)
    faults = [str(fault) for fault in check_book(book)]
    assert any("exercise-add.py" in fault and message in fault for fault in faults), faults


def test_mistyped_exercise_and_key_are_named(book, exercise):
    page = book / "docs/chapters/small-steps.md"
    page.write_text(page.read_text().replace("exercise\nadd\n", "exercise\nad\n"))
    assert "there is no exercise `ad`" in str(check_book(book)[0])
    assert "did you mean `add`?" in str(check_book(book)[0])
    page.write_text(page.read_text().replace("exercise\nad\nhint:", "exercise\nadd\nhnt:"))
    assert "expected `hint: some words`, got `hnt: Use *plus*.`" in str(check_book(book)[0])
