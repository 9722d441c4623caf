"""What a reader takes home of a page runs, and prints and draws what the page shows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import jupytext
import nbformat
import pytest
from nbclient import NotebookClient

from mkdocs_lesson.book import open_book
from mkdocs_lesson.take_home import as_file, as_notebook, cells_of

ROOT = Path(__file__).parents[2]
BOOK = open_book(ROOT)
CELLS = {slug: cells_of(page, BOOK, "https://example.org/", "wheel.whl") for slug, page in BOOK.pages.items()}
CELLS = {slug: cells for slug, cells in CELLS.items() if cells}
NO_TORCH = nbformat.v4.new_code_cell("import sys; sys.modules['torch'] = None  # as with most readers")
ON_TORCH = "overview"  # and the files of all programs run on it elsewhere
every_page = pytest.mark.parametrize(("slug", "cells"), CELLS.items(), ids=CELLS.keys())


@every_page
def test_file_and_notebook_are_the_same_cells(slug, cells):
    """As jupytext reads them; the notebook has a cell more for each drawing."""
    notebook = nbformat.reads(as_notebook(cells), as_version=4)
    nbformat.validate(notebook)
    file = jupytext.reads(as_file(cells), fmt="py:percent")
    shown = [c for c in notebook.cells if not c.source.endswith("st_mtime_ns))")]
    assert [(c.cell_type, c.source) for c in shown] == [(c.cell_type, c.source) for c in file.cells]


def test_opening_names_the_files_that_the_programs_read():
    opening = CELLS["digits-from-scratch"][0].text
    for name in ("mnist-10k.npz", "digits-from-scratch.safetensors"):
        assert f"https://example.org/assets/data/{name}" in opening
        assert (ROOT / "data" / name).exists()
    assert "assets/data" not in CELLS["artificial-neuron"][0].text


@pytest.mark.slow
@every_page
def test_notebook_runs_and_gives_the_outputs_inside(slug, cells, tmp_path, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")  # on busy cores, waiting threads cost minutes
    recorded = nbformat.reads(as_notebook(cells), as_version=4)
    fresh = nbformat.reads(as_notebook(cells), as_version=4)
    for cell in fresh.cells:
        cell.pop("outputs", None) and cell.update(outputs=[], execution_count=None)
    fresh.cells[:0] = [] if slug == ON_TORCH else [NO_TORCH]
    settings = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(
        fresh, timeout=120, kernel_name="python3", resources=settings, coalesce_streams=True
    ).execute()
    fresh.cells = [cell for cell in fresh.cells if cell.source != NO_TORCH.source]
    assert otherwise(recorded, fresh) == []
    shown = next(cell for cell in recorded.cells if seen(cell))
    shown.outputs = []
    assert otherwise(recorded, fresh) == [shown.source]


def otherwise(recorded, fresh) -> list[str]:
    """The cells below which a reader sees something else."""
    pairs = zip(recorded.cells, fresh.cells, strict=True)
    return [then.source for then, now in pairs if seen(then) != seen(now)]


def seen(cell) -> list[str]:
    """What a reader sees below a cell."""
    outputs = cell.get("outputs", [])
    return [o.text if o.output_type == "stream" else o.data["image/svg+xml"].strip() for o in outputs]


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["inputs-to-outputs", "digits-from-scratch"])
def test_file_prints_all_that_the_page_shows(slug, tmp_path):
    """One without data and one with; the cells of the others are run as notebooks."""
    cells = CELLS[slug]
    path = tmp_path / f"{slug}.py"
    path.write_text(as_file(cells), encoding="utf-8")
    command = [sys.executable, "-X", "utf8", "-m", "plainnet.as_torch", path.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=120)
    assert done.stdout == "".join(cell.output for cell in cells), done.stderr
