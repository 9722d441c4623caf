"""Pooling as layers; the formulas stand in `plainnet.functional.pool`."""

from ..functional import pool as F
from .function import Function


class _MaxPool(Function):
    def __init__(self, kernel_size, stride=None, padding=0, dilation=1):
        stride = kernel_size if stride is None else stride
        self._keep(kernel_size=kernel_size, stride=stride, padding=padding, dilation=dilation)

    def extra_repr(self):
        """The window."""
        return f"{super().extra_repr()}, ceil_mode=False"


class MaxPool1d(_MaxPool):
    """The largest number in each window of a signal: `functional.max_pool1d`.

    Arguments are those of `MaxPool2d`.

    Shape: (N, C, L) or (C, L) → (N, C, L')

    Source: docs/chapters/convolutional-networks.md
    """

    function = staticmethod(F.max_pool1d)


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

    function = staticmethod(F.max_pool2d)


class AvgPool2d(Function):
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

    function = staticmethod(F.avg_pool2d)

    def __init__(self, kernel_size, stride=None, padding=0, *, count_include_pad=True):
        stride = kernel_size if stride is None else stride
        self._keep(
            kernel_size=kernel_size, stride=stride, padding=padding, count_include_pad=count_include_pad
        )

    def extra_repr(self):
        """The window."""
        return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}"


class AvgPool1d(AvgPool2d):
    """The mean of each window of a signal: `functional.avg_pool1d`.

    Arguments are those of `AvgPool2d`.

    Shape: (N, C, L) or (C, L) → (N, C, L')

    Source: docs/chapters/convolutional-networks.md
    """

    function = staticmethod(F.avg_pool1d)

    def __init__(self, kernel_size, stride=None, padding=0, *, count_include_pad=True):
        stride = kernel_size if stride is None else stride
        window = [v if isinstance(v, tuple) else (v,) for v in (kernel_size, stride, padding)]
        super().__init__(*window, count_include_pad=count_include_pad)


class AdaptiveAvgPool2d(Function):
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

    function = staticmethod(F.adaptive_avg_pool2d)

    def __init__(self, output_size):
        self._keep(output_size=output_size)
