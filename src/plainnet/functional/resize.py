"""Images made larger or smaller: every output is a weighted mean of inputs nearby.

Along one dimension that is a matrix product with fixed weights, so a resampling is one
matrix for each dimension, and its pullback the transposed matrices.
"""

import math

import numpy as np

from ..autograd import record


def resampled(name, input, matrices):
    """The last dimensions multiplied by one matrix (out, in) each.

    Shape: input (..., H, W), matrices (H', H) and (W', W) → (..., H', W')
    """
    matrices = [m.astype(input.array.dtype) for m in matrices]

    def pullback(g):
        return _along_last(g, [m.T for m in matrices])

    pullback.__qualname__ = name
    return record(_along_last(input.array, matrices), (input, pullback))


def _along_last(x, matrices):
    for axis, matrix in enumerate(matrices, start=-len(matrices)):
        if axis == -1:
            x = x @ matrix.T
        else:
            x = np.swapaxes(np.swapaxes(x, axis, -1) @ matrix.T, axis, -1)
    return np.ascontiguousarray(x)


def mean_matrix(n, out):
    """(out, n): every output the mean of its share of inputs; they may overlap."""
    matrix = np.zeros((out, n))
    for i in range(out):
        start, end = i * n // out, -(-(i + 1) * n // out)
        matrix[i, start:end] = 1 / (end - start)
    return matrix


def _nearest_matrix(n, out, scale, align_corners):
    """(out, n): every output the input below it."""
    step = np.float32(1 / scale if scale else n / out)
    chosen = np.minimum((np.arange(out) * step).astype(int), n - 1)
    return np.eye(n)[chosen]


def _linear_matrix(n, out, scale, align_corners):
    """(out, n): every output between its two neighbours, by distance."""
    if align_corners:
        at = np.arange(out) * ((n - 1) / (out - 1) if out > 1 else 0)
    else:  # pixels are squares: compare their middles
        at = np.maximum((np.arange(out) + 0.5) * (1 / scale if scale else n / out) - 0.5, 0)
    low = np.minimum(at.astype(int), n - 1)
    share = (at - low)[:, None]
    eye = np.eye(n)
    return (1 - share) * eye[low] + share * eye[np.minimum(low + 1, n - 1)]


_MODES = {
    "nearest": (_nearest_matrix, (3, 4)),
    "linear": (_linear_matrix, (3,)),
    "bilinear": (_linear_matrix, (4,)),
}


def interpolate(input, size=None, scale_factor=None, mode="nearest", align_corners=None):
    """The input in another size, by copying ("nearest") or mixing neighbours.

    Args:
        input: channels of images (or of signals).
        size: the new lengths; or
        scale_factor: how many times larger, one number or one per dimension.
        mode: "nearest", "linear" (3-D input) or "bilinear" (4-D input).
        align_corners: for the latter two: whether the corners stay, or (None, False)
            the outer edges of the corner pixels.

    Shape:
        (N, C, H, W) → (N, C, H', W'), or (N, C, L) → (N, C, L')

    Raises:
        ValueError: for none or both of size and scale_factor, and for align_corners
            with "nearest".
        NotImplementedError: for a mode that the number of dimensions does not allow.

    Example:
        >>> import plainnet as torch
        >>> x = torch.tensor([[[1.0, 2.0]]])
        >>> torch.nn.functional.interpolate(x, scale_factor=2)
        tensor([[[1., 1., 2., 2.]]])
        >>> torch.nn.functional.interpolate(x, size=4, mode="linear")
        tensor([[[1.0000, 1.2500, 1.7500, 2.0000]]])

    Source: docs/chapters/gans.md
    """
    _check(input, size, scale_factor, mode, align_corners)
    shape = input.array.shape[2:]
    scales = _per_dimension(scale_factor, shape)
    if size is None:
        sizes = [math.floor(n * s) for n, s in zip(shape, scales, strict=True)]
    else:
        sizes = _per_dimension(size, shape)
    if min(sizes, default=0) < 1:
        raise RuntimeError(
            f"Input and output sizes should be greater than 0: interpolate got {sizes} "
            f"for an input of shape {input.array.shape}"
        )
    matrix = _MODES[mode][0]
    name = f"upsample_{mode}{len(shape)}d"
    return resampled(
        name, input, [matrix(n, m, s, align_corners) for n, m, s in zip(shape, sizes, scales, strict=True)]
    )


def _per_dimension(value, shape):
    values = list(value) if isinstance(value, tuple | list) else [value] * len(shape)
    if len(values) != len(shape):
        raise ValueError(
            f"interpolate expected one value for each of the {len(shape)} dimensions "
            f"after (N, C), got {value}"
        )
    return values


def _check(input, size, scale_factor, mode, align_corners):
    if (size is None) == (scale_factor is None):
        raise ValueError(
            "interpolate expected one of size and scale_factor: only one of size or "
            f"scale_factor should be defined, got {size} and {scale_factor}"
        )
    if mode not in _MODES or input.array.ndim not in _MODES[mode][1]:
        raise NotImplementedError(
            "interpolate expected mode 'nearest' (3-D or 4-D input), 'linear' (3-D) or "
            f"'bilinear' (4-D), got {mode!r} for shape {input.array.shape}"
        )
    if mode == "nearest" and align_corners is not None:
        raise ValueError(
            "align_corners option can only be set with the interpolating modes: linear "
            "| bilinear; leave it out for 'nearest'"
        )
