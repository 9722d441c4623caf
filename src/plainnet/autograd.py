"""Reverse-mode automatic differentiation: the way back from a loss to the leaves.

What operations leave behind is described in `recording`. Every tensor is younger than
its inputs, so walking back in order of age is a topological order: no recursion, and no
limit to the depth. The age is counted when a tensor gets its value; a change in place
makes a tensor younger than what was computed from it before, and `backward` notices.
"""

import operator

import numpy as np

from .recording import changed, enable_grad, is_grad_enabled, no_grad, record, set_grad_enabled, shared
from .tensor import Tensor, method

__all__ = [
    "backward", "changed", "enable_grad", "grad", "is_grad_enabled", "no_grad", "record",
    "set_grad_enabled", "shared",
]  # fmt: skip

_age_of = operator.attrgetter("_age")


def _used_up(g):
    raise RuntimeError(
        "backward expected a graph that is still there, got one that was already walked back: call "
        "backward(retain_graph=True) the first time, or compute the loss anew"
    )


_SPENT = ((None, _used_up),)


def _newest_first(root):
    """The results that `root` was computed from, itself included, youngest first."""
    found = [root] if root._edges else []
    seen = set(found)
    for node in found:
        age = node._age
        for source, _ in node._edges:
            if source is None:
                _used_up(None)
            if source._age > age:
                raise RuntimeError(
                    "backward expected the values that were used, but a tensor of shape "
                    f"{source.array.shape} needed for the gradient has been modified by an in-place "
                    "operation since: change it after backward, or clone it"
                )
            if source._edges and source not in seen:
                seen.add(source)
                found.append(source)
    found.sort(key=_age_of, reverse=True)
    return found


def unbroadcast(g, shape):
    """Undo broadcasting: the sum of g over the axes that were added or stretched.

    Shape: g any → shape

    Source: docs/chapters/backpropagation.md
    """
    extra = g.ndim - len(shape)
    if extra:
        g = np.add.reduce(g, tuple(range(extra)))
    stretched = tuple(i for i, n in enumerate(shape) if n != g.shape[i])
    return np.add.reduce(g, stretched, keepdims=True) if stretched else g


def _walk(root, gradient, retain, wanted=()):
    """{tensor: gradient array} for the leaves, and for the tensors that keep theirs."""
    kept, pending, own = {}, {root: gradient}, set()
    for node in _newest_first(root):
        g = pending.pop(node)
        if node._keeps or node in wanted:
            kept[node] = g
        for source, pullback in node._edges:
            part = pullback(g)
            if type(part) is tuple:
                _add_in_place(pending, own, source, *part)
                continue
            if part.shape != source.array.shape:
                part = unbroadcast(part, source.array.shape)
            pending[source] = pending[source] + part if source in pending else part
        if not retain:
            node._edges = _SPENT  # lets go of what the pullbacks kept
    return pending | kept if kept else pending  # what still waits is at the leaves


def _add_in_place(pending, own, source, place, g):
    """Add a part of a gradient; `own` are the tensors whose gradient is an array of our own."""
    if source not in own:
        own.add(source)
        pending[source] = np.array(pending[source]) if source in pending else np.zeros_like(source.array)
    pending[source][place] += g


def _start(tensor, gradient, create_graph):
    """The gradient to begin with: 1 for a single number, else what the caller gave."""
    if create_graph:
        raise RuntimeError(
            "create_graph=True asks for gradients of gradients, which plainnet leaves "
            "out: use central differences of the gradient instead"
        )
    value = tensor.array
    if not tensor.requires_grad:
        raise RuntimeError(
            "backward expected a tensor that requires grad, got one that does not and "
            "has no grad_fn: set requires_grad=True on what it is computed from"
        )
    if gradient is None:
        if value.size != 1:
            raise RuntimeError(
                f"grad can be implicitly created only for scalar outputs: backward got shape {value.shape}; "
                "reduce it with .sum() or .mean(), or pass a gradient"
            )
        return np.ones(value.shape, value.dtype) if value.ndim else value.dtype.type(1)
    g = np.array(getattr(gradient, "array", gradient), value.dtype)
    if g.shape != value.shape:
        raise RuntimeError(f"backward expected a gradient of the tensor's shape {value.shape}, got {g.shape}")
    return g


