"""Every operation: against torch, central differences, and with broken pullbacks."""

import ast
import inspect
from collections import Counter
from pathlib import Path

import numpy as np
import parity
import pytest

import plainnet
from plainnet.testing import gradcheck

ROWS = parity.rows()
SMOOTH = [row for row in ROWS if row.smooth]
pytestmark = pytest.mark.filterwarnings("ignore")  # torch's, and NumPy's about 1/0
each = pytest.mark.parametrize("row", [r for r in ROWS if r.compared], ids=str)
each_smooth = pytest.mark.parametrize("row", SMOOTH, ids=str)


def test_names_differ():
    [(name, count)] = Counter(row.name for row in ROWS).most_common(1)
    assert count == 1, f"{count} rows are called {name}"


@each
@pytest.mark.parametrize("kind", ["float64", "float32"])
def test_operation_gives_what_torch_gives(row, kind):
    parity.compare(row, pytest.importorskip("torch"), kind)


@each_smooth
def test_gradient_is_the_slope(row):
    inputs = [plainnet.tensor(a).requires_grad_(True) for a in parity.drawn(row)]
    fixed = [plainnet.tensor(np.asarray(a)) for a in row.fixed]

    def first(*tensors):
        out = row.run(plainnet, *tensors, *fixed)
        return out[0] if isinstance(out, tuple) else out

    assert gradcheck(first, inputs, eps=1e-6, atol=1e-7, rtol=1e-6)


BREAKS = {
    "sign": lambda part: -part,
    "factor": lambda part: 2 * part,
    "missing": lambda part: 0 * part,
    "term": lambda part: part + 1,
}


def edges_of(out):
    """Every (tensor, number of the edge) of the graph below `out`."""
    from plainnet.autograd import _newest_first

    return [(node, i) for node in _newest_first(out) for i in range(len(node._edges))]


def forward(row, arrays):
    tensors = [plainnet.tensor(a).requires_grad_(True) for a in arrays]
    out = row.run(plainnet, *tensors, *(plainnet.tensor(np.asarray(a)) for a in row.fixed))
    return tensors, out[0] if isinstance(out, tuple | list) else out


def gradients(row, arrays, which=None, broken=None):
    """The gradients, with the pullback of edge number `which` broken."""
    tensors, out = forward(row, arrays)
    if which is not None:
        node, i = edges_of(out)[which]
        source, pullback = node._edges[i]
        node._edges[i] = (source, lambda g: changed_by(broken, pullback(g)))
    out.backward(parity.cotangent(tuple(out.shape)))
    return [np.zeros_like(x.array) if x.grad is None else x.grad.array for x in tensors]


def changed_by(broken, part):
    """What a pullback returned, a gradient or (place, gradient), broken."""
    if isinstance(part, tuple):
        return part[0], broken(np.asarray(part[1]))
    return broken(np.asarray(part))


@each_smooth
def test_no_broken_pullback_survives(row):
    """Each edge in turn gets a wrong sign, a factor, nothing, a wrong term."""
    arrays = parity.drawn(row)
    right = gradients(row, arrays)
    for which in range(len(edges_of(forward(row, arrays)[1]))):
        for name, broken in BREAKS.items():
            if row.flat and name != "term":
                continue  # 0 is 0 with any sign and any factor
            wrong = gradients(row, arrays, which, broken)
            apart = max(parity.error(a, b) for a, b in zip(wrong, right, strict=True))
            assert apart > 100 * parity.LIMIT["float64"], f"edge {which}, {name}: unnoticed"


NO_EDGES = {"_used_up"}  # takes a g, to refuse it


def pullbacks_in_source():
    """(file, line) of every function of g, or of g, x, y, in the engine's own modules."""
    root = Path(plainnet.__file__).parent
    found = set()
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Lambda | ast.FunctionDef):
                names = [arg.arg for arg in node.args.args]
                if names in (["g"], ["g", "x", "y"]) and getattr(node, "name", "") not in NO_EDGES:
                    found.add((path.name, node.lineno))
    return found


def test_every_pullback_is_tried():
    tried = set()
    for row in ROWS:
        for node, i in edges_of(forward(row, parity.drawn(row))[1]):
            pullback = node._edges[i][1]
            inner = [cell.cell_contents for cell in pullback.__closure__ or ()]
            for function in (pullback, *filter(inspect.isfunction, inner)):
                code = function.__code__
                tried.add((Path(code.co_filename).name, code.co_firstlineno))
    missing = pullbacks_in_source() - tried
    assert not missing, f"no row reaches the pullbacks at {sorted(missing)}"
