"""Changes in place: a tensor's memory gets new values, and nothing is recorded.

Where the change would have to be recorded, `x += y` makes a new tensor of the name `x`
(the gradients are those of `x = x + y`), and every other change in place is an error.
"""

import numpy as np

from . import autograd, dtypes
from .arithmetic import add, div, mul, pow, sub
from .tensor import Tensor, method


def overwrite(self, value, name, *sources):
    """Write `value` (a Tensor or a number) into the memory of `self`; returns `self`.

    Args:
        name: the operation, for messages.
        sources: what the value was computed from, apart from `self`.

    Raises:
        RuntimeError: where the change would have to be recorded, and where shape or
            dtype of the result do not fit into `self`.
    """
    refuse_recording(self, name, value, *sources)
    if isinstance(value, Tensor):
        _check_fit(self, value, name)
        value = value.array
    self.array[...] = value
    autograd.changed(self)
    return self


def refuse_recording(self, name, *sources):
    """Raise where changing `self` in place would need to be recorded."""
    if not autograd.is_grad_enabled():
        return
    if self.requires_grad and self.is_leaf:
        raise RuntimeError(
            f"a leaf Variable that requires grad is being used in an in-place operation: {name} on shape "
            f"{self.array.shape}; do it inside torch.no_grad(), or compute a new tensor"
        )
    if self.requires_grad or any(getattr(s, "requires_grad", False) for s in sources):
        raise RuntimeError(
            f"{name} expected a change that need not be recorded, got a tensor that "
            "requires grad: compute a new tensor (x = x + y, torch.stack, torch.where)"
        )


def _check_fit(self, value, name):
    """The result must have the shape of `self` (or stretch to it), and its kind."""
    shape = np.broadcast_shapes(value.array.shape, self.array.shape)
    if shape != self.array.shape:
        raise RuntimeError(
            f"{name}: output with shape {self.array.shape} doesn't match the broadcast "
            f"shape {shape}: change the larger tensor, or compute a new one"
        )
    kind = self.array.dtype.kind
    if dtypes.promote(self.array.dtype, value.array.dtype).kind != kind:
        raise RuntimeError(
            f"{name}: result type {value.dtype} can't be cast to the desired output "
            f"type {self.dtype}: convert the tensor first"
        )


def _in_place(function):
    """`function` as a method that changes its tensor, and as an operator like `+=`."""
    name = function.__name__ + "_"

    def change(self, other, **options):
        refuse_recording(self, name, other)
        return overwrite(self, function(self, other, **options), name)

    def assign(self, other):
        """In place, or a new tensor where the change has to be recorded."""
        recorded = not self.is_leaf or getattr(other, "requires_grad", False)
        leaf = self.requires_grad and self.is_leaf
        if autograd.is_grad_enabled() and recorded and not leaf:
            return function(self, other)
        return change(self, other)

    change.__name__ = change.__qualname__ = name
    change.__doc__ = f"`{function.__name__}` in place."
    return change, assign


for _function, _operator in {
    add: "__iadd__",
    sub: "__isub__",
    mul: "__imul__",
    div: "__itruediv__",
    pow: "__ipow__",
}.items():
    _change, _assign = _in_place(_function)
    setattr(Tensor, _change.__name__, _change)
    setattr(Tensor, _operator, _assign)


@method
def copy_(self, src):
    """Copy the elements of `src` into this tensor's memory.

    Shape: any, and the same out.

    Source: docs/chapters/training-loop.md
    """
    refuse_recording(self, "copy_", src)
    return overwrite(self, Tensor(src.array.astype(self.array.dtype)), "copy_")


@method
def fill_(self, value):
    """Set every element to `value`.

    Shape: any, and the same out.

    Source: docs/chapters/training-loop.md
    """
    return overwrite(self, value, "fill_")


@method
def zero_(self):
    """Set every element to 0.

    Shape: any, and the same out.

    Source: docs/chapters/training-loop.md
    """
    return overwrite(self, 0, "zero_")


@method
def clamp_(self, min=None, max=None):
    """Raise to `min` what is smaller and lower to `max` what is larger, in place.

    Shape: any, and the same out.

    Source: docs/chapters/gans.md
    """
    return overwrite(self, Tensor(np.clip(self.array, min, max)), "clamp_")
