"""The text of a lab comes in; the notebook with its outputs goes out, run by Jupyter's own client."""

from __future__ import annotations

import re
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from mkdocs_lesson.render.lab import SUMMARY

VALUE = re.compile(r"\{= (?P<expression>[^:\n]+?)(?::(?P<format>[^=\n]*))? =\}")
ENGINES = {
    "plainnet": "from plainnet import as_torch; as_torch.install()",
    "torch": "import torch; torch.set_num_threads(1)",
}
NEXT = "\x1f"


def run_lab(text: str, engine: str, folder: Path) -> NotebookNode:
    """Run a lab on an engine, in a folder of its own.

    Cells are added that the notebook does not keep: one that decides what `import torch` imports,
    and one before each text that names values, `{= right:d =}`, which computes them.
    """
    lab = jupytext.reads(text, fmt="md")
    strange = {tag for cell in lab.cells for tag in cell.metadata.get("tags", ())} - SUMMARY.keys()
    assert not strange, f"a lab knows the tags {', '.join(SUMMARY)}; it has {', '.join(sorted(strange))}"
    cells = [_code(ENGINES[engine], hidden=True)]
    for cell in lab.cells:
        if cell.cell_type == "markdown" and (values := [*VALUE.finditer(cell.source)]):
            shown = (f"format({v['expression']}, {(v['format'] or '')!r})" for v in values)
            cells.append(_code(f"print({', '.join(shown)}, sep={NEXT!r}, end='')", hidden=True))
        cells.append(cell)
    whole = nbformat.v4.new_notebook(cells=cells, metadata=lab.metadata)
    settings = {"metadata": {"path": str(folder)}}
    NotebookClient(
        whole, timeout=120, kernel_name="python3", resources=settings, coalesce_streams=True
    ).execute()
    return _kept(whole)


def _code(source: str, hidden: bool) -> NotebookNode:
    return nbformat.v4.new_code_cell(source, metadata={"added": hidden})


def _kept(whole: NotebookNode) -> NotebookNode:
    """The cells that the author wrote, with values in the text and nothing in them of this one run."""
    kept, values = [], []
    for cell in whole.cells:
        if cell.metadata.get("added"):
            values = cell.outputs[0].text.split(NEXT) if cell.outputs else []
            continue
        cell.id = f"cell-{len(kept)}"
        if cell.cell_type == "markdown":
            told = iter(values)
            cell.source = VALUE.sub(lambda _, told=told: next(told), cell.source)
        else:
            cell.execution_count = sum(each.cell_type == "code" for each in kept) + 1
            cell.metadata.pop("execution", None)
            cell.outputs = [_lasting(output, cell.execution_count) for output in cell.outputs]
        kept.append(cell)
    metadata = {key: whole.metadata[key] for key in ("kernelspec", "lab")}
    return nbformat.v4.new_notebook(
        cells=kept, metadata=metadata | {"language_info": {"name": "python"}}, nbformat_minor=5
    )


def _lasting(output: NotebookNode, count: int) -> NotebookNode:
    """An output without addresses in memory: a drawing's text is its title."""
    if output.output_type != "execute_result":
        return output
    output.execution_count = count
    if svg := output.data.get("image/svg+xml"):
        output.data["text/plain"] = "A drawing: " + re.search(r"<title>(.*?)</title>", svg)[1]
    return output


def as_text(lab: NotebookNode) -> str:
    """The notebook as it lies in the book."""
    return nbformat.writes(lab) + "\n"


def said(lab: NotebookNode) -> list[str]:
    """All that a reader reads which was computed: what cells print, and values in the text."""
    outputs = (o for cell in lab.cells for o in cell.get("outputs", ()))
    printed = [o.text if o.output_type == "stream" else o.data.get("text/plain", "") for o in outputs]
    return printed + [cell.source for cell in lab.cells if cell.cell_type == "markdown"]
