"""A page comes in; all its programs as one file, and as a notebook with outputs, go out.

Both are the same cells: the page's headings, each program once, the exercises to complete.
Nothing is run: the outputs are the recorded ones, and the tests run both to compare.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_lesson.book import Book
from mkdocs_lesson.exercise import Exercise
from mkdocs_lesson.fences import Fence, find_fences
from mkdocs_lesson.page import Page, headings
from mkdocs_lesson.program import Program
from mkdocs_lesson.resolve import Resolver
from mkdocs_lesson.wheel import DATA

WITHOUT_TORCH = """try:
    import torch
except ModuleNotFoundError:  # then plainnet stands in for it
    from plainnet import as_torch

    as_torch.install()
"""


@dataclass(frozen=True)
class Cell:
    """A cell of a notebook; one without code is Markdown."""

    text: str
    is_code: bool = False
    output: str = ""
    drawing: str = ""


def cells_of(page: Page, book: Book, site: str, wheel: str) -> list[Cell]:
    """The cells of a page; none if it shows no program."""
    body = list(_body(page, book))
    if not any(cell.is_code for cell in body):
        return []
    title = next(iter(headings(page.body)))[1]
    opening = f"# {_plain(title)}\n\nThe programs of {site}{page.address(book.docs)}. They need one package:\n\n    pip install {site}assets/{wheel}"
    code = "\n".join(cell.text for cell in body if cell.is_code)
    files = [f"    {site}assets/data/{name}" for name, named in DATA.items() if re.search(named, code)]
    if files:
        opening += "\n\nSave what they read in the same folder:\n\n" + "\n".join(files)
    first = [Cell(opening)]
    if any(re.search(r"^(import|from) torch\b", cell.text, re.MULTILINE) for cell in body if cell.is_code):
        first.append(Cell(WITHOUT_TORCH, is_code=True))
    return first + body


def _body(page: Page, book: Book) -> Iterator[Cell]:
    """Programs and exercises in the order of the page, each under its heading."""
    resolver, shown, title = Resolver(page, book), [], ""
    places = [*headings(page.body)]
    for fence in find_fences(page.body):
        if fence.kind not in ("program", "exercise"):
            continue
        above = [text for index, text in places[1:] if index < fence.start]
        found = list(_cells(fence, resolver, shown))
        if found and above and above[-1] != title:
            title = above[-1]
            yield Cell(f"## {_plain(title)}")
        yield from found


def _cells(fence: Fence, resolver: Resolver, shown: list[str]) -> Iterator[Cell]:
    """The cells of one fence; `shown` are the programs and exercises so far."""
    if fence.kind == "exercise":
        exercise = resolver.exercise(fence)[0]
        shown.append(exercise.name)
        yield from _exercise(exercise)
        return
    for program in resolver.program(fence).programs:
        if program.name not in shown:
            again = () if shown[-1:] == [each.name for each in program.before[-1:]] else program.before
            yield from map(_program, again)  # other cells have changed what it goes on from
            shown.append(program.name)
            yield _program(program)


def _program(program: Program) -> Cell:
    return Cell(_quiet(program.source), is_code=True, output=program.output, drawing=program.drawing)


def _quiet(source: str) -> str:
    """The program with a semicolon at its end, where a notebook would show its last value too."""
    last = ast.parse(source).body[-1]
    if not isinstance(last, ast.Expr) or _prints(last):
        return source
    lines = source.splitlines()
    line = lines[last.end_lineno - 1].encode()
    lines[last.end_lineno - 1] = (line[: last.end_col_offset] + b";" + line[last.end_col_offset :]).decode()
    return "\n".join(lines) + "\n"


def _prints(statement: ast.Expr) -> bool:
    call = statement.value
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print"


def _exercise(exercise: Exercise) -> Iterator[Cell]:
    yield Cell(f"### Exercise: {exercise.title}\n\n{exercise.task}")
    code = "\n\n".join(filter(None, (exercise.part("given").strip(), exercise.part("stub").strip())))
    yield Cell(code + "\n", is_code=True)


def _plain(heading: str) -> str:
    """A heading without its anchor and its values from programs."""
    return re.sub(r"\s*\{:?[^}]*\}\s*$", "", heading)


def as_file(cells: list[Cell]) -> str:
    """One Python file in the percent format, which editors and jupytext read as a notebook."""
    return "\n".join(map(_percent, cells))


def _percent(cell: Cell) -> str:
    if cell.is_code:
        return f"# %%\n{cell.text}"
    lines = (f"# {line}".rstrip() for line in cell.text.splitlines())
    return "\n".join(["# %% [markdown]", *lines, ""])


def as_notebook(cells: list[Cell]) -> str:
    """A notebook of format 4.5 that holds what its cells print and draw."""
    made, count = [], 0
    for cell in cells:
        for part in _with_drawing(cell):
            count += part.is_code
            made.append({"id": f"cell-{len(made)}"} | _cell(part, count))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    notebook = {"cells": made, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _with_drawing(cell: Cell) -> Iterator[Cell]:
    """A program that draws is followed by a cell that shows its drawing."""
    yield Cell(cell.text, cell.is_code, cell.output)
    if cell.drawing:
        show = "from pathlib import Path\n\nfrom IPython.display import SVG\n\nSVG(max(Path().glob('*.svg'), key=lambda path: path.stat().st_mtime_ns))\n"
        yield Cell(show, is_code=True, drawing=cell.drawing)


def _cell(cell: Cell, count: int) -> dict:
    source = cell.text.strip("\n").splitlines(keepends=True)
    if not cell.is_code:
        return {"cell_type": "markdown", "metadata": {}, "source": source}
    outputs = []
    if cell.output:
        text = cell.output.splitlines(keepends=True)
        outputs.append({"output_type": "stream", "name": "stdout", "text": text})
    if cell.drawing:
        data = {"image/svg+xml": cell.drawing.splitlines(keepends=True), "text/plain": ["A drawing"]}
        result = {"output_type": "execute_result", "execution_count": count, "metadata": {}, "data": data}
        outputs.append(result)
    head = {"cell_type": "code", "execution_count": count, "metadata": {}}
    return head | {"source": source, "outputs": outputs}


def take_home(book: Book, site: str, wheel: str) -> dict[str, str]:
    """Address → content: `programs/<slug>.py` and `.ipynb` of every page with programs."""
    made = {}
    for page in book.pages.values():
        if cells := cells_of(page, book, site, wheel):
            made[f"programs/{page.slug}.py"] = as_file(cells)
            made[f"programs/{page.slug}.ipynb"] = as_notebook(cells)
    return made
