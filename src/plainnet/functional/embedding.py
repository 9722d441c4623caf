"""Embedding: a row of a table for every number of a word."""

import numpy as np

from ..autograd import record


def embedding(input, weight, padding_idx=None):
    """weight[input]: the row of each number.

    It is one_hot(input) @ weight without the zeros.

    Args:
        input: row numbers, whole, from 0 to V - 1.
        weight: the table, one row per word.
        padding_idx: a row that gets no gradient, or None.

    Shape: input (...), weight (V, D) → (..., D)

    Raises:
        RuntimeError: where the input does not hold whole numbers, or the weight has not
            2 dimensions.
        IndexError: for a number out of range.

    Example:
        >>> import plainnet as torch
        >>> table = torch.tensor([[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]])
        >>> torch.nn.functional.embedding(torch.tensor([2, 0]), table)
        tensor([[4., 5.],
                [0., 1.]])

    Source: docs/chapters/language-models-and-scaling.md
    """
    rows, W = input.array, weight.array
    if rows.dtype.kind not in "iu" or W.ndim != 2:
        raise RuntimeError(
            "embedding expected row numbers of torch.int64 and a weight of 2 "
            f"dimensions, got {input.dtype} and shape {W.shape}: use .long()"
        )
    if rows.size and not (rows.min() >= 0 and rows.max() < len(W)):
        raise IndexError(
            f"index out of range in self: embedding expected numbers from 0 to "
            f"{len(W) - 1}, got {rows.min()} to {rows.max()}"
        )
    padding = check_padding(padding_idx, len(W))

    def pullback(g):  # y = one_hot @ W, so dL/dW = one_hotᵀ @ g
        gw = summed_rows(rows.reshape(-1), g.reshape(-1, W.shape[1]), len(W))
        if padding is not None:
            gw[padding] = 0
        return gw

    pullback.__qualname__ = "embedding"
    return record(W[rows], (weight, pullback))


def check_padding(padding_idx, rows):
    """padding_idx counted from the front, or None."""
    if padding_idx is None:
        return None
    if not -rows <= padding_idx < rows:
        raise AssertionError(
            "padding_idx must be within num_embeddings: expected a number from "
            f"{-rows} to {rows - 1}, got {padding_idx}"
        )
    return padding_idx % rows


def summed_rows(rows, g, count):
    """out[r] = the sum of g[i] where rows[i] = r."""
    if count <= 512:  # a product with one_hot is then the fastest
        one_hot = np.zeros((count, len(rows)), g.dtype)
        one_hot[rows, np.arange(len(rows))] = 1
        return one_hot @ g
    order = np.argsort(rows, kind="stable")
    found, starts = np.unique(rows[order], return_index=True)
    out = np.zeros((count, g.shape[1]), g.dtype)
    if len(rows):
        out[found] = np.add.reduceat(g[order], starts, 0)
    return out
