"""What an operation leaves behind, so that gradients can be computed later.

An operation returns `record(value, (input, pullback), ...)`. A *pullback* takes the
gradient at the output and returns the gradient at that input (arrays, not Tensors). The
pair is an *edge*; only edges to inputs that need a gradient are kept.

Rules for pullbacks:

- return a new array, or `g` or a view of it, never an array kept for later;
- never change `g`;
- or return (place, gradient) where all is 0 but in this place, a number or slices;
- its shape may be the input's after broadcasting: `backward` calls `unbroadcast`, once;
- its dtype is the input's (`operands` has made the dtypes equal before);
- a value kept for the way back is kept by closing over it.
"""

import itertools
from contextlib import ContextDecorator

from .tensor import Tensor

_now = itertools.count(1).__next__
_recording = True


def record(value, *edges, name=None):
    """A tensor of `value` that remembers the edges worth walking back along.

    `name` is the operation's, where it is not that of the function that holds the first
    pullback; `printing` makes torch's name of it.

    Shape: that of the value; a pullback gets it and gives its input's.

    Example:
        >>> import numpy as np
        >>> import plainnet as torch
        >>> from plainnet.autograd import record
        >>> def cube(x):
        ...     a = x.array
        ...     return record(a**3, (x, lambda g: g * 3 * a**2))
        >>> x = torch.tensor(2.0, requires_grad=True)
        >>> cube(x).backward()
        >>> x.grad
        tensor(12.)

    Source: docs/chapters/backpropagation.md
    """
    out = Tensor(value)
    if _recording:
        edges = [edge for edge in edges if edge[0].requires_grad]
        if edges:
            out.requires_grad = True
            out._edges = edges
            out._age = _now()
            out._name = name or edges[0][1].__qualname__
    return out


def shared(joint, count):
    """`count` pullbacks out of one `joint(g)` that returns that many gradients.

    Shape: as for `record`.

    Source: docs/chapters/backpropagation.md
    """
    last = [None, None]

    def part(i):
        def pullback(g):
            if last[0] is not g:
                last[:] = g, joint(g)
            return last[1][i]

        pullback.__qualname__ = joint.__qualname__
        return pullback

    return [part(i) for i in range(count)]


def changed(tensor):
    """Note that the elements of `tensor` were changed in place.

    Shape: any.

    Source: docs/chapters/backpropagation.md
    """
    tensor._age = _now()


# --- what is recorded -----------------------------------------------------------------


def _switch(recording):
    """Set whether operations are recorded; returns what it was before."""
    global _recording
    before, _recording = _recording, recording
    return before


class set_grad_enabled:
    """Whether operations are recorded: from now on, or until the `with` block ends.

    Source: docs/chapters/training-loop.md
    """

    def __init__(self, mode):
        self.before = _switch(mode)

    def __enter__(self):
        pass

    def __exit__(self, *error):
        _switch(self.before)


class no_grad(ContextDecorator):
    """Inside the `with` block (or the decorated function) nothing is recorded.

    Example:
        >>> import plainnet as torch
        >>> w = torch.tensor([1.0], requires_grad=True)
        >>> with torch.no_grad():
        ...     y = 2 * w
        >>> y.requires_grad
        False

    Source: docs/chapters/training-loop.md
    """

    mode = False

    def __init__(self):
        self.before = []  # a stack: one object may be entered more than once

    def __enter__(self):
        self.before.append(_switch(self.mode))

    def __exit__(self, *error):
        _switch(self.before.pop())


class enable_grad(no_grad):
    """Inside the `with` block operations are recorded, also within `no_grad`.

    Source: docs/chapters/training-loop.md
    """

    mode = True


def is_grad_enabled():
    """Whether operations are being recorded.

    Source: docs/chapters/training-loop.md
    """
    return _recording
