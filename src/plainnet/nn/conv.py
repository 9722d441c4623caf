"""Convolutions as layers; the formulas stand in `plainnet.functional.conv`."""

import math

from ..creation import empty
from ..functional import conv as F
from ..functional.windows import lengths
from . import init
from .module import Module, Parameter


class _Convolution(Module):
    """What the kinds of convolution share: sizes, parameters and their text."""

    ndim = 2
    transposed = False

    def __init__(
        self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1,
        groups=1, bias=True,
    ):  # fmt: skip
        name = type(self).__name__
        self.in_channels, self.out_channels, self.groups = (in_channels, out_channels, groups)
        if groups < 1 or in_channels % groups or out_channels % groups:
            raise ValueError(
                f"{name} expected in_channels and out_channels to be divisible by "
                f"groups, got {in_channels}, {out_channels} and {groups}"
            )
        self.kernel_size = lengths(kernel_size, self.ndim, name, "kernel_size", 1)
        self.stride = lengths(stride, self.ndim, name, "stride", 1)
        self.dilation = lengths(dilation, self.ndim, name, "dilation", 1)
        self.output_padding = (0,) * self.ndim
        self.padding = self._padding_of(padding)
        channels = (in_channels, out_channels)
        ends = channels if self.transposed else channels[::-1]
        self.weight = Parameter(empty(ends[0], ends[1] // groups, *self.kernel_size))
        self.bias = Parameter(empty(out_channels)) if bias else None
        self.reset_parameters()

    def _padding_of(self, padding):
        name = type(self).__name__
        if not isinstance(padding, str):
            return lengths(padding, self.ndim, name, "padding")
        if padding not in ("same", "valid"):
            raise ValueError(
                f"{name} expected padding 'same', 'valid' or numbers, got {padding!r}: Invalid padding string"
            )
        if padding == "same" and max(self.stride) > 1:
            raise ValueError(
                f"{name} expected stride 1 for padding 'same', got {self.stride}: "
                "padding='same' is not supported for strided convolutions"
            )
        return padding

    def reset_parameters(self):
        """Draw the parameters anew."""
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            fan_in = self.weight.shape[1] * math.prod(self.kernel_size)
            k = 1 / math.sqrt(fan_in) if fan_in else 0
            init.uniform_(self.bias, -k, k)

    def extra_repr(self):
        """The sizes, and what differs from the defaults."""
        zeros, ones = (0,) * self.ndim, (1,) * self.ndim
        text = (
            f"{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, stride={self.stride}"
        )
        for name, usual in (("padding", zeros), ("dilation", ones),
                            ("output_padding", zeros), ("groups", 1)):  # fmt: skip
            value = getattr(self, name)
            text += "" if value == usual else f", {name}={value}"
        return text + ("" if self.bias is not None else ", bias=False")


class Conv1d(_Convolution):
    """A small weighted sum, the same at every place of a signal: `functional.conv1d`.

    Arguments and errors are those of `Conv2d`.

    Shape: (N, C, L) or (C, L) → (N, O, L')

    Attributes:
        weight: (out_channels, in_channels / groups, K), from U(-k, k) with
            k = 1 / √(in_channels / groups * K).
        bias: (out_channels), from the same distribution, or None.

    Example:
        >>> import plainnet as torch
        >>> torch.nn.Conv1d(2, 4, 3)(torch.zeros(5, 2, 10)).shape
        torch.Size([5, 4, 8])

    Source: docs/chapters/convolutional-networks.md
    """

    ndim = 1

    def forward(self, input):
        """The weighted sums."""
        geometry = self.stride, self.padding, self.dilation, self.groups
        return F.conv1d(input, self.weight, self.bias, *geometry)


class Conv2d(_Convolution):
    """A small weighted sum, the same at every place of an image: `functional.conv2d`.

    Args:
        in_channels: how many channels the input has.
        out_channels: how many it gets.
        kernel_size: the size of the window: one number, or (height, width); so are
        stride: how far it moves,
        padding: how many zeros on each side (or "same", or "valid"), and
        dilation: the distance between the elements of the kernel.
        groups: into how many parts the channels are split.
        bias: whether a bias is added.

    Shape:
        (N, C, H, W) or (C, H, W) → (N, O, H', W') with
        H' = (H + 2 padding - dilation (kernel_size - 1) - 1) // stride + 1

    Attributes:
        weight: (out_channels, in_channels / groups, KH, KW), from U(-k, k) with
            k = 1 / √(in_channels / groups * KH * KW).
        bias: (out_channels), from the same distribution, or None.

    Raises:
        ValueError: for channels that groups does not divide, for another word than
            "same" and "valid", and for "same" with a stride.
        RuntimeError: for sizes that are no whole numbers, and inputs that do not fit.

    Example:
        >>> import plainnet as torch
        >>> torch.nn.Conv2d(1, 8, 3, padding=1)
        Conv2d(1, 8, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
        >>> torch.nn.Conv2d(1, 8, 3)(torch.zeros(5, 1, 28, 28)).shape
        torch.Size([5, 8, 26, 26])

    Source: docs/chapters/convolutional-networks.md
    """

    def forward(self, input):
        """The weighted sums."""
        geometry = self.stride, self.padding, self.dilation, self.groups
        return F.conv2d(input, self.weight, self.bias, *geometry)


class ConvTranspose2d(_Convolution):
    """Every input adds its multiple of a kernel: `functional.conv_transpose2d`.

    Args:
        in_channels, out_channels, kernel_size, stride, groups, bias, dilation: as those
            of `Conv2d`.
        padding: how much is cut off on each side.
        output_padding: how much more there is at the end.

    Shape:
        (N, C, H, W) or (C, H, W) → (N, O, H', W') with
        H' = (H - 1) stride - 2 padding + dilation (KH - 1) + output_padding + 1

    Attributes:
        weight: (in_channels, out_channels / groups, KH, KW), from U(-k, k) with
            k = 1 / √(out_channels / groups * KH * KW).
        bias: (out_channels), from the same distribution, or None.

    Raises:
        ValueError: for channels that groups does not divide.
        RuntimeError: where the input does not fit.

    Example:
        >>> import plainnet as torch
        >>> layer = torch.nn.ConvTranspose2d(8, 1, 4, stride=2, padding=1)
        >>> layer(torch.zeros(5, 8, 7, 7)).shape
        torch.Size([5, 1, 14, 14])

    Source: docs/chapters/gans.md
    """

    transposed = True

    def __init__(
        self, in_channels, out_channels, kernel_size, stride=1, padding=0,
        output_padding=0, groups=1, bias=True, dilation=1,
    ):  # fmt: skip
        geometry = kernel_size, stride, padding, dilation, groups
        super().__init__(in_channels, out_channels, *geometry, bias)
        more = lengths(output_padding, 2, "ConvTranspose2d", "output_padding")
        self.output_padding = more

    def _padding_of(self, padding):
        return lengths(padding, 2, "ConvTranspose2d", "padding")

    def forward(self, input):
        """The sum of the kernels."""
        return F.conv_transpose2d(
            input, self.weight, self.bias, self.stride, self.padding,
            self.output_padding, self.groups, self.dilation,
        )  # fmt: skip
