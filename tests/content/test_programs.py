"""Every program runs, and prints, draws and computes what is recorded beside it.

`make snippets` runs this with --update: it runs the programs that changed since their
records were written, and rewrites `.out`, `.svg` and `.json`.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path

import numpy
import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.record import (
    ProgramFailed,
    first_difference,
    named_values,
    records,
    run_program,
)

ROOT = Path(__file__).parents[2]
BOOK = open_book(ROOT)
VALUES = named_values(BOOK)
CACHE = ROOT / ".cache" / "programs.json"
ENGINE = sorted((ROOT / "src" / "plainnet").rglob("*.py"))


def digest(program, expressions: list[str]) -> str:
    """What a record depends on, and the record itself, in one number."""
    sources = [program.path, *ENGINE, *(program.record(k) for k in ("out", "svg", "json"))]
    content = b"".join(p.read_bytes() if p.exists() else b"-" for p in sources)
    setting = f"{sys.version} {numpy.__version__} {expressions}".encode()
    return hashlib.sha256(content + setting).hexdigest()


def remember(name: str, value: str) -> None:
    known = json.loads(CACHE.read_text()) if CACHE.exists() else {}
    CACHE.parent.mkdir(exist_ok=True)
    CACHE.write_text(json.dumps(known | {name: value}, indent=1))


def is_unchanged(program, expressions: list[str]) -> bool:
    known = json.loads(CACHE.read_text()) if CACHE.exists() else {}
    return known.get(program.name) == digest(program, expressions)


@pytest.mark.parametrize("program", BOOK.programs.values(), ids=BOOK.programs.keys())
def test_program_leaves_what_is_recorded(program, pytestconfig):
    expressions = VALUES.get(program.name, [])
    update = pytestconfig.getoption("update")
    if update and is_unchanged(program, expressions):
        return
    try:
        run = run_program(program, expressions)
    except ProgramFailed as error:
        pytest.fail(
            f"{program.path.relative_to(ROOT)}:{failing_line(program, error)}: the program fails; mend it\n{error}",
            pytrace=False,
        )
    stale = [complaint for path, text in records(program, run) if (complaint := compare(path, text, update))]
    if stale:
        pytest.fail("\n".join(stale), pytrace=False)
    if update:
        remember(program.name, digest(program, expressions))


def compare(path: Path, actual: str, update: bool) -> str | None:
    """Compare one record with a run; with --update, rewrite it instead."""
    recorded = path.read_text(encoding="utf-8") if path.exists() else ""
    if recorded == actual:
        return None
    if update:
        if actual:
            path.write_text(actual, encoding="utf-8")
        else:
            path.unlink()
        return None
    line = first_difference(recorded, actual)
    old, new = (text.splitlines()[line - 1 : line] for text in (recorded, actual))
    return f"{path.relative_to(ROOT)}:{line}: is stale: recorded {old}, the program gives {new}; run `make snippets`"


def failing_line(program, error: ProgramFailed) -> int:
    found = re.findall(rf'File "[^"]*{program.path.name}", line (\d+)', str(error))
    return int(found[-1]) if found else 1


RECORDS = [p for kind in ("out", "svg", "json") for p in sorted((ROOT / "snippets").glob(f"*/*.{kind}"))]


@pytest.mark.parametrize("path", RECORDS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_record_belongs_to_a_program(path):
    assert path.with_suffix(".py").exists(), f"{path.relative_to(ROOT)}:1: no program writes this; remove it"


@pytest.mark.parametrize("program", BOOK.programs.values(), ids=BOOK.programs.keys())
def test_program_is_shown_on_a_page(program):
    slug, idea = program.name.split("/")
    shown = [
        p for p in BOOK.pages.values() if re.search(rf"^\s*({slug}/)?{idea}(#[\w-]+)?\s*$", p.body, re.M)
    ]
    assert shown, f"{program.path.relative_to(ROOT)}:1: is shown on no page; show it or remove it"


def test_programs_with_plainnet_print_the_same_under_torch():
    """A program that says `import plainnet as torch` is a PyTorch program but for that."""
    import subprocess

    twins = [p for p in BOOK.programs.values() if "import plainnet as torch" in p.source]
    assert twins, "no program of the book runs under both plainnet and PyTorch"
    for program in twins:
        source = program.source.replace("import plainnet as torch", "import torch")
        source = source.replace("from plainnet import", "from torch import")
        done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, timeout=120)
        assert done.stdout == program.output, (
            f"{program.path.relative_to(ROOT)}: PyTorch prints otherwise\n{done.stdout}{done.stderr}"
        )
