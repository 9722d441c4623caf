"""Choosing elements: x[...], where, gather, masks and triangles."""

import numpy as np

from . import dtypes
from .arithmetic import operands
from .autograd import record
from .in_place import overwrite, refuse_recording
from .reductions import axes
from .tensor import Tensor, method


def _plain(index):
    """`index` with the tensors in it as arrays or Python numbers."""
    if isinstance(index, tuple):
        return tuple(map(_plain, index))
    if isinstance(index, Tensor):
        x = index.array
        if x.dtype.kind == "f":
            raise IndexError(
                f"an index expected whole numbers or truth values, got a tensor of {index.dtype}: use .long()"
            )
        return x.item() if x.ndim == 0 and x.dtype.kind != "b" else x
    if isinstance(index, slice):
        return slice(*(_plain(i) for i in (index.start, index.stop, index.step)))
    return np.asarray(index) if isinstance(index, list | range) else index


def _is_basic(index):
    """Whether `index` selects a view: numbers, slices, None and `...` only."""
    parts = index if isinstance(index, tuple) else (index,)
    return all(
        part is None
        or part is Ellipsis
        or (isinstance(part, slice | int | np.integer) and not isinstance(part, bool))
        for part in parts
    )


def getitem(self, index):
    """self[index]: a view for numbers and slices, a copy for lists and tensors."""
    x, index = self.array, _plain(index)
    try:
        value = x[index]
    except IndexError as error:
        raise IndexError(f"{error} (indexing a tensor of shape {x.shape})") from None
    if _is_basic(index):
        return _view(self, value, index, _kind_of(index))

    def pullback(g):
        gx = np.zeros_like(x)
        if isinstance(index, np.ndarray) and index.dtype.kind == "b":
            gx[index] = g  # each element was taken at most once
        else:
            np.add.at(gx, index, g)
        return gx

    return record(value, (self, pullback), name="index")


def _view(input, value, place, name):
    """`value` is input[place]: all others get no gradient through it."""
    return record(value, (input, lambda g: (place, g)), name=name)


def _kind_of(index):
    """torch records x[0] as select, x[0:2] as slice and x[None] as unsqueeze."""
    last = index[-1] if isinstance(index, tuple) and index else index
    if isinstance(last, int | np.integer):
        return "select"
    return "unsqueeze" if last is None else "slice"


def setitem(self, index, value):
    """self[index] = value, in place; must not need recording."""
    refuse_recording(self, "item assignment", value)
    where = _plain(index)
    source = value.array if isinstance(value, Tensor) else value
    try:
        self.array[where] = source
    except ValueError:
        raise RuntimeError(
            "item assignment expected a value that fits shape "
            f"{self.array[where].shape}, got {np.shape(source)}"
        ) from None
    overwrite(self, self.array, "item assignment")


def along(input, dim, index, name):
    """The view that a number or a slice picks along the dimension `dim`."""
    place = (slice(None),) * (axes(input, dim) % input.array.ndim) + (index,)
    return _view(input, input.array[place], place, name)


Tensor.__getitem__ = getitem
Tensor.__setitem__ = setitem


@method
def gather(input, dim, index):
    """out[i][j] = input[index[i][j]][j] for dim 0, input[i][index[i][j]] for dim 1.

    Args:
        index: int64, of as many dimensions as `input`.

    Shape: (..., N, ...), (..., n, ...) → (..., n, ...)

    Raises:
        RuntimeError: where the dimensions differ or an index is out of range.

    Source: docs/chapters/loss-functions.md
    """
    x, where = input.array, index.array
    places = _places(x, dim, where, "gather")

    def pullback(g):
        gx = np.zeros_like(x)
        np.add.at(gx, places, g)
        return gx

    return record(x[places], (input, pullback))


