"""How tensors are printed: as torch prints them, digit for digit."""

import math

import numpy as np

from . import dtypes

_options = {"precision": 4, "threshold": 1000, "edgeitems": 3, "linewidth": 80, "sci_mode": None}


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, *, sci_mode=None):
    """How tensors are printed from now on.

    Args:
        precision: digits after the point (4).
        threshold: with more elements than this, the middle is left out (1000).
        edgeitems: how many elements are shown at each end then (3).
        linewidth: characters in a line (80).
        sci_mode: True for 1.0000e+00 always, False for never, None to decide by size.

    Source: docs/chapters/artificial-neuron.md
    """
    given = dict(precision=precision, threshold=threshold, edgeitems=edgeitems, linewidth=linewidth)
    _options.update({name: value for name, value in given.items() if value is not None})
    _options["sci_mode"] = sci_mode


def text_of(tensor):
    """The text of a tensor, for example `tensor([1., 2.], requires_grad=True)`."""
    x, notes = tensor.array, []
    if x.size == 0 and x.ndim != 1:
        notes.append(f"size={x.shape}")
    usual = (dtypes.default(), np.int64, np.bool_)[: 3 if x.size else 1]
    if x.dtype not in usual:
        notes.append(f"dtype={tensor.dtype}")
    if tensor._edges:
        notes.append(f"grad_fn=<{operation_name(tensor)}>")
    elif tensor.requires_grad:
        notes.append("requires_grad=True")
    body = _rows(x, len("tensor("), _formatter(x)) if x.size else "[]"
    return _with_notes(f"tensor({body}", notes)


def _with_notes(text, notes):
    """The notes after the numbers, on a new line where they would not fit."""
    indent = len("tensor(")
    column = len(text) - text.rfind("\n") + 1
    for note in notes:
        if column + len(note) + 2 > _options["linewidth"]:
            text += ",\n" + " " * indent + note
            column = indent + len(note)
        else:
            text += ", " + note
            column += len(note) + 2
    return text + ")"


def _rows(x, indent, form):
    """The numbers of x in nested brackets; `form` is (width, text of a number)."""
    if x.ndim == 0:
        return form[1](x.item())
    if x.ndim == 1:
        return _line(x, indent, form)
    edge = _options["edgeitems"]
    is_long = _is_long(x, form)
    ends = [*x[:edge], None, *x[len(x) - edge :]] if is_long else list(x)
    parts = ["..." if row is None else _rows(row, indent + 1, form) for row in ends]
    return "[" + ("," + "\n" * (x.ndim - 1) + " " * (indent + 1)).join(parts) + "]"


def _is_long(x, form):
    return form[2] and len(x) > 2 * _options["edgeitems"]


def _line(x, indent, form):
    """One row of numbers, broken where it is longer than a line."""
    width, text, _ = form
    edge = _options["edgeitems"]
    if _is_long(x, form):
        ends = x[:edge].tolist(), x[len(x) - edge :].tolist()
        words = [*map(text, ends[0]), " ...", *map(text, ends[1])]
    else:
        words = [text(value) for value in x.tolist()]
    count = max(1, (_options["linewidth"] - indent) // (width + 2))
    lines = [", ".join(words[i : i + count]) for i in range(0, len(words), count)]
    return "[" + (",\n" + " " * (indent + 1)).join(lines) + "]"


def _formatter(x):
    """(width, a function from number to text, whether the middle is left out)."""
    shortened = x.size > _options["threshold"]
    if shortened:
        x = _ends_of(x)
    if x.dtype.kind == "f":
        return (*_float_formatter(x), shortened)
    width = max(len(str(value)) for value in x.reshape(-1).tolist())
    return width, lambda value: f"{value!s:>{width}}", shortened


def _ends_of(x):
    """Only the elements that are shown of a long tensor."""
    edge = _options["edgeitems"]
    for axis, length in enumerate(x.shape):
        if length > 2 * edge:
            x = np.take(x, [*range(edge), *range(length - edge, length)], axis)
    return x


def _float_formatter(x):
    """All numbers in one style: whole, with digits after the point, or scientific."""
    shown = x[np.isfinite(x) & (x != 0)].astype(np.float64)
    precision, scientific, whole = _options["precision"], False, True
    if shown.size:
        size = np.abs(shown)
        whole = bool((shown == np.ceil(shown)).all())
        scientific = size.max() / size.min() > 1000 or size.max() > 1e8
        scientific |= not whole and size.min() < 1e-4
    if _options["sci_mode"] is not None:
        scientific = _options["sci_mode"]

    def digits(value):
        if scientific:
            return f"{value:.{precision}e}"
        if whole:
            return f"{value:.0f}" + "." * math.isfinite(value)
        return f"{value:.{precision}f}"

    width = max((len(digits(value)) for value in shown.tolist()), default=1)
    return width, lambda value: f"{digits(value):>{width}}"


# torch's names where they are not the function's own name in capitals
_NAMES = {
    "batch_norm": "NativeBatchNorm",
    "contiguous": "Clone",
    "conv1d": "Convolution",
    "conv2d": "Convolution",
    "conv_transpose2d": "Convolution",
    "cross_entropy": "NllLoss",
    "cast": "ToCopy",
    "getitem": "Index",
    "group_norm": "NativeGroupNorm",
    "layer_norm": "NativeLayerNorm",
    "linear": "Addmm",
    "linear_without_bias": "Mm",
    "matmul": "Mm",
    "norm": "LinalgVectorNorm",
    "outer": "Mul",
    "reshape": "View",
    "permute": "Permute",
    "squeeze_dim": "Squeeze",
}
_SECOND = {"clamp", "max_all", "min_all", "mean_dim", "squeeze_dim", "sum_dim"}


def operation_name(tensor):
    """torch's name of the operation that made a tensor, for example `AddBackward0`."""
    if not tensor._edges:
        return "AccumulateGrad"
    name = tensor._name.split(".")[0]
    words = _NAMES.get(name, name.removesuffix("_all").removesuffix("_dim").title())
    return f"{words.replace('_', '')}Backward{int(name in _SECOND)}"
