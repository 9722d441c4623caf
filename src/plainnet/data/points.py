"""Points in two or three dimensions, in two or more classes: data to see through.

Each function draws from the default stream, so that `manual_seed` settles the points,
or from `generator`. The classes take turns: labels are 0, 1, 0, 1, ...
"""

import math

import numpy as np

from ..random import default_generator, draws
from ..tensor import Tensor


def xor(n=200, noise=0.0, generator=None):
    """Points in a square; class 1 where exactly one coordinate is positive.

    Args:
        n: how many points.
        noise: standard deviation of what is added to each coordinate.
        generator: the stream to draw from.

    Shape: points (n, 2) float32 in [-1, 1), labels (n,) int64.

    Example:
        >>> from plainnet import data, manual_seed
        >>> _ = manual_seed(0)
        >>> data.xor(3)
        (tensor([[-0.0075,  0.5364],
                [-0.8230, -0.7359],
                [-0.3852,  0.2682]]), tensor([1, 0, 1]))

    Source: docs/chapters/activation-functions.md
    """
    stream = generator or default_generator
    points = draws.uniform(stream, (n, 2), -1, 1)
    labels = (points[:, 0] > 0) != (points[:, 1] > 0)
    return _noisy(points, labels, noise, stream)


def moons(n=200, noise=0.1, generator=None):
    """Two half circles that reach into each other; arguments as for `xor`.

    Shape: points (n, 2) float32, labels (n,) int64.

    Example:
        >>> from plainnet import data
        >>> points, labels = data.moons(100)
        >>> points.shape, labels[:4]
        (torch.Size([100, 2]), tensor([0, 1, 0, 1]))

    Source: docs/chapters/depth.md
    """
    labels, place, stream = _turns(n, 2, generator)
    angle = math.pi * place
    upper = np.stack([np.cos(angle), np.sin(angle)], 1)
    lower = np.stack([1 - np.cos(angle), 0.5 - np.sin(angle)], 1)
    points = np.where(labels[:, None] == 0, upper, lower)
    return _noisy(points, labels, noise, stream)


def circles(n=200, noise=0.05, factor=0.5, generator=None):
    """A circle of radius 1 (class 0) around one of radius `factor` (class 1).

    Other arguments as for `xor`.

    Shape: points (n, 2) float32, labels (n,) int64.

    Source: docs/chapters/depth.md
    """
    labels, place, stream = _turns(n, 2, generator)
    radius = np.where(labels == 0, 1.0, factor)
    return _noisy(_polar(radius, 2 * math.pi * place), labels, noise, stream)


def spirals(n=300, classes=3, turns=0.75, noise=0.05, generator=None):
    """Arms that wind out of the middle, one for each class.

    Args:
        n: how many points, of all classes together.
        classes: how many arms.
        turns: how often an arm goes round.
        noise: standard deviation of what is added to each coordinate.
        generator: the stream to draw from.

    Shape: points (n, 2) float32, labels (n,) int64 from 0 to classes - 1.

    Source: docs/chapters/depth.md
    """
    labels, place, stream = _turns(n, classes, generator)
    angle = 2 * math.pi * (turns * place + labels / classes)
    return _noisy(_polar(place, angle), labels, noise, stream)


def two_rings(n=200, noise=0.05, generator=None):
    """Two rings linked like a chain: no bending in three dimensions parts them.

    Arguments as for `xor`.

    Shape: points (n, 3) float32, labels (n,) int64.

    Source: docs/chapters/expressivity.md
    """
    labels, place, stream = _turns(n, 2, generator)
    flat, zero = _polar(1.0, 2 * math.pi * place), np.zeros(n)
    lying = np.stack([flat[:, 0], flat[:, 1], zero], 1)
    standing = np.stack([flat[:, 0] + 1, zero, flat[:, 1]], 1)
    points = np.where(labels[:, None] == 0, lying, standing)
    return _noisy(points, labels, noise, stream)


def _turns(n, classes, generator):
    """Labels in turn, and for each point a place in [0, 1) along its curve."""
    stream = generator or default_generator
    return np.arange(n) % classes, draws.uniform(stream, (n,), dtype=np.float64), stream


def _polar(radius, angle):
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], 1)


def _noisy(points, labels, noise, stream):
    points = points.astype(np.float32)
    if noise:
        points += draws.normal(stream, points.shape, 0, noise)
    return Tensor(points), Tensor(labels.astype(np.int64))
