"""Attention: a mean of values, weighted by how well keys fit a query."""

import math

import numpy as np

from ..autograd import record
from ..indexing import where
from ..products import same_dtype
from ..tensor import Tensor
from .activation import softmax
from .dropout import dropout


def scaled_dot_product_attention(
    query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None
):
    """softmax(query @ key.T * scale + attn_mask) @ value.

    Args:
        query, key, value: vectors, one per position; leading dimensions (examples,
            heads) broadcast.
        attn_mask: what is added to the scores; or, of torch.bool, which keys a query
            may look at. A query that may look at none gets zeros.
        dropout_p: probability of leaving a weight out, in [0, 1]; always applied.
        is_causal: whether position i may look at positions up to i only.
        scale: 1 / √D if None.

    Shape:
        query (..., L, D), key (..., S, D), value (..., S, E), attn_mask (..., L, S)
        → (..., L, E)

    Raises:
        RuntimeError: where shapes or dtypes do not fit, and for a mask together with
            is_causal.

    Example:
        >>> import plainnet as torch
        >>> x = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
        >>> torch.nn.functional.scaled_dot_product_attention(x, x, x, is_causal=True)
        tensor([[1.0000, 0.0000],
                [0.3302, 0.6698]])

    Source: docs/chapters/attention.md; Vaswani and others, 2017, equation 1.
    """
    _check(query, key, value, attn_mask, is_causal)
    if is_causal:
        attn_mask = causal(query.array.shape[-2], key.array.shape[-2])
    if scale is None:
        scale = 1 / math.sqrt(query.array.shape[-1])
    if dropout_p > 0:
        scores = query @ key.transpose(-2, -1) * scale
        weights = softmax(masked(scores, attn_mask), -1)
        return dropout(weights, dropout_p) @ value
    return _attention(query, key, value, attn_mask, query.array.dtype.type(scale))


def _attention(query, key, value, mask, scale):
    """All in one, with the derivative of softmax worked in."""
    q, k, v = query.array, key.array, value.array
    scores = (q * scale) @ k.swapaxes(-1, -2)  # (..., L, S)
    learned = mask is not None and mask.array.dtype.kind != "b"
    if learned:
        scores += mask.array
    elif mask is not None:
        np.copyto(scores, -np.inf, where=~mask.array)
    weights = _softmax_or_zero(scores)
    y = weights @ v
    last = [None, None]

    def to_scores(gradient):  # needed for query, key and mask: computed once
        if last[0] is not gradient:
            # dw/ds of a row of softmax is diag(w) - w wᵀ, and w (g vᵀ)ᵀ is y gᵀ
            gs = gradient @ v.swapaxes(-1, -2)
            gs -= np.einsum("...i,...i->...", gradient, y)[..., None]
            gs *= weights
            last[:] = gradient, gs
        return last[1]

    def to_query(g):
        return to_scores(g) @ k * scale

    to_query.__qualname__ = "scaled_dot_product_attention"
    edges = [
        (query, to_query),
        (key, lambda g: to_scores(g).swapaxes(-1, -2) @ q * scale),
        (value, lambda g: weights.swapaxes(-1, -2) @ g),
    ]
    if learned:
        edges.append((mask, lambda g: to_scores(g).copy()))
    return record(y, *edges)


def _softmax_or_zero(scores):
    """softmax along the last axis, in place; zeros where all scores are -inf."""
    top = np.max(scores, -1, keepdims=True, initial=-np.inf)
    top[np.isneginf(top)] = 0
    scores -= top
    np.exp(scores, out=scores)
    total = np.einsum("...i->...", scores)[..., None]  # faster than np.sum
    total[total == 0] = 1
    scores /= total
    return scores


def causal(queries, keys):
    """The mask of torch.bool in which position i may look at positions up to i.

    Shape: → (queries, keys)
    """
    return Tensor(np.tri(queries, keys, dtype=bool))


def masked(scores, mask):
    """Scores with a mask applied: added, or -inf where a boolean one is False."""
    if mask is None:
        return scores
    if mask.array.dtype.kind != "b":
        return scores + mask
    return where(mask, scores, Tensor(np.array(-np.inf, scores.array.dtype)))


def _check(query, key, value, mask, is_causal):
    name = "scaled_dot_product_attention"
    shapes = [t.array.shape for t in (query, key, value)]
    q, k, v = shapes
    if min(map(len, shapes)) < 2 or q[-1] != k[-1] or k[-2] != v[-2]:
        raise RuntimeError(
            f"{name} expected query (..., L, D), key (..., S, D), value (..., S, E), got {q}, {k}, {v}"
        )
    same_dtype(name, query, key)
    same_dtype(name, query, value)
    try:
        batch = np.broadcast_shapes(q[:-2], k[:-2], v[:-2])
    except ValueError:
        raise RuntimeError(f"{name} expected leading dimensions that broadcast, got {q}, {k}, {v}") from None
    if mask is None:
        return
    if is_causal:
        raise RuntimeError(
            f"{name}: Explicit attn_mask should not be set when is_causal=True; give one of them"
        )
    if mask.array.dtype.kind != "b":
        same_dtype(name, query, mask)
    scores, wanted = (*batch, q[-2], k[-2]), mask.array.shape
    pairs = zip(wanted[::-1], scores[::-1], strict=False)
    if len(wanted) > len(scores) or any(m not in (1, n) for m, n in pairs):
        raise RuntimeError(f"{name} expected attn_mask to broadcast to {scores}, got {wanted}")
