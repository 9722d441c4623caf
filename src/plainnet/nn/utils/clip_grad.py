"""Gradients kept from growing too large, by their length or one by one."""

import math

import numpy as np

from ...creation import tensor
from ...tensor import Tensor


def _gradients(parameters):
    parameters = [parameters] if isinstance(parameters, Tensor) else parameters
    return [p.grad.array for p in parameters if p.grad is not None]


def clip_grad_norm_(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False):
    """Scale all gradients by min(1, max_norm / (norm + 1e-6)), in place.

    The norm is that of one vector which holds all gradients, so their direction stays.

    Args:
        parameters: tensors, or one tensor; those without a gradient are skipped.
        max_norm: the longest that the vector may be.
        norm_type: 2 for the length, math.inf for the largest element.
        error_if_nonfinite: whether a norm of nan or inf is an error.

    Shape: gradients of any shapes → ()

    Returns:
        The norm before clipping.

    Raises:
        RuntimeError: for such a norm, where wanted.

    Example:
        >>> import plainnet as torch
        >>> w = torch.zeros(2, requires_grad=True)
        >>> w.grad = torch.tensor([3.0, 4.0])
        >>> torch.nn.utils.clip_grad_norm_([w], max_norm=1.0)
        tensor(5.)
        >>> w.grad
        tensor([0.6000, 0.8000])

    Source: docs/chapters/recurrent-networks.md; Pascanu and others, 2013, algorithm 1.
    """
    gradients = _gradients(parameters)
    if not gradients:
        return tensor(0.0)
    lengths = np.array([np.linalg.norm(g.reshape(-1), norm_type) for g in gradients])
    norm = np.linalg.norm(lengths, norm_type)
    if error_if_nonfinite and not math.isfinite(norm):
        raise RuntimeError(
            f"clip_grad_norm_ expected a finite norm of the gradients, got {norm}: a "
            "non-finite one cannot be clipped; look for a division by 0, or lower lr"
        )
    scale = max_norm / (norm + 1e-6)
    if not scale >= 1:
        for g in gradients:
            g *= scale
    return Tensor(np.array(norm, gradients[0].dtype))


def clip_grad_value_(parameters, clip_value):
    """Every element of every gradient cut off at -clip_value and clip_value, in place.

    Args:
        parameters: tensors, or one tensor; those without a gradient are skipped.
        clip_value: the largest size of an element.

    Shape: gradients of any shapes.

    Example:
        >>> import plainnet as torch
        >>> w = torch.zeros(2, requires_grad=True)
        >>> w.grad = torch.tensor([3.0, -0.5])
        >>> torch.nn.utils.clip_grad_value_([w], clip_value=1.0)
        >>> w.grad
        tensor([ 1.0000, -0.5000])

    Source: docs/chapters/recurrent-networks.md
    """
    for g in _gradients(parameters):
        np.clip(g, -clip_value, clip_value, out=g)
