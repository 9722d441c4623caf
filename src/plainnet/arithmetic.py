"""Arithmetic on two tensors, element by element.

`operands` applies torch's type promotion and checks the shapes; after it, an operation
is its formula and its pullbacks.
"""

import numpy as np

from . import dtypes
from .autograd import record
from .tensor import Tensor, method

NUMBERS = (bool, int, float)


def operands(input, other, name):
    """`input` and `other` as two tensors of one dtype whose shapes broadcast.

    Args:
        input, other: tensors or Python numbers. A number takes the tensor's dtype,
            unless that would lose its kind (int64 with 0.5 gives float32).
        name: the operation, for messages.

    Raises:
        TypeError: for anything but a tensor or a number.
        RuntimeError: where the shapes do not broadcast.
    """
    if not isinstance(other, Tensor):
        other = _beside(other, input, name)
    elif not isinstance(input, Tensor):
        input = _beside(input, other, name)
    x, y = input.array, other.array
    if x.dtype is not y.dtype and x.dtype != y.dtype:
        kind = dtypes.mixed(x, y)
        input, other = cast(input, kind), cast(other, kind)
    if x.shape != y.shape and x.ndim and y.ndim:
        check_broadcast(x.shape, y.shape, name)
    return input, other


def _beside(value, tensor, name):
    """A number (or an array) as a tensor next to `tensor`."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, NUMBERS):
        return Tensor(np.array(value, dtypes.beside(value, tensor.array.dtype)))
    if isinstance(value, np.ndarray):
        return Tensor(value)
    raise TypeError(
        f"{name} expected a tensor or a number, got {type(value).__name__}: wrap it with torch.tensor(...)"
    )


def check_broadcast(a, b, name):
    """Each pair of lengths, from the right, must be equal or hold a 1."""
    for m, n in zip(reversed(a), reversed(b), strict=False):
        if m != n and m != 1 and n != 1:
            raise RuntimeError(
                f"{name} expected shapes that broadcast (from the right: equal, or 1), got {a} and {b}: the "
                f"size {m} must match the size {n}; reshape or unsqueeze one of them"
            )


def cast(input, kind):
    """`input` with elements of the NumPy type `kind`, recorded."""
    x = input.array
    if x.dtype == kind:
        return input
    return record(x.astype(kind), (input, lambda g: g.astype(x.dtype)))


def floats(input):
    """`input`, converted to the default floating-point type unless it has one."""
    return input if input.array.dtype.kind == "f" else cast(input, dtypes.default())


# --- arithmetic -----------------------------------------------------------------------


@method
def add(input, other, *, alpha=1):
    """input + alpha * other.

    Shape: two shapes that broadcast; their common shape out.

    Source: docs/chapters/artificial-neuron.md
    """
    if alpha != 1:
        other = other * alpha
    a, b = operands(input, other, "add")
    return record(a.array + b.array, (a, lambda g: g), (b, lambda g: g))


@method
def sub(input, other, *, alpha=1):
    """input - alpha * other.

    Shape: two shapes that broadcast; their common shape out.

    Source: docs/chapters/artificial-neuron.md
    """
    if alpha != 1:
        other = other * alpha
    a, b = operands(input, other, "sub")
    if a.array.dtype.kind == "b":
        raise RuntimeError("sub expected numbers, got two boolean tensors: use logical_xor or ^")
    return record(a.array - b.array, (a, lambda g: g), (b, lambda g: -g))


@method
def mul(input, other):
    """input * other, element by element.

    Shape: two shapes that broadcast; their common shape out.

    Source: docs/chapters/artificial-neuron.md
    """
    a, b = operands(input, other, "mul")
    x, y = a.array, b.array
    return record(x * y, (a, lambda g: g * y), (b, lambda g: g * x))


@method
def div(input, other, *, rounding_mode=None):
    """input / other; whole numbers give a floating-point result.

    Args:
        rounding_mode: None, "floor" or "trunc".

    Shape: two shapes that broadcast; their common shape out.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    a, b = operands(input, other, "div")
    if rounding_mode == "floor":
        return Tensor(np.floor_divide(a.array, b.array))
    a, b = floats(a), floats(b)
    x, y = a.array, b.array
    quotient = x / y
    if rounding_mode == "trunc":
        return Tensor(np.trunc(quotient).astype(dtypes.mixed(input.array, y)))
    # d(x/y) = dx / y - (x/y) dy / y
    return record(quotient, (a, lambda g: g / y), (b, lambda g: -g * quotient / y))


