"""Pooling as layers; the formulas stand in `plainnet.functional.pool`."""

from ..functional import pool as F
from .module import Module


class _Pool(Module):
    """What the kinds of pooling share: the window."""

    def __init__(self, kernel_size, stride=None, padding=0):
        self.kernel_size, self.padding = kernel_size, padding
        self.stride = kernel_size if stride is None else stride

    def extra_repr(self):
        """The window."""
        return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}"


class _MaxPool(_Pool):
    def __init__(self, kernel_size, stride=None, padding=0, dilation=1):
        super().__init__(kernel_size, stride, padding)
        self.dilation = dilation

    def extra_repr(self):
        """The window."""
        return f"{super().extra_repr()}, dilation={self.dilation}, ceil_mode=False"


class MaxPool1d(_MaxPool):
    """The largest number in each window of a signal: `functional.max_pool1d`.

    Arguments are those of `MaxPool2d`.

    Shape: (N, C, L) or (C, L) → (N, C, L')

    Source: docs/chapters/convolutional-networks.md
    """

    def forward(self, input):
        """The largest numbers."""
        window = self.kernel_size, self.stride, self.padding, self.dilation
        return F.max_pool1d(input, *window)


class MaxPool2d(_MaxPool):
    """The largest number in each window of an image: `functional.max_pool2d`.

    Args:
        kernel_size: the size of the window: one number, or (height, width).
        stride: how far it moves; as far as it is long if None.
        padding: how many elements that never win on each side.
        dilation: the distance between the elements of a window.

    Shape:
        (N, C, H, W) or (C, H, W) → (N, C, H', W') with
        H' = (H + 2 padding - dilation (kernel_size - 1) - 1) // stride + 1

    Example:
        >>> import plainnet as torch
        >>> torch.nn.MaxPool2d(2)(torch.zeros(5, 8, 28, 28)).shape
        torch.Size([5, 8, 14, 14])

    Source: docs/chapters/convolutional-networks.md
    """

    def forward(self, input):
        """The largest numbers."""
        window = self.kernel_size, self.stride, self.padding, self.dilation
        return F.max_pool2d(input, *window)


class _AvgPool(_Pool):
    def __init__(self, kernel_size, stride=None, padding=0, *, count_include_pad=True):
        super().__init__(kernel_size, stride, padding)
        self.count_include_pad = count_include_pad


class AvgPool1d(_AvgPool):
    """The mean of each window of a signal: `functional.avg_pool1d`.

    Arguments are those of `AvgPool2d`.

    Shape: (N, C, L) or (C, L) → (N, C, L')

    Source: docs/chapters/convolutional-networks.md
    """

    def __init__(self, kernel_size, stride=None, padding=0, *, count_include_pad=True):
        stride = kernel_size if stride is None else stride
        window = [v if isinstance(v, tuple) else (v,) for v in (kernel_size, stride, padding)]
        super().__init__(*window, count_include_pad=count_include_pad)

    def forward(self, input):
        """The means."""
        window = self.kernel_size, self.stride, self.padding
        return F.avg_pool1d(input, *window, count_include_pad=self.count_include_pad)


class AvgPool2d(_AvgPool):
    """The mean of each window of an image: `functional.avg_pool2d`.

    Args:
        kernel_size: the size of the window: one number, or (height, width).
        stride: how far it moves; as far as it is long if None.
        padding: how many zeros on each side.
        count_include_pad: whether these zeros count in the mean.

    Shape:
        (N, C, H, W) or (C, H, W) → (N, C, H', W') with
        H' = (H + 2 padding - kernel_size) // stride + 1

    Example:
        >>> import plainnet as torch
        >>> torch.nn.AvgPool2d(2)(torch.ones(1, 1, 2, 4))
        tensor([[[[1., 1.]]]])

    Source: docs/chapters/convolutional-networks.md
    """

    def forward(self, input):
        """The means."""
        window = self.kernel_size, self.stride, self.padding
        return F.avg_pool2d(input, *window, count_include_pad=self.count_include_pad)


class AdaptiveAvgPool2d(Module):
    """The means of a given number of parts: `functional.adaptive_avg_pool2d`.

    Args:
        output_size: (H', W'), or one number for both; None keeps a length.

    Shape: (N, C, H, W) or (C, H, W) → (N, C, H', W')

    Example:
        >>> import plainnet as torch
        >>> torch.nn.AdaptiveAvgPool2d(1)(torch.zeros(5, 8, 7, 9)).shape
        torch.Size([5, 8, 1, 1])

    Source: docs/chapters/convolutional-networks.md
    """

    def __init__(self, output_size):
        self.output_size = output_size

    def forward(self, input):
        """The means."""
        return F.adaptive_avg_pool2d(input, self.output_size)

    def extra_repr(self):
        """The new size."""
        return f"output_size={self.output_size}"
