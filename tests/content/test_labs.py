"""Each lab, run anew, gives the notebook that the book shows: outputs, figures, values in the text.

`make snippets` runs this with --update: it runs the labs that changed, on plainnet and on PyTorch,
which must say the same, and writes their notebooks.
"""

from __future__ import annotations

import hashlib
import json
import re
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from lab_run import as_text, run_lab, said

from mkdocs_lesson.record import SETTING, first_difference

ROOT = Path(__file__).parents[2]
LABS = sorted((ROOT / "labs").glob("*.md"))
CACHE = ROOT / ".cache" / "labs.json"
ENGINE = sorted((ROOT / "src" / "plainnet").rglob("*.py"))
every_lab = pytest.mark.parametrize("lab", LABS, ids=lambda path: path.stem)


def notebook_of(lab: Path) -> Path:
    return ROOT / "docs" / "labs" / f"{lab.stem}.ipynb"


def torch() -> str:
    return version("torch").partition("+")[0]


def digest(lab: Path) -> str:
    """What a notebook depends on, and the notebook itself, in one number."""
    parts = [lab, *ENGINE, notebook_of(lab)]
    return hashlib.sha256(b"".join(p.read_bytes() if p.exists() else b"-" for p in parts)).hexdigest()


@pytest.fixture(autouse=True)
def one_thread(monkeypatch):
    for name, value in SETTING.items():
        monkeypatch.setenv(name, value)


def run(lab: Path, engine: str, folder: Path) -> nbformat.NotebookNode:
    ran = run_lab(lab.read_text(encoding="utf-8"), engine, folder)
    ran.metadata.lab["proved"] = torch()
    return ran


@pytest.mark.slow
@every_lab
def test_lab_gives_what_its_notebook_shows(lab, tmp_path, pytestconfig):
    update, notebook = pytestconfig.getoption("update"), notebook_of(lab)
    known = json.loads(CACHE.read_text()) if CACHE.exists() else {}
    if update and known.get(lab.stem) == digest(lab):
        return
    fresh = run(lab, "plainnet", tmp_path)
    shown = notebook.read_text(encoding="utf-8") if notebook.exists() else ""
    if update:
        assert said(run(lab, "torch", tmp_path)) == said(fresh), "PyTorch says otherwise: print fewer digits"
        notebook.write_text(as_text(fresh), encoding="utf-8")
        CACHE.parent.mkdir(exist_ok=True)
        CACHE.write_text(json.dumps(known | {lab.stem: digest(lab)}, indent=1))
        return
    if complaint := stale(notebook, shown, as_text(fresh)):
        pytest.fail(complaint, pytrace=False)
    planted = shown.replace("1", "7", 1)
    assert "run 'make snippets'" in stale(notebook, planted, as_text(fresh))


def stale(notebook: Path, shown: str, now: str) -> str:
    """What to say where a notebook is not what its lab gives; nothing if it is."""
    if shown == now:
        return ""
    line = first_difference(shown, now)
    here = now.splitlines()[line - 1 : line]
    return f"{notebook.relative_to(ROOT)}:{line}: is stale, now it is {here}: run 'make snippets'"


@every_lab
def test_torch_is_still_the_one_that_said_the_same(lab):
    """A lab runs on torch when its notebook is written, not each time: torch is pinned, and so is the notebook."""
    assert nbformat.read(notebook_of(lab), as_version=4).metadata.lab.proved == torch()


@every_lab
def test_notebook_has_the_cells_of_its_lab(lab):
    """Quick, in place of a run: the code is that of the text, and every cell has its number."""
    notebook = nbformat.read(notebook_of(lab), as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    text = lab.read_text(encoding="utf-8")
    assert all(cell.source in text for cell in code)
    assert len(code) == len(re.findall(r"^```python", text, re.MULTILINE))
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert 40 <= len(notebook.cells) <= 60


@every_lab
def test_lab_asks_before_it_tells_and_hides_each_solution(lab):
    """Each prediction has its cell, each exercise its solution; a tag folds away nothing else."""
    cells = nbformat.read(notebook_of(lab), as_version=4).cells
    for asked, answer in pairwise(cells):
        for sign, tag in (("**Predict.**", "predict"), ("**Exercise.**", "solution")):
            tags = answer.metadata.get("tags", []) if answer.cell_type == "code" else []
            if asked.cell_type == "markdown":
                assert (asked.source.count(sign) == 1) == (tag in tags), asked.source
            else:
                assert tag not in tags, answer.source