@method
def floor_divide(input, other):
    """The whole part of input / other, rounded down.

    Shape: two shapes that broadcast; their common shape out.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    return div(input, other, rounding_mode="floor")


@method
def remainder(input, other):
    """input - other * floor(input / other): what division leaves, with other's sign.

    Shape: two shapes that broadcast; their common shape out.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    a, b = operands(input, other, "remainder")
    x, y = a.array, b.array
    return record(np.remainder(x, y), (a, lambda g: g), (b, lambda g: -g * np.floor_divide(x, y)))


@method
def pow(input, exponent):
    """input ** exponent.

    Shape: two shapes that broadcast; their common shape out.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    a, b = operands(input, exponent, "pow")
    x, n = a.array, b.array
    if x.dtype.kind != "f" and (n < 0).any():
        raise RuntimeError(
            "pow expected an exponent of at least 0 for whole numbers, got a negative "
            "one: make the base floating-point first"
        )
    if n.ndim == 0 and not b.requires_grad:
        return _power(a, n.item())
    y = x**n
    # d(x^n)/dx = n x^(n-1), 0 where n = 0; d(x^n)/dn = x^n log x, 0 where the base is 0
    return record(
        y,
        (a, lambda g: g * np.where(n == 0, 0, n * x ** np.where(n == 0, 1, n - 1))),
        (b, lambda g: g * y * np.log(np.where((x == 0) & (n >= 0), 1, x))),
    )


def _power(input, n):
    """The same power of every element."""
    x = input.array
    if n == 2:
        return record(x * x, (input, lambda g: g * (2 * x)), name="pow")
    y = (x**n).astype(x.dtype, copy=False)
    return record(y, (input, lambda g: g * (n * x ** (n - 1) if n else 0)), name="pow")


@method
def neg(input):
    """-input.

    Shape: any, and the same out.

    Source: docs/chapters/artificial-neuron.md
    """
    return record(-input.array, (input, lambda g: -g))


@method
def maximum(input, other):
    """The larger of two elements; equal ones get half the gradient each.

    Shape: two shapes that broadcast; their common shape out.

    Source: docs/chapters/activation-functions.md
    """
    return _extreme(input, other, "maximum", np.maximum)


@method
def minimum(input, other):
    """The smaller of two elements; equal ones get half the gradient each.

    Shape: two shapes that broadcast; their common shape out.

    Source: docs/chapters/activation-functions.md
    """
    return _extreme(input, other, "minimum", np.minimum)


def _extreme(input, other, name, choose):
    a, b = operands(input, other, name)
    x, y = a.array, b.array
    best = choose(x, y)

    def share(mine):
        return ((mine == best) * 0.5 * (1 + (x != y))).astype(best.dtype)

    return record(best, (a, lambda g: g * share(x)), (b, lambda g: g * share(y)), name=name)


_SPECIAL = {add: "add", sub: "sub", mul: "mul", div: "truediv", pow: "pow"}
for _function, _name in _SPECIAL.items():
    setattr(Tensor, f"__{_name}__", _function)
    setattr(Tensor, f"__r{_name}__", lambda self, other, f=_function: f(other, self))
Tensor.__neg__ = neg
Tensor.__floordiv__ = floor_divide
Tensor.__mod__ = remainder
