"""Comparison and logic: no gradients, boolean results."""

import numpy as np

from .arithmetic import NUMBERS, operands
from .tensor import Tensor, method


def _comparison(name, compare, sign, symbol):
    def function(input, other):
        a, b = operands(input, other, name)
        return Tensor(compare(a.array, b.array))

    function.__name__ = function.__qualname__ = name
    function.__doc__ = (
        f"Whether input {sign} other, element by element.\n\n"
        "Shape: two shapes that broadcast; their common shape out, of torch.bool.\n\n"
        "Source: docs/chapters/training-loop.md"
    )
    setattr(Tensor, symbol, _or_not_implemented(function))
    return method(function)


def _or_not_implemented(function):
    """Let Python ask the other side first when it is no number (x == None is False)."""

    def operator(self, other):
        if isinstance(other, (Tensor, np.ndarray, np.generic, *NUMBERS)):
            return function(self, other)
        return NotImplemented

    return operator


eq = _comparison("eq", np.equal, "=", "__eq__")
ne = _comparison("ne", np.not_equal, "≠", "__ne__")
lt = _comparison("lt", np.less, "<", "__lt__")
le = _comparison("le", np.less_equal, "≤", "__le__")
gt = _comparison("gt", np.greater, ">", "__gt__")
ge = _comparison("ge", np.greater_equal, "≥", "__ge__")
logical_and = _comparison("logical_and", np.logical_and, "and", "logical_and")
logical_or = _comparison("logical_or", np.logical_or, "or", "logical_or")
logical_xor = _comparison("logical_xor", np.logical_xor, "or else", "logical_xor")


@method
def logical_not(input):
    """Whether each element is 0 or False.

    Shape: any, and the same out.

    Source: docs/chapters/training-loop.md
    """
    return Tensor(np.logical_not(input.array))


def equal(input, other):
    """Whether two tensors have the same shape and the same elements.

    Shape: any two; True or False out.

    Source: docs/chapters/training-loop.md
    """
    return bool(np.array_equal(input.array, other.array))


@method
def allclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Whether |input - other| ≤ atol + rtol |other| for every element.

    Shape: two shapes that broadcast; True or False out.

    Source: docs/chapters/training-loop.md
    """
    return bool(np.allclose(input.array, other.array, rtol, atol, equal_nan))


Tensor.__and__, Tensor.__or__, Tensor.__xor__ = logical_and, logical_or, logical_xor
Tensor.__invert__ = logical_not