def _places(x, dim, where, name):
    """The index of every element that `where` names along `dim`."""
    if where.ndim != x.ndim or where.dtype.kind not in "iu":
        raise RuntimeError(
            f"{name} expected an int64 index of {x.ndim} dimensions for shape "
            f"{x.shape}, got {where.dtype} of shape {where.shape}"
        )
    if where.size and not (where.min() >= 0 and where.max() < x.shape[dim]):
        raise RuntimeError(
            f"{name} expected indices from 0 to {x.shape[dim] - 1} for dim {dim} of "
            f"shape {x.shape}, got {where.min()} to {where.max()}"
        )
    places = list(np.indices(where.shape, sparse=True))
    places[dim] = where
    return tuple(places)


@method
def scatter_add(input, dim, index, src):
    """A copy of `input` with each element of `src` added where `index` says.

    Args:
        index: int64, of the shape of `src`.

    Shape: input any, and the same out; index and src alike.

    Source: docs/chapters/graph-networks.md
    """
    places = _places(input.array, dim, index.array, "scatter_add")
    value = input.array.copy()
    np.add.at(value, places, src.array)
    return record(value, (input, lambda g: g), (src, lambda g: g[places]))


def where(condition, input=None, other=None):
    """`input` where the condition holds, else `other`; alone: the indices of True.

    Shape: three shapes that broadcast; their common shape out.

    Source: docs/chapters/loss-functions.md
    """
    if input is None:
        return tuple(Tensor(i.astype(np.int64)) for i in np.nonzero(condition.array))
    if not isinstance(input, Tensor) and not isinstance(other, Tensor):
        kind = dtypes.default() if float in (type(input), type(other)) else np.int64
        input = Tensor(np.array(input, kind))
    a, b = operands(input, other, "where")
    chosen = condition.array
    return record(np.where(chosen, a.array, b.array), (a, lambda g: g * chosen), (b, lambda g: g * ~chosen))


def _where(self, condition, other):
    """This tensor where the condition holds, `other` elsewhere."""
    return where(condition, self, other)


Tensor.where = _where


@method
def masked_fill(input, mask, value):
    """`input` with `value` wherever the boolean `mask` is True.

    Shape: input any, and the same out; mask broadcasts to it.

    Source: docs/chapters/attention.md
    """
    hidden = mask.array
    if hidden.dtype.kind != "b":
        raise RuntimeError(f"masked_fill expected a mask of torch.bool, got {mask.dtype}: use mask == 0")
    operands(input, mask, "masked_fill")
    fill = value.array if isinstance(value, Tensor) else value
    y = np.where(hidden, np.array(fill, input.array.dtype), input.array)
    return record(y, (input, lambda g: g * ~hidden))


@method
def nonzero(input, *, as_tuple=False):
    """The indices of the elements that are not 0, one row each.

    Shape: any of D dimensions → (how many, D)

    Source: docs/chapters/graph-networks.md
    """
    found = np.nonzero(input.array)
    if as_tuple:
        return tuple(Tensor(i.astype(np.int64)) for i in found)
    return Tensor(np.stack(found, 1).astype(np.int64))


@method
def tril(input, diagonal=0):
    """The matrix with 0 above the given diagonal.

    Shape: (..., N, M), and the same out.

    Source: docs/chapters/attention.md
    """
    return record(np.tril(input.array, diagonal), (input, lambda g: np.tril(g, diagonal)))


@method
def triu(input, diagonal=0):
    """The matrix with 0 below the given diagonal.

    Shape: (..., N, M), and the same out.

    Source: docs/chapters/attention.md
    """
    return record(np.triu(input.array, diagonal), (input, lambda g: np.triu(g, diagonal)))


@method
def diag(input, diagonal=0):
    """The diagonal of a matrix, or the matrix with the given diagonal.

    Shape: (N, M) → (min(N, M)), or (N) → (N, N)

    Source: docs/chapters/graph-networks.md
    """
    x = input.array
    if x.ndim == 1:
        return record(np.diag(x, diagonal), (input, lambda g: np.diag(g, diagonal)))

    def pullback(g):
        gx = np.zeros_like(x)
        rows = np.arange(len(g))
        gx[rows - min(diagonal, 0), rows + max(diagonal, 0)] = g
        return gx

    return record(np.diag(x, diagonal).copy(), (input, pullback))