def _owned(g, taken):
    """`g`, copied if its memory belongs to another gradient or is repeated in it."""
    owner = g if g.base is None else g.base
    if id(owner) in taken or owner.size != g.size:
        return g.copy()
    taken.add(id(owner))
    return g


@method
def backward(self, gradient=None, retain_graph=None, create_graph=False):
    """Add the gradient of this tensor to `.grad` of every leaf it was computed from.

    Args:
        gradient: the gradient to begin with, of this tensor's shape; needed unless the
            tensor is a single number.
        retain_graph: keep the graph for another backward.
        create_graph: not supported (no gradients of gradients).

    Shape: any; the gradient has the same.

    Raises:
        RuntimeError: for more than one element without `gradient`, for a tensor that
            needs no gradient, for a graph already walked back.

    Example:
        >>> import plainnet as torch
        >>> w = torch.tensor([0.8, 1.2, -0.5], requires_grad=True)
        >>> x = torch.tensor([0.5, -0.3, 0.7])
        >>> (w @ x).backward()
        >>> w.grad
        tensor([ 0.5000, -0.3000,  0.7000])

    Source: docs/chapters/backpropagation.md
    """
    start, taken = _start(self, gradient, create_graph), set()
    for tensor, g in _walk(self, start, retain_graph).items():
        if tensor.grad is None:
            tensor.grad = Tensor(_owned(g, taken))
        else:
            tensor.grad.array += g


def grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False):
    """The gradients of `outputs` with respect to `inputs`; no `.grad` is touched.

    Args:
        outputs: the tensor to differentiate.
        inputs: a tensor or a sequence of tensors.
        grad_outputs: the gradient to begin with; needed unless outputs is one number.

    Shape: that of each input.

    Raises:
        RuntimeError: where an input was not used to compute the outputs.

    Example:
        >>> import plainnet as torch
        >>> x = torch.tensor(3.0, requires_grad=True)
        >>> torch.autograd.grad(x**2, x)
        (tensor(6.),)

    Source: docs/chapters/backpropagation.md
    """
    inputs = (inputs,) if isinstance(inputs, Tensor) else tuple(inputs)
    start, taken = _start(outputs, grad_outputs, create_graph), set()
    found = _walk(outputs, start, retain_graph, inputs and set(inputs))
    for tensor in inputs:
        if tensor not in found:
            raise RuntimeError(
                "grad expected inputs that the output depends on, but a tensor of "
                f"shape {tensor.array.shape} was not used in the graph, or needs none"
            )
    return tuple(Tensor(_owned(found[tensor], taken)) for tensor in inputs)


# --- a tensor's place in the graph ----------------------------------------------------


@method
def requires_grad_(self, requires_grad=True):
    """Ask for gradients with respect to this tensor (or no longer); returns it.

    Shape: any, and the same out.

    Source: docs/chapters/backpropagation.md
    """
    if requires_grad and self.array.dtype.kind != "f":
        raise RuntimeError(
            "only tensors of floating-point dtype can require gradients, "
            f"got {self.dtype}: use .float() first"
        )
    if not requires_grad and self._edges:
        raise RuntimeError(
            "requires_grad_(False) expected a leaf, got the result of an operation: use detach()"
        )
    self.requires_grad = requires_grad
    return self


@method
def retain_grad(self):
    """Keep this tensor's gradient in `.grad` although it is no leaf.

    Shape: any.

    Source: docs/chapters/backpropagation.md
    """
    self._keeps = True


class Node:
    """How a tensor was computed, as torch's `grad_fn` shows it.

    Source: docs/chapters/backpropagation.md
    """

    def __init__(self, tensor):
        self._tensor = tensor

    def name(self):
        """torch's name of the operation, for example `AddBackward0`."""
        from .printing import operation_name

        return operation_name(self._tensor)

    @property
    def next_functions(self):
        """The nodes of the inputs that need a gradient."""
        return tuple((Node(source), 0) for source, _ in self._tensor._edges)

    def __repr__(self):
        return f"<{self.name()} object at {hex(id(self._tensor))}>"


Tensor.grad_fn = property(
    lambda self: Node(self) if self._edges else None, doc="How it was computed, or None for a leaf."
)


def __getattr__(name):
    """`autograd.gradcheck` is there, as in torch; it is imported when asked for."""
    if name == "gradcheck":
        from .testing import gradcheck

        return gradcheck
    raise AttributeError(f"plainnet.autograd has no '{name}'")
