"""A code cell of a lab comes in, with its outputs; HTML goes out, as of any program of the book."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_lesson.render.program import render_output
from mkdocs_lesson.render.text import code

SUMMARY = {"solution": "Show a solution", "predict": "Show what comes out"}
"""The tags of a cell: a solution is hidden whole, a prediction's outputs until the reader has guessed."""


def render_cell(cell: Mapping) -> str:
    """The code, what it prints and what it draws, folded away as its tags say."""
    tags = cell["metadata"].get("tags", ())
    outputs = "".join(map(_output, cell["outputs"]))
    if "predict" in tags:
        outputs = _folded("predict", outputs)
    html = f'<div class="program">{code(cell["source"])}{outputs}</div>'
    return _folded("solution", html) if "solution" in tags else f"<div>{html}</div>"


def _folded(tag: str, html: str) -> str:
    return f'<details class="hint"><summary>{SUMMARY[tag]}</summary>{html}</details>'


def _output(output: Mapping) -> str:
    if output["output_type"] == "stream":
        return render_output(output["text"])
    data = output["data"]
    if "image/svg+xml" not in data:
        return render_output(data["text/plain"])
    svg = re.sub(r">\s*\n\s*<", "><", data["image/svg+xml"].strip())
    return f'<figure class="drawing">{svg}</figure>'
