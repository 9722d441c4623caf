"""How weights start: functions that fill a tensor in place and return it.

A layer keeps the size of what passes through it when the variance of its weights is
about 1 / fan_in, so the scale is chosen from the numbers of inputs and outputs. The
random ones take `generator=`; without it they draw from the default stream.
"""

import math
import warnings

import numpy as np

from .. import autograd
from ..in_place import overwrite
from ..random import default_generator, draws
from ..random.truncated import truncated_normal

LINEAR = ("linear", "sigmoid", *(f"conv{n}d" for n in (1, 2, 3)),
          *(f"conv_transpose{n}d" for n in (1, 2, 3)))  # fmt: skip


def calculate_gain(nonlinearity, param=None):
    """By how much weights before this activation are enlarged to keep the variance.

    Args:
        nonlinearity: "linear", "conv1d" ..., "sigmoid", "tanh", "relu", "leaky_relu"
            or "selu".
        param: the negative slope of "leaky_relu"; 0.01 if None.

    Raises:
        ValueError: for another name, or a slope that is no number.

    Example:
        >>> import plainnet as torch
        >>> torch.nn.init.calculate_gain("relu")
        1.4142135623730951

    Source: docs/chapters/signal-flow.md; He and others, 2015, section 2.2.
    """
    if nonlinearity in LINEAR:
        return 1
    if nonlinearity == "leaky_relu":
        return math.sqrt(2.0 / (1 + _slope(param) ** 2))
    gains = {"tanh": 5.0 / 3, "relu": math.sqrt(2.0), "selu": 3.0 / 4}
    if nonlinearity not in gains:
        known = ", ".join(sorted({*LINEAR, *gains, "leaky_relu"}))
        raise ValueError(f"calculate_gain expected one of {known}; got {nonlinearity!r}")
    return gains[nonlinearity]


def _slope(param):
    if param is None:
        return 0.01
    if isinstance(param, bool) or not isinstance(param, int | float):
        raise ValueError(f"leaky_relu expected a number as slope, got {param!r}")
    return param


# --- the same for every element, or a pattern -----------------------------------------


def constant_(tensor, val):
    """Every element is `val`.

    Shape: any, and the same out.

    Source: docs/chapters/signal-flow.md
    """
    return _written(tensor, val)


def ones_(tensor):
    """Every element is 1.

    Shape: any, and the same out.

    Source: docs/chapters/signal-flow.md
    """
    return _written(tensor, 1.0)


def zeros_(tensor):
    """Every element is 0.

    Shape: any, and the same out.

    Source: docs/chapters/signal-flow.md
    """
    return _written(tensor, 0.0)


def eye_(tensor):
    """Ones on the diagonal, zeros elsewhere: a linear layer that passes its input on.

    Shape: (out, in).

    Raises:
        ValueError: where the tensor has not 2 dimensions.

    Source: docs/chapters/signal-flow.md
    """
    if tensor.ndim != 2:
        raise ValueError(f"eye_ expected 2 dimensions, got shape {tensor.array.shape}")
    return _written(tensor, np.eye(*tensor.array.shape))


# --- drawn ----------------------------------------------------------------------------


def uniform_(tensor, a=0.0, b=1.0, generator=None):
    """Uniform in [a, b).

    Shape: any, and the same out.

    Source: docs/chapters/signal-flow.md
    """
    return _drawn(tensor, draws.uniform, generator, a, b)


def normal_(tensor, mean=0.0, std=1.0, generator=None):
    """Normally distributed.

    Shape: any, and the same out.

    Source: docs/chapters/signal-flow.md
    """
    return _drawn(tensor, draws.normal, generator, mean, std)


def xavier_uniform_(tensor, gain=1.0, generator=None):
    """Uniform with variance gain**2 * 2 / (fan_in + fan_out).

    Args:
        tensor: weights of at least 2 dimensions.
        gain: see `calculate_gain`.

    Shape: (out, in) or (out, in, kernel...).

    Raises:
        ValueError: for fewer than 2 dimensions.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.nn.init.xavier_uniform_(torch.empty(2, 2))
        tensor([[-0.0092,  0.6570],
                [-1.0080, -0.9013]])

    Source: docs/chapters/signal-flow.md; Glorot and Bengio, 2010, equation 16.
    """
    bound = math.sqrt(3.0) * _xavier_std(tensor, gain)
    return uniform_(tensor, -bound, bound, generator)


def xavier_normal_(tensor, gain=1.0, generator=None):
    """Normal with variance gain**2 * 2 / (fan_in + fan_out).

    Arguments, shape and errors are those of `xavier_uniform_`.

    Shape: (out, in) or (out, in, kernel...).

    Source: docs/chapters/signal-flow.md; Glorot and Bengio, 2010, equation 12.
    """
    return normal_(tensor, 0.0, _xavier_std(tensor, gain), generator)


