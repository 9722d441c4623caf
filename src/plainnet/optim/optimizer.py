"""What all optimisers share: groups of parameters with their settings, and a state."""

import warnings
from collections import defaultdict
from copy import deepcopy

import numpy as np

from ..autograd import changed, enable_grad
from ..tensor import Tensor


class Optimizer:
    """Parameters in groups with settings; a kind of optimiser writes `move`.

    Args:
        params: tensors, or dicts {"params": tensors, "lr": ...} with own settings.
        defaults: the settings where a group has none.

    Attributes:
        param_groups: one dict per group: "params" and the settings. A change counts
            from the next step on.
        state: {parameter: what the optimiser remembers about it}.

    Raises:
        TypeError: for anything but tensors.
        ValueError: for no parameters, results of operations, and a parameter twice.

    Source: docs/chapters/optimizers.md
    """

    def __init__(self, params, defaults):
        name = type(self).__name__
        if isinstance(params, Tensor):
            raise TypeError(
                f"{name} expected an iterable of tensors or dicts, got one tensor: put it in a list, [tensor]"
            )
        groups = list(params)
        if not groups:
            raise ValueError(
                f"{name} got an empty parameter list: parameters() gives each "
                "parameter only once, and a list of modules needs nn.ModuleList"
            )
        self.defaults, self.param_groups = defaults, []
        self.state = defaultdict(dict)
        for group in groups if isinstance(groups[0], dict) else [{"params": groups}]:
            self.add_param_group(group)

    def add_param_group(self, param_group):
        """Move more parameters from now on: {"params": tensors, "lr": ...}."""
        params = param_group["params"]
        params = [params] if isinstance(params, Tensor) else list(params)
        taken = {p for group in self.param_groups for p in group["params"]}
        for p in params:
            _check_leaf(type(self).__name__, p)
        if taken.intersection(params):
            raise ValueError(
                f"{type(self).__name__} expected each parameter in one group: some "
                "parameters appear in more than one parameter group"
            )
        if len(set(params)) < len(params):
            warnings.warn("a parameter stands twice in its group", stacklevel=3)
        self.param_groups.append({**self.defaults, **param_group, "params": params})

    def step(self, closure=None):
        """Move every parameter that has a gradient.

        Args:
            closure: computes the loss and its gradients first; its result is returned.
        """
        loss = None
        if closure is not None:
            with enable_grad():
                loss = closure()
        for group in self.param_groups:
            plain = not (group.get("maximize") or group.get("weight_decay"))
            for p in group["params"]:
                if p.grad is not None:
                    g = p.grad.array if plain else self._slope(p, group)
                    self.move(p, p.array, g, group)
                    changed(p)
        return loss

    def _slope(self, param, group):
        """The gradient, or its negative to go up, with the slope of an L2 penalty."""
        g = -param.grad.array if group.get("maximize") else param.grad.array
        decay = group.get("weight_decay")
        return self._decayed(param.array, g, decay, group["lr"]) if decay else g

    def _decayed(self, x, g, decay, lr):
        return g + decay * x

    def move(self, param, x, g, group):
        """Change the array `x` of `param` in place, given its gradient `g`."""
        raise NotImplementedError(f"{type(self).__name__} expected a method move")

    def zero_grad(self, set_to_none=True):
        """Forget the gradients: set them to None, or to 0."""
        for group in self.param_groups:
            for p in group["params"]:
                if set_to_none:
                    p.grad = None
                elif p.grad is not None:
                    p.grad.zero_()

    # --- state ------------------------------------------------------------------------

    def state_dict(self):
        """{"state": {number of a parameter: ...}, "param_groups": [...]}."""
        number = {p: i for i, p in enumerate(self._params())}
        groups = [{**group, "params": [number[p] for p in group["params"]]} for group in self.param_groups]
        state = {number[p]: dict(state) for p, state in self.state.items()}
        return {"state": state, "param_groups": groups}

    def load_state_dict(self, state_dict):
        """Copy settings and memory from a `state_dict`, also from torch's.

        Raises:
            ValueError: where the groups have other sizes.
        """
        saved = state_dict["param_groups"]
        sizes = [len(group["params"]) for group in self.param_groups]
        found = [len(group["params"]) for group in saved]
        if sizes != found:
            raise ValueError(
                f"load_state_dict expected parameter groups of the sizes {sizes}, got "
                f"{found}: the loaded state dict belongs to other parameter groups"
            )
        params = dict(zip([i for g in saved for i in g["params"]], self._params(), strict=True))
        for group, settings in zip(self.param_groups, saved, strict=True):
            group |= {**deepcopy(dict(settings)), "params": group["params"]}
        self.state.clear()
        for i, state in state_dict["state"].items():
            kind = params[i].array.dtype
            self.state[params[i]] = {k: _copied(v, kind) for k, v in state.items()}

    def _params(self):
        return [p for group in self.param_groups for p in group["params"]]

    def __repr__(self):
        lines = [f"{type(self).__name__} ("]
        for i, group in enumerate(self.param_groups):
            lines.append(f"Parameter Group {i}")
            lines += [f"    {k}: {group[k]}" for k in sorted(group) if k != "params"]
        return "\n".join([*lines, ")"])


def _check_leaf(name, p):
    if not isinstance(p, Tensor):
        raise TypeError(f"{name} can only optimize Tensors, got {type(p).__name__}: pass model.parameters()")
    if not p.is_leaf:
        raise ValueError(
            f"{name} can't optimize a non-leaf Tensor, got the result of an operation "
            f"of shape {p.array.shape}: optimise what it was computed from"
        )


def _copied(value, kind):
    """A remembered value of our own: a count as a number, numbers as a Tensor."""
    if value is None:
        return None
    array = np.array(np.asarray(getattr(value, "array", value)))
    return array.item() if array.ndim == 0 else Tensor(array.astype(kind))


def check_at_least(optimizer, least=0, **settings):
    """Raise ValueError unless every setting is at least `least`."""
    for name, value in settings.items():
        if not value >= least:
            raise ValueError(f"{optimizer} expected {name} of at least {least}, got {value}: invalid {name}")


def check_fraction(optimizer, **settings):
    """Raise ValueError unless every setting is in [0, 1)."""
    for name, value in settings.items():
        if not 0 <= value < 1:
            raise ValueError(f"{optimizer} expected {name} in [0, 1), got {value}: invalid {name}")
