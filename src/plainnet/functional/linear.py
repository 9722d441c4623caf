"""Affine maps: linear and bilinear."""

import math

import numpy as np

from ..autograd import record
from ..products import einsum, mm, product, same_dtype


def linear(input, weight, bias=None):
    """input @ weight.T + bias: every output is a weighted sum of all inputs.

    Args:
        input: the examples.
        weight: one row per output.
        bias: one number per output, or None.

    Shape:
        input (..., in), weight (out, in), bias (out) → (..., out)

    Raises:
        RuntimeError: where lengths or dtypes differ.

    Example:
        >>> import plainnet as torch
        >>> import plainnet.nn.functional as F
        >>> x = torch.tensor([[0.5, -0.3, 0.7]])
        >>> F.linear(x, torch.tensor([[0.8, 1.2, -0.5]]), torch.tensor([0.1]))
        tensor([[-0.2100]])

    Source: docs/chapters/artificial-neuron.md
    """
    x, W = input.array, weight.array
    if x.dtype is not W.dtype:
        same_dtype("linear", input, weight)
    if x.ndim != 2:
        return _of_sequence(input, weight, bias)
    if bias is None:
        return mm(input, weight.t())
    try:
        y = product(x, W.T)  # (N, out)
        y += bias.array
    except ValueError:
        raise _no_fit(x, W, bias) from None
    # y = x Wᵀ + b, so dL/dx = g W, dL/dW = gᵀ x (in W's memory order), dL/db = Σ g
    return record(
        y,
        (input, lambda g: product(g, W)),
        (weight, lambda g: product(x.T, g).T),
        (bias, lambda g: np.add.reduce(g, 0)),
    )


def _of_sequence(input, weight, bias):
    """`linear` of a vector, or of rows with several leading dimensions."""
    x, W = input.array, weight.array
    if x.ndim == 0 or W.ndim != 2 or x.shape[-1] != W.shape[1]:
        raise _no_fit(x, W, bias)
    rows = input.reshape(math.prod(x.shape[:-1]), x.shape[-1])  # (N, in)
    return linear(rows, weight, bias).reshape(*x.shape[:-1], len(W))


def _no_fit(x, W, bias):
    b = "" if bias is None else f" and a bias of shape {bias.array.shape}"
    return RuntimeError(
        f"linear expected an input of shape (..., {W.shape[-1]}) for a weight of shape "
        f"{W.shape}{b}, got {x.shape}: mat1 and mat2 shapes cannot be multiplied; the "
        "input's last dimension must be in_features, the bias (out_features,)"
    )


def bilinear(input1, input2, weight, bias=None):
    """x1 @ W[k] @ x2 + b[k] for every output k.

    Shape:
        input1 (..., in1), input2 (..., in2), weight (out, in1, in2) → (..., out)

    Source: docs/chapters/specialised-architectures.md
    """
    y = einsum("...i,kij,...j->...k", input1, weight, input2)
    return y if bias is None else y + bias
