"""One reader's way through the book, told once for every browser.

A browser takes part by being a `Reader`: see `chromium_reader.py`, `firefox.py` and `webkit.py`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Protocol

from keeping import CONTROLLED

CHAPTER = "chapters/artificial-neuron/"
PROGRAM = "[id='program/artificial-neuron/by-hand']"
QUESTION = "[id='artificial-neuron/bias-only']"
DECK = "lesson-cards"

A_MONTH_GOES_BY = """() => {
  for (const [key, value] of Object.entries(localStorage)) {
    if (!key.includes("|e|c|")) continue;
    const [, name, time] = key.match(/^(.*\\|)(\\w+)$/);
    localStorage.setItem(name + (parseInt(time, 36) - 30 * 864e5).toString(36), value);
    localStorage.removeItem(key);
  }
}"""


class Reader(Protocol):
    """What a person does in a browser: each waits until it can be done."""

    def open(self, address: str) -> None:
        """Go to a page."""

    def click(self, css: str, words: str = "") -> None:
        """Press the first visible element that has these words."""

    def fill(self, css: str, text: str) -> None:
        """Write into a field, which is empty."""

    def sees(self, css: str, words: str) -> str:
        """Wait until a visible element has these words; return all it says."""

    def gives(self, css: str, file: Path) -> None:
        """Choose a file for a field."""

    def takes(self, css: str, words: str) -> bytes:
        """Press what hands out a file; return what is in it."""

    def evaluate(self, function: str, given: Any = None) -> Any:
        """What a function in JavaScript makes of `given`, in the page."""


def keep_the_book(reader: Reader, site: str) -> None:
    """A first visit: from then on the service worker answers."""
    reader.open(site)
    reader.evaluate(CONTROLLED)


def run(reader: Reader) -> None:
    """Run a program; it prints what is recorded."""
    recorded = reader.sees(f"{PROGRAM} .output samp", "")
    reader.click(f"{PROGRAM} button", "Run")
    reader.sees(f"{PROGRAM} .program-status", "same as recorded ✓")
    assert reader.sees(f"{PROGRAM} .output samp", "") == recorded


def answer(reader: Reader) -> None:
    """Answer a question wrong, read why, and answer it right."""
    right = reader.evaluate("(css) => document.querySelector(css).dataset.answer", QUESTION)
    for number, verdict in (("77", "Not quite."), (right, "Right.")):
        reader.fill(f"{QUESTION} input[name=answer]", number)
        reader.click(f"{QUESTION} button", "Check")
        reader.sees(f"{QUESTION} [role=status]", verdict)
        reader.sees(f"{QUESTION} .key", "Answer")
        if verdict != "Right.":
            reader.click(f"{QUESTION} button", "Try again")


def grade(reader: Reader, where: str) -> None:
    """Turn a card and say how well it was known."""
    reader.click(f"{where} .card summary", "Show the answer")
    reader.click(f"{where} .grades button", "Good")


def review(reader: Reader, site: str) -> None:
    """Study a card in its chapter, and again a month later in the review."""
    grade(reader, DECK)
    reader.sees(f"{DECK} .session-status", "2 of")
    reader.evaluate(A_MONTH_GOES_BY)
    reader.open(f"{site}review/")
    reader.sees("lesson-review .session-status", "1 of 1")
    grade(reader, "lesson-review")
    reader.sees("lesson-review .session-status", "Done. 1 reviewed")


def export(reader: Reader) -> bytes:
    """Take the progress out of the browser, as a file."""
    file = reader.takes("lesson-progress button", "Export")
    kinds = sorted(key[0] for key in json.loads(file)["events"])
    assert kinds == ["c", "c", "q", "q"], kinds
    return file


def bring_in(reader: Reader, site: str, file: Path) -> None:
    """Another browser takes the progress in."""
    reader.open(f"{site}review/")
    reader.sees(".progress-counts", "0 cards studied, 0 questions answered")
    reader.gives("lesson-progress input[type=file]", file)
    reader.sees("lesson-progress [role=status]", "Added 4 events")
    reader.sees(".progress-counts", "1 card studied, 1 question answered")


def without_network(reader: Reader, site: str) -> None:
    """Open a page that was not read before, and run a program."""
    reader.open(f"{site}notation/")
    reader.sees("h1", "Notation")
    reader.open(site + CHAPTER)
    run(reader)
