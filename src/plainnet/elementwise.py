"""Functions of one tensor, element by element. The formula, then its derivative."""

import numpy as np

from .arithmetic import floats, operands, pow
from .autograd import record
from .tensor import Tensor, method


def smooth(input, function, pullback):
    """`function` of each element x; with y its value, `pullback(g, x, y)` is g dy/dx."""
    a = floats(input)
    x = a.array
    y = function(x)
    return record(y, (a, lambda g: pullback(g, x, y)), name=pullback.__qualname__)


@method
def exp(input):
    """e ** input.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """
    return smooth(input, np.exp, lambda g, x, y: g * y)


@method
def log(input):
    """The natural logarithm.

    Shape: any, and the same out.

    Source: docs/chapters/loss-functions.md
    """
    return smooth(input, np.log, lambda g, x, y: g / x)


@method
def log2(input):
    """The logarithm to base 2.

    Shape: any, and the same out.

    Source: docs/chapters/loss-functions.md
    """
    return smooth(input, np.log2, lambda g, x, y: g / (x * np.log(2).item()))


@method
def log1p(input):
    """log(1 + input), exact also for small inputs.

    Shape: any, and the same out.

    Source: docs/chapters/loss-functions.md
    """
    return smooth(input, np.log1p, lambda g, x, y: g / (x + 1))


@method
def sqrt(input):
    """The square root.

    Shape: any, and the same out.

    Source: docs/chapters/optimizers.md
    """
    return smooth(input, np.sqrt, lambda g, x, y: g / (2 * y))


@method
def square(input):
    """input ** 2.

    Shape: any, and the same out.

    Source: docs/chapters/loss-functions.md
    """
    return pow(input, 2)


@method
def abs(input):
    """The distance from 0; the gradient at 0 is 0.

    Shape: any, and the same out.

    Source: docs/chapters/loss-functions.md
    """
    x = input.array
    return record(np.abs(x), (input, lambda g: g * np.sign(x)))


@method
def sign(input):
    """-1, 0 or 1.

    Shape: any, and the same out.

    Source: docs/chapters/robustness-and-causality.md
    """
    return _step(input, np.sign)


@method
def floor(input):
    """The largest whole number that is not larger.

    Shape: any, and the same out.

    Source: docs/chapters/compression-and-deployment.md
    """
    return _step(input, np.floor)


@method
def ceil(input):
    """The smallest whole number that is not smaller.

    Shape: any, and the same out.

    Source: docs/chapters/compression-and-deployment.md
    """
    return _step(input, np.ceil)


@method
def round(input, *, decimals=0):
    """The nearest number with `decimals` digits after the point; halves go to even.

    Shape: any, and the same out.

    Source: docs/chapters/compression-and-deployment.md
    """
    return _step(input, lambda x: np.round(x, decimals), "round")


def _step(input, function, name=None):
    """A function that is constant between its jumps: its gradient is 0."""
    y = function(input.array).astype(input.array.dtype)
    name = name or function.__name__
    return record(y, (input, lambda g: np.zeros_like(g)), name=name)


@method
def sin(input):
    """The sine of an angle in radians.

    Shape: any, and the same out.

    Source: docs/chapters/transformers.md
    """
    return smooth(input, np.sin, lambda g, x, y: g * np.cos(x))


@method
def cos(input):
    """The cosine of an angle in radians.

    Shape: any, and the same out.

    Source: docs/chapters/transformers.md
    """
    return smooth(input, np.cos, lambda g, x, y: -g * np.sin(x))


@method
def tanh(input):
    """(exp(x) - exp(-x)) / (exp(x) + exp(-x)), the hyperbolic tangent: from -1 to 1.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """
    return smooth(input, np.tanh, lambda g, x, y: g * (1 - y * y))  # tanh' = 1 - tanh²


@method
def sigmoid(input):
    """1 / (1 + exp(-input)): between 0 and 1.

    Shape: any, and the same out.

    Example:
        >>> import plainnet as torch
        >>> torch.sigmoid(torch.tensor([-2.0, 0.0, 2.0]))
        tensor([0.1192, 0.5000, 0.8808])

    Source: docs/chapters/activation-functions.md
    """
    return smooth(input, sigmoid_of, lambda g, x, y: g * (y * (1 - y)))  # σ' = σ (1 - σ)


SILENT = np.errstate(over="ignore")  # sigmoid: where exp overflows, 1 / inf is 0


@SILENT
def sigmoid_of(x):
    """1 / (1 + exp(-x)) of an array."""
    y = np.array(x)
    to_sigmoid(y)
    return y


def to_sigmoid(x):
    """sigmoid in place: new arrays take more time than the arithmetic."""
    np.negative(x, out=x)
    np.exp(x, out=x)
    x += 1
    np.reciprocal(x, out=x)


@method
def relu(input):
    """max(0, input); the gradient at 0 is 0.

    Shape: any, and the same out.

    Example:
        >>> import plainnet as torch
        >>> torch.relu(torch.tensor([-1.0, 0.0, 2.0]))
        tensor([0., 0., 2.])

    Source: docs/chapters/activation-functions.md
    """
    x = input.array
    zero = x.dtype.type(0)  # NumPy takes longer over a Python 0
    y = np.maximum(x, zero)
    return record(y, (input, lambda g: g * (y > zero)))


@method
def clamp(input, min=None, max=None):
    """The input, raised to `min` where it is smaller, lowered to `max` where larger.

    Args:
        min, max: numbers, or None for no bound.

    Shape: any, and the same out.

    Raises:
        RuntimeError: without any bound.

    Source: docs/chapters/activation-functions.md
    """
    if min is None and max is None:
        raise RuntimeError("clamp expected min or max, got neither: give one of them")
    for bound in (min, max):
        if bound is not None:
            input, _ = operands(input, bound, "clamp")
    x = input.array
    inside = np.ones(x.shape, bool)
    if min is not None:
        inside &= x >= min
    if max is not None:
        inside &= x <= max
    y = np.clip(x, min, max).astype(x.dtype, copy=False)
    return record(y, (input, lambda g: g * inside))


clip = clamp


@method
def isnan(input):
    """Whether each element is not a number.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """
    return Tensor(np.isnan(input.array))


@method
def isinf(input):
    """Whether each element is infinite.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """
    return Tensor(np.isinf(input.array))


@method
def isfinite(input):
    """Whether each element is neither infinite nor nan.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """
    return Tensor(np.isfinite(input.array))
