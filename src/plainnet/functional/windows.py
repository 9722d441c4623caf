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

    def spread(self, weight, groups, g):
        """The transpose of `columns` and a kernel: windows add what they get to their places.

        An element of the kernel is one product for all windows of all examples. Where
        windows move by 1, rows of `g` get as long as the input's, by zeros: such a product
        then lies in a row in memory, and is added up in a third of the time.

        Shape:
            weight (O, C / groups, ...), g (N, O, ...) → (N, C, ...), without the padding
        """
        kernel = weight.reshape(groups, len(weight) // groups, weight.shape[1], -1)
        elements = np.ascontiguousarray(kernel.transpose(3, 0, 2, 1))  # (K, G, C/G, O/G)
        count, starts = len(g) * math.prod(self.full), self._starts()
        x = np.zeros((groups * weight.shape[1], count + starts[-1]), g.dtype)
        images = x[:, :count].reshape(len(x), len(g), *self.full)
        g = g.swapaxes(0, 1)  # (O, N, ...)
        if max(self.stride) > 1:
            targets = [images[place] for place in self.places()]
        else:
            targets = [x[:, start : start + count] for start in starts]
            wide = np.zeros((*g.shape[:2], *self.full), g.dtype)
            wide[(..., *map(slice, self.out))] = g
            g = wide
        g = g.reshape(groups, len(g) // groups, math.prod(g.shape[1:]))
        for element, target in zip(elements, targets, strict=True):
            target += (element @ g).reshape(target.shape)
        return np.ascontiguousarray(images.swapaxes(0, 1)[self.inside()])

    def _starts(self):
        """Where each element of the kernel lies in memory, from the first one on."""
        starts, step = [0], math.prod(self.full)
        for n, k, d in zip(self.full, self.kernel, self.dilation, strict=True):
            step //= n
            starts = [start + i * d * step for start in starts for i in range(k)]
        return starts
