"""One operation under plainnet and under torch: same inputs, same answers.

A Row is a program `run(t, *tensors)` that is written once: `t` is plainnet or torch. It
serves the comparison with torch, the torch-free check by central differences, and the
mutation test. To add rows, write `rows_<name>.py` beside this file with a list ROWS.
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import plainnet

LIMIT = {"float64": 1e-12, "float32": 2e-6}


@dataclass(frozen=True)
class Row:
    """An operation and what it is tried on.

    `inputs` are the shapes of the tensors whose gradients are compared, drawn by `draw`
    ("normal", "positive" from 0.5 to 2, "unit" from 0.05 to 0.95, "distinct" without
    near ties). `fixed` are arrays handed over as they are, without gradients.
    """

    name: str
    run: Callable
    inputs: tuple = ((3, 4),)
    draw: str = "normal"
    fixed: tuple = ()
    compared: bool = True  # with torch
    smooth: bool = True  # whether central differences make sense
    flat: bool = False  # whether its gradient is 0 wherever there is one
    limit32: float = LIMIT["float32"]

    def __str__(self):
        return self.name


def rows():
    """The rows of all `rows_*.py` of this folder."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("rows_*.py"))
    return [row for name in names for row in importlib.import_module(name).ROWS]


def drawn(row, seed=0):
    """The arrays (float64) of a row's inputs."""
    rng = np.random.default_rng([seed, *row.name.encode()])
    return [_draw(rng, row.draw, shape) for shape in row.inputs]


def _draw(rng, kind, shape):
    if kind == "positive":
        return rng.uniform(0.5, 2, shape)
    if kind == "unit":
        return rng.uniform(0.05, 0.95, shape)
    if kind == "distinct":
        size = int(np.prod(shape))
        return (rng.permutation(size) - size / 2 + 0.3).reshape(shape) * 0.37
    return rng.standard_normal(shape)


def outcome(t, row, arrays, kind="float64"):
    """[the first result, the gradients ...] as arrays, and the other results."""
    tensors = [t.tensor(a.astype(kind)).requires_grad_(True) for a in arrays]
    fixed = [t.tensor(_typed(a, kind)) for a in row.fixed]
    out = row.run(t, *tensors, *fixed)
    first, *others = out if isinstance(out, tuple | list) else (out,)
    if first.requires_grad:
        first.backward(t.tensor(cotangent(tuple(first.shape)).astype(kind)))
    gradients = [np.zeros(0) if x.grad is None else x.grad.numpy() for x in tensors]
    return [first.detach().numpy(), *gradients], [o.detach().numpy() for o in others]


def _typed(array, kind):
    array = np.asarray(array)
    return array.astype(kind) if array.dtype.kind == "f" else array


def cotangent(shape):
    """Fixed random numbers: the gradient at the result."""
    return np.random.default_rng(7).standard_normal(shape)


def error(ours, theirs):
    """The largest difference over the largest value; infinite where nan differs."""
    if ours.shape != theirs.shape:
        return np.inf
    if not theirs.size:
        return 0.0
    a, b = ours.astype(np.float64), theirs.astype(np.float64)
    odd = ~np.isfinite(b)
    if not np.array_equal(a[odd], b[odd], equal_nan=True) or not np.isfinite(a[~odd]).all():
        return np.inf
    size = np.abs(b[~odd]).max(initial=0)
    apart = np.abs(a[~odd] - b[~odd]).max(initial=0)
    return apart / size if size else apart


def compare(row, torch, kind, arrays=None):
    """Raise unless plainnet and torch agree on a row: values, gradients, dtypes."""
    arrays = drawn(row) if arrays is None else arrays
    ours, our_others = outcome(plainnet, row, arrays, kind)
    theirs, their_others = outcome(torch, row, arrays, kind)
    limit = row.limit32 if kind == "float32" else LIMIT[kind]
    for i, (a, b) in enumerate(zip(ours, theirs, strict=True)):
        what = f"{row.name}, {kind}: " + (f"gradient {i - 1}" if i else "result")
        assert a.shape == b.shape, f"{what} has shape {a.shape}, torch's has {b.shape}"
        if b.size or not i:
            assert a.dtype == b.dtype, f"{what} is {a.dtype}, torch's is {b.dtype}"
        assert error(a, b) <= limit, f"{what} is off by {error(a, b):.2g}:\n{a}\n{b}"
    for a, b in zip(our_others, their_others, strict=True):
        assert a.dtype == b.dtype and error(a, b) <= limit, f"{row.name}:\n{a}\n{b}"


def check(name, run, *inputs, **options):
    """`compare` in both precisions, for a program that is not in the tables."""
    import torch

    row = Row(name, run, inputs, **options)
    for kind in LIMIT:
        compare(row, torch, kind)
