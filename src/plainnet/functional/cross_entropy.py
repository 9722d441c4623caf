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

    Source: docs/chapters/loss-functions.md
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


def _of_classes(name, input, target, weight, ignore_index, reduction, smoothing):
    """nll_loss and cross_entropy for class numbers: the truth is 1 in one place."""
    check_reduction(reduction)
    x, t = input.array, target.array
    _check_classes(name, x, t, ignore_index)
    classes = x.shape[_classes_axis(x)]
    w = np.ones(classes, x.dtype) if weight is None else weight.array
    counted = t != ignore_index
    labels = np.where(counted, t, 0)
    each = w[labels] * counted  # what an example weighs in the mean
    truth = np.equal(labels[..., None], np.arange(classes)) * (each * (1 - smoothing))[..., None]
    if smoothing:  # a part of the truth is spread over all classes
        truth += counted[..., None] * (w * (smoothing / classes))
    count = np.add.reduce(each, None) if reduction == "mean" else 1
    return _weighed(name, input, truth.astype(x.dtype), reduction, count)


def _of_probabilities(input, target, weight, reduction, smoothing):
    """cross_entropy with a probability for each class as target."""
    check_reduction(reduction)
    x, t = input.array, target.array
    same_shape("cross_entropy", x, t)
    t = np.moveaxis(t, _classes_axis(t), -1)
    w = 1 if weight is None else weight.array
    truth = w * (t * (1 - smoothing) + smoothing / t.shape[-1])
    count = x.dtype.type(t[..., 0].size if reduction == "mean" else 1)
    return _weighed("cross_entropy", input, truth, reduction, count, (target, w * (1 - smoothing)))


def _classes_axis(x):
    """The dimension of the classes: the second, or the only one."""
    return 1 if x.ndim > 1 else 0


def _weighed(name, input, truth, reduction, count, share=None):
    """-Σ truth * log p, over `count`; truth has the classes last.

    Args:
        share: (target, its factor in truth) where the target gets a gradient too.
    """
    axis = _classes_axis(input.array)
    scores = np.moveaxis(input.array, axis, -1)  # (..., C)
    logp = log_softmax_of(scores, -1) if name == "cross_entropy" else scores
    products = np.multiply(truth, logp, out=np.zeros_like(logp), where=truth != 0)  # 0 * inf is 0
    loss = -np.add.reduce(products, -1)
    value = loss if reduction == "none" else np.add.reduce(loss, None)

    def upstream(gradient):
        return (gradient[..., None] if reduction == "none" else gradient) / count

    def to_input(g):  # dL/d log p = -truth; through log_softmax: p Σ truth - truth
        gx = -truth
        if name == "cross_entropy":
            gx += np.exp(logp) * np.add.reduce(truth, -1, keepdims=True)
        return np.moveaxis(gx * upstream(g), -1, axis)

    def to_target(g):
        return np.moveaxis(-share[1] * logp * upstream(g), -1, axis)

    edges = [(input, to_input)] + ([(share[0], to_target)] if share else [])
    return record(value / count, *edges, name=name)


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
