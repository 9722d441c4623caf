"""A program comes in; what it prints, draws and computes goes out.

Only pytest calls this (`make snippets` is pytest too): building the site runs nothing.
"""

from __future__ import annotations

import json
import math
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs_lesson.book import Book
from mkdocs_lesson.fences import find_values
from mkdocs_lesson.podcast.values import spoken_values
from mkdocs_lesson.program import Program, shown
from mkdocs_lesson.resolve import Resolver
from mkdocs_lesson.warm import run_warm

SECONDS = 60
SETTING = {"PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""One thread: waiting threads cost minutes."""
TWIN = {"import plainnet as torch": "import torch", "from plainnet import": "from torch import"}
RUNNER = """
import contextlib, json, os, sys, types
paths, expressions, target, engine = json.loads(sys.argv[1])
if engine == "plainnet":
    from plainnet import as_torch
    as_torch.install()
main = sys.modules["__main__"] = types.ModuleType("__main__")
for path in paths:
    main.__file__ = path
    with open(path, encoding="utf-8") as file:
        code = compile(file.read(), path, "exec")
    with open(os.devnull, "w") as nowhere:
        with contextlib.redirect_stdout(sys.stdout if path == paths[-1] else nowhere):
            exec(code, vars(main))
values = {}
for expression in expressions:
    value = eval(expression, vars(main))
    values[expression] = value.tolist() if hasattr(value, "tolist") else value
with open(target, "w") as file:
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


Shown = dict[str, set[str]]
"""Expression → the formats in which its value is shown."""


def named_values(book: Book) -> dict[str, Shown]:
    """Program name → what pages and the podcast show of its values."""
    named: dict[str, Shown] = {}
    for page in book.pages.values():
        resolver = Resolver(page, book)
        for inserted in find_values(page.body):
            program = inserted.program and resolver.find_program(inserted.program)
            if program:
                named.setdefault(program.name, {}).setdefault(inserted.expression, set()).add(inserted.format)
    for program, expression, spec in spoken_values(book.podcast):
        named.setdefault(program, {}).setdefault(expression, set()).add(spec)
    return {name: dict(sorted(values.items())) for name, values in named.items()}


def alike(recorded: dict[str, object], found: dict[str, object], values: Shown) -> bool:
    """Whether two runs of a program show a reader the same.

    Another processor adds up in another order, so the last bits of a value are its own; in a
    float32 program of 2,000 steps that can be the fifth digit.
    """
    return recorded.keys() == found.keys() == values.keys() and all(
        _close(recorded[name], found[name])
        or all(shown(recorded[name], spec) == shown(found[name], spec) for spec in values[name])
        for name in values
    )


def _close(one: object, other: object) -> bool:
    if type(one) is not type(other):
        return False
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12) if isinstance(one, float) else one == other


def run_program(program: Program, expressions: list[str], engine: str = "plainnet") -> Run:
    """Run a program, after those that it continues, in a process and a folder of its own.

    Args:
        engine: what a PyTorch program runs on, "plainnet" or "torch".

    Raises:
        ProgramFailed: It stopped with an error, or ran longer than a minute.
    """
    with tempfile.TemporaryDirectory() as folder:
        values = Path(folder, "values.json")
        on = engine if program.speaks_torch else "neither"
        twins = Path(folder, "twin")
        paths = [_for_torch(p, twins) if on == "torch" else p.path.resolve() for p in program.chain]
        arguments = json.dumps([[*map(str, paths)], expressions, str(values), on])
        package = "torch" if on == "torch" else "plainnet"
        try:
            done = run_warm(package, RUNNER, [arguments], Path(folder), seconds=SECONDS, environment=SETTING)
        except subprocess.TimeoutExpired:
            raise ProgramFailed(f"ran longer than {SECONDS} s") from None
        if done.returncode:
            raise ProgramFailed(done.stderr.strip())
        drawing = Path(folder, f"{program.path.stem}.svg")
        svg = drawing.read_text(encoding="utf-8") if drawing.exists() else ""
        return Run(done.stdout, svg, json.loads(values.read_text()))


def _for_torch(program: Program, folder: Path) -> Path:
    """The program under torch's own names, in a file of the same name."""
    source = program.text
    if "import plainnet as torch" in source:
        for ours, torchs in TWIN.items():
            source = source.replace(ours, torchs)
    folder.mkdir(exist_ok=True)
    path = folder / program.path.name
    path.write_text(source, encoding="utf-8")
    return path


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
