"""Methods that fill a tensor with random numbers, in place: `x.normal_(0, 0.02)`.

Each returns its tensor and takes `generator=` as its last argument. Elements are filled
in the order of the indices. The errors are those of the functions in `creation`.
"""

from ..in_place import overwrite
from ..tensor import Tensor, method
from . import draws
from .generator import default_generator


def _fill(tensor, name, draw, generator, *parameters):
    kind = tensor.array.dtype
    stream = generator or default_generator
    values = draw(stream, tensor.array.shape, *parameters, dtype=kind)
    return overwrite(tensor, values, name)


def _only_floats(tensor, name):
    if not tensor.is_floating_point():
        raise NotImplementedError(
            f"{name} expected a floating-point tensor, got {tensor.dtype}: use randint for integers"
        )


@method
def uniform_(self, from_=0.0, to=1.0, *, generator=None):
    """Uniform numbers in [from_, to).

    Shape: any, and the same out.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.empty(2).uniform_(-1, 1)
        tensor([-0.0075,  0.5364])

    Source: docs/chapters/signal-flow.md
    """
    _only_floats(self, "uniform_")
    return _fill(self, "uniform_", draws.uniform, generator, from_, to)


@method
def normal_(self, mean=0.0, std=1.0, *, generator=None):
    """Normally distributed numbers.

    Shape: any, and the same out.

    Source: docs/chapters/signal-flow.md
    """
    _only_floats(self, "normal_")
    return _fill(self, "normal_", draws.normal, generator, mean, std)


@method
def exponential_(self, lambd=1.0, *, generator=None):
    """Exponentially distributed numbers, mean 1 / lambd.

    Shape: any, and the same out.

    Source: docs/chapters/signal-flow.md
    """
    _only_floats(self, "exponential_")
    return _fill(self, "exponential_", draws.exponential, generator, lambd)


@method
def bernoulli_(self, p=0.5, *, generator=None):
    """1 with probability p (a number, or a tensor that fits the shape), else 0.

    Shape: any, and the same out.

    Source: docs/chapters/overfitting-and-regularization.md
    """
    p = p.array if isinstance(p, Tensor) else p
    return _fill(self, "bernoulli_", draws.bernoulli, generator, p)
