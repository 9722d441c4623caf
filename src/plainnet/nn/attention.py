"""Attention with several heads; formula: `plainnet.functional.attention`."""

import numpy as np

from ..creation import empty
from ..functional.activation import softmax
from ..functional.attention import masked, scaled_dot_product_attention
from ..functional.dropout import dropout
from ..functional.linear import linear
from ..tensor import Tensor
from . import init
from .linear import Linear
from .module import Module, Parameter


class NonDynamicallyQuantizableLinear(Linear):
    """`Linear`, under the name that torch prints for the last layer of an attention."""


class MultiheadAttention(Module):
    """Attention in num_heads parts of the vectors, side by side, then a linear layer.

    Args:
        embed_dim: the length E of a vector.
        num_heads: into how many heads it is split.
        dropout: probability of leaving an attention weight out, in [0, 1].
        bias: whether the linear layers have biases.
        batch_first: whether the examples are the first dimension, (N, L, E), and the
            positions the second.

    Shape:
        query (L, N, E), key and value (S, N, E), or all without N
        → output (L, N, E), weights (N, L, S), or (N, heads, L, S) where not averaged

    Attributes:
        in_proj_weight: (3E, E), the linear maps for query, key and value, from
            U(-k, k) with k = √(6 / 4E).
        in_proj_bias: (3E), zeros, or None.
        out_proj: the last linear layer; its bias begins with zeros.

    Raises:
        AssertionError: where num_heads does not divide embed_dim.
        RuntimeError: where shapes do not fit.

    Example:
        >>> import plainnet as torch
        >>> x = torch.zeros(5, 7, 8)
        >>> attention = torch.nn.MultiheadAttention(8, num_heads=2, batch_first=True)
        >>> output, weights = attention(x, x, x)
        >>> output.shape, weights.shape
        (torch.Size([5, 7, 8]), torch.Size([5, 7, 7]))

    Source: docs/chapters/attention.md; Vaswani and others, 2017, section 3.2.2.
    """

    def __init__(self, embed_dim, num_heads, dropout=0.0, bias=True, *, batch_first=False):
        if embed_dim <= 0 or num_heads <= 0:
            raise ValueError(
                "embed_dim and num_heads must be greater than 0: MultiheadAttention "
                f"got {embed_dim} and {num_heads}"
            )
        if embed_dim % num_heads:
            raise AssertionError(
                "embed_dim must be divisible by num_heads: MultiheadAttention got "
                f"{embed_dim} and {num_heads}"
            )
        self.embed_dim, self.num_heads, self.dropout = embed_dim, num_heads, dropout
        self.batch_first = batch_first
        self.in_proj_weight = Parameter(empty(3 * embed_dim, embed_dim))
        self.in_proj_bias = Parameter(empty(3 * embed_dim)) if bias else None
        self.out_proj = NonDynamicallyQuantizableLinear(embed_dim, embed_dim, bias)
        self._reset_parameters()

    def _reset_parameters(self):
        init.xavier_uniform_(self.in_proj_weight)
        if self.in_proj_bias is not None:
            init.zeros_(self.in_proj_bias)
            init.zeros_(self.out_proj.bias)

    def forward(
        self, query, key, value, key_padding_mask=None, need_weights=True,
        attn_mask=None, average_attn_weights=True, is_causal=False,
    ):  # fmt: skip
        """(output, weights); the weights are None where not needed.

        Args:
            key_padding_mask: (N, S): True (or -inf) for keys to leave out.
            need_weights: whether to return the weights; without them it is faster.
            attn_mask: (L, S) or (N * heads, L, S): True where a query may not look, or
                numbers that are added to the scores.
            average_attn_weights: whether to average the weights over the heads.
            is_causal: says that attn_mask is the causal mask, which must be given.
        """
        self._check(query, key, value, attn_mask, is_causal)
        single = query.array.ndim == 2
        inputs = [self._examples_first(x, single) for x in (query, key, value)]
        q, k, v = (self._heads(x, i) for i, x in enumerate(inputs))  # (N, h, L, E / h)
        mask = _mask(q, k, attn_mask, key_padding_mask)
        p = self.dropout if self.training else 0.0
        if need_weights:
            scores = (q * q.array.shape[-1] ** -0.5) @ k.transpose(-2, -1)
            weights = dropout(softmax(masked(scores, mask), -1), p)
            y = weights @ v
            weights = weights.mean(1) if average_attn_weights else weights
        else:
            y, weights = scaled_dot_product_attention(q, k, v, mask, p), None
        y = y.transpose(1, 2).reshape(len(q.array), -1, self.embed_dim)  # (N, L, E)
        y = self.out_proj(y)
        if single:
            return y.squeeze(0), None if weights is None else weights.squeeze(0)
        return y if self.batch_first else y.transpose(0, 1), weights

    def _check(self, query, key, value, attn_mask, is_causal):
        shapes = [t.array.shape for t in (query, key, value)]
        if {s[-1] for s in shapes} != {self.embed_dim} or {*map(len, shapes)} > {2, 3}:
            raise AssertionError(
                "MultiheadAttention was expecting embedding dimension of "
                f"{self.embed_dim} and 2 or 3 dimensions, but got shapes {shapes}"
            )
        if is_causal and attn_mask is None:
            raise RuntimeError(
                "Need attn_mask if specifying the is_causal hint: MultiheadAttention "
                "got None; use nn.Transformer.generate_square_subsequent_mask(length)"
            )

    def _examples_first(self, x, single):
        if single:
            return x.unsqueeze(0)
        return x if self.batch_first else x.transpose(0, 1)

    def _heads(self, x, i):
        """Vectors through linear map i, in heads: (N, L, E) → (N, h, L, E / h)."""
        rows = slice(i * self.embed_dim, (i + 1) * self.embed_dim)
        bias = None if self.in_proj_bias is None else self.in_proj_bias[rows]
        y = linear(x, self.in_proj_weight[rows], bias)
        n, length, _ = y.array.shape
        return y.reshape(n, length, self.num_heads, -1).transpose(1, 2)


def _mask(q, k, attn_mask, key_padding_mask):
    """One mask of what is added to scores of shape (N, h, L, S), or None."""
    n, heads, length, _ = q.array.shape
    parts = []
    if attn_mask is not None:
        mask = _added(attn_mask, q)
        parts.append(mask if mask.array.ndim == 2 else mask.reshape(n, heads, length, -1))
    if key_padding_mask is not None:
        mask = _added(key_padding_mask, q)
        parts.append(mask.reshape(n, 1, 1, k.array.shape[2]))
    return sum(parts[1:], parts[0]) if parts else None


def _added(mask, q):
    """-inf where a boolean mask is True; a mask of numbers as it is."""
    if mask.array.dtype.kind != "b":
        return mask
    return Tensor(np.where(mask.array, -np.inf, 0).astype(q.array.dtype))
