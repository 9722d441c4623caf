"""Dropout: a random part of the numbers is left out while training."""

import numpy as np

from ..autograd import record
from ..random import default_generator, draws


def dropout(input, p=0.5, training=True, inplace=False):
    """Each element times 0 with probability p, else times 1 / (1 - p).

    The scale keeps the expected value: E[y] = (1 - p) * x / (1 - p) = x, so nothing
    need change when training is over.

    Args:
        input: what to leave elements out of.
        p: probability of leaving an element out, in [0, 1].
        training: outside of training the input is returned as it is.
        inplace: accepted as in torch; the input keeps its values all the same.

    Shape: (*) -> (*).

    Raises:
        ValueError: for a probability outside [0, 1].
        RuntimeError: where the input is not floating-point.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.nn.functional.dropout(torch.ones(6), p=0.5)
        tensor([0., 0., 2., 0., 0., 0.])

    Source: docs/chapters/overfitting-and-regularization.md; Srivastava and others, 2014, section 4.
    """
    return _masked(input, input.array.shape, p, training)


def dropout2d(input, p=0.5, training=True, inplace=False):
    """Each channel times 0 with probability p, else times 1 / (1 - p).

    Arguments and errors are those of `dropout`.

    Shape: (N, C, H, W) -> (N, C, H, W); also (N, C, L) -> (N, C, L).

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.nn.functional.dropout2d(torch.ones(1, 3, 1, 2))
        tensor([[[[0., 0.]],
        <BLANKLINE>
                 [[0., 0.]],
        <BLANKLINE>
                 [[2., 2.]]]])

    Source: docs/chapters/overfitting-and-regularization.md; Tompson and others, 2015, section 3.2.
    """
    shape = input.array.shape
    if len(shape) < 3:
        raise RuntimeError(f"dropout2d expected shape (N, C, H, W), got {shape}: use dropout")
    return _masked(input, shape[:2] + (1,) * (len(shape) - 2), p, training)


def check_probability(p):
    """Raise ValueError unless p is a probability."""
    if not 0 <= p <= 1:
        raise ValueError(f"dropout expected a probability p in [0, 1], got {p}")


def _masked(input, shape, p, training):
    check_probability(p)
    x = input.array
    if x.dtype.kind != "f":
        raise RuntimeError(f"dropout expected a floating-point input, got {input.dtype}: call .float() first")
    if not training or p == 0:
        return input
    if p == 1:  # nothing is drawn, as in torch
        scale = np.zeros((), x.dtype)
    else:
        keep = draws.bernoulli(default_generator, shape, 1 - p, x.dtype)
        scale = keep / x.dtype.type(1 - p)
    # dy/dx is the same mask, scaled
    return record(x * scale, (input, lambda g: g * scale))
