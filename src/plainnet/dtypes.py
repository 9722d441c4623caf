"""Element types under torch's names, and the type that a mixture of two gives.

A `dtype` prints as torch prints it (`torch.float32`), so that a program shows the same
text under both packages; `dtype.numpy` is the NumPy type inside. The default type of
floating-point numbers is float32.
"""

import numpy as np


class dtype:
    """The type of a tensor's elements, for example `torch.float32`.

    Source: docs/chapters/compression-and-deployment.md
    """

    __slots__ = ("is_floating_point", "itemsize", "name", "numpy")

    def __init__(self, name):
        self.name = name
        self.numpy = np.dtype(name)
        self.itemsize = self.numpy.itemsize
        self.is_floating_point = self.numpy.kind == "f"

    def __repr__(self):
        return f"torch.{self.name}"

    def __reduce__(self):
        return self.name  # there is one object per type: a copy is the object itself


float16 = half = dtype("float16")
float32 = float = dtype("float32")
float64 = double = dtype("float64")
uint8 = dtype("uint8")
int8 = dtype("int8")
int16 = short = dtype("int16")
int32 = int = dtype("int32")
int64 = long = dtype("int64")
bool = dtype("bool")

_OURS = {kind.numpy: kind for kind in (float16, float32, float64, uint8, int8, int16, int32, int64, bool)}
_RANK = {"b": 0, "i": 1, "u": 1, "f": 2}
_default = float32


def set_default_dtype(d):
    """The floating-point type `d` of tensors made from Python numbers from now on.

    Source: docs/chapters/compression-and-deployment.md
    """
    global _default
    if not d.is_floating_point:
        raise TypeError(
            f"set_default_dtype expected a floating-point type, got {d}: use torch.float32 or torch.float64"
        )
    _default = d


def get_default_dtype():
    """The type that Python floats become: `torch.float32` unless it was changed.

    Source: docs/chapters/compression-and-deployment.md
    """
    return _default


def default():
    """NumPy's name for the default floating-point type."""
    return _default.numpy


def of(array):
    """The `dtype` of a NumPy array."""
    try:
        return _OURS[array.dtype]
    except KeyError:
        raise TypeError(
            f"expected numbers or booleans, got elements of type {array.dtype}: "
            "convert them first, for example with .astype('float32')"
        ) from None


def numpy_type(kind, fallback=None):
    """The NumPy type of a `dtype`; `fallback` where none was asked for."""
    if kind is None:
        return fallback
    if not isinstance(kind, dtype):
        raise TypeError(
            f"expected a dtype such as torch.float32, got {kind!r}: "
            "NumPy's own types have the same names here"
        )
    return kind.numpy


def promote(a, b):
    """The NumPy type that holds both a and b: the higher of bool, int, float."""
    if a == b:
        return a
    if _RANK[a.kind] == _RANK[b.kind]:
        return np.promote_types(a, b)
    return a if _RANK[a.kind] > _RANK[b.kind] else b


def mixed(x, y):
    """The NumPy type of x + y; an array without dimensions yields to one with some."""
    a, b = x.dtype, y.dtype
    if _RANK[a.kind] == _RANK[b.kind] and (x.ndim == 0) != (y.ndim == 0):
        return a if x.ndim else b
    return promote(a, b)


def beside(number, kind):
    """The NumPy type for a Python number that meets an array of type `kind`.

    The number never widens the array: float32 + 0.1 stays float32. Only its kind
    counts: int64 + 0.1 is of the default floating-point type.
    """
    name = type(number).__name__
    rank = {"bool": 0, "int": 1, "float": 2}.get(name, 2)
    if rank <= _RANK[kind.kind]:
        return kind
    return int64.numpy if rank == 1 else _default.numpy
