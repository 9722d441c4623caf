"""Pooling: many neighbouring numbers become one, their largest or their mean."""

import math

import numpy as np

from ..autograd import record
from .resize import mean_matrix, resampled
from .windows import Windows, lengths


def max_pool1d(input, kernel_size, stride=None, padding=0, dilation=1):
    """`max_pool2d` over one dimension.

    Shape: (N, C, L) or (C, L) → (N, C, L')

    Source: docs/chapters/convolutional-networks.md
    """
    return _max_pool(1, input, kernel_size, stride, padding, dilation)


def max_pool2d(input, kernel_size, stride=None, padding=0, dilation=1):
    """The largest number in each window; of equals, the first gets the gradient.

    Args:
        input: images, or one image.
        kernel_size: the size of the window.
        stride: how far it moves; as far as it is long if None.
        padding: how many elements that never win on each side, at most half a window.
        dilation: the distance between the elements of a window.

    Shape:
        (N, C, H, W) or (C, H, W) → (N, C, H', W') with
        H' = (H + 2 padding - dilation (kernel_size - 1) - 1) // stride + 1

    Raises:
        RuntimeError: where no window fits in, and for too much padding.

    Example:
        >>> import plainnet as torch
        >>> x = torch.arange(16.0).reshape(1, 4, 4)
        >>> torch.nn.functional.max_pool2d(x, 2)
        tensor([[[ 5.,  7.],
                 [13., 15.]]])

    Source: docs/chapters/convolutional-networks.md
    """
    return _max_pool(2, input, kernel_size, stride, padding, dilation)


def _windows(name, n, input, kernel_size, stride, padding, dilation=1):
    shape = input.array.shape
    if len(shape) not in (n + 1, n + 2):
        raise RuntimeError(f"{name} expected {n + 1}D or {n + 2}D input, got shape {shape}")
    kernel = lengths(kernel_size, n, name, "kernel_size", 1)
    stride = kernel if stride is None else lengths(stride, n, name, "stride", 1)
    padding = lengths(padding, n, name, "padding")
    if any(2 * p > k for p, k in zip(padding, kernel, strict=True)):
        raise RuntimeError(
            f"{name}: pad should be at most half of effective kernel size, but got "
            f"pad={padding} and kernel_size={kernel}: use less padding"
        )
    pads = [(p, p) for p in padding]
    dilation = lengths(dilation, n, name, "dilation", 1)
    return Windows(name, shape[-n:], kernel, stride, pads, dilation)


def _max_pool(n, input, kernel_size, stride, padding, dilation):
    name = f"max_pool{n}d"
    windows = _windows(name, n, input, kernel_size, stride, padding, dilation)
    x, places = windows.padded(input.array, -np.inf), windows.places()
    disjoint = windows.disjoint()
    # contiguous copies: comparing strided ones twice would take longer
    parts = np.empty((len(places), *x.shape[:-n], *windows.out), x.dtype)
    for part, place in zip(parts, places, strict=True):
        part[...] = x[place]
    y = np.maximum.reduce(parts, 0)

    def pullback(g):
        gx, unpaid = np.zeros_like(x), np.ones(y.shape, bool)
        for part, place in zip(parts, places, strict=True):
            first = part == y
            first &= unpaid
            unpaid ^= first
            if disjoint:  # writing is faster than adding
                np.multiply(g, first, out=gx[place])
            else:
                gx[place] += g * first
        return gx[windows.inside()]

    pullback.__qualname__ = f"{name}_with_indices"
    return record(y, (input, pullback))


def avg_pool1d(input, kernel_size, stride=None, padding=0, *, count_include_pad=True):
    """`avg_pool2d` over one dimension.

    Shape: (N, C, L) or (C, L) → (N, C, L')

    Source: docs/chapters/convolutional-networks.md
    """
    return _avg_pool(1, input, kernel_size, stride, padding, count_include_pad)


def avg_pool2d(input, kernel_size, stride=None, padding=0, *, count_include_pad=True):
    """The mean of each window.

    Args:
        input: images, or one image.
        kernel_size: the size of the window.
        stride: how far it moves; as far as it is long if None.
        padding: how many zeros on each side, at most half a window.
        count_include_pad: whether these zeros count in the mean.

    Shape:
        (N, C, H, W) or (C, H, W) → (N, C, H', W') with
        H' = (H + 2 padding - kernel_size) // stride + 1

    Raises:
        RuntimeError: where no window fits in, and for too much padding.

    Example:
        >>> import plainnet as torch
        >>> x = torch.arange(16.0).reshape(1, 4, 4)
        >>> torch.nn.functional.avg_pool2d(x, 2)
        tensor([[[ 2.5000,  4.5000],
                 [10.5000, 12.5000]]])

    Source: docs/chapters/convolutional-networks.md
    """
    return _avg_pool(2, input, kernel_size, stride, padding, count_include_pad)


def _avg_pool(n, input, kernel_size, stride, padding, count_include_pad):
    name = f"avg_pool{n}d"
    windows = _windows(name, n, input, kernel_size, stride, padding)
    x, places = windows.padded(input.array), windows.places()

    def total(x):
        y = x[places[0]].copy()
        for place in places[1:]:
            y += x[place]
        return y

    if count_include_pad:
        count = x.dtype.type(math.prod(windows.kernel))
    else:
        count = total(windows.padded(np.ones(windows.size, x.dtype)))

    def pullback(g):
        gx, share = np.zeros_like(x), g / count
        for place in places:
            gx[place] += share
        return gx[windows.inside()]

    pullback.__qualname__ = name
    return record(total(x) / count, (input, pullback))


def adaptive_avg_pool2d(input, output_size):
    """The mean of each of output_size parts; where they do not divide, parts overlap.

    Args:
        input: images, or one image.
        output_size: (H', W'), or one number for both; None keeps a length.

    Shape: (N, C, H, W) or (C, H, W) → (N, C, H', W')

    Raises:
        RuntimeError: for another number of dimensions, or a length below 1.

    Example:
        >>> import plainnet as torch
        >>> x = torch.arange(16.0).reshape(1, 4, 4)
        >>> torch.nn.functional.adaptive_avg_pool2d(x, 1)
        tensor([[[7.5000]]])

    Source: docs/chapters/convolutional-networks.md; Lin and others, 2014, section 3.2.
    """
    name, size = "adaptive_avg_pool2d", input.array.shape[-2:]
    if input.array.ndim not in (3, 4):
        raise RuntimeError(f"{name} expected 3D or 4D input, got shape {input.array.shape}")
    pair = output_size if isinstance(output_size, tuple | list) else (output_size,) * 2
    kept = tuple(n if m is None else m for n, m in zip(size, pair, strict=True))
    out = lengths(kept, 2, name, "output_size", 1)
    matrices = [mean_matrix(n, m) for n, m in zip(size, out, strict=True)]
    return resampled(name, input, matrices)
