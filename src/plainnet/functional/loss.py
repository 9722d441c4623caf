"""Loss functions: how far a prediction is from its target, as one number.

`reduction` is "mean" (over all elements unless the docstring says otherwise), "sum", or
"none" for one loss per element.
"""

import numpy as np

from ..arithmetic import operands
from ..autograd import record
from ..elementwise import sigmoid_of


def check_reduction(reduction):
    if reduction not in ("mean", "sum", "none"):
        raise ValueError(
            f"reduction expected 'mean', 'sum' or 'none', got {reduction!r}: "
            f"{reduction} is not a valid value for reduction"
        )


def _reduced(loss, reduction):
    """(the loss, what each element's slope is divided by)."""
    if reduction == "none":
        return loss, 1
    total = np.add.reduce(loss, None)
    if reduction == "sum":
        return total, 1
    return total / loss.dtype.type(loss.size), loss.size


def _of_difference(name, input, target, reduction, loss, slope):
    """A loss of d = input - target: its slope towards input, the negative to target."""
    check_reduction(reduction)
    a, b = operands(input, target, name)
    d = a.array - b.array
    value, count = _reduced(loss(d), reduction)

    def to_input(g):
        return slope(d) * (g / d.dtype.type(count))

    # torch records no operation of its own for l1_loss
    recorded = {"l1_loss": "abs" if reduction == "none" else reduction}.get(name, name)
    return record(value, (a, to_input), (b, lambda g: -to_input(g)), name=recorded)


def mse_loss(input, target, reduction="mean"):
    """mean((input - target)**2): the mean squared error.

    Args:
        reduction: "mean" over all elements, "sum", or "none".

    Shape: input and target alike; () out, or their shape for "none".

    Example:
        >>> import plainnet as torch
        >>> import plainnet.nn.functional as F
        >>> F.mse_loss(torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.0, 2.0, 5.0]))
        tensor(1.3333)

    Source: docs/chapters/loss-functions.md
    """
    a, b = operands(input, target, "mse_loss")
    d = a.array - b.array
    if reduction != "mean" or not d.size:
        return _of_difference("mse_loss", a, b, reduction, np.square, lambda d: 2 * d)
    n, flat = d.size, d.reshape(-1)
    return record(flat.dot(flat) / n, (a, lambda g: d * (g * (2 / n))), (b, lambda g: d * (g * (-2 / n))))


def l1_loss(input, target, reduction="mean"):
    """mean(abs(input - target)): the mean absolute error.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """
    return _of_difference("l1_loss", input, target, reduction, np.abs, np.sign)


def huber_loss(input, target, reduction="mean", delta=1.0):
    """0.5 d**2 where |d| ≤ delta, else delta (|d| - delta / 2); d = input - target.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md; Huber, 1964.
    """
    if delta <= 0:
        raise RuntimeError(f"huber_loss expected delta > 0, got {delta}")

    def loss(d):
        size = np.abs(d)
        return np.where(size <= delta, 0.5 * d * d, delta * (size - 0.5 * delta))

    return _of_difference("huber_loss", input, target, reduction, loss, lambda d: np.clip(d, -delta, delta))


def smooth_l1_loss(input, target, reduction="mean", beta=1.0):
    """0.5 d**2 / beta where |d| < beta, else |d| - beta / 2; d = input - target.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """
    if beta < 0:
        raise RuntimeError(f"smooth_l1_loss expected beta >= 0, got {beta}")
    if beta == 0:
        return l1_loss(input, target, reduction)

    def loss(d):
        size = np.abs(d)
        return np.where(size < beta, 0.5 * d * d / beta, size - 0.5 * beta)

    return _of_difference(
        "smooth_l1_loss", input, target, reduction, loss, lambda d: np.clip(d / beta, -1, 1)
    )


