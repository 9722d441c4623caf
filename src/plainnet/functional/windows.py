"""Windows that slide over an array: where they lie, what they hold.

An element of the kernel meets the same element of all windows at evenly spaced places,
so everything is done by slices: one per element of the kernel, none per window.
"""

import itertools
import math

import numpy as np


def lengths(value, n, name, argument, least=0):
    """`value` once per dimension: (2, 2) from 2; checked.

    Raises:
        RuntimeError: for another number of values, for anything but whole numbers, and
            for values below `least`.
    """
    found = tuple(value) if isinstance(value, tuple | list) else (value,) * n
    if len(found) == 1:
        found *= n
    whole = all(isinstance(v, int | np.integer) and v >= least for v in found)
    if len(found) != n or not whole:
        raise RuntimeError(
            f"{name} expected {argument} to be a whole number of at least {least}, or "
            f"{n} of them, got {value!r}"
        )
    return found


def in_rows(x):
    """(N, C, ...) → (N, C, L), also where N is 0."""
    return x.reshape(*x.shape[:2], math.prod(x.shape[2:]))


class Windows:
    """The geometry of windows over the last dimensions of an array.

    Args:
        name: the operation, for messages.
        size: the lengths of the dimensions over which the windows slide.
        kernel, stride, dilation: one number per dimension.
        padding: (before, after) per dimension.
        out: how many windows along each dimension; as many as fit in if None.

    Attributes:
        out: how many windows there are along each dimension.

    Raises:
        RuntimeError: where not even one window fits in.
    """

    def __init__(self, name, size, kernel, stride, padding, dilation, out=None):
        self.kernel, self.stride, self.dilation = kernel, stride, dilation
        self.padding, self.size = padding, size
        self.full = tuple(n + sum(p) for n, p in zip(size, padding, strict=True))
        self.spans = tuple(d * (k - 1) + 1 for k, d in zip(kernel, dilation, strict=True))
        self.out = out or tuple(
            (n - span) // s + 1 for n, span, s in zip(self.full, self.spans, stride, strict=True)
        )
        if min(self.out) < 1:
            raise RuntimeError(
                f"{name} expected a window of {self.spans} to fit into the padded "
                f"input, got the size {self.full}: Kernel size can't be greater than "
                "actual input size; use a smaller kernel or more padding"
            )

    def disjoint(self):
        """Whether no element is in two windows."""
        return all(s >= n for s, n in zip(self.stride, self.spans, strict=True))

    def places(self):
        """For every element of the kernel, the index of its places in all windows."""
        axes = [
            [slice(i * d, i * d + s * (n - 1) + 1, s) for i in range(k)]
            for k, d, s, n in zip(self.kernel, self.dilation, self.stride, self.out, strict=True)
        ]
        return [(..., *place) for place in itertools.product(*axes)]

    def padded(self, x, value=0):
        """`x` with `value` around it."""
        if self.full == self.size:
            return x
        out = np.full((*x.shape[: -len(self.size)], *self.full), value, x.dtype)
        out[self.inside()] = x
        return out

    def inside(self):
        """The index of what is not padding."""
        pairs = zip(self.padding, self.size, strict=True)
        return (..., *(slice(before, before + n) for (before, _), n in pairs))

    def columns(self, x):
        """What the windows of a padded (N, C, ...) hold: (N, C, kernel, windows)."""
        places = self.places()
        out = np.empty((*x.shape[:2], len(places), *self.out), x.dtype)
        for i, place in enumerate(places):
            out[:, :, i] = x[place]
        return out.reshape(*x.shape[:2], len(places), math.prod(self.out))

    def widened(self, g):
        """What `folded` takes for one number per window: (N, C, windows).

        Where the windows move by 1, rows get as long as the input's, by zeros. Windows
        in a row then lie in a row in memory, and adding up takes a third of the time.
        """
        if not self._apart:
            wide = np.zeros((*g.shape[:2], self.out[0], *self.full[1:]), g.dtype)
            wide[(..., *map(slice, self.out))] = g
            g = wide
        return in_rows(g)

    def folded(self, columns):
        """The transpose of `columns`: what the windows hold is added up in place.

        Shape: (N, C, kernel, widened windows) → (N, C, ...), without the padding
        """
        n, c, k, count = columns.shape
        if self._apart:
            x = np.zeros((n, c, *self.full), columns.dtype)
            columns = columns.reshape(n, c, k, *self.out)
            for i, place in enumerate(self.places()):
                x[place] += columns[:, :, i]
            return x[self.inside()]
        starts = self._starts()
        size = max(starts[-1] + count, math.prod(self.full))
        x = np.zeros((n, c, size), columns.dtype)
        for i, start in enumerate(starts):
            x[:, :, start : start + count] += columns[:, :, i]
        x = x[:, :, : math.prod(self.full)].reshape(n, c, *self.full)
        return x[self.inside()]

    @property
    def _apart(self):
        return max(self.stride) > 1

    def _starts(self):
        """Where each element of the kernel lies in memory, from the first one on."""
        starts, step = [0], math.prod(self.full)
        for n, k, d in zip(self.full, self.kernel, self.dilation, strict=True):
            step //= n
            starts = [start + i * d * step for start in starts for i in range(k)]
        return starts
