"""Every row of the parity tables, with its gradient computed in three ways.

Shown is the element of the first input's gradient that is farthest from 0. Errors are
those of all gradients: the largest difference over the largest value.
"""

import math
import re
from dataclasses import dataclass

import numpy as np
import parity

import plainnet
from plainnet.testing import numeric_gradient

NONE = "–"
NAMES = (
    "Operation", "Analytic", "Central difference", "torch", "Error, differences",
    "Error, torch",
)  # fmt: skip
HEAD = "".join(f"<th>{name}</th>" for name in NAMES)
ROW = re.compile(r"^<tr><td><code>(.*?)</code></td><td>(.*)</td></tr>$", re.MULTILINE)
PARTS = {
    "rows_tensor": "Operations on tensors",
    "rows_functional": "Activations and losses",
    "rows_layers": "Layers",
}


@dataclass(frozen=True)
class Line:
    """One row of the table: three numbers as text, and two errors (or None)."""

    name: str
    values: tuple
    errors: tuple

    def text(self):
        cells = *self.values, *map(_power, self.errors)
        columns = "</td><td>".join([f"<code>{_plain(self.name)}</code>", *cells])
        return f"<tr><td>{columns}</td></tr>"


def measured(row, torch):
    """The Line of a row."""
    arrays = parity.drawn(row)
    _, *ours = parity.outcome(plainnet, row, arrays)[0]
    theirs = parity.outcome(torch, row, arrays)[0][1:] if row.compared else None
    slopes = _differences(row, arrays) if row.smooth else None
    at = np.unravel_index(np.argmax(np.abs(ours[0])), ours[0].shape)
    shown = tuple(_value(found, at) for found in (ours, slopes, theirs))
    return Line(row.name, shown, tuple(_worst(ours, f) for f in (slopes, theirs)))


def _differences(row, arrays):
    fixed = [plainnet.tensor(np.asarray(a)) for a in row.fixed]

    def first(*tensors):
        out = row.run(plainnet, *tensors, *fixed)
        return out[0] if isinstance(out, tuple | list) else out

    tensors = [plainnet.tensor(a) for a in arrays]
    cotangent = parity.cotangent(tuple(first(*tensors).shape))
    count = range(len(tensors))
    return [numeric_gradient(first, tensors, i, cotangent) for i in count]


def _value(gradients, at):
    if gradients is None:
        return NONE
    return f"{gradients[0][at] + 0.0:.3g}".replace("-", "−")


def _worst(ours, others):
    if others is None:
        return None
    return max(parity.error(a, b) for a, b in zip(ours, others, strict=True))


def _power(error):
    """An error as the power of ten above it; all below 1e-15 are one."""
    if error is None:
        return NONE
    return f"1e−{min(15, math.floor(-math.log10(max(error, 1e-15))))}"


def _plain(name):
    """A row's name without brackets and quotes."""
    return re.sub(r"[{}()',|<>]", "", name).replace(": ", "=")


def text_of(parts):
    """The tables, as HTML inside Markdown; `parts` is {module of rows: its lines}."""
    return "\n".join(
        f"## {PARTS[part]} {{data-search-exclude}}\n\n"
        f'<table tabindex="0"><thead><tr>{HEAD}</tr></thead>\n<tbody>\n'
        + "\n".join(line.text() for line in lines)
        + "\n</tbody></table>\n"
        for part, lines in parts.items()
    )


def recorded(text):
    """{operation: (three numbers, two errors)} of the tables in a page."""
    rows = ROW.findall(text)
    cells = {name: rest.split("</td><td>") for name, rest in rows}
    return {n: (tuple(c[:3]), tuple(map(_number, c[3:]))) for n, c in cells.items()}


def _number(cell):
    return None if cell == NONE else float(cell.replace("−", "-"))


def is_recorded(line, known):
    """Whether a line says what is recorded; an error may be up to ten times larger."""
    values, errors = known.get(_plain(line.name), (None, ()))
    return values == line.values and all(
        (found is None) == (limit is None) and (found is None or found <= 10 * limit)
        for found, limit in zip(line.errors, errors, strict=True)
    )
