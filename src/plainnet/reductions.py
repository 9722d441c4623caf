"""From many elements to fewer: sums, means, extremes, and their positions.

`dim` names the dimensions that disappear (an int, a tuple, or None for all); `keepdim`
keeps them with length 1.
"""

import math

import numpy as np

from . import dtypes
from .arithmetic import cast
from .autograd import record
from .tensor import Tensor, method


def axes(input, dim):
    """`dim` as NumPy's axis: None, an int or a tuple, within the dimensions."""
    if dim is None or dim == ():
        return None
    ndim = input.array.ndim
    for d in (dim,) if isinstance(dim, int) else dim:
        if not -max(ndim, 1) <= d < max(ndim, 1):
            raise IndexError(
                f"Dimension out of range: expected dim from {-ndim} to {ndim - 1} for "
                f"shape {input.array.shape}, got {d}"
            )
    if ndim == 0:
        return None
    return dim if isinstance(dim, int) else tuple(dim)


def spread(g, axis, keepdim, shape):
    """`g` repeated along the axes that a reduction removed."""
    if axis is not None and not keepdim:
        g = np.expand_dims(g, axis)
    return np.broadcast_to(g, shape)


@method
def sum(input, dim=None, keepdim=False, *, dtype=None):
    """The sum; of whole numbers and truth values as int64.

    Shape: any; the same without `dim`, or () where none is named.

    Source: docs/chapters/loss-functions.md
    """
    x = input.array
    if dtype is not None or x.dtype.kind != "f":
        input = cast(input, dtypes.numpy_type(dtype, np.dtype(np.int64)))
        x = input.array
    axis = axes(input, dim)
    total = np.add.reduce(x, axis, keepdims=keepdim)
    name = "sum" if dim is None else "sum_dim"
    return record(total, (input, lambda g: spread(g, axis, keepdim, x.shape)), name=name)


@method
def mean(input, dim=None, keepdim=False, *, dtype=None):
    """The sum divided by how many elements there are.

    Shape: any; the same without `dim`, or () where none is named.

    Source: docs/chapters/loss-functions.md
    """
    if dtype is not None:
        input = cast(input, dtype.numpy)
    x = input.array
    if x.dtype.kind != "f":
        raise RuntimeError(f"mean expected a floating-point dtype, got {input.dtype}: use .float() first")
    axis = axes(input, dim)
    count = length_of(x, axis)
    value = np.add.reduce(x, axis, keepdims=keepdim) / x.dtype.type(count)
    return record(
        value,
        (input, lambda g: spread(g / x.dtype.type(count), axis, keepdim, x.shape)),
        name="mean" if dim is None else "mean_dim",
    )


def length_of(x, axis):
    """How many elements of x go into each element of its reduction."""
    if axis is None:
        return x.size
    return math.prod(x.shape[i] for i in ((axis,) if isinstance(axis, int) else axis))


@method
def var(input, dim=None, unbiased=True, keepdim=False, *, correction=None):
    """sum((x - mean(x))**2) / (n - correction): the variance.

    Args:
        unbiased: whether to divide by n - 1 (else by n).
        correction: what to take off n, instead of `unbiased`.

    Shape: any; the same without `dim`, or () where none is named.

    Source: docs/chapters/signal-flow.md
    """
    if correction is None:
        correction = 1 if unbiased else 0
    x = input.array
    if x.dtype.kind != "f":
        raise RuntimeError(f"var expected a floating-point dtype, got {input.dtype}: use .float() first")
    axis = axes(input, dim)
    count = length_of(x, axis)
    left = x.dtype.type(max(count - correction, 0))
    apart = x - np.add.reduce(x, axis, keepdims=True) / x.dtype.type(count)
    value = np.add.reduce(apart * apart, axis, keepdims=keepdim) / left
    # the mean's own part of the derivative sums to 0
    return record(value, (input, lambda g: spread(g, axis, keepdim, x.shape) * (2 / left) * apart))


@method
def std(input, dim=None, unbiased=True, keepdim=False, *, correction=None):
    """The square root of the variance; the gradient at 0 is 0.

    Shape: any; the same without `dim`, or () where none is named.

    Source: docs/chapters/signal-flow.md
    """
    variance = var(input, dim, unbiased, keepdim, correction=correction)
    y = np.sqrt(variance.array)
    return record(y, (variance, lambda g: g / np.where(y == 0, np.inf, 2 * y)))


