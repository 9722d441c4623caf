"""MNIST-1D: ten digits drawn as curves, stretched, moved, tilted and blurred by noise.

The numbers come from NumPy's legacy stream in the order of the original generator, so
that seed 42 gives the published data set.
Source: Greydanus and Kobak, Scaling Down Deep Learning with MNIST-1D, 2020; templates
and recipe after their generator, Apache-2.0.
"""

import numpy as np

from ..tensor import Tensor

LENGTH = 40  # of a finished curve
DILATED, SHIFTS = 72, 48  # length while it is stretched, and by how much it may move
PADDING = (36, 60)  # zeros after the 12 points of a template, at least and at most
# Each digit as a pen would move sideways from top to bottom, in 12 steps.
TEMPLATES = (
    (5, 6, 6.5, 6.75, 7, 7, 7, 7, 6.75, 6.5, 6, 5),
    (5, 3, 3, 3.4, 3.8, 4.2, 4.6, 5, 5.4, 5.8, 5, 5),
    (5, 6, 6.5, 6.5, 6, 5.25, 4.75, 4, 3.5, 3.5, 4, 5),
    (5, 6, 6.5, 6.5, 6, 5, 5, 6, 6.5, 6.5, 6, 5),
    (5, 4.4, 3.8, 3.2, 2.6, 2.6, 5, 5, 5, 5, 5, 5),
    (5, 3, 3, 3, 3, 5, 6, 6.5, 6.5, 6, 4.5, 5),
    (5, 4, 3.5, 3.25, 3, 3, 3, 3, 3.25, 3.5, 4, 5),
    (5, 7, 7, 6.6, 6.2, 5.8, 5.4, 5, 4.6, 4.2, 5, 5),
    (5, 4, 3.5, 3.5, 4, 5, 5, 4, 3.5, 3.5, 4, 5),
    (5, 4, 3.5, 3.5, 4, 5, 5, 5, 5, 4.7, 4.3, 5),
)


def mnist1d(n=5000, seed=42):
    """Digits as curves of 40 points; the first four fifths are the training part.

    Args:
        n: how many curves, the same number of each digit.
        seed: 42 for the published data set.

    Shape: curves (n, 40) float32 of mean 0 and variance 1 over all, labels (n,) int64.

    Example:
        >>> from plainnet import data
        >>> curves, labels = data.mnist1d(100)
        >>> curves.shape, labels.unique().shape
        (torch.Size([100, 40]), torch.Size([10]))

    Source: Greydanus and Kobak, 2020, section 2; Apache-2.0.
    """
    stream = np.random.RandomState(seed)
    labels = np.repeat(np.arange(10, dtype=np.int64), n // 10)
    drawn = [_draw(stream) for _ in labels]
    pads, scales, shifts, waves, grains, tilts = map(np.array, zip(*drawn, strict=True))
    curves = _padded(_templates()[labels], pads)
    curves *= 1 + 0.4 * (scales[:, None] - 0.5)
    curves = _shifted(curves, shifts)
    curves = np.where(curves == 0, _smoothed(0.25 * waves), curves)
    curves += 0.02 * grains
    curves -= 0.75 * (tilts[:, None] - 0.5) * np.linspace(-0.5, 0.5, DILATED)
    curves = _resampled(curves, LENGTH)
    order = stream.permutation(len(labels))
    curves = (curves - curves.mean()) / curves.std()
    return Tensor(curves[order].astype(np.float32)), Tensor(labels[order])


def _draw(stream):
    """All that is random about one curve, in the order of the original."""
    low, high = PADDING
    return (
        low + int(stream.rand() * (high - low + 1)),
        stream.rand(),
        stream.choice(SHIFTS),
        stream.randn(DILATED),
        stream.randn(DILATED),
        stream.rand(),
    )


def _templates():
    """(10, 12): each of mean square 1/36, and starting at 0."""
    x = np.array(TEMPLATES)
    x = (x - x.mean(1, keepdims=True)) / x.std(1, keepdims=True)
    return (x - x[:, :1]) / 6


def _padded(curves, pads):
    """Zeros after each curve, then all of one length: how wide a digit is drawn."""
    out = np.empty((len(curves), DILATED))
    for pad in np.unique(pads):
        # the small offset tells the digit's own zeros from the padding
        row = np.pad(curves[pads == pad] + 1e-8, ((0, 0), (0, pad)))
        out[pads == pad] = _resampled(row, DILATED)
    return out


def _resampled(curves, length):
    """(..., n) to (..., length) by straight lines between neighbours."""
    old, new = (np.linspace(0, 1, n) for n in (curves.shape[-1], length))
    right = np.clip(np.searchsorted(old, new), 1, len(old) - 1)
    left = right - 1
    slope = (curves[..., right] - curves[..., left]) / (old[right] - old[left])
    return slope * (new - old[left]) + curves[..., left]


def _shifted(curves, shifts):
    """Each curve moved right by its shift; what leaves comes back on the left."""
    columns = (np.arange(DILATED) - shifts[:, None]) % DILATED
    return np.take_along_axis(curves, columns, 1)


def _smoothed(noise, sigma=2, radius=8):
    """Noise blurred by a Gaussian of standard deviation sigma, mirrored at the ends."""
    weights = np.exp(-0.5 * (np.arange(-radius, radius + 1) / sigma) ** 2)
    mirrored = np.pad(noise, ((0, 0), (radius, radius)), "symmetric")
    windows = np.lib.stride_tricks.sliding_window_view(mirrored, 2 * radius + 1, 1)
    return windows @ (weights / weights.sum())
