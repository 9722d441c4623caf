"""New tensors of random numbers."""

import numpy as np

from .. import dtypes
from ..creation import shape_of
from ..tensor import Tensor, method
from . import draws
from .generator import default_generator


def rand(*size, generator=None, dtype=None, requires_grad=False):
    """Uniform numbers in [0, 1).

    Args:
        size: the lengths of the dimensions, `rand(2, 3)` or `rand((2, 3))`.
        generator: the stream to draw from; the default one if None.
        dtype: a floating-point type; the default one if None.

    Shape: size.

    Raises:
        RuntimeError: for a negative length.
        NotImplementedError: for a dtype that is not floating-point.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.rand(2, 2)
        tensor([[0.4963, 0.7682],
                [0.0885, 0.1320]])

    Source: docs/chapters/signal-flow.md
    """
    return _drawn(draws.uniform, _lengths(size), generator, dtype, requires_grad)


def randn(*size, generator=None, dtype=None, requires_grad=False):
    """Normally distributed numbers with mean 0 and standard deviation 1.

    Arguments and errors are those of `rand`.

    Shape: size.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.randn(3)
        tensor([ 1.5410, -0.2934, -2.1788])

    Source: docs/chapters/signal-flow.md; Box and Muller, 1958.
    """
    return _drawn(draws.normal, _lengths(size), generator, dtype, requires_grad)


def randint(*args, low=None, high=None, size=None, generator=None, dtype=None, requires_grad=False):
    """Integers from low to high - 1: `randint(high, size)`, `randint(low, high, size)`.

    Args:
        low: the smallest integer that can come; 0 if left out.
        high: the first integer that cannot come.
        size: the lengths of the dimensions, a tuple.
        dtype: the type of the result; int64 if None.

    Shape: size.

    Raises:
        TypeError: where size is missing or no tuple.
        RuntimeError: where low is not below high or the dtype does not reach high.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.randint(10, (5,))
        tensor([4, 9, 3, 0, 3])

    Source: docs/chapters/training-loop.md
    """
    given = list(args)
    if size is None:
        size = given.pop() if given else None
    if high is None and given:
        high = given.pop()
    if low is None:
        low = given.pop() if given else 0
    if given or high is None or not isinstance(size, tuple | list):
        raise TypeError(
            "randint expected (high, size) or (low, high, size) with a tuple for size, "
            f"got {args}: write randint(10, (3,))"
        )
    kind = dtypes.numpy_type(dtype, np.dtype(np.int64))
    stream, shape = generator or default_generator, _lengths(size)
    values = draws.integers(stream, shape, low, high, kind)
    return Tensor(values).requires_grad_(requires_grad)


def randperm(n, *, generator=None, dtype=None, requires_grad=False):
    """The integers 0 to n - 1 in random order.

    Shape: (n,).

    Raises:
        RuntimeError: for a negative n.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.randperm(5)
        tensor([4, 0, 1, 3, 2])

    Source: docs/chapters/training-loop.md
    """
    order = draws.permutation(generator or default_generator, n)
    kind = dtypes.numpy_type(dtype, order.dtype)
    return Tensor(order.astype(kind)).requires_grad_(requires_grad)


def normal(mean=0.0, std=1.0, size=None, *, generator=None, dtype=None, requires_grad=False):
    """Normally distributed numbers; mean and std are numbers, or tensors of one shape.

    Args:
        mean: the mean, or one for each element.
        std: the standard deviation (>= 0), or one for each element.
        size: the lengths of the dimensions, where both are numbers.

    Shape: size, or that of the tensor given.

    Raises:
        RuntimeError: for a negative std.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.normal(5.0, 0.1, (3,))
        tensor([5.1541, 4.9707, 4.7821])

    Source: docs/chapters/signal-flow.md
    """
    stream = generator or default_generator
    if not isinstance(mean, Tensor) and not isinstance(std, Tensor):
        kind = dtypes.numpy_type(dtype, dtypes.default())
        values = draws.normal(stream, _lengths(size), mean, std, kind)
        return Tensor(values.astype(kind, copy=False)).requires_grad_(requires_grad)
    m, s = (x.array if isinstance(x, Tensor) else x for x in (mean, std))
    if np.any(np.less(s, 0)):
        raise RuntimeError("normal expected std >= 0 in every element, got less")
    shape = np.broadcast_shapes(np.shape(m), np.shape(s))
    kind = m.dtype if isinstance(mean, Tensor) else s.dtype
    if isinstance(std, Tensor):
        return Tensor(draws.normal(stream, shape, dtype=kind) * s + kind.type(m))
    return Tensor(draws.normal(stream, shape, 0, s, kind) + m)


def randn_like(input, *, generator=None, dtype=None, requires_grad=False):
    """Standard normal numbers of the shape and dtype of `input`.

    Shape: any, and the same out.

    Source: docs/chapters/signal-flow.md
    """
    kind = dtype or input.dtype
    return _drawn(draws.normal, input.shape, generator, kind, requires_grad)


@method
def bernoulli(input, p=None, *, generator=None):
    """1 with the probability that each element of `input` gives, else 0.

    Args:
        input: probabilities in [0, 1]; with `p`, only its shape and dtype count.
        p: one probability for all elements.

    Shape: that of input.

    Raises:
        RuntimeError: for a probability outside [0, 1].
        NotImplementedError: where input is not floating-point and p is not given.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.bernoulli(torch.tensor([0.1, 0.9, 0.5]))
        tensor([0., 1., 1.])

    Source: docs/chapters/overfitting-and-regularization.md
    """
    if p is None and not input.is_floating_point():
        raise NotImplementedError(
            f"bernoulli expected floating-point probabilities, got {input.dtype}: call .float() first"
        )
    chance = input.array if p is None else p
    stream = generator or default_generator
    return Tensor(draws.bernoulli(stream, input.shape, chance, input.array.dtype))


@method
def multinomial(input, num_samples, replacement=False, *, generator=None):
    """Indices drawn in proportion to the weights in `input`.

    Args:
        input: weights (>= 0, not all 0); they need not add up to 1.
        num_samples: how many indices to draw from each row.
        replacement: whether an index may come more than once.

    Shape: (n,) -> (num_samples,), (m, n) -> (m, num_samples), int64.

    Raises:
        RuntimeError: for other shapes or dtypes, for weights that are negative, not
            finite or all 0, for more samples than there are to draw.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.multinomial(torch.tensor([0.0, 1.0, 1.0]), 6, replacement=True)
        tensor([2, 2, 1, 2, 2, 2])

    Source: docs/chapters/language-models-and-scaling.md
    """
    stream = generator or default_generator
    return Tensor(draws.categories(stream, input.array, num_samples, replacement))


def _lengths(size):
    """`(2, 3)` from `2, 3` and from `(2, 3)`; no length may be negative."""
    size = shape_of(size)
    if any(n < 0 for n in size):
        raise RuntimeError(f"a tensor expected lengths >= 0, got size {list(size)}")
    return size


def _drawn(draw, shape, generator, dtype, requires_grad):
    kind = dtypes.numpy_type(dtype, dtypes.default())
    if kind.kind != "f":
        raise NotImplementedError(
            f"{draw.__name__} numbers expected a floating-point dtype, got {dtype}: use randint for integers"
        )
    values = draw(generator or default_generator, shape, dtype=kind)
    return Tensor(values.astype(kind, copy=False)).requires_grad_(requires_grad)
