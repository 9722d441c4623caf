"""Arrays of random numbers: from a Generator and a shape to an ndarray.

Each function takes as many words from the stream as torch's CPU function of that name
and makes the same numbers of them, in the order of the array's elements. How close
they come is one table, in the docstring of `plainnet.random`.
"""

import math

import numpy as np

from . import box_muller

FEW = 16  # torch fills smaller arrays number by number, in float64
WIDE = 2**28  # torch takes 64-bit words for ranges of at least this many integers


def uniform(generator, shape, low=0.0, high=1.0, dtype=np.float32):
    """Uniform in [low, high)."""
    if not low <= high:
        raise RuntimeError(f"uniform_ expected from <= to, got from={low} and to={high}: swap them")
    unit = generator.unit(math.prod(shape), dtype)
    low, high = unit.dtype.type(low), unit.dtype.type(high)
    if unit.dtype == np.float32:
        values = box_muller.fma(unit, high - low, low)
    else:
        values = unit * (high - low) + low
    values[values == high] = low  # rounding can reach the excluded end
    return values.reshape(shape)


def normal(generator, shape, mean=0.0, std=1.0, dtype=np.float32):
    """Normally distributed with the given mean and standard deviation."""
    if not std >= 0:
        raise RuntimeError(f"normal_ expected std >= 0, got std={std}")
    n = math.prod(shape)
    if n < FEW:
        few = [_one_normal(generator) * std + mean for _ in range(n)]
        return np.array(few, dtype).reshape(shape)
    values = generator.unit(n, dtype)
    box_muller.normal_blocks(values[: n - n % FEW])
    if n % FEW:  # torch draws the last block anew when the size is no multiple of 16
        values[-FEW:] = box_muller.normal_blocks(generator.unit(FEW, dtype))
    if (mean, std) != (0, 1):
        values = _scaled(values, std, mean)
    return values.reshape(shape)


def _scaled(values, std, mean):
    std, mean = values.dtype.type(std), values.dtype.type(mean)
    if values.dtype == np.float32:
        return box_muller.fma(values, std, mean)
    return values * std + mean


def _one_normal(generator):
    """One standard normal in float64; the other one of a pair is kept for next time."""
    spare = generator.take_spare_normal()
    if spare is not None:
        return spare
    u1, u2 = generator.unit(2, np.float64).tolist()
    radius, angle = math.sqrt(-2 * math.log1p(-u2)), 2 * math.pi * u1
    generator.keep_spare_normal(radius * math.sin(angle))
    return radius * math.cos(angle)


def integers(generator, shape, low, high, dtype=np.int64):
    """Integers in [low, high), each equally likely."""
    dtype, n = np.dtype(dtype), math.prod(shape)
    if low >= high:
        raise RuntimeError(
            f"random_ expected from < to, got from={low} and to={high}: "
            "to is the first integer that is never drawn"
        )
    if dtype.kind in "iu" and not _fits(low, high - 1, dtype):
        raise RuntimeError(
            f"random_ expected a range that fits {dtype}, got from={low} and to={high}: choose a wider dtype"
        )
    span = high - low
    words = generator.long_words(n) if span >= WIDE else generator.words(n)
    picked = (words % words.dtype.type(span)).astype(np.int64) + low
    return picked.astype(dtype).reshape(shape)


def _fits(smallest, largest, dtype):
    info = np.iinfo(dtype)
    return info.min <= smallest and largest <= info.max


def permutation(generator, n):
    """0 ... n-1 in random order: Fisher and Yates' shuffle, from the front."""
    if n < 0:
        raise RuntimeError(f"randperm expected n >= 0, got {n}")
    order = list(range(n))
    remaining = np.arange(n, 1, -1, dtype=np.uint32)
    for i, step in enumerate((generator.words(len(remaining)) % remaining).tolist()):
        order[i], order[i + step] = order[i + step], order[i]
    return np.array(order, np.int64)


def bernoulli(generator, shape, p, dtype=np.float32):
    """1 with probability p, else 0; p is a number or an array that fits the shape.

    A number or a float64 array is compared with 53-bit uniforms, a float32 array with
    24-bit ones. (On Intel processors torch hands the single number p to MKL, whose
    stream is its own; ARM and AMD processors draw what is drawn here.)
    """
    if not np.all((np.asarray(p) >= 0) & (np.asarray(p) <= 1)):
        worst = np.ravel(p)[np.argmax(np.abs(np.ravel(p) - 0.5))]
        raise RuntimeError(f"bernoulli expected p in [0, 1], got {worst}")
    narrow = isinstance(p, np.ndarray) and p.dtype == np.float32
    unit = generator.unit(math.prod(shape), np.float32 if narrow else np.float64)
    return (unit.reshape(shape) < p).astype(dtype)


def exponential(generator, shape, rate=1.0, dtype=np.float32):
    """Exponentially distributed, mean 1 / rate: -log(1 - u) / rate."""
    if not rate > 0:
        raise RuntimeError(f"exponential_ expected lambda > 0, got {rate}")
    unit = generator.unit(math.prod(shape), np.float64)
    return (-1 / rate * np.log(1 - unit)).astype(dtype).reshape(shape)


def categories(generator, weights, n, replacement=False):
    """Indices drawn in proportion to `weights`, one row of n for each row of weights.

    Without replacement (and for a single draw) the n largest of weight / exponential
    win; with replacement a uniform number is looked up in the cumulative weights.
    """
    _check_weights(weights, n, replacement)
    if n == 1 or not replacement:
        race = weights / exponential(generator, weights.shape, dtype=weights.dtype)
        return np.argsort(-race, axis=-1, kind="stable")[..., :n]
    rows = weights.reshape(-1, weights.shape[-1])
    picked = [_look_up(generator, row, n) for row in rows]
    return np.array(picked).reshape(*weights.shape[:-1], n)


def _look_up(generator, row, n):
    cumulative = np.cumsum(row, dtype=row.dtype)
    cumulative /= cumulative[-1]
    cumulative[-1] = 1
    return np.searchsorted(cumulative, generator.unit(n, np.float64))


def _check_weights(weights, n, replacement):
    if weights.ndim not in (1, 2) or weights.dtype.kind != "f":
        raise RuntimeError(
            "multinomial expected 1 or 2 dimensions of floating-point weights, got "
            f"shape {weights.shape} of {weights.dtype}: call .float() on counts"
        )
    if n < 1 or (n > weights.shape[-1] and not replacement):
        raise RuntimeError(
            f"multinomial expected 1 to {weights.shape[-1]} samples, got {n}: more need replacement=True"
        )
    if not (np.isfinite(weights).all() and (weights >= 0).all()):
        raise RuntimeError("multinomial expected finite weights >= 0, got others")
    if not (weights.sum(-1) > 0).all():
        raise RuntimeError("multinomial expected a weight > 0 in every row, got none")
