"""A program of the book: its source, its sections and what it left behind when it ran.

A record is up to four files beside the program: `.out` (what it printed), `.svg` (what it
drew), `.json` (the values that pages name) and `.engines` (that plainnet and PyTorch agree).
Nothing here runs anything.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

MARK = re.compile(r"^[ \t]*# --8<-- \[(start|end):([a-z0-9-]+)\][ \t]*$")
TORCH = re.compile(r"^[ \t]*(import torch|from torch|import plainnet as torch)\b", re.MULTILINE)
TOLERANCE = re.compile(r"^# tolerance: (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Program:
    """One file `snippets/<slug>/<idea>.py`."""

    path: Path
    before: tuple[Program, ...] = ()
    """The programs that run before it in the same Python: see `continued.py`."""

    @property
    def chain(self) -> tuple[Program, ...]:
        """All that runs, in order; most programs run alone."""
        return (*self.before, self)

    @property
    def name(self) -> str:
        """`<slug>/<idea>`: how every page can name it."""
        return f"{self.path.parent.name}/{self.path.stem}"

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def source(self) -> str:
        """The program as readers see it: without the marks of sections."""
        lines = (line for line in self.text.splitlines() if not MARK.match(line))
        return "\n".join(lines).strip("\n") + "\n"

    @cached_property
    def sections(self) -> dict[str, str]:
        """Name → text of each section, without the indentation all its lines share."""
        open_sections: dict[str, list[str]] = {}
        done: dict[str, str] = {}
        for line in self.text.splitlines():
            if found := MARK.match(line):
                verb, name = found.groups()
                if verb == "start":
                    open_sections[name] = []
                elif name in open_sections:
                    done[name] = _dedent(open_sections.pop(name))
            else:
                for lines in open_sections.values():
                    lines.append(line)
        return done

    def unclosed(self) -> list[tuple[int, str]]:
        """(line, name) of each section that is started and not ended, or the reverse."""
        opened: dict[str, int] = {}
        wrong: list[tuple[int, str]] = []
        for number, line in enumerate(self.text.splitlines(), start=1):
            if found := MARK.match(line):
                verb, name = found.groups()
                if (verb == "start") == (name in opened):
                    wrong.append((number, name))
                elif verb == "start":
                    opened[name] = number
                else:
                    del opened[name]
        return sorted(wrong + [(number, name) for name, number in opened.items()])

    @property
    def whole(self) -> str:
        """A source that runs by itself: with the programs that it continues."""
        return "\n\n".join(program.source for program in self.chain)

    def record(self, kind: str) -> Path:
        """The file that holds what the program printed (out), drew (svg) or computed (json)."""
        return self.path.with_suffix(f".{kind}")

    @property
    def speaks_torch(self) -> bool:
        """Whether it is a PyTorch program: it runs on plainnet and on PyTorch."""
        return any(TORCH.search(program.text) for program in self.chain)

    @property
    def made_with(self) -> str:
        """The library that it is written with: the name of its tab beside others."""
        if self.speaks_torch:
            return "PyTorch"
        for library, name in (("plainnet", "plainnet"), ("numpy", "NumPy")):
            if re.search(rf"^\s*(import|from) {library}\b(?! import (data|draw))", self.whole, re.MULTILINE):
                return name
        return "Python"

    @property
    def tolerance(self) -> str:
        """Why its last digits may differ between the engines; empty if they may not."""
        found = TOLERANCE.search(self.text)
        return found[1] if found else ""

    @property
    def engines(self) -> dict[str, object]:
        """The versions that printed the same, and by how much they differed at most."""
        return json.loads(_text(self.record("engines")) or "{}")

    @property
    def output(self) -> str:
        return _text(self.record("out"))

    @property
    def drawing(self) -> str:
        return _text(self.record("svg"))

    @property
    def values(self) -> dict[str, object]:
        """Expression → value, for the expressions that pages name."""
        return json.loads(_text(self.record("json")) or "{}")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _dedent(lines: list[str]) -> str:
    margin = min((len(ln) - len(ln.lstrip()) for ln in lines if ln.strip()), default=0)
    return "\n".join(line[margin:] for line in lines).strip("\n") + "\n"


def programs(root: Path) -> dict[str, Program]:
    """Every program under `snippets/`, by name. Exercises stand in `exercise.py`."""
    paths = sorted((root / "snippets").glob("*/*.py"))
    return {p.name: p for p in map(Program, paths) if not p.path.stem.startswith("exercise-")}


def formatted(value: object, spec: str) -> str:
    """As `format`, but a number too large for a format is a ValueError, as all else that does not fit."""
    try:
        return format(value, spec)
    except OverflowError as error:
        raise ValueError(str(error)) from None


def shown(value: object, spec: str) -> str:
    """Format a recorded value for prose: numbers get a real minus sign.

    Raises:
        ValueError: The format does not fit the value.
        TypeError: The value has no such format.
    """
    text = formatted(value, spec.strip())
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return text.replace("-", "−") if is_number else text
