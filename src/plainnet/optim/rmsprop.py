"""RMSprop: gradients divided by their recent size."""

import numpy as np

from ..tensor import Tensor
from .optimizer import Optimizer, check_at_least


class RMSprop(Optimizer):
    """x -= lr * g / (sqrt(v) + eps), with v = alpha * v + (1 - alpha) * g**2.

    Args:
        params: tensors, or dicts of groups.
        lr: the learning rate, at least 0.
        alpha: how much the running mean of g**2 keeps, at least 0.
        eps: keeps the division finite, at least 0.
        weight_decay: this times x is added to the gradient.
        momentum: the share of the last movement that is kept, at least 0.
        centered: whether to divide by the spread, sqrt(v - mean(g)**2), instead.

    Raises:
        ValueError: for a setting below 0.

    Example:
        >>> import plainnet as torch
        >>> w = torch.tensor([2.0, 200.0], requires_grad=True)
        >>> optimizer = torch.optim.RMSprop([w], lr=0.1)
        >>> (w**2).sum().backward()
        >>> optimizer.step()
        >>> w.detach()
        tensor([  1., 199.])

    Source: docs/chapters/optimizers.md; Hinton, 2012, Coursera lecture 6e.
    """

    def __init__(
        self, params, lr=0.01, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0,
        centered=False,
    ):  # fmt: skip
        settings = dict(
            lr=lr, alpha=alpha, eps=eps, weight_decay=weight_decay, momentum=momentum
        )  # fmt: skip
        check_at_least("RMSprop", **settings)
        super().__init__(params, {**settings, "centered": centered})

    def move(self, param, x, g, group):
        """One step for one parameter."""
        state, alpha = self.state[param], group["alpha"]

        def memory(name):
            if name not in state:
                state[name] = Tensor(np.zeros_like(x))
            return state[name].array

        state["step"] = state.get("step", 0) + 1  # torch asks for it in a state
        v = memory("square_avg")
        v *= alpha
        v += (1 - alpha) * (g * g)
        spread = v
        if group["centered"]:
            mean = memory("grad_avg")
            mean += (1 - alpha) * (g - mean)
            spread = v - mean * mean
        change = g / (np.sqrt(spread) + group["eps"])
        if group["momentum"]:
            movement = memory("momentum_buffer")
            movement *= group["momentum"]
            movement += change
            change = movement
        x -= group["lr"] * change
