"""Several tensors as one, and one as several."""

from functools import reduce

import numpy as np

from . import dtypes
from .arithmetic import cast
from .autograd import record
from .indexing import along
from .tensor import Tensor, method


def cat(tensors, dim=0):
    """The tensors one after the other along `dim`.

    Shape: (..., N, ...), (..., M, ...) → (..., N + M, ...)

    Raises:
        RuntimeError: where they differ in another dimension than `dim`.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    tensors = _same_types(tensors, "cat")
    arrays = [t.array for t in tensors]
    try:
        value = np.concatenate(arrays, dim)
    except ValueError:
        raise RuntimeError(
            f"cat expected shapes that differ only in dimension {dim}, got "
            f"{', '.join(str(a.shape) for a in arrays)}: Sizes of tensors must match"
        ) from None
    ends = np.cumsum([a.shape[dim] for a in arrays]).tolist()
    starts = [0, *ends[:-1]]
    return record(value, *map(_slice_edge, tensors, starts, ends, [dim] * len(ends)), name="cat")


def _slice_edge(tensor, start, end, dim):
    """The edge to one part of a joined tensor: its slice of the gradient."""

    def pullback(g):
        return np.moveaxis(np.moveaxis(g, dim, 0)[start:end], 0, dim)

    return tensor, pullback


concat = cat


def stack(tensors, dim=0):
    """The tensors, all of one shape, along a new dimension `dim`.

    Shape: n times (...) → (..., n, ...)

    Source: docs/chapters/layers-and-forward-pass.md
    """
    tensors = _same_types(tensors, "stack")
    arrays = [t.array for t in tensors]
    if len({a.shape for a in arrays}) > 1:
        raise RuntimeError(
            "stack expects each tensor to be equal size, "
            f"got {', '.join(str(a.shape) for a in arrays)}: use torch.cat to join them"
        )

    def edge(i):
        def pullback(g):
            return np.moveaxis(g, dim, 0)[i]

        return tensors[i], pullback

    return record(np.stack(arrays, dim), *map(edge, range(len(arrays))), name="stack")


def _same_types(tensors, name):
    """The tensors of a sequence, with one dtype for all."""
    tensors = list(tensors)
    if not tensors:
        kind = ValueError if name == "cat" else RuntimeError  # as in torch
        raise kind(f"{name} expected a non-empty list of tensors, got none")
    for i, tensor in enumerate(tensors):
        if not isinstance(tensor, Tensor):
            raise TypeError(f"{name} expected tensors, got {type(tensor).__name__} at position {i}")
    kind = reduce(dtypes.promote, (t.array.dtype for t in tensors))
    return [cast(t, kind) for t in tensors]


@method
def split(tensor, split_size_or_sections, dim=0):
    """Parts along `dim`: of one length (the last may be shorter), or of several.

    Shape: (..., N, ...) → (..., n, ...) for each section n

    Source: docs/chapters/recurrent-networks.md
    """
    length = tensor.array.shape[dim]
    sections, name = split_size_or_sections, "split_with_sizes"
    if isinstance(sections, int):
        step, name = sections, "split"
        sections = [min(step, length - at) for at in range(0, length, step)]
    if sum(sections) != length:
        raise RuntimeError(
            f"split expected sections that sum to {length} (shape "
            f"{tensor.array.shape}, dim {dim}), got {list(sections)}"
        )
    ends = np.cumsum(sections).tolist()
    places = [slice(end - n, end) for end, n in zip(ends, sections, strict=True)]
    return tuple(along(tensor, dim, place, name) for place in places)


@method
def chunk(input, chunks, dim=0):
    """`chunks` parts of equal length along `dim` (the last may be shorter).

    Shape: (..., N, ...) → (..., ⌈N / chunks⌉, ...) each

    Source: docs/chapters/recurrent-networks.md
    """
    return split(input, -(-input.array.shape[dim] // chunks), dim)


@method
def unbind(input, dim=0):
    """The slices along `dim`, without that dimension.

    Shape: (..., N, ...) → N times (..., ...)

    Source: docs/chapters/recurrent-networks.md
    """
    return tuple(along(input, dim, i, "unbind") for i in range(input.array.shape[dim]))


def meshgrid(*tensors, indexing=None):
    """The coordinates of a grid: one tensor per axis, all of the grid's shape.

    Shape: (N), (M) → (N, M) each; (M, N) for "xy".

    Source: docs/chapters/layers-and-forward-pass.md
    """
    if len(tensors) == 1 and isinstance(tensors[0], list | tuple):
        tensors = tensors[0]
    grids = np.meshgrid(*(t.array for t in tensors), indexing=indexing or "ij")
    return tuple(Tensor(grid.copy()) for grid in grids)
