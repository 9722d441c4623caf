"""Normalisation as layers; the formulas stand in `plainnet.functional.norm`."""

from ..creation import empty, ones, tensor, zeros
from ..functional import norm as F
from . import init
from .module import Module, Parameter


class _Affine(Module):
    """What the kinds of normalisation share: a weight and a bias, or neither."""

    def _start(self, shape, weight, bias):
        self.weight = Parameter(empty(shape)) if weight else None
        self.bias = Parameter(empty(shape)) if weight and bias else None
        self.reset_parameters()

    def reset_parameters(self):
        """Weights of 1 and biases of 0: no change in the beginning."""
        if self.weight is not None:
            init.ones_(self.weight)
        if self.bias is not None:
            init.zeros_(self.bias)


class _BatchNorm(_Affine):
    """Batch normalisation; a kind of it says which numbers of dimensions it takes."""

    dims = ()

    def __init__(
        self, num_features, eps=1e-5, momentum=0.1, affine=True,
        track_running_stats=True, *, bias=True,
    ):  # fmt: skip
        self.num_features, self.eps, self.momentum = num_features, eps, momentum
        self.affine, self.track_running_stats = affine, track_running_stats
        self._start(num_features, affine, bias)
        tracked = track_running_stats
        mean, var = (zeros(num_features), ones(num_features)) if tracked else (None, None)
        self.register_buffer("running_mean", mean)
        self.register_buffer("running_var", var)
        self.register_buffer("num_batches_tracked", tensor(0) if tracked else None)

    def reset_running_stats(self):
        """Forget the estimates."""
        if self.track_running_stats:
            self.running_mean.zero_()
            self.running_var.fill_(1)
            self.num_batches_tracked.zero_()

    def forward(self, input):
        """The input, normalised."""
        if input.array.ndim not in self.dims:
            expected = " or ".join(f"{n}D" for n in self.dims)
            raise ValueError(
                f"{type(self).__name__} expected {expected} input "
                f"(got {input.array.ndim}D input of shape {input.array.shape})"
            )
        momentum = self.momentum
        if self.training and self.track_running_stats:
            self.num_batches_tracked.array += 1
            if momentum is None:  # the mean over all batches so far
                momentum = 1 / self.num_batches_tracked.item()
        own = self.training or self.running_mean is None
        return F.batch_norm(
            input, self.running_mean, self.running_var, self.weight, self.bias, own,
            momentum, self.eps,
        )  # fmt: skip

    def extra_repr(self):
        """The sizes and settings."""
        return (
            f"{self.num_features}, eps={self.eps}, momentum={self.momentum}, affine={self.affine}, "
            f"bias={self.bias is not None}, track_running_stats={self.track_running_stats}"
        )


class BatchNorm1d(_BatchNorm):
    """(x - mean) / sqrt(var + eps) * weight + bias, over all examples of each channel.

    While training, mean and variance are those of the batch, and running estimates are
    kept; after `eval()` the estimates are used.

    Args:
        num_features: how many channels there are.
        eps: keeps the division finite, at least 0.
        momentum: the share of a batch in the new estimates, in [0, 1]; None for the
            mean over all batches.
        affine: whether there is a weight and a bias.
        track_running_stats: whether estimates are kept.
        bias: whether there is a bias.

    Shape: (N, C) or (N, C, L), and the same out.

    Attributes:
        weight, bias: (C): ones and zeros in the beginning, or None.
        running_mean, running_var: (C): zeros and ones in the beginning, or None.
        num_batches_tracked: how many batches the estimates have seen.

    Raises:
        ValueError: for another number of dimensions, and while training for only one
            number per channel.

    Example:
        >>> import plainnet as torch
        >>> torch.nn.BatchNorm1d(2)(torch.tensor([[1.0, 10.0], [3.0, 30.0]])).detach()
        tensor([[-1.0000, -1.0000],
                [ 1.0000,  1.0000]])

    Source: docs/chapters/signal-flow.md; Ioffe and Szegedy, 2015, algorithm 1.
    """

    dims = (2, 3)


class BatchNorm2d(_BatchNorm):
    """`BatchNorm1d` for images: over all examples and all places of each channel.

    Arguments, attributes and errors are those of `BatchNorm1d`.

    Shape: (N, C, H, W), and the same out.

    Source: docs/chapters/signal-flow.md; Ioffe and Szegedy, 2015, section 3.2.
    """

    dims = (4,)


def _shape_of(normalized_shape):
    one = isinstance(normalized_shape, int)
    return (normalized_shape,) if one else tuple(normalized_shape)