@method
def prod(input, dim=None, keepdim=False):
    """The product; of whole numbers as int64.

    Shape: any; the same without `dim`, or () where none is named.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    x = input.array if input.array.dtype.kind == "f" else input.array.astype(np.int64)
    axis = axes(input, dim)
    value = np.multiply.reduce(x, axis, keepdims=keepdim)

    def pullback(g):  # the product of all others, also where one of them is 0
        zeros = np.add.reduce(x == 0, axis, keepdims=True)
        others = np.multiply.reduce(np.where(x == 0, 1, x), axis, keepdims=True)
        others = np.where(x == 0, others * (zeros == 1), others / x * (zeros == 0))
        return spread(g, axis, keepdim, x.shape) * others

    return record(value, (input, pullback))


@method
def logsumexp(input, dim, keepdim=False):
    """log(sum(exp(x))), computed without overflow.

    Shape: any; the same without `dim`, or () where none is named.

    Source: docs/chapters/loss-functions.md
    """
    x = input.array
    axis = axes(input, dim)
    top = np.max(x, axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0)
    e = np.exp(x - top)
    total = np.add.reduce(e, axis, keepdims=True)
    value = np.log(total) + top
    kept = value if keepdim else value.squeeze(axis)
    return record(kept, (input, lambda g: spread(g, axis, keepdim, x.shape) * (e / total)))


@method
def cumsum(input, dim):
    """The sum of each element and all before it along `dim`.

    Shape: any, and the same out.

    Source: docs/chapters/diffusion-models.md
    """
    if input.array.dtype.kind != "f":
        input = cast(input, np.dtype(np.int64))
    axis = axes(input, dim)

    def pullback(g):  # an element is in its own sum and in all later ones
        return np.flip(np.cumsum(np.flip(g, axis), axis), axis)

    return record(np.cumsum(input.array, axis), (input, pullback))


@method
def cumprod(input, dim):
    """The product of each element and all before it along `dim`.

    Shape: any, and the same out.

    Source: docs/chapters/diffusion-models.md
    """
    x = input.array if input.array.dtype.kind == "f" else input.array.astype(np.int64)
    axis = axes(input, dim)
    y = np.cumprod(x, axis)

    def pullback(g):
        later = np.flip(np.cumsum(np.flip(g * y, axis), axis), axis)
        return later / x

    return record(y, (input, pullback))


@method
def all(input, dim=None, keepdim=False):
    """Whether all elements are true (not 0).

    Shape: any; the same without `dim`, or () where none is named.

    Source: docs/chapters/data-and-evaluation.md
    """
    return Tensor(np.asarray(np.all(input.array, axes(input, dim), keepdims=keepdim)))


@method
def any(input, dim=None, keepdim=False):
    """Whether any element is true (not 0).

    Shape: any; the same without `dim`, or () where none is named.

    Source: docs/chapters/data-and-evaluation.md
    """
    return Tensor(np.asarray(np.any(input.array, axes(input, dim), keepdims=keepdim)))


@method
def norm(input, p="fro", dim=None, keepdim=False):
    """sum(abs(x)**p) ** (1/p): the length of a vector; the gradient at 0 is 0.

    Args:
        p: the order, a number or infinity; "fro" is 2.

    Shape: any; the same without `dim`, or () where none is named.

    Source: docs/chapters/loss-functions.md
    """
    x, p = input.array, {"fro": 2, "inf": math.inf}.get(p, p)
    axis = axes(input, dim)
    size = np.abs(x)
    value = _norm_of(size, p, axis)

    def pullback(g):
        if p == math.inf:  # the largest ones share
            top = (size == value) * np.sign(x)
            slope = top / np.add.reduce(np.abs(top), axis, keepdims=True)
        else:
            slope = np.sign(x) * (size / value) ** (p - 1)
        return spread(g, axis, keepdim, x.shape) * np.where(value == 0, 0, slope)

    kept = value if keepdim else value.squeeze(axis)
    return record(kept, (input, pullback))


def _norm_of(size, p, axis):
    if p == math.inf:
        return np.maximum.reduce(size, axis, keepdims=True)
    if p == 2:
        return np.sqrt(np.add.reduce(size * size, axis, keepdims=True))
    return np.add.reduce(size**p, axis, keepdims=True) ** (1 / p)
