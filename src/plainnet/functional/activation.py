"""Activation functions: what makes a network more than one affine map."""

import math

import numpy as np

from ..arithmetic import floats
from ..autograd import record
from ..elementwise import SILENT, relu, sigmoid, sigmoid_of, smooth, tanh, to_sigmoid
from ..reductions import axes
from ..tensor import method
from .erf import erf_of

__all__ = ["relu", "sigmoid", "tanh"]


def leaky_relu(input, negative_slope=0.01):
    """x where x > 0, else negative_slope * x.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """
    x = input.array
    slope = np.where(x > 0, 1, x.dtype.type(negative_slope))
    return record(x * slope, (input, lambda g: g * slope))


def elu(input, alpha=1.0):
    """x where x > 0, else alpha * (exp(x) - 1).

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """
    return _elu("elu", input, alpha, 1.0)


def selu(input):
    """scale * elu(x, alpha), with the constants that keep mean 0 and variance 1.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md; Klambauer and others, 2017, equation 2.
    """
    return _elu("elu", input, 1.6732632423543772848170429916717, 1.0507009873554804934193)


def _elu(name, input, alpha, scale):
    x = input.array
    low = alpha * np.expm1(np.minimum(x, 0))

    def pullback(g):
        return g * (scale * np.where(x > 0, 1, low + alpha)).astype(x.dtype, copy=False)

    return record(scale * np.where(x > 0, x, low), (input, pullback), name=name)


def gelu(input, *, approximate="none"):
    """x * Φ(x), where Φ(x) = (1 + erf(x / √2)) / 2 is the normal distribution function.

    Args:
        approximate: "none" (exact), or "tanh" for
            0.5 x (1 + tanh(√(2/π) (x + 0.044715 x³))).

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md; Hendrycks and Gimpel, 2016, section 2.
    """
    if approximate not in ("none", "tanh"):
        raise RuntimeError(f"gelu expected approximate 'none' or 'tanh', got {approximate!r}")
    input = floats(input)
    x = input.array
    if approximate == "tanh":
        return _gelu_tanh(input, x)
    phi = 0.5 * (1 + erf_of(x * math.sqrt(0.5)))

    def pullback(g):  # (x Φ)' = Φ + x φ, with φ the normal density
        return g * (phi + x * np.exp(-0.5 * x * x) * (1 / math.sqrt(2 * math.pi)))

    return record(x * phi, (input, pullback))


@SILENT
def _gelu_tanh(input, x):
    """x * sigmoid(u), since 0.5 (1 + tanh(u / 2)) is sigmoid(u) in half the time."""
    c = 2 * math.sqrt(2 / math.pi)
    s = np.array(x)
    s *= x
    s *= 0.044715 * c
    s += c
    s *= x  # u
    to_sigmoid(s)

    def pullback(g):  # (x σ(u))' = σ (1 + (1 - σ) x u')
        slope = x * x
        slope *= 3 * 0.044715 * c
        slope += c
        slope *= x
        slope *= 1 - s
        slope += 1
        slope *= s
        slope *= g
        return slope

    return record(x * s, (input, pullback), name="gelu")


def silu(input):
    """x * sigmoid(x).

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """
    x = input.array
    s = sigmoid_of(x)
    return record(x * s, (input, lambda g: g * (s + x * s * (1 - s))))


def softplus(input, beta=1.0, threshold=20.0):
    """log(1 + exp(beta x)) / beta: a smooth relu; x itself where beta x > threshold.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """
    x = input.array
    z = beta * x
    y = (np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))) / beta
    straight = z > threshold
    return record(np.where(straight, x, y), (input, lambda g: g * np.where(straight, 1, sigmoid_of(z))))


def logsigmoid(input):
    """log(sigmoid(x)), computed without overflow.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """
    x = input.array
    y = np.minimum(x, 0) - np.log1p(np.exp(-np.abs(x)))
    return record(y, (input, lambda g: g * sigmoid_of(-x)))


@method
def softmax(input, dim=None):
    """exp(x) / sum(exp(x)) along `dim`: positive numbers that sum to 1.

    Args:
        dim: the dimension along which the results sum to 1; the last one if not given.

    Shape: any, and the same out.

    Example:
        >>> import plainnet as torch
        >>> torch.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)
        tensor([0.6590, 0.2424, 0.0986])

    Source: docs/chapters/activation-functions.md
    """
    a = floats(input)
    axis = axes(a, -1 if dim is None else dim)
    y = softmax_of(a.array, axis)

    def pullback(g):  # dy_i/dx_j = y_i (δ_ij - y_j)
        gy = g * y
        gy -= y * np.add.reduce(gy, axis, keepdims=True)
        return gy

    return record(y, (a, pullback))


def softmax_of(x, axis):
    """softmax of an array; subtracting the maximum first avoids overflow."""
    y = np.exp(x - np.maximum.reduce(x, axis, keepdims=True, initial=-np.inf))
    y /= np.add.reduce(y, axis, keepdims=True)
    return y


@method
def log_softmax(input, dim=None):
    """log(softmax(x)) along `dim`, computed without overflow.

    Shape: any, and the same out.

    Source: docs/chapters/loss-functions.md
    """
    a = floats(input)
    axis = axes(a, -1 if dim is None else dim)
    y = log_softmax_of(a.array, axis)

    def pullback(g):
        return g - np.exp(y) * np.add.reduce(g, axis, keepdims=True)

    return record(y, (a, pullback))


def log_softmax_of(x, axis):
    """log_softmax of an array."""
    z = x - np.maximum.reduce(x, axis, keepdims=True, initial=-np.inf)
    return z - np.log(np.add.reduce(np.exp(z), axis, keepdims=True))


@method
def erf(input):
    """The error function, 2/√π ∫₀ˣ exp(-t²) dt: between -1 and 1.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """
    slope = 2 / math.sqrt(math.pi)
    return smooth(input, erf_of, lambda g, x, y: g * (slope * np.exp(-x * x)))
