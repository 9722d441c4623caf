"""Affine maps: linear and bilinear."""

import numpy as np

from ..autograd import record
from ..products import einsum, same_dtype


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
    _check(input, weight, bias)
    rows = x if x.ndim == 2 else x.reshape(-1, x.shape[-1])  # (N, in)
    y = rows.dot(W.T)  # (N, out)

    def flat(g):
        return g if g.ndim == 2 else g.reshape(-1, len(W))

    # y = x Wᵀ + b: dL/dx = g W, dL/dW = gᵀ x, dL/db = Σ g
    def to_input(g):
        return flat(g).dot(W).reshape(x.shape)

    def to_weight(g):
        return rows.T.dot(flat(g)).T  # in the memory order of W

    to_input.__qualname__ = to_weight.__qualname__ = "linear"
    if x.ndim != 2:
        y = y.reshape(*x.shape[:-1], len(W))
    if bias is None:
        return record(y, (input, to_input), (weight, to_weight))
    y += bias.array
    return record(
        y,
        (bias, lambda g: np.add.reduce(flat(g), 0)),
        (input, to_input),
        (weight, to_weight),
    )


def _check(input, weight, bias):
    x, W = input.array, weight.array
    if x.ndim == 0 or W.ndim != 2 or x.shape[-1] != W.shape[1]:
        raise RuntimeError(
            f"linear expected an input of shape (..., {W.shape[-1]}) for a weight of "
            f"shape {W.shape}, got {x.shape}: mat1 and mat2 shapes cannot be multiplied; "
            "the input's last dimension must be in_features"
        )
    if x.dtype != W.dtype:
        same_dtype("linear", input, weight)
    if bias is not None and bias.array.shape != (len(W),):
        raise RuntimeError(
            f"linear expected a bias of shape ({len(W)},), got {bias.array.shape}"
        )


def bilinear(input1, input2, weight, bias=None):
    """x1 @ W[k] @ x2 + b[k] for every output k.

    Shape:
        input1 (..., in1), input2 (..., in2), weight (out, in1, in2) → (..., out)
    """
    y = einsum("...i,kij,...j->...k", input1, weight, input2)
    return y if bias is None else y + bias
