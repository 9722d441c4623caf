"""Module: a part of a network that knows its parameters, buffers and sub-modules.

Parameters, buffers and modules are plain attributes; a module finds them by looking at
its attributes in the order in which they were first assigned, which is torch's order.
"""

from collections import OrderedDict, namedtuple
from types import MappingProxyType

import numpy as np

from ..autograd import no_grad
from ..creation import as_tensor
from ..tensor import Tensor


class Parameter(Tensor):
    """A tensor that a module learns: it requires grad, and `parameters()` finds it.

    Args:
        data: a tensor, whose memory is shared.
        requires_grad: False keeps it fixed.

    Source: docs/chapters/layers-and-forward-pass.md
    """

    __slots__ = ()

    def __init__(self, data, requires_grad=True):
        super().__init__(as_tensor(data).array, requires_grad)

    def __repr__(self):
        return "Parameter containing:\n" + super().__repr__()


_Keys = namedtuple("_Keys", "missing_keys unexpected_keys")


class IncompatibleKeys(_Keys):
    """What `load_state_dict` did not find, and what it did not need."""

    __slots__ = ()

    def __repr__(self):
        if not self.missing_keys and not self.unexpected_keys:
            return "<All keys matched successfully>"
        return super().__repr__()


class Module:
    """A part of a network: assign its parts in `__init__`, compute in `forward`.

    Attributes:
        training: whether the module is being trained; `train()` and `eval()` set it.

    Example:
        >>> import plainnet as torch
        >>> from plainnet import nn
        >>> class Doubled(nn.Module):
        ...     def __init__(self):
        ...         super().__init__()
        ...         self.layer = nn.Linear(2, 3)
        ...     def forward(self, x):
        ...         return 2 * self.layer(x)
        >>> Doubled()
        Doubled(
          (layer): Linear(in_features=2, out_features=3, bias=True)
        )
        >>> Doubled()(torch.zeros(5, 2)).shape
        torch.Size([5, 3])

    Source: docs/chapters/layers-and-forward-pass.md
    """

    training = True
    _buffers = MappingProxyType({})  # name: whether it belongs to the state

    def forward(self, *args):
        """The output for an input; every kind of module writes its own."""
        raise NotImplementedError(
            f'{type(self).__name__} expected a method "forward": write def forward(self, input)'
        )

    def __call__(self, *args, **kwargs):
        return self.forward(*args, **kwargs)

    def __setattr__(self, name, value):
        known = vars(self).get(name)
        if isinstance(known, Parameter) and not isinstance(value, Parameter | None):
            raise TypeError(
                f"cannot assign {type(value).__name__} as parameter '{name}' (nn.Parameter or None "
                f"expected): wrap it in nn.Parameter, or copy into it with {name}.data.copy_(...)"
            )
        super().__setattr__(name, value)

    # --- what it holds ----------------------------------------------------------------

    def register_buffer(self, name, tensor, persistent=True):
        """Keep a tensor that is not learned; `state_dict` holds it if `persistent`."""
        self._buffers = {**self._buffers, name: persistent}
        setattr(self, name, tensor)

    def register_parameter(self, name, param):
        """Keep a parameter (or None) under a name."""
        setattr(self, name, param)

    def add_module(self, name, module):
        """Keep a module under a name."""
        setattr(self, name, module)

    register_module = add_module

    @property
    def _modules(self):
        return {n: v for n, v in vars(self).items() if isinstance(v, Module)}

    def named_children(self):
        """(name, module) for every module directly inside, each once."""
        seen = set()
        for name, module in self._modules.items():
            if module not in seen:
                seen.add(module)
                yield name, module

    def children(self):
        """Every module directly inside."""
        return (module for _, module in self.named_children())

    def named_modules(self, memo=None, prefix=""):
        """(dotted name, module) for this module and all inside it, each once."""
        memo = set() if memo is None else memo
        if self in memo:
            return
        memo.add(self)
        yield prefix, self
        for name, child in self._modules.items():
            yield from child.named_modules(memo, _joined(prefix, name))

    def modules(self):
        """This module and all inside it, each once."""
        return (module for _, module in self.named_modules())

    def named_parameters(self, prefix="", recurse=True):
        """(dotted name, parameter) for every parameter, each once."""
        return self._named("_own_parameters", prefix, recurse)

    def parameters(self, recurse=True):
        """Every parameter, each once."""
        return (p for _, p in self.named_parameters(recurse=recurse))

    def named_buffers(self, prefix="", recurse=True):
        """(dotted name, buffer) for every buffer, each once."""
        return self._named("_own_buffers", prefix, recurse)

    def buffers(self, recurse=True):
        """Every buffer, each once."""
        return (buffer for _, buffer in self.named_buffers(recurse=recurse))

    def _own_parameters(self):
        return [(n, v) for n, v in vars(self).items() if isinstance(v, Parameter)]

    def _own_buffers(self):
        named = ((name, getattr(self, name)) for name in self._buffers)
        return [(name, buffer) for name, buffer in named if buffer is not None]

    def _named(self, own, prefix, recurse):
        seen = set()
        holders = self.named_modules(prefix=prefix) if recurse else [(prefix, self)]
        for place, module in holders:
            for name, tensor in getattr(module, own)():
                if tensor not in seen:
                    seen.add(tensor)
                    yield _joined(place, name), tensor

    # --- state ------------------------------------------------------------------------

    def state_dict(self, *, prefix=""):
        """{dotted name: tensor} of parameters and buffers; the tensors share memory."""
        state = OrderedDict()
        for name, tensor in self._own_state():
            state[prefix + name] = tensor.detach()
        for name, child in self._modules.items():
            state.update(child.state_dict(prefix=f"{prefix}{name}."))
        return state

    def _own_state(self):
        buffers = [(n, b) for n, b in self._own_buffers() if self._buffers[n]]
        return self._own_parameters() + buffers

    def _state_places(self, prefix=""):
        """{dotted name: the parameter or buffer itself}."""
        places = {prefix + name: tensor for name, tensor in self._own_state()}
        for name, child in self._modules.items():
            places.update(child._state_places(f"{prefix}{name}."))
        return places

    def load_state_dict(self, state_dict, strict=True):
        """Copy the values of a state into parameters and buffers of the same names.

        Args:
            state_dict: {dotted name: tensor or array}.
            strict: whether missing and surplus names are errors.

        Raises:
            RuntimeError: listing every missing name, surplus name and wrong shape.
        """
        places = self._state_places()
        missing = [name for name in places if name not in state_dict]
        surplus = [name for name in state_dict if name not in places]
        known = {n: as_tensor(state_dict[n]) for n in places if n in state_dict}
        problems = [
            f"size mismatch for {name}: copying a param with shape {value.shape} from "
            f"checkpoint, the shape in current model is {places[name].shape}."
            for name, value in known.items()
            if value.shape != places[name].shape
        ]
        if strict and surplus:
            problems.insert(0, f"Unexpected key(s) in state_dict: {_quoted(surplus)}. ")
        if strict and missing:
            problems.insert(0, f"Missing key(s) in state_dict: {_quoted(missing)}. ")
        if problems:
            raise RuntimeError(
                f"Error(s) in loading state_dict for {type(self).__name__}:\n\t" + "\n\t".join(problems)
            )
        with no_grad():
            for name, value in known.items():
                places[name].copy_(value)
        return IncompatibleKeys(missing, surplus)

    # --- for all inside ---------------------------------------------------------------

    def train(self, mode=True):
        """Set `training` here and in all modules inside; returns the module."""
        if not isinstance(mode, bool):
            raise ValueError(f"training mode is expected to be boolean, got {mode!r}")
        for module in self.modules():
            module.training = mode
        return self

    def eval(self):
        """`train(False)`: for prediction."""
        return self.train(False)

    def zero_grad(self, set_to_none=True):
        """Forget the gradients of all parameters."""
        for p in self.parameters():
            if set_to_none:
                p.grad = None
            elif p.grad is not None:
                p.grad.zero_()

    def requires_grad_(self, requires_grad=True):
        """Learn all parameters, or keep them fixed; returns the module."""
        for p in self.parameters():
            p.requires_grad_(requires_grad)
        return self

    def apply(self, fn):
        """Call `fn` with every module inside, then with this one; returns it."""
        for child in self.children():
            child.apply(fn)
        fn(self)
        return self

    def to(self, dtype):
        """Convert floating-point parameters and buffers; returns the module."""
        for tensor in [*self.parameters(), *self.buffers()]:
            if tensor.is_floating_point():
                tensor.data = tensor.detach().to(dtype)
                if tensor.grad is not None:
                    tensor.grad = tensor.grad.to(dtype)
        return self

    def double(self):
        """Convert to float64."""
        return self.to(Tensor(np.empty(0, np.float64)))

    def float(self):
        """Convert to float32."""
        return self.to(Tensor(np.empty(0, np.float32)))

    # --- text -------------------------------------------------------------------------

    def extra_repr(self):
        """What the repr shows between the brackets, for example sizes."""
        return ""

    def __repr__(self):
        lines = self.extra_repr().splitlines()
        inside = [f"({name}): {child!r}" for name, child in self._modules.items()]
        if not inside and len(lines) < 2:
            return f"{type(self).__name__}({''.join(lines)})"
        return f"{type(self).__name__}(\n" + indented(lines + inside) + "\n)"


def indented(texts):
    """Texts one below the other, two columns to the right."""
    return "\n".join("  " + text.replace("\n", "\n  ") for text in texts)


def _joined(prefix, name):
    return f"{prefix}.{name}" if prefix else name


def _quoted(names):
    return ", ".join(f'"{name}"' for name in names)
