"""What is wrong in an author's file: the place, what was expected, what came, the remedy."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Fault:
    """One fault at one place. Lines and columns count from 1."""

    path: Path
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"

    def under(self, root: Path) -> Fault:
        """The same fault with its path written from `root`."""
        if not self.path.is_relative_to(root):
            return self
        return Fault(self.path.relative_to(root), self.line, self.column, self.message)


class LessonError(Exception):
    """One or more faults; the text of the exception is one line for each."""

    def __init__(self, faults: Iterable[Fault]):
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))


def near(word: str, known: Iterable[str]) -> str:
    """Return the remedy for a mistyped name: the nearest known one, or all of them."""
    known = sorted(known)
    if close := difflib.get_close_matches(word, known, n=1):
        return f"did you mean `{close[0]}`?"
    if not known:
        return "there are none yet"
    return f"there are: {', '.join(known)}"
