"""Gradient descent, with momentum where wanted."""

from ..tensor import Tensor
from .optimizer import Optimizer, check_at_least


class SGD(Optimizer):
    """x -= lr * g: a step down the slope; with momentum, v = momentum * v + g moves x.

    Args:
        params: tensors, or dicts of groups.
        lr: the learning rate, at least 0.
        momentum: the share of the last movement that is kept, at least 0.
        dampening: the share of the gradient that does not enter the movement (from the
            second step on; the first movement is the gradient).
        weight_decay: this times x is added to the gradient (an L2 penalty's slope).
        nesterov: whether to look ahead: x -= lr * (g + momentum * v).
        maximize: whether to go up instead of down.

    Raises:
        ValueError: for a setting below 0, and for nesterov without momentum.

    Example:
        >>> import plainnet as torch
        >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
        >>> optimizer = torch.optim.SGD([w], lr=0.1)
        >>> (w**2).sum().backward()
        >>> optimizer.step()
        >>> w.detach()
        tensor([0.8000, 1.6000])

    Source: docs/chapters/optimizers.md; Sutskever and others, 2013, section 2.
    """

    def __init__(
        self, params, lr=0.001, momentum=0, dampening=0, weight_decay=0, nesterov=False,
        *, maximize=False,
    ):  # fmt: skip
        check_at_least("SGD", lr=lr, momentum=momentum, weight_decay=weight_decay)
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError(
                "Nesterov momentum requires a momentum and zero dampening: SGD got "
                f"momentum={momentum}, dampening={dampening}"
            )
        super().__init__(params, dict(
            lr=lr, momentum=momentum, dampening=dampening, weight_decay=weight_decay,
            nesterov=nesterov, maximize=maximize,
        ))  # fmt: skip

    def move(self, param, x, g, group):
        """One step for one parameter."""
        if group["momentum"]:
            g = self._movement(self.state[param], g, group)
        x -= group["lr"] * g

    def _movement(self, state, g, group):
        momentum = group["momentum"]
        if state.get("momentum_buffer") is None:
            v = g.copy()
            state["momentum_buffer"] = Tensor(v)
        else:
            v = state["momentum_buffer"].array
            v *= momentum
            v += (1 - group["dampening"]) * g if group["dampening"] else g
        return g + momentum * v if group["nesterov"] else v