def binary_cross_entropy(input, target, weight=None, reduction="mean"):
    """-(t log p + (1 - t) log(1 - p)) with p the prediction; logarithms stop at -100.

    Args:
        input: probabilities in [0, 1].
        target: truth, 0 or 1 (or between).
        weight: a factor per element.

    Shape: input and target alike; () out.

    Raises:
        RuntimeError: for predictions outside [0, 1].
        ValueError: where the shapes differ.

    Source: docs/chapters/loss-functions.md
    """
    check_reduction(reduction)
    p, t = input.array, target.array
    same_shape("binary_cross_entropy", p, t)
    if p.size and not (p.min() >= 0 and p.max() <= 1):
        raise RuntimeError(
            "binary_cross_entropy expected probabilities: all elements of input should be between 0 and 1, "
            f"got {p.min():g} to {p.max():g}; apply sigmoid, or use binary_cross_entropy_with_logits"
        )
    w = 1 if weight is None else weight.array
    yes, no = np.maximum(np.log(p), -100), np.maximum(np.log1p(-p), -100)
    value, count = _reduced(-w * (t * yes + (1 - t) * no), reduction)

    def to_input(g):  # (p - t) / (p (1 - p)), kept finite at 0 and 1
        return g / p.dtype.type(count) * w * (p - t) / np.maximum(p * (1 - p), 1e-12)

    def to_target(g):
        return g / p.dtype.type(count) * w * (np.log1p(-p) - np.log(p))

    return record(value, (input, to_input), (target, to_target))


def same_shape(name, a, b):
    if a.shape != b.shape:
        raise ValueError(
            f"{name} expected target and input of one shape, got input {a.shape} and "
            f"target {b.shape}: squeeze or unsqueeze one of them"
        )


def binary_cross_entropy_with_logits(input, target, weight=None, reduction="mean", pos_weight=None):
    """binary_cross_entropy(sigmoid(x), t), computed from the logits without overflow.

    max(x, 0) - x t + log(1 + exp(-|x|)); `pos_weight` is a factor on the positive part.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """
    check_reduction(reduction)
    x, t = input.array, target.array
    same_shape("binary_cross_entropy_with_logits", x, t)
    w = 1 if weight is None else weight.array
    heavy = 1 if pos_weight is None else 1 + (pos_weight.array - 1) * t
    rest = np.log1p(np.exp(-np.abs(x))) + np.maximum(-x, 0)  # -log sigmoid(x)
    value, count = _reduced(w * ((1 - t) * x + heavy * rest), reduction)

    def to_input(g):  # d(-log σ(x))/dx = σ(x) - 1
        slope = (1 - t) + heavy * (sigmoid_of(x) - 1)
        return slope * w * (g / x.dtype.type(count))

    def to_target(g):
        more = 0 if pos_weight is None else (pos_weight.array - 1) * rest
        return (more - x) * w * (g / x.dtype.type(count))

    return record(value, (input, to_input), (target, to_target))


def kl_div(input, target, reduction="mean", log_target=False):
    """target * (log(target) - input), reduced: the Kullback-Leibler divergence.

    Args:
        input: log-probabilities of the model.
        target: probabilities, or their logarithms with `log_target`.
        reduction: "batchmean" (the sum over the number of rows: the divergence as the
            formula means it), "mean" over all elements, "sum", or "none".

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """
    batchmean = reduction == "batchmean"
    check_reduction("sum" if batchmean else reduction)
    a, b = operands(input, target, "kl_div")
    logq, t = a.array, b.array
    p = np.exp(t) if log_target else t
    logp = t if log_target else np.log(np.where(t > 0, t, 1))
    value, count = _reduced(p * (logp - logq), "sum" if batchmean else reduction)
    if batchmean:
        count = len(logq)
        value = value / logq.dtype.type(count)

    def to_input(g):
        return -p * (g / p.dtype.type(count))

    def to_target(g):
        slope = p * (logp - logq + 1) if log_target else (logp - logq + 1) * (t > 0)
        return slope * (g / p.dtype.type(count))

    return record(value, (a, to_input), (b, to_target))
