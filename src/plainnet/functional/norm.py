"""Normalisation: mean 0 and variance 1, over a batch, a layer or a group.

The derivative, with y = (x - mean) / sigma over n numbers, and g = dL/dy, is
dL/dx = (g - mean(g) - y mean(g y)) / sigma: the mean and the variance depend on x too.
"""

import math

import numpy as np

from ..autograd import record
from ..products import same_dtype


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    """(x - mean) / sqrt(var + eps) * weight + bias, over the last dimensions.

    Args:
        input: the examples.
        normalized_shape: the lengths of the last dimensions, those to average over.
        weight, bias: of normalized_shape, or None.
        eps: keeps the division finite, at least 0.

    Shape: (..., D) → (..., D)

    Raises:
        RuntimeError: where the last dimensions are not normalized_shape.

    Example:
        >>> import plainnet as torch
        >>> torch.nn.functional.layer_norm(torch.tensor([1.0, 2.0, 3.0]), (3,))
        tensor([-1.2247,  0.0000,  1.2247])

    Source: docs/chapters/signal-flow.md; Ba and others, 2016, equation 3.
    """
    _check_shape("layer_norm", input, normalized_shape, weight, bias)
    view = (-1, math.prod(normalized_shape))  # (M, D)
    return _normalized("native_layer_norm", input, weight, bias, view, -1, view, eps)


def rms_norm(input, normalized_shape, weight=None, eps=None):
    """x / sqrt(mean(x**2) + eps) * weight, over the last dimensions of each example.

    Args:
        input: the examples.
        normalized_shape: the lengths of the last dimensions, those to average over.
        weight: of normalized_shape, or None.
        eps: keeps the division finite; the distance from 1 to the next number if None.

    Shape: (..., D) → (..., D)

    Raises:
        RuntimeError: where the last dimensions are not normalized_shape.

    Example:
        >>> import plainnet as torch
        >>> torch.nn.functional.rms_norm(torch.tensor([3.0, 4.0]), (2,))
        tensor([0.8485, 1.1314])

    Source: docs/chapters/transformers.md; Zhang and Sennrich, 2019, equation 4.
    """
    _check_shape("rms_norm", input, normalized_shape, weight, None)
    eps = np.finfo(input.array.dtype).eps.item() if eps is None else eps
    view = (-1, math.prod(normalized_shape))  # (M, D)
    zero = input.array.dtype.type(0)
    return _normalized("rms_norm", input, weight, None, view, -1, view, eps, mean=zero)


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-5):
    """`layer_norm` over each of num_groups groups of channels; one weight per channel.

    Args:
        input: the examples.
        num_groups: into how many groups the channels are split.
        weight, bias: of shape (C), or None.
        eps: keeps the division finite, at least 0.

    Shape: (N, C, ...) → (N, C, ...)

    Raises:
        RuntimeError: where num_groups does not divide the number of channels.

    Example:
        >>> import plainnet as torch
        >>> x = torch.tensor([[1.0, 3.0, 10.0, 30.0]])
        >>> torch.nn.functional.group_norm(x, 2)
        tensor([[-1.0000,  1.0000, -1.0000,  1.0000]])

    Source: docs/chapters/signal-flow.md; Wu and He, 2018, equation 7.
    """
    shape = input.array.shape
    if len(shape) < 2 or num_groups < 1 or shape[1] % num_groups:
        raise RuntimeError(
            "group_norm: Expected number of channels in input to be divisible by "
            f"num_groups, but got input of shape {list(shape)} and {num_groups}"
        )
    _check_affine("group_norm", input, weight, bias, (shape[1],))
    groups, channels = (shape[0], num_groups, -1), (*shape[:2], -1)
    return _normalized("native_group_norm", input, weight, bias, groups, -1, channels, eps)


