"""New tensors: from Python numbers, from arrays, and filled with numbers."""

import numpy as np

from . import dtypes
from .arithmetic import cast
from .tensor import Tensor, method


def tensor(data, *, dtype=None, requires_grad=False):
    """A tensor of the numbers in `data`, copied.

    Args:
        data: a number, nested lists, or an array. Floats become the default type
            (float32), whole numbers int64, truth values bool; an array keeps its type.
        dtype: the type of the elements, where the inferred one is not wanted.
        requires_grad: whether `backward` reaches this tensor.

    Shape: that of the data.

    Raises:
        ValueError: for lists whose lengths differ.

    Example:
        >>> import plainnet as torch
        >>> torch.tensor([[1, 2], [3, 4]])
        tensor([[1, 2],
                [3, 4]])
        >>> torch.tensor([0.5, 1]).dtype
        torch.float32

    Source: docs/chapters/artificial-neuron.md
    """
    if isinstance(data, Tensor):
        array = data.array.copy()
    elif isinstance(data, np.ndarray | np.generic):
        array = np.array(data)
    else:
        array = _of_lists(data, dtype)
    array = array.astype(dtypes.numpy_type(dtype, array.dtype), copy=False)
    dtypes.of(array)  # refuses what is not a number
    return Tensor(array).requires_grad_(requires_grad)


def _of_lists(data, dtype):
    """An array of nested lists of Python numbers (and tensors), with torch's types.

    Where a dtype was asked for, floats keep all their digits until they become that type.
    """
    try:
        array = np.array(_plain(data))
    except ValueError:
        raise ValueError(
            "tensor expected rows of one length, got lists of different lengths: pad the shorter ones"
        ) from None
    if array.dtype.kind == "f" or array.size == 0:
        return array if dtype else array.astype(dtypes.default())
    return array.astype(np.int64) if array.dtype.kind in "iu" else array


def _plain(data):
    """`data` with the tensors in it replaced by their numbers."""
    if isinstance(data, Tensor):
        return data.tolist()
    if isinstance(data, list | tuple):
        return [_plain(item) for item in data]
    return data


def as_tensor(data, dtype=None):
    """`data` as a tensor; memory is shared where it is a tensor or an array.

    Shape: that of the data.

    Source: docs/chapters/artificial-neuron.md
    """
    if isinstance(data, np.ndarray):
        data = from_numpy(data)
    elif not isinstance(data, Tensor):
        return tensor(data, dtype=dtype)
    return cast(data, dtypes.numpy_type(dtype, data.array.dtype))


def from_numpy(ndarray):
    """A tensor that shares the memory of a NumPy array.

    Shape: that of the array.

    Source: docs/chapters/artificial-neuron.md
    """
    if not isinstance(ndarray, np.ndarray):
        raise TypeError(f"from_numpy expected a NumPy array, got {type(ndarray).__name__}: use torch.tensor")
    dtypes.of(ndarray)
    return Tensor(ndarray)


def shape_of(size):
    """(2, 3) from the arguments `2, 3` as from the one argument `(2, 3)`."""
    if len(size) == 1 and isinstance(size[0], tuple | list):
        size = size[0]
    return tuple(int(n) for n in size)


def _filled(array, requires_grad):
    return Tensor(array).requires_grad_(requires_grad)


def _new(fill, size, dtype, requires_grad):
    return _filled(fill(shape_of(size), dtypes.numpy_type(dtype, dtypes.default())), requires_grad)


def zeros(*size, dtype=None, requires_grad=False):
    """A tensor of zeros; size is `2, 3` or `(2, 3)`.

    Shape: → size

    Source: docs/chapters/layers-and-forward-pass.md
    """
    return _new(np.zeros, size, dtype, requires_grad)


def ones(*size, dtype=None, requires_grad=False):
    """A tensor of ones; size is `2, 3` or `(2, 3)`.

    Shape: → size

    Source: docs/chapters/layers-and-forward-pass.md
    """
    return _new(np.ones, size, dtype, requires_grad)


