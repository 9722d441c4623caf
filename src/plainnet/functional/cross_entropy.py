"""Losses of scores for classes: cross_entropy and nll_loss.

The target is a class number per example, or a probability per class.
"""

import numpy as np

from ..autograd import record
from .activation import log_softmax_of
from .loss import check_reduction, same_shape


def nll_loss(input, target, weight=None, ignore_index=-100, reduction="mean"):
    """-input[target]: the negative log-likelihood, from log-probabilities.

    Args: as for `cross_entropy`.

    Shape: input (N, C) or (C) or (N, C, ...), target (N) or () or (N, ...).
    """
    return _of_classes("nll_loss", input, target, weight, ignore_index, reduction, 0.0)


def cross_entropy(input, target, weight=None, ignore_index=-100, reduction="mean", label_smoothing=0.0):
    """-log(softmax(input))[target]: the cross-entropy, from logits.

    Args:
        input: logits, any numbers.
        target: class numbers (int64) in [0, C), or probabilities in input's shape.
        weight: a factor per class; the mean is then weighted by it.
        ignore_index: a target that does not count.
        label_smoothing: the share of the truth, in [0, 1], that is spread evenly over
            all classes.

    Shape:
        input (N, C) or (C) or (N, C, ...), target (N) or () or (N, ...), or input's
        shape for probabilities; () out, or target's shape for reduction "none".

    Raises:
        IndexError: for a class number outside [0, C).
        ValueError: where input and target disagree in the number of examples.

    Example:
        >>> import plainnet as torch
        >>> import plainnet.nn.functional as F
        >>> F.cross_entropy(torch.tensor([[2.0, 1.0, 0.1]]), torch.tensor([0]))
        tensor(0.4170)

    Source: docs/chapters/loss-functions.md
    """
    if not 0 <= label_smoothing <= 1:
        raise RuntimeError(f"cross_entropy expected label_smoothing in [0, 1], got {label_smoothing}")
    if target.array.dtype.kind == "f":
        return _of_probabilities(input, target, weight, reduction, label_smoothing)
    usual = weight is None and reduction == "mean" and not label_smoothing
    if usual and _all_count(input.array, target.array, ignore_index):
        return _mean_of_rows(input, target.array)
    return _of_classes("cross_entropy", input, target, weight, ignore_index, reduction, label_smoothing)


def _all_count(x, t, ignore_index):
    """Whether every row of x has a class number in t, and none is ignored."""
    if x.ndim != 2 or t.dtype != np.int64 or not t.size or t.shape != x.shape[:1]:
        return False
    if 0 <= ignore_index < x.shape[1]:
        return False
    largest = np.maximum.reduce(t.view(np.uint64))  # negative numbers are huge there
    return largest < x.shape[1]


def _mean_of_rows(input, t):
    """The usual case, in half the time of `_of_classes`."""
    x, n = input.array, np.arange(len(t))
    z = x - np.maximum.reduce(x, 1, keepdims=True)
    p = np.exp(z)
    total = np.add.reduce(p, 1, keepdims=True)
    loss = np.add.reduce(np.log(total), None) - np.add.reduce(z[n, t])

    def pullback(g):  # softmax - truth, over N
        gx = p / total
        gx[n, t] -= 1
        gx *= g / len(t)
        return gx

    return record(loss / len(t), (input, pullback), name="cross_entropy")


def _classes_last(x):
    """The array with its class dimension (the second, or the only one) at the end."""
    return np.moveaxis(x, 1, -1) if x.ndim > 2 else x


def _classes_back(x, ndim):
    return np.moveaxis(x, -1, 1) if ndim > 2 else x


