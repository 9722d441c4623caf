"""Extremes and order: max, min, argmax, sort, topk, unique, and their positions."""

from collections import namedtuple

import numpy as np

from . import arithmetic
from .autograd import record
from .reductions import axes, spread
from .tensor import Tensor, method


class Found(namedtuple("Found", "values indices")):
    """The values that were looked for and their positions (int64)."""

    __slots__ = ()
    operation = ""

    def __repr__(self):
        return f"torch.return_types.{self.operation}(\nvalues={self.values},\nindices={self.indices})"


def _found(operation, input, indices, axis, keepdim=True):
    """The elements of `input` at `indices` along `axis`; only they get a gradient."""
    x = input.array
    values = np.take_along_axis(x, indices, axis)

    def pullback(g):
        gx = np.zeros_like(x)
        np.put_along_axis(gx, indices, g.reshape(indices.shape), axis)
        return gx

    where = indices
    if not keepdim:
        values, where = values.squeeze(axis), indices.squeeze(axis)
    kind = type(operation, (Found,), {"__slots__": (), "operation": operation})
    return kind(record(values, (input, pullback), name=operation), Tensor(where))


def _extreme(operation, input, dim, keepdim, position):
    """The first extreme element along `dim`."""
    x = input.array
    _not_empty(operation, x)
    axis = axes(input, dim)
    indices = np.expand_dims(position(x, axis), axis or 0).astype(np.int64)
    return _found(operation, input, indices, axis, keepdim)


def _not_empty(operation, x, kind=IndexError):
    if x.size == 0:
        raise kind(
            f"{operation} expected at least one element, got shape {x.shape}: there is no extreme of nothing"
        )


def _shared(operation, input, dim, keepdim, reduce):
    """The extreme; elements that are equal to it share the gradient evenly."""
    x = input.array
    _not_empty(operation.removesuffix("_all"), x, RuntimeError)
    axis = axes(input, dim)
    top = reduce(x, axis, keepdims=True)

    def pullback(g):
        hit = (x == top).astype(x.dtype)
        hit /= np.add.reduce(hit, axis, keepdims=True)
        return spread(g, axis, keepdim, x.shape) * hit

    best = top if keepdim else top.squeeze(axis)
    return record(best, (input, pullback), name=operation)


def _of_all_or_along(operation, input, dim, keepdim, of_two, reduce, position):
    if isinstance(dim, Tensor):
        return of_two(input, dim)
    if dim is None:
        return _shared(f"{operation}_all", input, None, keepdim, reduce)
    return _extreme(operation, input, dim, keepdim, position)


@method
def max(input, dim=None, keepdim=False):
    """The largest element; with `dim` also its position; of two tensors the maximum.

    Equal largest elements share the gradient; with `dim` the first gets it.

    Shape: any; the same without `dim`, or () where none is named.

    Source: docs/chapters/convolutional-networks.md
    """
    return _of_all_or_along("max", input, dim, keepdim, arithmetic.maximum, np.maximum.reduce, np.argmax)


@method
def min(input, dim=None, keepdim=False):
    """The smallest element; with `dim` also its position; of two tensors the minimum.

    Equal smallest elements share the gradient; with `dim` the first gets it.

    Shape: any; the same without `dim`, or () where none is named.

    Source: docs/chapters/convolutional-networks.md
    """
    return _of_all_or_along("min", input, dim, keepdim, arithmetic.minimum, np.minimum.reduce, np.argmin)


@method
def amax(input, dim=(), keepdim=False):
    """The largest element along `dim`; equal ones share the gradient.

    Shape: any; the same without `dim`, or () where none is named.

    Source: docs/chapters/convolutional-networks.md
    """
    return _shared("amax", input, dim, keepdim, np.maximum.reduce)


@method
def amin(input, dim=(), keepdim=False):
    """The smallest element along `dim`; equal ones share the gradient.

    Shape: any; the same without `dim`, or () where none is named.

    Source: docs/chapters/convolutional-networks.md
    """
    return _shared("amin", input, dim, keepdim, np.minimum.reduce)


@method
def argmax(input, dim=None, keepdim=False):
    """The position of the first largest element; without `dim` in the flat order.

    Shape: any; the same without `dim`, or () where none is named; int64.

    Source: docs/chapters/digits-from-scratch.md
    """
    return _position("argmax", input, dim, keepdim, np.argmax)


@method
def argmin(input, dim=None, keepdim=False):
    """The position of the first smallest element; without `dim` in the flat order.

    Shape: any; the same without `dim`, or () where none is named; int64.

    Source: docs/chapters/digits-from-scratch.md
    """
    return _position("argmin", input, dim, keepdim, np.argmin)


def _position(operation, input, dim, keepdim, position):
    _not_empty(operation, input.array)
    indices = position(input.array, axes(input, dim), keepdims=keepdim)
    return Tensor(np.asarray(indices, np.int64))


@method
def argsort(input, dim=-1, descending=False, stable=False):
    """The positions that put the elements in order.

    Shape: any, and the same out, of int64.

    Source: docs/chapters/data-and-evaluation.md
    """
    x = input.array
    if descending:  # equal elements keep their order: sort the reversed array upwards
        order = x.shape[dim] - 1 - np.argsort(np.flip(x, dim), dim, kind="stable")
        order = np.flip(order, dim)
    else:
        order = np.argsort(x, dim, kind="stable")
    return Tensor(order.astype(np.int64))


@method
def sort(input, dim=-1, descending=False, stable=False):
    """The elements in order, and where each was.

    Shape: any, and the same twice: values, and positions of int64.

    Source: docs/chapters/data-and-evaluation.md
    """
    indices = argsort(input, dim, descending).array
    return _found("sort", input, indices, dim)


@method
def topk(input, k, dim=-1, largest=True, sorted=True):
    """The k largest (or smallest) elements along `dim` in order, and where they are.

    Shape: (..., N) → values and positions, (..., k) each.

    Source: docs/chapters/language-models-and-scaling.md
    """
    length = input.array.shape[dim]
    if not 0 <= k <= length:
        raise RuntimeError(f"topk expected k from 0 to {length} for shape {input.array.shape}, got {k}")
    indices = argsort(input, dim, descending=largest).array
    return _found("topk", input, np.take(indices, range(k), dim), dim)


@method
def unique(input, sorted=True, return_inverse=False, return_counts=False):
    """The different elements in order; also where each is, and how often.

    Shape: any → (U): one of each; then, where asked for, input's shape, and (U).

    Source: docs/chapters/language-models-and-scaling.md
    """
    values, inverse, counts = np.unique(input.array, return_inverse=True, return_counts=True)
    result = [Tensor(values)]
    if return_inverse:
        result.append(Tensor(inverse.reshape(input.array.shape).astype(np.int64)))
    if return_counts:
        result.append(Tensor(counts.astype(np.int64)))
    return result[0] if len(result) == 1 else tuple(result)


@method
def bincount(input, weights=None, minlength=0):
    """How often each whole number from 0 on occurs, or the sum of its weights.

    Shape: (N) → (the largest number + 1), or (minlength) if that is more.

    Source: docs/chapters/data-and-evaluation.md
    """
    places = input.array.astype(np.intp)  # which has 32 bits in the page
    if weights is None:
        return Tensor(np.bincount(places, None, minlength).astype(np.int64))
    sums = np.bincount(places, weights.array, minlength)
    return Tensor(sums.astype(weights.array.dtype))
