"""Layers of weighted sums, and layers that only change the shape."""

import math

import numpy as np

from .. import functional as F
from ..creation import empty
from ..shapes import flatten
from . import init
from .function import Function
from .module import Module, Parameter


def check_sizes(layer, **sizes):
    """Raise unless every size is a whole number of at least 0."""
    for name, size in sizes.items():
        if not isinstance(size, int | np.integer) or size < 0:
            raise ValueError(f"{layer} expected {name} to be a whole number of at least 0, got {size!r}")


class Linear(Module):
    """input @ weight.T + bias: every output is a weighted sum of all inputs.

    Args:
        in_features: how many inputs an example has.
        out_features: how many outputs it gets.
        bias: whether a bias is added.

    Shape:
        (..., in_features) → (..., out_features)

    Attributes:
        weight: (out_features, in_features), from U(-k, k) with k = 1 / √in_features.
        bias: (out_features), from the same distribution, or None.

    Raises:
        RuntimeError: where the input's last dimension is not in_features.

    Example:
        >>> import plainnet as torch
        >>> from plainnet import nn
        >>> nn.Linear(3, 1)(torch.zeros(5, 3)).shape
        torch.Size([5, 1])

    Source: docs/chapters/artificial-neuron.md
    """

    def __init__(self, in_features, out_features, bias=True):
        check_sizes("Linear", in_features=in_features, out_features=out_features)
        self.in_features, self.out_features = in_features, out_features
        # column by column in memory: the forward product reads weight.T in order
        self.weight = Parameter(empty(in_features, out_features).T)
        self.bias = Parameter(empty(out_features)) if bias else None
        self.reset_parameters()

    def reset_parameters(self):
        """Draw the parameters anew."""
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            k = 1 / math.sqrt(self.in_features) if self.in_features else 0
            init.uniform_(self.bias, -k, k)

    def forward(self, input):
        """The weighted sums."""
        return F.linear(input, self.weight, self.bias)

    def extra_repr(self):
        """The sizes."""
        return (
            f"in_features={self.in_features}, out_features={self.out_features}, bias={self.bias is not None}"
        )


class Bilinear(Module):
    """x1 @ weight[k] @ x2 + bias[k]: every output weighs all pairs of inputs.

    Args:
        in1_features, in2_features: the lengths of the two inputs.
        out_features: how many outputs.
        bias: whether a bias is added.

    Shape:
        (..., in1_features), (..., in2_features) → (..., out_features)

    Attributes:
        weight: (out_features, in1_features, in2_features), from U(-k, k) with
            k = 1 / √in1_features.
        bias: (out_features), from the same distribution, or None.

    Example:
        >>> import plainnet as torch
        >>> from plainnet import nn
        >>> nn.Bilinear(2, 3, 4)(torch.zeros(5, 2), torch.zeros(5, 3)).shape
        torch.Size([5, 4])

    Source: docs/chapters/specialised-architectures.md
    """

    def __init__(self, in1_features, in2_features, out_features, bias=True):
        if in1_features <= 0:
            raise ValueError(f"Bilinear expected in1_features > 0, got {in1_features}")
        self.in1_features, self.in2_features = in1_features, in2_features
        self.out_features = out_features
        self.weight = Parameter(empty(out_features, in1_features, in2_features))
        self.bias = Parameter(empty(out_features)) if bias else None
        self.reset_parameters()

    def reset_parameters(self):
        """Draw the parameters anew."""
        k = 1 / math.sqrt(self.in1_features)
        init.uniform_(self.weight, -k, k)
        if self.bias is not None:
            init.uniform_(self.bias, -k, k)

    def forward(self, input1, input2):
        """The weighted sums of products."""
        return F.bilinear(input1, input2, self.weight, self.bias)

    def extra_repr(self):
        """The sizes."""
        return (
            f"in1_features={self.in1_features}, in2_features={self.in2_features}, "
            f"out_features={self.out_features}, bias={self.bias is not None}"
        )


class Identity(Module):
    """The input as it is; arguments are ignored.

    Shape: any, and the same out.

    Source: docs/chapters/signal-flow.md
    """

    def __init__(self, *args, **kwargs):
        pass

    def forward(self, input):
        """The input."""
        return input


class Flatten(Function):
    """The dimensions from start_dim to end_dim joined into one.

    Shape: (N, C, H, W) → (N, C*H*W)

    Example:
        >>> import plainnet as torch
        >>> from plainnet import nn
        >>> nn.Flatten()(torch.zeros(5, 1, 28, 28)).shape
        torch.Size([5, 784])

    Source: docs/chapters/convolutional-networks.md
    """

    function = staticmethod(flatten)

    def __init__(self, start_dim=1, end_dim=-1):
        self._keep(start_dim=start_dim, end_dim=end_dim)


class Unflatten(Function):
    """The dimension `dim` split into several.

    Shape: (N, C*H*W) → (N, C, H, W)

    Source: docs/chapters/convolutional-networks.md
    """

    def __init__(self, dim, unflattened_size):
        self._keep(dim=dim, unflattened_size=tuple(unflattened_size))

    def forward(self, input):
        """The input in its new shape."""
        shape = input.array.shape
        dim = self.dim % len(shape)
        return input.reshape(*shape[:dim], *self.unflattened_size, *shape[dim + 1 :])