class LayerNorm(_Affine):
    """(x - mean) / sqrt(var + eps) * weight + bias, over the last dimensions.

    Args:
        normalized_shape: the lengths of the last dimensions, those to average over.
        eps: keeps the division finite, at least 0.
        elementwise_affine: whether there is a weight and a bias.
        bias: whether there is a bias.

    Shape: (..., D) → (..., D)

    Attributes:
        weight, bias: of normalized_shape: ones and zeros in the beginning, or None.

    Raises:
        RuntimeError: where the input's last dimensions are not normalized_shape.

    Example:
        >>> import plainnet as torch
        >>> torch.nn.LayerNorm(3)(torch.tensor([1.0, 2.0, 3.0])).detach()
        tensor([-1.2247,  0.0000,  1.2247])

    Source: docs/chapters/signal-flow.md; Ba and others, 2016, equation 3.
    """

    def __init__(self, normalized_shape, eps=1e-5, elementwise_affine=True, bias=True):
        self.normalized_shape, self.eps = _shape_of(normalized_shape), eps
        self.elementwise_affine = elementwise_affine
        self._start(self.normalized_shape, elementwise_affine, bias)

    def forward(self, input):
        """The input, normalised."""
        return F.layer_norm(input, self.normalized_shape, self.weight, self.bias, self.eps)

    def extra_repr(self):
        """The sizes and settings."""
        return (
            f"{self.normalized_shape}, eps={self.eps}, elementwise_affine="
            f"{self.elementwise_affine}, bias={self.bias is not None}"
        )


class RMSNorm(_Affine):
    """x / sqrt(mean(x**2) + eps) * weight, over the last dimensions of an example.

    Args:
        normalized_shape: the lengths of the last dimensions, those to average over.
        eps: keeps the division finite; the distance from 1 to the next number if None.
        elementwise_affine: whether there is a weight.

    Shape: (..., D) → (..., D)

    Attributes:
        weight: of normalized_shape: ones in the beginning, or None.

    Raises:
        RuntimeError: where the input's last dimensions are not normalized_shape.

    Example:
        >>> import plainnet as torch
        >>> torch.nn.RMSNorm(2)(torch.tensor([3.0, 4.0])).detach()
        tensor([0.8485, 1.1314])

    Source: docs/chapters/transformers.md; Zhang and Sennrich, 2019, equation 4.
    """

    def __init__(self, normalized_shape, eps=None, elementwise_affine=True):
        self.normalized_shape, self.eps = _shape_of(normalized_shape), eps
        self.elementwise_affine = elementwise_affine
        self._start(self.normalized_shape, elementwise_affine, bias=False)

    def forward(self, input):
        """The input, normalised."""
        return F.rms_norm(input, self.normalized_shape, self.weight, self.eps)

    def extra_repr(self):
        """The sizes and settings."""
        return f"{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}"


class GroupNorm(_Affine):
    """`LayerNorm` over each of num_groups groups of channels; one weight per channel.

    Args:
        num_groups: into how many groups the channels are split.
        num_channels: how many channels there are.
        eps: keeps the division finite, at least 0.
        affine: whether there is a weight and a bias.
        bias: whether there is a bias.

    Shape: (N, C, ...) → (N, C, ...)

    Attributes:
        weight, bias: (C): ones and zeros in the beginning, or None.

    Raises:
        ValueError: where num_groups does not divide num_channels.

    Example:
        >>> import plainnet as torch
        >>> torch.nn.GroupNorm(2, 4)(torch.tensor([[1.0, 3.0, 10.0, 30.0]])).detach()
        tensor([[-1.0000,  1.0000, -1.0000,  1.0000]])

    Source: docs/chapters/signal-flow.md; Wu and He, 2018, equation 7.
    """

    def __init__(self, num_groups, num_channels, eps=1e-5, affine=True, *, bias=True):
        if num_channels % num_groups:
            raise ValueError(
                "GroupNorm: num_channels must be divisible by num_groups, got "
                f"num_channels={num_channels} and num_groups={num_groups}"
            )
        self.num_groups, self.num_channels = num_groups, num_channels
        self.eps, self.affine = eps, affine
        self._start(num_channels, affine, bias)

    def forward(self, input):
        """The input, normalised."""
        return F.group_norm(input, self.num_groups, self.weight, self.bias, self.eps)

    def extra_repr(self):
        """The sizes and settings."""
        return (
            f"{self.num_groups}, {self.num_channels}, eps={self.eps}, "
            f"affine={self.affine}, bias={self.bias is not None}"
        )
