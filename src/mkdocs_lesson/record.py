"""A program comes in; what it prints, draws and computes goes out.

Only pytest calls this (`make snippets` is pytest too): building the site runs nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs_lesson.book import Book
from mkdocs_lesson.fences import find_values
from mkdocs_lesson.program import Program
from mkdocs_lesson.resolve import Resolver

SECONDS = 60
RUNNER = """
import json, runpy, sys
variables = runpy.run_path(sys.argv[1], run_name="__main__")
values = {}
for expression in json.loads(sys.argv[2]):
    value = eval(expression, variables)
    value = value.tolist() if hasattr(value, "tolist") else value
    values[expression] = value
with open(sys.argv[3], "w") as file:
    json.dump(values, file)
"""


@dataclass(frozen=True)
class Run:
    """What one run of a program left behind."""

    output: str
    drawing: str
    values: dict[str, object]


class ProgramFailed(Exception):
    """The program stopped with an error; the text is what Python said."""


def named_values(book: Book) -> dict[str, list[str]]:
    """Program name → the expressions that pages insert, sorted."""
    named: dict[str, set[str]] = {}
    for page in book.pages.values():
        resolver = Resolver(page, book)
        for inserted in find_values(page.body):
            program = inserted.program and resolver.find_program(inserted.program)
            if program:
                named.setdefault(program.name, set()).add(inserted.expression)
    return {name: sorted(expressions) for name, expressions in named.items()}


def run_program(program: Program, expressions: list[str]) -> Run:
    """Run a program in a process and a folder of its own.

    Raises:
        ProgramFailed: It stopped with an error, or ran longer than a minute.
    """
    with tempfile.TemporaryDirectory() as folder:
        values = Path(folder, "values.json")
        arguments = [str(program.path.resolve()), json.dumps(expressions), str(values)]
        environment = os.environ | {"PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1"}
        try:
            done = subprocess.run(
                [sys.executable, "-X", "utf8", "-c", RUNNER, *arguments],
                cwd=folder,
                env=environment,
                capture_output=True,
                encoding="utf-8",
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise ProgramFailed(f"ran longer than {SECONDS} s") from None
        if done.returncode:
            raise ProgramFailed(done.stderr.strip())
        drawing = Path(folder, f"{program.path.stem}.svg")
        svg = drawing.read_text(encoding="utf-8") if drawing.exists() else ""
        return Run(done.stdout, svg, json.loads(values.read_text()))


def records(program: Program, run: Run) -> Iterator[tuple[Path, str]]:
    """Yield each file that a run should have left beside the program, and its content."""
    yield program.record("out"), run.output
    yield program.record("svg"), run.drawing
    yield program.record("json"), as_json(run.values)


def as_json(values: dict[str, object]) -> str:
    """One value a line, so that a change shows where it is."""
    return json.dumps(values, indent=2, ensure_ascii=False) + "\n" if values else ""


def first_difference(recorded: str, actual: str) -> int:
    """The number of the first line that differs."""
    pairs = zip(recorded.splitlines(), actual.splitlines(), strict=False)
    same = 0
    for old, new in pairs:
        if old != new:
            break
        same += 1
    return same + 1
