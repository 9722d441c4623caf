"""The Tensor: a NumPy array that can remember how it was computed.

Conventions of this package, for whoever adds an operation:

- `tensor.array` is the NumPy array inside (always an ndarray, also for one number). It
  is the one public name that torch does not have; `tensor.data` is a Tensor, as there.
- An operation computes on arrays and returns `record(value, (input, pullback), ...)`
  from `plainnet.recording`, where the rules for pullbacks stand.
- A function that is also a method carries `@method`; a method's `self` is its `input`.
- Positions and counts are int64, also where NumPy's own integer is shorter (as it is in
  the page).
"""

import numpy as np
from numpy import ndarray

from . import dtypes


class Size(tuple):
    """The lengths of a tensor's dimensions: a tuple that prints as torch prints it.

    Source: docs/chapters/layers-and-forward-pass.md
    """

    __slots__ = ()

    def __repr__(self):
        return f"torch.Size({list(self)})"

    def numel(self):
        """How many elements a tensor of this size has."""
        count = 1
        for length in self:
            count *= length
        return count


class Tensor:
    """A NumPy array with, where wanted, the gradient of a loss with respect to it.

    Args:
        data: numbers in an array (kept as it is, sharing memory) or a list (copied, as
            the default floating-point type). `torch.tensor` infers the type instead.
        requires_grad: whether operations on this tensor are recorded for `backward`.

    Attributes:
        array: the NumPy array inside.
        grad: None, or a Tensor of the same shape: the sum of the gradients so far.
        requires_grad: whether `backward` reaches this tensor.

    Example:
        >>> import plainnet as torch
        >>> x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
        >>> (x * x).sum().backward()
        >>> x.grad
        tensor([2., 4., 6.])

    Source: docs/chapters/backpropagation.md
    """

    __slots__ = ("_age", "_edges", "_keeps", "_name", "array", "grad", "requires_grad")
    __array_priority__ = 1000  # ndarray + Tensor asks the Tensor, not NumPy

    def __init__(self, data=(), requires_grad=False):
        if type(data) is not ndarray:
            kind = None if isinstance(data, np.generic) else dtypes.default()
            data = np.array(data, kind)
        self.array = data
        self.grad = None
        self.requires_grad = requires_grad
        self._edges = ()  # (input, pullback) of each input that needs a gradient
        self._age = 0  # when it got its value; 0 for what was never recorded or changed
        self._keeps = False  # keeps its gradient though it is no leaf

    # --- what it is -------------------------------------------------------------------

    @property
    def data(self):
        """The same memory, outside the graph."""
        return Tensor(self.array)

    @data.setter
    def data(self, value):
        self.array = value.array

    @property
    def shape(self):
        """The lengths of the dimensions."""
        return Size(self.array.shape)

    @property
    def ndim(self):
        """How many dimensions there are."""
        return self.array.ndim

    @property
    def dtype(self):
        """The type of the elements, for example `torch.float32`."""
        return dtypes.of(self.array)

    @property
    def is_leaf(self):
        """Whether it was made by the user and not by a recorded operation."""
        return not self._edges

    def dim(self):
        """How many dimensions there are."""
        return self.array.ndim

    def size(self, dim=None):
        """The lengths of all dimensions, or of one."""
        return self.shape if dim is None else self.array.shape[dim]

    def numel(self):
        """How many elements there are."""
        return self.array.size

    def is_floating_point(self):
        """Whether the elements are floating-point numbers."""
        return self.array.dtype.kind == "f"

    def is_contiguous(self):
        """Whether the elements lie in memory in the order of the indices."""
        return self.array.flags.c_contiguous

    # --- out of the package -----------------------------------------------------------

    def item(self):
        """The only element, as a Python number."""
        if self.array.size != 1:
            raise RuntimeError(
                f"item expected a tensor of one element, got shape {self.array.shape}: "
                "reduce it first, or use tolist()"
            )
        return self.array.item()

    def tolist(self):
        """The elements as nested lists of Python numbers."""
        return self.array.tolist()

    def numpy(self):
        """The NumPy array inside: the same memory."""
        if self.requires_grad:
            raise RuntimeError(
                "numpy expected a tensor outside the graph, got one that requires "
                "grad: use tensor.detach().numpy()"
            )
        return self.array

    def detach(self):
        """The same memory, outside the graph."""
        return Tensor(self.array)

    def __array__(self, dtype=None, copy=None):
        return np.array(self.numpy(), dtype, copy=copy)

    # --- Python's own questions -------------------------------------------------------

    def __len__(self):
        if not self.array.ndim:
            raise TypeError("len expected a tensor with dimensions, got a single number")
        return len(self.array)

    def __iter__(self):
        if not self.array.ndim:
            raise TypeError("a tensor without dimensions cannot be iterated over: use item()")
        return (self[i] for i in range(len(self.array)))

    def __bool__(self):
        if self.array.size != 1:
            raise RuntimeError(
                "the truth of a tensor expected one element, got shape "
                f"{self.array.shape}: use .any() or .all()"
            )
        return bool(self.array.item())

    def __float__(self):
        return float(self.item())

    def __int__(self):
        return int(self.item())

    def __index__(self):
        return self.item().__index__()

    __hash__ = object.__hash__  # by identity, although == compares elements

    def __format__(self, spec):
        return format(self.item(), spec) if self.array.ndim == 0 else repr(self)

    def __repr__(self):
        from .printing import text_of

        return text_of(self)


def method(function):
    """Offer `function(tensor, ...)` as `tensor.function(...)` too, as torch does."""
    setattr(Tensor, function.__name__, function)
    return function
