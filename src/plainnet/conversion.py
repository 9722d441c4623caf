"""The same numbers as another type, or in memory of their own."""

import numpy as np

from . import dtypes
from .arithmetic import cast
from .autograd import record
from .tensor import Tensor, method


@method
def to(self, dtype):
    """The same numbers as another type; `self` where it has that type already.

    Args:
        dtype: a dtype such as `torch.float64`, or a tensor whose dtype to take. "cpu"
            is allowed and changes nothing: every tensor lives there.

    Shape: any, and the same out.

    Source: docs/chapters/compression-and-deployment.md
    """
    if dtype == "cpu":
        return self
    if isinstance(dtype, Tensor):
        return cast(self, dtype.array.dtype)
    return cast(self, dtypes.numpy_type(dtype))


def _conversion(name):
    kind = getattr(dtypes, name)

    def convert(self):
        return cast(self, kind.numpy)

    convert.__name__ = convert.__qualname__ = name
    convert.__doc__ = f"The same numbers as {kind}."
    return method(convert)


for _name in ("float", "double", "half", "long", "int", "short", "bool"):
    _conversion(_name)


@method
def cpu(self):
    """The tensor itself: every tensor lives in the processor's memory.

    Shape: any, and the same out.

    Source: docs/chapters/training-loop.md
    """
    return self


@method
def clone(input):
    """A copy in its own memory; gradients pass through.

    Shape: any, and the same out.

    Source: docs/chapters/backpropagation.md
    """
    return record(input.array.copy(), (input, lambda g: g))


@method
def contiguous(self):
    """The tensor with its elements in memory in the order of the indices.

    Shape: any, and the same out.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    if self.array.flags.c_contiguous:
        return self
    return record(np.ascontiguousarray(self.array), (self, lambda g: g))
