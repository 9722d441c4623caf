"""The same elements in another shape: views, joining and splitting.

Views share memory with their input, as in torch; `reshape`, `flatten` and `contiguous`
copy only where they must.
"""

import numpy as np

from .autograd import record
from .creation import shape_of
from .reductions import axes
from .tensor import Tensor, method


def _view(name, input, value):
    """A view (or copy) with the elements of `input` in order, in another shape."""
    shape = input.array.shape
    return record(value, (input, lambda g: g.reshape(shape)), name=name)


@method
def reshape(input, *shape):
    """The elements in order in another shape; one length may be -1 ("what is left").

    Shape: any → shape

    Raises:
        RuntimeError: where the shape holds another number of elements.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    shape = shape_of(shape)
    try:
        value = input.array.reshape(shape)
    except ValueError:
        raise RuntimeError(
            f"reshape expected a shape of {input.array.size} elements for input of "
            f"shape {input.array.shape}, got {shape}: shape '{list(shape)}' is invalid "
            f"for input of size {input.array.size}"
        ) from None
    return _view("reshape", input, value)


@method
def view(self, *shape):
    """`reshape` that always shares memory.

    Shape: any → shape

    Raises:
        RuntimeError: where the elements do not lie in memory in that order.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    out = reshape(self, *shape)
    if out.array.size and not np.may_share_memory(out.array, self.array):
        raise RuntimeError(
            f"view expected elements in memory order, got a tensor of shape "
            f"{self.array.shape} that was transposed or sliced: use .reshape(...)"
        )
    if out._edges:
        out._name = "view"
    return out


@method
def flatten(input, start_dim=0, end_dim=-1):
    """The dimensions from `start_dim` to `end_dim` joined into one.

    Shape: (N, C, H, W) → (N, C * H * W) for start_dim 1

    Source: docs/chapters/convolutional-networks.md
    """
    shape = input.array.shape or (1,)
    start, end = start_dim % len(shape), end_dim % len(shape)
    if start > end:
        raise RuntimeError(
            f"flatten expected start_dim before end_dim, got {start_dim} and {end_dim} for shape {shape}"
        )
    joined = int(np.prod(shape[start : end + 1]))
    return view_or_copy(input, (*shape[:start], joined, *shape[end + 1 :]))


def view_or_copy(input, shape):
    return _view("view", input, input.array.reshape(shape))


@method
def squeeze(input, dim=None):
    """The tensor without its dimensions of length 1, or without `dim` if it is one.

    Shape: (1, N, 1) → (N)

    Source: docs/chapters/layers-and-forward-pass.md
    """
    shape = input.array.shape
    axis = axes(input, dim)
    chosen = range(len(shape)) if axis is None else np.atleast_1d(axis) % len(shape)
    kept = tuple(n for i, n in enumerate(shape) if n != 1 or i not in chosen)
    name = "squeeze" if dim is None else "squeeze_dim"
    return _view(name, input, input.array.reshape(kept))


@method
def unsqueeze(input, dim):
    """The tensor with a new dimension of length 1 at `dim`.

    Shape: (N) → (1, N) for dim 0, (N, 1) for dim 1

    Source: docs/chapters/layers-and-forward-pass.md
    """
    ndim = input.array.ndim
    if not -ndim - 1 <= dim <= ndim:
        raise IndexError(
            f"Dimension out of range: unsqueeze expected dim from {-ndim - 1} to "
            f"{ndim} for shape {input.array.shape}, got {dim}"
        )
    return _view("unsqueeze", input, np.expand_dims(input.array, dim))


@method
def transpose(input, dim0, dim1):
    """The tensor with two dimensions swapped.

    Shape: (..., N, ..., M, ...) → (..., M, ..., N, ...)

    Source: docs/chapters/layers-and-forward-pass.md
    """
    axes(input, (dim0, dim1))
    if input.array.ndim == 0:
        return _view("transpose", input, input.array)
    return record(input.array.swapaxes(dim0, dim1), (input, lambda g: g.swapaxes(dim0, dim1)))


@method
def t(input):
    """The transpose of a matrix: rows become columns.

    Shape: (N, M) → (M, N)

    Source: docs/chapters/layers-and-forward-pass.md
    """
    if input.array.ndim > 2:
        raise RuntimeError(
            "t expected a tensor of at most 2 dimensions, got shape "
            f"{input.array.shape}: use transpose(dim0, dim1)"
        )
    return record(input.array.T, (input, lambda g: g.T))


@method
def permute(input, *dims):
    """The tensor with its dimensions in the order `dims`.

    Shape: the lengths in the order `dims`.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    dims = shape_of(dims)
    if sorted(d % max(input.array.ndim, 1) for d in dims) != [*range(input.array.ndim)]:
        raise RuntimeError(f"permute expected each dimension of shape {input.array.shape} once, got {dims}")
    back = np.argsort([d % len(dims) for d in dims])
    return record(input.array.transpose(dims), (input, lambda g: g.transpose(back)))


def _matrix_transpose(self):
    """The last two dimensions swapped."""
    return transpose(self, -1, -2)


def _all_reversed(self):
    """The dimensions in reversed order: the transpose of a matrix."""
    return permute(self, *range(self.array.ndim)[::-1])


Tensor.T = property(_all_reversed)
Tensor.mT = property(_matrix_transpose)


@method
def expand(self, *sizes):
    """Dimensions of length 1 (and new ones in front) repeated without using memory.

    Shape: any whose lengths are those of sizes, or 1 → sizes

    Source: docs/chapters/layers-and-forward-pass.md
    """
    sizes = shape_of(sizes)
    shape = (1,) * (len(sizes) - self.array.ndim) + self.array.shape
    wanted = tuple(m if n == -1 else n for m, n in zip(shape, sizes, strict=True))
    try:
        value = np.broadcast_to(self.array, wanted)
    except ValueError:
        raise RuntimeError(
            f"expand expected sizes that match shape {self.array.shape} wherever it is not 1, got {sizes}"
        ) from None
    return record(value, (self, lambda g: g))  # the engine sums over what was repeated


@method
def repeat(self, *repeats):
    """The tensor laid out `repeats` times along each dimension, copied.

    Shape: each length times its number.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    repeats = shape_of(repeats)
    shape = (1,) * (len(repeats) - self.array.ndim) + self.array.shape
    value = np.tile(self.array, repeats)
    pairs = [n for pair in zip(repeats, shape, strict=True) for n in pair]

    def pullback(g):
        return g.reshape(pairs).sum(tuple(range(0, len(pairs), 2))).reshape(shape)

    return record(value, (self, pullback))


@method
def flip(input, *dims):
    """The elements in reversed order along `dims`.

    Shape: any, and the same out.

    Source: docs/chapters/convolutional-networks.md
    """
    dims = shape_of(dims)
    return record(np.flip(input.array, dims).copy(), (input, lambda g: np.flip(g, dims)))
