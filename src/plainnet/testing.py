"""Checks: a gradient against central differences, numbers against expected numbers."""

import numpy as np

from .autograd import no_grad
from .tensor import Tensor


class GradcheckError(RuntimeError):
    """A gradient that central differences do not confirm.

    Source: docs/chapters/backpropagation.md
    """


def gradcheck(func, inputs, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True):
    """Whether `backward` agrees with (f(x + eps) - f(x - eps)) / (2 eps) everywhere.

    Args:
        func: a function of tensors that returns a tensor.
        inputs: a tensor or a tuple of tensors; those that require grad are checked.
            They should be float64: a difference of float32 values has few digits.
        eps: the step.
        atol, rtol: analytic may differ from numeric by atol + rtol * abs(numeric).
        raise_exception: whether to raise, or only to return False.

    Shape: any.

    Raises:
        RuntimeError: naming the input, the worst element, and both gradients.
        ValueError: where no input requires grad.

    Example:
        >>> import plainnet as torch
        >>> x = torch.tensor([0.5, -1.0], dtype=torch.float64, requires_grad=True)
        >>> torch.autograd.gradcheck(torch.tanh, x)
        True

    Source: docs/chapters/backpropagation.md
    """
    inputs = (inputs,) if isinstance(inputs, Tensor) else tuple(inputs)
    if not any(isinstance(x, Tensor) and x.requires_grad for x in inputs):
        raise ValueError("gradcheck expected at least one input that requires grad, got none")
    out = func(*inputs)
    cotangent = _cotangent(out.array)
    wanted = [i for i, x in enumerate(inputs) if getattr(x, "requires_grad", False)]
    analytic = _gradients(out, [inputs[i] for i in wanted], cotangent)
    for i, ours in zip(wanted, analytic, strict=True):
        numeric = numeric_gradient(func, inputs, i, cotangent, eps)
        message = _difference(i, ours, numeric, atol, rtol)
        if message and raise_exception:
            raise GradcheckError(message)
        if message:
            return False
    return True


def _cotangent(value):
    """Fixed numbers from 0.5 to 1.5, one per output, to check all outputs at once."""
    return (0.5 + np.arange(1, value.size + 1) * 0.618 % 1).reshape(value.shape)


def _gradients(out, inputs, cotangent):
    """What `backward` adds to each input's gradient; 0 where it does not arrive."""
    before = [x.grad for x in inputs]
    for x in inputs:
        x.grad = None
    if out.requires_grad:
        out.backward(cotangent.astype(out.array.dtype))
    found = [np.zeros_like(x.array) if x.grad is None else x.grad.array for x in inputs]
    for x, grad in zip(inputs, before, strict=True):
        x.grad = grad
    return found


def numeric_gradient(func, inputs, i, cotangent, eps=1e-6):
    """Central differences of sum(cotangent * func(*inputs)) in input number i.

    Shape: that of input number i.

    Source: docs/chapters/backpropagation.md
    """
    x = inputs[i].array
    slope = np.zeros(x.shape)

    def value():
        with no_grad():
            return float((func(*inputs).array * cotangent).sum())

    for at in np.ndindex(x.shape):
        kept = x[at]
        x[at] = kept + eps
        above = value()
        x[at] = kept - eps
        slope[at] = (above - value()) / (2 * eps)
        x[at] = kept
    return slope


def _difference(i, analytic, numeric, atol, rtol):
    """A message about the worst element, or None where all agree."""
    excess = np.abs(analytic - numeric) - atol - rtol * np.abs(numeric)
    if not excess.size or (excess <= 0).all():
        return None
    at = np.unravel_index(np.argmax(np.nan_to_num(excess, nan=np.inf)), excess.shape)
    return (
        f"gradcheck expected backward to agree with central differences, but for input {i} at "
        f"{tuple(map(int, at))} it gives\nanalytic: {analytic[at]:.8g}\nnumeric:  {numeric[at]:.8g}"
    )
