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
from mkdocs_lesson.digits import largest_difference, within_a_digit
from mkdocs_lesson.fences import find_fences
from mkdocs_lesson.record import (
    ProgramFailed,
    alike,
    as_json,
    first_difference,
    named_values,
    records,
    run_program,
)
from mkdocs_lesson.resolve import Resolver

ROOT = Path(__file__).parents[2]
BOOK = open_book(ROOT)
VALUES = named_values(BOOK)
CACHE = ROOT / ".cache" / "programs.json"
ENGINE = sorted((ROOT / "src" / "plainnet").rglob("*.py"))


def digest(program, expressions: list[str]) -> str:
    """What a record depends on, and the record itself, in one number."""
    sources = [
        *(p.path for p in program.chain),
        *ENGINE,
        *(program.record(k) for k in ("out", "svg", "json")),
    ]
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
def test_program_leaves_what_is_recorded(program, pytestconfig, ran):
    values = VALUES.get(program.name, {})
    expressions = list(values)
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
    engine = "plainnet" if program.made_with in ("PyTorch", "plainnet") else "NumPy"
    ran(program, engine, "same" if run.output == program.output else "differs")
    same = alike(program.values, run.values, values)
    left = [(path, text) for path, text in records(program, run) if not (same and path.suffix == ".json")]
    stale = [complaint for path, text in left if (complaint := compare(path, text, update))]
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


def shown_programs() -> set[str]:
    """The names of the programs that pages show."""
    found = set()
    for page in BOOK.pages.values():
        resolver = Resolver(page, BOOK)
        fences = (fence for fence in find_fences(page.body) if fence.kind == "program")
        found |= {program.name for fence in fences for program in resolver.program(fence).programs}
    return found


SHOWN = shown_programs()
RECORDS = [
    p for kind in ("out", "svg", "json", "engines") for p in sorted((ROOT / "snippets").glob(f"*/*.{kind}"))
]


@pytest.mark.parametrize("path", RECORDS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_record_belongs_to_a_program(path):
    assert path.with_suffix(".py").exists(), f"{path.relative_to(ROOT)}:1: no program writes this; remove it"


@pytest.mark.parametrize("program", BOOK.programs.values(), ids=BOOK.programs.keys())
def test_program_is_shown_on_a_page(program):
    assert program.name in SHOWN, (
        f"{program.path.relative_to(ROOT)}:1: is shown on no page; show it or remove it"
    )


TORCH_PROGRAMS = {name: program for name, program in BOOK.programs.items() if program.speaks_torch}


@pytest.mark.slow  # importing torch takes seconds
@pytest.mark.parametrize("program", TORCH_PROGRAMS.values(), ids=TORCH_PROGRAMS.keys())
def test_torch_program_prints_the_same_on_plainnet_and_on_torch(program, pytestconfig, ran):
    """The output beside it is plainnet's: see the test above."""
    from importlib.metadata import version

    on_torch = run_program(program, [], "torch").output
    same = "same" if program.output == on_torch else "a digit" if program.tolerance else "differs"
    ran(program, "PyTorch", same)
    if program.tolerance:
        assert within_a_digit(program.output, on_torch), (
            f"{program.path.relative_to(ROOT)}:1: differs by more than a unit of the last digit\n{on_torch}"
        )
    else:
        assert program.output == on_torch, (
            f"{program.path.relative_to(ROOT)}:1: PyTorch prints otherwise; print fewer digits, or declare "
            f"`# tolerance: why` to allow a unit of the last one\n{on_torch}"
        )
    versions = {name: version(name).partition("+")[0] for name in ("plainnet", "torch")}
    found = versions | {"difference": f"{largest_difference(program.output, on_torch).normalize():f}"}
    complaint = compare(program.record("engines"), as_json(found), pytestconfig.getoption("update"))
    assert not complaint, complaint


def test_only_torch_programs_have_a_record_of_engines():
    found = {f"{p.parent.name}/{p.stem}" for p in (ROOT / "snippets").glob("*/*.engines")}
    assert found == set(TORCH_PROGRAMS), "run `make snippets`"
    assert TORCH_PROGRAMS, "no program of the book runs under both plainnet and PyTorch"
