"""Adagrad: gradients divided by all there were so far."""

import numpy as np

from ..tensor import Tensor
from .optimizer import Optimizer, check_at_least


class Adagrad(Optimizer):
    """x -= lr * g / (sqrt(s) + eps), with s the sum of all g**2 so far.

    Args:
        params: tensors, or dicts of groups.
        lr: the learning rate, at least 0.
        lr_decay: in step t, counted from 0, lr is divided by 1 + t * lr_decay.
        weight_decay: this times x is added to the gradient.
        initial_accumulator_value: what the sums begin with, at least 0.
        eps: keeps the division finite, at least 0.

    Raises:
        ValueError: for a setting below 0.

    Example:
        >>> import plainnet as torch
        >>> w = torch.tensor([1.0, 200.0], requires_grad=True)
        >>> optimizer = torch.optim.Adagrad([w], lr=0.1)
        >>> (w**2).sum().backward()
        >>> optimizer.step()
        >>> w.detach()
        tensor([  0.9000, 199.9000])

    Source: docs/chapters/optimizers.md; Duchi and others, 2011, section 1.1.
    """

    def __init__(
        self, params, lr=0.01, lr_decay=0, weight_decay=0, initial_accumulator_value=0,
        eps=1e-10,
    ):  # fmt: skip
        settings = dict(
            lr=lr, lr_decay=lr_decay, weight_decay=weight_decay,
            initial_accumulator_value=initial_accumulator_value, eps=eps,
        )  # fmt: skip
        check_at_least("Adagrad", **settings)
        super().__init__(params, settings)

    def move(self, param, x, g, group):
        """One step for one parameter."""
        state = self.state[param]
        if not state:
            start = np.full_like(x, group["initial_accumulator_value"])
            state["step"], state["sum"] = 0, Tensor(start)
        lr = group["lr"] / (1 + state["step"] * group["lr_decay"])
        state["step"] += 1
        total = state["sum"].array
        total += g * g
        x -= lr * (g / (np.sqrt(total) + group["eps"]))