def _of_classes(name, input, target, weight, ignore_index, reduction, smoothing):
    """nll_loss and cross_entropy for class numbers."""
    check_reduction(reduction)
    x, t = input.array, target.array
    _check_classes(name, x, t, ignore_index)
    scores = _classes_last(x)
    rows = scores.reshape(-1, scores.shape[-1])  # (N, C)
    logp = log_softmax_of(rows, 1) if name == "cross_entropy" else rows
    w = np.ones(rows.shape[1], x.dtype) if weight is None else weight.array
    labels, each, counted = _counted(t.reshape(-1), w, ignore_index)
    n = np.arange(len(rows))
    loss = -logp[n, labels] * each  # (N)
    if smoothing:  # a part of the truth is spread over all classes
        spread = counted[:, None] * (w * (smoothing / rows.shape[1]))
        loss = (1 - smoothing) * loss - (logp * spread).sum(1)
    scale = np.add.reduce(each) if reduction == "mean" else 1
    value = loss.reshape(t.shape) if reduction == "none" else np.add.reduce(loss) / scale

    def pullback(g):  # dL/d log p = -truth; through log_softmax: p Σ truth - truth
        sums, share = each, (1 - smoothing) * each
        gx = np.zeros_like(rows)
        if smoothing:
            sums = share + spread.sum(1)
        if name == "cross_entropy":
            gx = np.exp(logp) * sums[:, None]
        gx[n, labels] -= share
        if smoothing:
            gx -= spread
        gx *= g.reshape(-1, 1) if reduction == "none" else g / scale
        return _classes_back(gx.reshape(scores.shape), x.ndim)

    return record(value, (input, pullback), name=name)


def _counted(labels, w, ignore_index):
    """(class numbers, each example's weight, which count); ignored ones weigh 0."""
    counted = labels != ignore_index
    if counted.all():
        return labels, w[labels], counted
    labels = np.where(counted, labels, 0)
    return labels, w[labels] * counted, counted


def _check_classes(name, x, t, ignore_index):
    if t.dtype.kind not in "iu":
        raise RuntimeError(f"{name} expected class numbers of torch.int64, got {t.dtype}: use .long()")
    wanted = x.shape[:1] + x.shape[2:] if x.ndim > 1 else ()
    if not x.ndim or t.shape != wanted:
        raise ValueError(
            f"{name} expected a target of shape {wanted} for an input of shape "
            f"{x.shape} (classes in dimension 1), got {t.shape}"
        )
    classes = x.shape[1] if x.ndim > 1 else x.shape[0]
    if not t.size or (np.minimum.reduce(t, None) >= 0 and np.maximum.reduce(t, None) < classes):
        return
    wrong = t[(t != ignore_index) & ((t < 0) | (t >= classes))]
    if wrong.size:
        raise IndexError(
            f"{name} expected class numbers from 0 to {classes - 1}, got {wrong[0]}: "
            f"Target {wrong[0]} is out of bounds; is the last layer wide enough?"
        )


def _of_probabilities(input, target, weight, reduction, smoothing):
    """cross_entropy with a probability for each class as target."""
    check_reduction(reduction)
    x, t = input.array, target.array
    same_shape("cross_entropy", x, t)
    axis = 1 if x.ndim > 1 else 0
    classes = x.shape[axis]
    w = 1 if weight is None else weight.array.reshape(-1, *(1,) * (x.ndim - 1 - axis))
    truth = w * (t * (1 - smoothing) + smoothing / classes)
    logp = log_softmax_of(x, axis)
    loss = -np.add.reduce(truth * logp, axis)
    value = loss if reduction == "none" else np.add.reduce(loss, None)
    count = x.dtype.type(loss.size if reduction == "mean" else 1)

    def slope(upstream):
        g = upstream / count
        return np.expand_dims(g, axis) if reduction == "none" else g

    def to_input(g):
        total = np.add.reduce(truth, axis, keepdims=True)
        return (np.exp(logp) * total - truth) * slope(g)

    def to_target(g):
        return -w * (1 - smoothing) * logp * slope(g)

    edges = (input, to_input), (target, to_target)
    return record(value / count, *edges, name="cross_entropy")
