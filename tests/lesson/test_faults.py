"""Each fault an author can make is named with its place, what was expected and the remedy.

A case is one edit of the small book and the one line that the checker must say.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_lesson.check import check_book

PAGE = "docs/chapters/small-steps.md"
QUIZ = "quizzes/small-steps.yml"
PROGRAM = "snippets/small-steps/first.py"

CASES = {
    "mistyped program": (
        PAGE,
        "```program\nfirst",
        "```program\nfrist",
        ":19:1: there is no program `frist`; did you mean `first`?",
    ),
    "no program named": (
        PAGE,
        "```program\nfirst\n",
        "```program\n",
        ":18:1: expected the name of a program, got an empty fence; there are: first",
    ),
    "missing section": (
        PAGE,
        "```program\nfirst",
        "```program\nfirst#middle",
        ":19:1: `small-steps/first` has no section `middle`; there are none yet",
    ),
    "section without a name": (
        PAGE,
        "```program\nfirst",
        "```program\nfirst#",
        ":19:1: `small-steps/first` has no section ``; there are none yet",
    ),
    "continues nothing": (
        PAGE,
        "```program\nfirst",
        "```program\nfirst\ncontinues:",
        ":20:1: there is no program `small-steps/`; did you mean `small-steps/first`?",
    ),
    "notes on no page": (
        PAGE,
        "needs: []",
        "needs: []\nnotes: smal-steps",
        ":7:1: `notes:` names `smal-steps`, and there is no such page; did you mean `small-steps`?",
    ),
    "review of something": (
        PAGE,
        "```cards\n```",
        "```cards\n```\n\n```review\nall\n```",
        ":33:1: expected an empty fence, got `all`; remove it",
    ),
    "unknown key of a fence": (
        PAGE,
        "```program\nfirst",
        "```program\nfirst\npredikt: true",
        ":20:1: unknown key `predikt`; did you mean `predict`?",
    ),
    "key without a value": (
        PAGE,
        "```program\nfirst",
        "```program\nfirst\npredict",
        ":20:1: expected `key: value`, got `predict`; the keys are predict, code, output, tabs, continues, figure, alt",
    ),
    "continues nothing that is there": (
        PAGE,
        "```program\nfirst",
        "```program\nfirst\ncontinues: frist",
        ":20:1: there is no program `small-steps/frist`; did you mean `small-steps/first`?",
    ),
    "continues itself": (
        PAGE,
        "```program\nfirst",
        "```program\nfirst\ncontinues: first",
        ":20:1: a program can't continue itself; name one that the page shows above it",
    ),
    "flag that is none": (
        PAGE,
        "```program\nfirst",
        "```program\nfirst\npredict: yes",
        ":20:1: `predict:` expected true or false, got `yes`",
    ),
    "tabs of one library": (
        PAGE,
        "```program\nfirst",
        "```program\nfirst\ntabs: first",
        ":20:1: tabs show programs written with different libraries, these are Python, Python",
    ),
    "mistyped tab": (
        PAGE,
        "```program\nfirst",
        "```program\nfirst\ntabs: frist",
        ":20:1: there is no program `frist`; did you mean `first`?",
    ),
    "nothing to show": (
        PAGE,
        "```program\nfirst",
        "```program\nfirst\ncode: false",
        ":20:1: without its code, this program shows nothing; remove `code:` or let it draw",
    ),
    "figure of nothing": (
        PAGE,
        "```program\nfirst",
        "```program\nfirst\nfigure: A line.",
        ":20:1: `small-steps/first` draws nothing; remove `figure:`, or run `make snippets` if it should",
    ),
    "mistyped question": (
        PAGE,
        "```quiz\n",
        "```quiz\nsum-of-tow\n",
        ":25:1: quizzes/small-steps.yml has no `sum-of-tow` among its questions; did you mean `sum-of-two`?",
    ),
    "question shown twice": (
        PAGE,
        "```quiz\n",
        "```quiz\nsum-of-two\n```\n\n```quiz\nsum-of-two\n",
        ":29:1: the question `sum-of-two` is shown on this page already; remove one",
    ),
    "mistyped card": (
        PAGE,
        "```cards\n",
        "```cards\nsum-of-two\n",
        ":30:1: quizzes/small-steps.yml has no `sum-of-two` among its cards; did you mean `sum-of-two-card`?",
    ),
    "unknown demo": (
        PAGE,
        "```cards\n```",
        "```demo\nknobs\n```",
        ":30:1: there is no demo `knobs` (docs/assets/elements/demo-knobs.js); there are none yet",
    ),
    "fence never closed": (
        PAGE,
        "```cards\n```",
        "```cards\n",
        ":29:1: the ```cards fence is never closed; add ``` on a line of its own",
    ),
    "value not recorded": (
        PAGE,
        "first.total",
        "first.sum",
        ":16:50: `sum` is not in the record of `small-steps/first`; run `make snippets`",
    ),
    "value of no program": (
        PAGE,
        "first.total",
        "fist.total",
        ":16:50: there is no program `fist`; did you mean `first`?",
    ),
    "value that can't be read": (
        PAGE,
        "first.total:.2f",
        "first",
        ":16:50: expected `{= program.variable:.2f =}`, got `{= first =}.`",
    ),
    "format that does not fit": (
        PAGE,
        "first.total:.2f",
        "first.total:d",
        ":16:50: the format `d` does not fit 0.30000000000000004: Unknown format code 'd' for object of type 'float'",
    ),
    "formula in a page": (
        PAGE,
        "the sum is",
        "the sum $x =\n\\fraq{1}{2}$ is",
        ':16:47: the formula `x = \\fraq{1}{2}` can\'t be read: Unknown command "\\fraq"; mend it, or use a command of LaTeX',
    ),
    "formula in a question": (
        QUIZ,
        "ask: What is $0.1 + 0.2$?",
        "ask: What is $0.1 \\plus 0.2$?",
        ':5:10: the formula `0.1 \\plus 0.2` can\'t be read: Unknown command "\\plus"; mend it, or use a command of LaTeX',
    ),
    "front matter key": (PAGE, "summary:", "sumary:", ":3:1: unknown key `sumary`; did you mean `summary`?"),
    "needs a page that isn't there": (
        PAGE,
        "needs: []",
        "needs: [small-step]",
        ":6:1: `needs:` names `small-step`, and there is no such page; did you mean `small-steps`?",
    ),
    "broken YAML": (
        QUIZ,
        "  - id: sum-of-two\n",
        "  - id: sum-of-two\n   type: x\n",
        ":4:4: cannot be read as YAML: did not find expected '-' indicator; check the indentation, and put text with `: ` or `#` in quotes",
    ),
    "duplicate id": (
        QUIZ,
        "id: sum-of-two-card",
        "id: sum-of-two",
        ":13:9: the id `sum-of-two` is used a second time (first on line 3); name this one for what it asks",
    ),
    "key twice": (
        QUIZ,
        "    answer: 0.3\n",
        "    answer: 0.3\n    answer: 0.4\n",
        ":9:5: the key `answer` stands here a second time (first on line 8); remove one",
    ),
    "unknown type": (
        QUIZ,
        "type: numeric",
        "type: numerc",
        ":4:11: unknown type `numerc`; did you mean `numeric`?",
    ),
    "wrong type of value": (
        QUIZ,
        "answer: 0.3",
        "answer: about a third",
        ":8:13: `answer:` expected a number, got 'about a third'",
    ),
    "old YAML boolean": (
        QUIZ,
        "    back: $0.3$\n",
        "    back: $0.3$\n    reverse: yes\n",
        ":16:14: `reverse:` expected true or false, got 'yes'",
    ),
    "unknown key": (QUIZ, "explain:", "explan:", ":10:5: unknown key `explan`; did you mean `explain`?"),
    "missing key": (QUIZ, "    back: $0.3$\n", "", ":13:5: `back:` is missing; add it"),
    "bad id": (
        QUIZ,
        "id: sum-of-two-card",
        "id: Sum of two",
        ":13:9: `id:` expected the form `two-words` (small letters, digits, hyphens), got 'Sum of two'",
    ),
    "missing heading": (
        QUIZ,
        "    teaches: the-first-idea\n    objectives",
        "    teaches: the-frist-idea\n    objectives",
        ":6:14: small-steps.md has no heading `#the-frist-idea`; did you mean `the-first-idea`? [small-steps/sum-of-two]",
    ),
    "heading of no page": (
        QUIZ,
        "teaches: the-first-idea\n    objectives",
        "teaches: big-steps#x\n    objectives",
        ":6:14: there is no page `big-steps`; did you mean `small-steps`? [small-steps/sum-of-two]",
    ),
    "unknown objective": (
        QUIZ,
        "[first-objective]",
        "[frist-objective]",
        ":7:18: `frist-objective` is no objective of small-steps.md; did you mean `first-objective`? [small-steps/sum-of-two]",
    ),
    "no check": (
        QUIZ,
        "    check: answer = sum([0.1, 0.2])\n",
        "",
        ":3:5: a question needs `check:` (Python that proves the key) or `unchecked:` (the reason why none can)",
    ),
    "unknown misconception": (
        QUIZ,
        "    explain:",
        "    feedback:\n      - {near: 3, why: no, misconception: nope}\n    explain:",
        ":11:43: misconceptions.yml has no `nope`; there are none yet [small-steps/sum-of-two]",
    ),
    "alias": (
        QUIZ,
        "front: What is $0.1 + 0.2$?\n    back: $0.3$",
        "front: &a What?\n    back: *a",
        ":14:12: is used twice through an alias (`*name`); write it out",
    ),
    "tag of YAML": (
        QUIZ,
        "answer: 0.3",
        "answer: !!float 0.3x",
        ":8:13: carries a tag, `!!float`, and needs none; write the value alone",
    ),
    "number without end": (
        QUIZ,
        "answer: 0.3",
        f"answer: {'9' * 400}",
        ":8:13: has 400 digits, more than 300; shorten it, or put it in quotes",
    ),
    "character that no one sees": (
        QUIZ,
        "front: What",
        "front: Wh\x07at",
        ":14:14: cannot be read as YAML: control characters are not allowed; remove the character U+0007",
    ),
    "section never closed": (
        PROGRAM,
        "total =",
        "# --8<-- [start:sum]\ntotal =",
        ":1:1: the section `sum` needs one `[start:sum]` and, after it, one `[end:sum]`",
    ),
}


def edit(book: Path, name: str) -> str:
    """Make one edit; return the line that must be said of it."""
    file, old, new, message = CASES[name]
    path = book / file
    text = path.read_text()
    assert old in text, f"the case {name!r} edits nothing"
    path.write_text(text.replace(old, new, 1))
    return f"{file}{message}"


@pytest.mark.parametrize("name", CASES)
def test_fault_is_named(book, name):
    expected = edit(book, name)
    assert expected in [str(fault) for fault in check_book(book)]


def test_book_without_faults_has_none(book):
    assert check_book(book) == []


def test_two_right_options_are_a_fault(book):
    options = """- id: pick
    type: single
    ask: Which?
    teaches: the-first-idea
    objectives: [first-objective]
    options:
      - {text: one, correct: true}
      - {text: two, correct: true}
      - {text: three}
    explain: Because.
    unchecked: a matter of words
  - id: sum-of-two
"""
    path = book / QUIZ
    path.write_text(path.read_text().replace("- id: sum-of-two\n", options, 1))
    assert [str(fault) for fault in check_book(book)] == [
        f"{QUIZ}:10:9: expected exactly one option with `correct: true`, got 2",
        f"{QUIZ}:11:9: a wrong option needs `why:`: why it tempts and why it fails",
    ]


def test_all_faults_of_a_file_are_said_at_once(book):
    for name in ("unknown type", "missing key", "no check"):
        edit(book, name)
    assert len(check_book(book)) == 3


def build(book: Path) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=book, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize(
    "name", ["mistyped program", "missing section", "duplicate id", "missing heading", "broken YAML"]
)
def test_fault_fails_the_build_without_a_traceback(book, name):
    expected = edit(book, name)
    done = build(book)
    assert done.returncode != 0
    assert expected in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


def test_file_that_is_no_text_is_a_fault(book):
    (book / QUIZ).write_bytes(b"questions: []\n\xff\xfe")
    assert str(check_book(book)[0]) == f"{QUIZ}:2:1: expected UTF-8 text; save it as UTF-8"
