"""Adam and AdamW: a step size of its own for every weight."""

import math

import numpy as np

from ..tensor import Tensor
from .optimizer import Optimizer, check_at_least, check_fraction


class Adam(Optimizer):
    """x -= lr * m / (sqrt(v) + eps), with running means m of g and v of g**2.

    m = (beta1 * m + (1 - beta1) * g) and v = (beta2 * v + (1 - beta2) * g**2) begin at
    0; after t steps they are divided by 1 - beta1**t and 1 - beta2**t. eps is added
    outside of the root.

    Args:
        params: tensors, or dicts of groups.
        lr: the learning rate, at least 0: about the most that a weight moves in a step.
        betas: how much the running means keep, each in [0, 1).
        eps: keeps the division finite, at least 0.
        weight_decay: this times x is added to the gradient.
        maximize: whether to go up instead of down.

    Raises:
        ValueError: for a setting out of its range.

    Example:
        >>> import plainnet as torch
        >>> w = torch.tensor([1.0, 200.0], requires_grad=True)
        >>> optimizer = torch.optim.Adam([w], lr=0.1)
        >>> (w**2).sum().backward()
        >>> optimizer.step()
        >>> w.detach()
        tensor([  0.9000, 199.9000])

    Source: docs/chapters/optimizers.md; Kingma and Ba, 2015, algorithm 1.
    """

    def __init__(
        self, params, lr=0.001, betas=(0.9, 0.999), eps=1e-8, weight_decay=0,
        *, maximize=False,
    ):  # fmt: skip
        name = type(self).__name__
        check_at_least(name, lr=lr, eps=eps, weight_decay=weight_decay)
        check_fraction(name, **{f"betas[{i}]": beta for i, beta in enumerate(betas)})
        super().__init__(params, dict(
            lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, maximize=maximize
        ))  # fmt: skip

    def move(self, param, x, g, group):
        """One step for one parameter."""
        state = self.state[param]
        if not state:
            state["step"] = 0
            state["exp_avg"] = Tensor(np.zeros_like(x))
            state["exp_avg_sq"] = Tensor(np.zeros_like(x))
        state["step"] += 1
        t, (beta1, beta2) = state["step"], group["betas"]
        m, v = state["exp_avg"].array, state["exp_avg_sq"].array
        change = g - m
        change *= 1 - beta1
        m += change  # beta1 * m + (1 - beta1) * g
        v *= beta2
        np.multiply(g, g, out=change)
        change *= 1 - beta2
        v += change
        np.sqrt(v, out=change)
        change *= 1 / math.sqrt(1 - beta2**t)
        change += group["eps"]
        np.divide(m, change, out=change)
        change *= group["lr"] / (1 - beta1**t)
        x -= change


class AdamW(Adam):
    """Adam with decay of its own: x -= lr * weight_decay * x, then Adam's step.

    Args:
        weight_decay: the share of a weight that goes per step, times lr; the other
            settings are those of Adam.

    Example:
        >>> import plainnet as torch
        >>> w = torch.tensor([10.0], requires_grad=True)
        >>> optimizer = torch.optim.AdamW([w], lr=0.1, weight_decay=0.5)
        >>> w.sum().backward()
        >>> optimizer.step()
        >>> w.detach()
        tensor([9.4000])

    Source: docs/chapters/optimizers.md; Loshchilov and Hutter, 2019, algorithm 2.
    """

    def __init__(
        self, params, lr=0.001, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01,
        *, maximize=False,
    ):  # fmt: skip
        super().__init__(params, lr, betas, eps, weight_decay, maximize=maximize)

    def _decayed(self, x, g, decay, lr):
        x *= 1 - lr * decay
        return g