def empty(*size, dtype=None, requires_grad=False):
    """A tensor whose elements are whatever was in memory.

    Shape: → size

    Source: docs/chapters/layers-and-forward-pass.md
    """
    return _new(np.empty, size, dtype, requires_grad)


def full(size, fill_value, *, dtype=None, requires_grad=False):
    """A tensor with `fill_value` everywhere.

    Shape: → size

    Source: docs/chapters/layers-and-forward-pass.md
    """
    value = tensor(fill_value, dtype=dtype).array
    return _filled(np.full(tuple(size), value, value.dtype), requires_grad)


def eye(n, m=None, *, dtype=None, requires_grad=False):
    """The (n, m) matrix with ones on the diagonal and zeros elsewhere.

    Shape: → (n, m)

    Source: docs/chapters/layers-and-forward-pass.md
    """
    kind = dtypes.numpy_type(dtype, dtypes.default())
    return _filled(np.eye(n, m, dtype=kind), requires_grad)


def zeros_like(input, *, dtype=None, requires_grad=False):
    """Zeros in the shape and dtype of `input`.

    Shape: any, and the same out.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    return full_like(input, 0, dtype=dtype, requires_grad=requires_grad)


def ones_like(input, *, dtype=None, requires_grad=False):
    """Ones in the shape and dtype of `input`.

    Shape: any, and the same out.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    return full_like(input, 1, dtype=dtype, requires_grad=requires_grad)


def full_like(input, fill_value, *, dtype=None, requires_grad=False):
    """`fill_value` everywhere, in the shape and dtype of `input`.

    Shape: any, and the same out.

    Source: docs/chapters/layers-and-forward-pass.md
    """
    kind = dtypes.numpy_type(dtype, input.array.dtype)
    return _filled(np.full(input.array.shape, fill_value, kind), requires_grad)


@method
def new_zeros(self, *size):
    """Zeros of this tensor's dtype.

    Shape: → size

    Source: docs/chapters/layers-and-forward-pass.md
    """
    return Tensor(np.zeros(shape_of(size), self.array.dtype))


@method
def new_ones(self, *size):
    """Ones of this tensor's dtype.

    Shape: → size

    Source: docs/chapters/layers-and-forward-pass.md
    """
    return Tensor(np.ones(shape_of(size), self.array.dtype))


def arange(start, end=None, step=1, *, dtype=None, requires_grad=False):
    """start, start + step, ... up to but without `end`; `arange(n)` counts from 0.

    Shape: → (N), N numbers from start to before end

    Source: docs/chapters/layers-and-forward-pass.md
    """
    if end is None:
        start, end = 0, start
    start, end, step = (n.item() if isinstance(n, Tensor) else n for n in (start, end, step))
    whole = all(isinstance(n, int) for n in (start, end, step))
    kind = dtypes.numpy_type(dtype, np.dtype(np.int64) if whole else dtypes.default())
    if step == 0 or (end - start) * step < 0:
        raise RuntimeError(f"arange expected a step that leads from {start} to {end}, got {step}")
    count = int(np.ceil((end - start) / step))
    values = start + np.arange(count, dtype=np.int64 if whole else float) * step
    return _filled(values.astype(kind), requires_grad)


def linspace(start, end, steps, *, dtype=None, requires_grad=False):
    """`steps` evenly spaced numbers from `start` to `end`, both included.

    Shape: → (steps)

    Source: docs/chapters/layers-and-forward-pass.md
    """
    kind = dtypes.numpy_type(dtype, dtypes.default())
    return _filled(_even(start, end, steps, kind), requires_grad)


def _even(start, end, steps, kind):
    """As torch counts: from the start in the first half, from the end in the second.

    torch multiplies and adds with one rounding; so do we, in a wider type.
    """
    if kind.kind != "f":
        return np.linspace(start, end, steps).astype(kind)
    start, end = kind.type(start), kind.type(end)
    if steps < 2:
        return np.full(steps, start, kind)
    wide = np.longdouble if kind == np.float64 else np.float64
    step = wide((end - start) / kind.type(steps - 1))
    at = np.arange(steps)
    first = at < steps // 2
    return np.where(first, start + step * at, end - step * (steps - 1 - at)).astype(kind)