def batch_norm(
    input, running_mean, running_var, weight=None, bias=None, training=False,
    momentum=0.1, eps=1e-5,
):  # fmt: skip
    """(x - mean) / sqrt(var + eps) * weight + bias, over all examples of each channel.

    Args:
        input: the examples.
        running_mean, running_var: estimates for prediction, of shape (C), or None. In
            training they are changed in place: the new one is
            (1 - momentum) * old + momentum * value, where the value of running_var is
            the unbiased variance (the division is by n - 1; for y it is by n).
        weight, bias: of shape (C), or None.
        training: whether mean and variance are those of this batch, or the estimates.
        momentum: the share of this batch in the new estimates, in [0, 1].
        eps: keeps the division finite, at least 0.

    Shape: (N, C), (N, C, L) or (N, C, H, W), and the same out.

    Raises:
        ValueError: in training, for only one number per channel.
        RuntimeError: where shapes do not fit.

    Example:
        >>> import plainnet as torch
        >>> x = torch.tensor([[1.0, 10.0], [3.0, 30.0]])
        >>> torch.nn.functional.batch_norm(x, None, None, training=True)
        tensor([[-1.0000, -1.0000],
                [ 1.0000,  1.0000]])

    Source: docs/chapters/signal-flow.md; Ioffe and Szegedy, 2015, algorithm 1.
    """
    x, name = input.array, "batch_norm"
    if x.ndim < 2:
        raise RuntimeError(f"{name} expected shape (N, C, ...), got {x.shape}")
    channels = (*x.shape[:2], math.prod(x.shape[2:]))  # (N, C, L)
    per_channel = [running_mean, running_var, weight, bias]
    for tensor in per_channel:
        _check_affine(name, input, tensor, None, (x.shape[1],))
    view = channels if x.ndim > 2 else channels[:2]
    if not training:
        column = (-1, 1) if x.ndim > 2 else (-1,)
        mean, var = (t.array.reshape(column) for t in per_channel[:2])
        return _normalized("native_batch_norm", input, weight, bias, view, None, view, eps, mean, var)
    count = channels[0] * channels[2]
    if count < 2:
        raise ValueError(
            f"{name}: Expected more than 1 value per channel when training, got input "
            f"size {list(x.shape)}: use a larger batch, or call eval() to predict"
        )
    axes = (0, 2) if x.ndim > 2 else 0
    if running_mean is not None:
        rows = x.reshape(view)
        _update(running_mean, rows.mean(axes), momentum)
        _update(running_var, rows.var(axes, ddof=1), momentum)
    return _normalized("native_batch_norm", input, weight, bias, view, axes, view, eps)


def _update(running, value, momentum):
    running.array *= 1 - momentum
    running.array += momentum * value.astype(running.array.dtype, copy=False)


def _mean(x, axis):
    if axis == -1:  # of rows, einsum sums fastest
        total = np.einsum("...i->...", x)[..., None]
    else:
        total = np.add.reduce(x, axis, keepdims=True)
    return total * (total.size / x.size if x.size else 1)


def _mean_product(a, b, axis):
    """mean(a * b); for rows without writing a * b down."""
    if axis != -1:
        return _mean(a * b, axis)
    return np.einsum("...i,...i->...", a, b)[..., None] / max(a.shape[-1], 1)


def _normalized(name, input, weight, bias, stats, axis, affine, eps, mean=None, var=None):
    """The common part.

    Args:
        stats, axis: the shape and the axes in which mean and variance are taken.
        affine: the shape in which weight and bias lie along axis 1.
        mean, var: where they are constants.
    """
    x = input.array.reshape(stats)
    unit = x - (_mean(x, axis) if mean is None else mean)
    if var is None:
        var = _mean_product(unit, unit, axis)
    scale = 1 / np.sqrt(var + x.dtype.type(eps))
    unit *= scale
    column = (-1,) if len(affine) == 2 else (-1, 1)
    w = None if weight is None else weight.array.reshape(column)
    y = unit.reshape(affine) * (1 if w is None else w)
    if bias is not None:
        y += bias.array.reshape(column)

    def to_input(g):
        g = g.reshape(affine)
        g = (g if w is None else g * w).reshape(stats)
        if axis is None:  # mean and variance are constants
            return (g * scale).reshape(input.array.shape)
        gx = g - unit * _mean_product(g, unit, axis)
        if mean is None:
            gx -= _mean(g, axis)
        gx *= scale
        return gx.reshape(input.array.shape)

    letters = "nc" if len(affine) == 2 else "ncl"

    def to_weight(g):
        product = f"{letters},{letters}->c"
        gw = np.einsum(product, g.reshape(affine), unit.reshape(affine))
        return gw.reshape(weight.array.shape)

    def to_bias(g):
        return np.einsum(f"{letters}->c", g.reshape(affine)).reshape(bias.array.shape)

    edges = [(input, to_input), (weight, to_weight), (bias, to_bias)]
    for _, pullback in edges:
        pullback.__qualname__ = name
    edges = [edge for edge in edges if edge[0] is not None]
    return record(y.reshape(input.array.shape), *edges)


def _check_shape(name, input, normalized_shape, weight, bias):
    wanted, shape = tuple(normalized_shape), input.array.shape
    if not wanted or shape[-len(wanted) :] != wanted:
        raise RuntimeError(
            f"{name}: Given normalized_shape={list(wanted)}, expected input with shape "
            f"[*, {', '.join(map(str, wanted))}], but got input of size {list(shape)}"
        )
    _check_affine(name, input, weight, bias, wanted)


def _check_affine(name, input, weight, bias, shape):
    for tensor in (weight, bias):
        if tensor is None:
            continue
        if tensor.array.shape != shape:
            raise RuntimeError(
                f"{name} expected weight and bias of shape {list(shape)} for input of "
                f"shape {list(input.array.shape)}, got {list(tensor.array.shape)}"
            )
        same_dtype(name, input, tensor)
