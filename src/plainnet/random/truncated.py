"""Normal numbers between two bounds: drawn again until they fit."""

import math

import numpy as np

from . import draws


def truncated_normal(stream, shape, mean, std, a, b, dtype):
    """Normally distributed within [a, b]; the method depends on how much lies there."""
    dtype = np.dtype(dtype)
    inside = _below((b - mean) / std) - _below((a - mean) / std)
    draw = _redrawn if inside > 0.3 else _accepted
    return draw(stream, shape, mean, std, a, b, dtype)


def _below(z):
    """The probability that a standard normal number is below z."""
    return (1 + math.erf(z / math.sqrt(2))) / 2


def _redrawn(stream, shape, mean, std, a, b, dtype):
    """Normals; a whole new array is drawn until none lies outside, as torch does it."""
    a, b = dtype.type(a), dtype.type(b)
    values = draws.normal(stream, shape, mean, std, dtype)
    while np.any(outside := (values < a) | (values > b)):
        again = draws.normal(stream, shape, mean, std, dtype)
        values = np.where(outside, again, values)
    return values


def _accepted(stream, shape, mean, std, a, b, dtype):
    """Uniforms in [a, b], each kept with the probability of its density, for the tails.

    Source: von Neumann's rejection method, 1951.
    """
    peak = -0.5 * ((max(a, min(mean, b)) - mean) / std) ** 2
    values = np.zeros(shape, dtype)
    pending = np.ones(shape, bool)
    while pending.any():
        candidates = draws.uniform(stream, shape, a, b, dtype)
        values = np.where(pending, candidates, values)
        density = ((candidates - mean) / std) ** 2 * -0.5 - peak
        with np.errstate(divide="ignore"):
            pending &= np.log(draws.uniform(stream, shape, dtype=dtype)) > density
    return values