def _xavier_std(tensor, gain):
    fan_in, fan_out = _fans(tensor)
    return gain * math.sqrt(2.0 / float(fan_in + fan_out))


def kaiming_uniform_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None):
    """Uniform with variance gain**2 / fan.

    Args:
        tensor: weights of at least 2 dimensions.
        a: the negative slope, for "leaky_relu".
        mode: "fan_in" keeps the size of values forward, "fan_out" that of gradients.
        nonlinearity: what follows the layer; see `calculate_gain`.

    Shape: (out, in) or (out, in, kernel...).

    Raises:
        ValueError: for fewer than 2 dimensions, another mode or nonlinearity.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.nn.init.kaiming_uniform_(torch.empty(2, 2), nonlinearity="relu")
        tensor([[-0.0130,  0.9291],
                [-1.4256, -1.2747]])

    Source: docs/chapters/signal-flow.md; He and others, 2015, equation 10.
    """
    if _is_empty(tensor):
        return tensor
    bound = math.sqrt(3.0) * _kaiming_std(tensor, a, mode, nonlinearity)
    return uniform_(tensor, -bound, bound, generator)


def kaiming_normal_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None):
    """Normal with variance gain**2 / fan.

    Arguments, shape and errors are those of `kaiming_uniform_`.

    Shape: (out, in) or (out, in, kernel...).

    Source: docs/chapters/signal-flow.md; He and others, 2015, equation 10.
    """
    if _is_empty(tensor):
        return tensor
    return normal_(tensor, 0, _kaiming_std(tensor, a, mode, nonlinearity), generator)


def _is_empty(tensor):
    if tensor.array.size:
        return False
    warnings.warn("a tensor without elements has nothing to initialise", stacklevel=3)
    return True


def _kaiming_std(tensor, a, mode, nonlinearity):
    mode = mode.lower()
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f"mode expected 'fan_in' or 'fan_out', got {mode!r}")
    fan = _fans(tensor)[mode == "fan_out"]
    return calculate_gain(nonlinearity, a) / math.sqrt(fan)


def trunc_normal_(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None):
    """Normally distributed, but drawn again until it lies in [a, b].

    Args:
        tensor: what to fill.
        mean, std: of the normal distribution.
        a, b: the smallest and the largest value.

    Shape: (*).

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.nn.init.trunc_normal_(torch.empty(3))
        tensor([ 1.5410, -0.2934, -1.3986])

    Source: docs/chapters/signal-flow.md
    """
    if mean < a - 2 * std or mean > b + 2 * std:
        warnings.warn(
            f"trunc_normal_: the mean {mean} lies more than 2 std outside [{a}, {b}]; "
            "the distribution may be off",
            stacklevel=2,
        )
    return _drawn(tensor, truncated_normal, generator, mean, std, a, b)


def orthogonal_(tensor, gain=1, generator=None):
    """Rows (or columns, whichever are fewer) of length `gain`, at right angles.

    Args:
        tensor: weights; dimensions after the first are taken as one.
        gain: the length.

    Shape: (out, in) or (out, in, kernel...).

    Raises:
        ValueError: for fewer than 2 dimensions.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> w = torch.nn.init.orthogonal_(torch.empty(2, 3))
        >>> torch.allclose(w @ w.T, torch.eye(2), atol=1e-6)
        True

    Source: docs/chapters/signal-flow.md; Saxe and others, 2014, section 3.
    """
    shape = tensor.array.shape
    if len(shape) < 2:
        raise ValueError(f"orthogonal_ expected 2 or more dimensions, got {shape}")
    if not tensor.array.size:
        return tensor
    flat = (shape[0], tensor.array.size // shape[0])
    stream = generator or default_generator
    drawn = draws.normal(stream, flat, dtype=tensor.array.dtype)
    wide = flat[0] < flat[1]
    q, r = np.linalg.qr(drawn.T if wide else drawn)
    q = q * np.sign(np.diag(r))  # makes every orthogonal matrix equally likely
    return _written(tensor, gain * (q.T if wide else q).reshape(shape))


# --- shared ---------------------------------------------------------------------------


def _fans(tensor):
    """How many inputs one output has, and how many outputs one input."""
    shape = tensor.array.shape
    if len(shape) < 2:
        raise ValueError(
            f"fan in and fan out expected 2 or more dimensions, got shape {shape}: start biases with zeros_"
        )
    kernel = math.prod(shape[2:])
    return shape[1] * kernel, shape[0] * kernel


def _drawn(tensor, draw, generator, *parameters):
    x, stream = tensor.array, generator or default_generator
    return _written(tensor, draw(stream, x.shape, *parameters, dtype=x.dtype))


def _written(tensor, values):
    with autograd.no_grad():
        return overwrite(tensor, values, "init")
