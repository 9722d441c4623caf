"""Convolutions: one small weighted sum, the same at every place of the input."""

import math

import numpy as np

from ..autograd import record
from ..products import same_dtype
from .windows import Windows, in_rows, lengths


def conv1d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    """`conv2d` over one dimension.

    Arguments and errors are those of `conv2d`.

    Shape:
        input (N, C, L) or (C, L), weight (O, C / groups, K), bias (O) → (N, O, L')

    Example:
        >>> import plainnet as torch
        >>> x = torch.tensor([[0.0, 0.0, 1.0, 1.0, 0.0]])
        >>> edge = torch.tensor([[[-1.0, 1.0]]])
        >>> torch.nn.functional.conv1d(x, edge)
        tensor([[ 0.,  1.,  0., -1.]])

    Source: docs/chapters/convolutional-networks.md
    """
    return _conv(1, input, weight, bias, stride, padding, dilation, groups)


def conv2d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    """out[n, o, i, j] = bias[o] + sum(weight[o] * input[n, :, i : i + KH, j : j + KW]).

    Args:
        input: images, or one image.
        weight: one kernel per output channel; it is not flipped.
        bias: one number per output channel, or None.
        stride: how far the window moves, at least 1.
        padding: how many zeros on each side, "valid" (none), or "same" (as many as keep
            the size, with one more at the end where the number is odd).
        dilation: the distance between the elements of the kernel, at least 1.
        groups: into how many parts the channels are split; each part of the outputs
            sees its part of the inputs only.

    Shape:
        input (N, C, H, W) or (C, H, W), weight (O, C / groups, KH, KW), bias (O)
        → (N, O, H', W') with H' = (H + 2 padding - dilation (KH - 1) - 1) // stride + 1

    Raises:
        RuntimeError: where channels or dtypes do not fit, where the kernel is larger
            than the padded input, and for "same" with a stride.

    Example:
        >>> import plainnet as torch
        >>> x, w = torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2)
        >>> torch.nn.functional.conv2d(x, w)
        tensor([[[[4., 4.],
                  [4., 4.]]]])

    Source: docs/chapters/convolutional-networks.md; LeCun and others, 1998, section II.
    """
    return _conv(2, input, weight, bias, stride, padding, dilation, groups)


def _conv(n, input, weight, bias, stride, padding, dilation, groups):
    x, W, name = input.array, weight.array, f"conv{n}d"
    if x.ndim == n + 1:
        one = input.unsqueeze(0)
        return _conv(n, one, weight, bias, stride, padding, dilation, groups).squeeze(0)
    _check(name, n, input, weight, bias, W.shape[1] * groups, W.shape[0], groups)
    stride = lengths(stride, n, name, "stride", 1)
    dilation = lengths(dilation, n, name, "dilation", 1)
    pads = _pads(name, padding, W.shape[2:], stride, dilation)
    windows = Windows(name, x.shape[2:], W.shape[2:], stride, pads, dilation)
    rows = W.reshape(groups, len(W) // groups, -1)  # (G, O/G, C/G*K)
    columns = windows.columns(windows.padded(x))  # (N, C, K, L)
    columns = columns.reshape(len(x), groups, rows.shape[2], columns.shape[-1])
    y = (rows @ columns).reshape(len(x), len(W), *windows.out)

    # in columns it is a matrix product: y = W c, dL/dc = Wᵀ g, dL/dW = Σₙ g cᵀ
    def to_input(g):
        return windows.spread(W, groups, g)

    def to_weight(g):
        g = g.reshape(len(x), *rows.shape[:2], columns.shape[-1])
        products = g @ columns.swapaxes(2, 3)  # (N, G, O/G, C/G*K)
        return np.add.reduce(products, 0).reshape(W.shape)

    to_input.__qualname__ = to_weight.__qualname__ = "convolution"
    return _with_bias(y, bias, (input, to_input), (weight, to_weight))


def conv_transpose2d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1):
    """The transpose of `conv2d`: each input adds its multiple of the kernel.

    Args:
        input: images, or one image.
        weight: one row per input channel.
        bias: one number per output channel, or None.
        stride: the distance between the places of neighbouring inputs, at least 1.
        padding: how much is cut off on each side.
        output_padding: how much more there is at the end, less than stride or dilation.
        groups, dilation: as in `conv2d`.

    Shape:
        input (N, C, H, W) or (C, H, W), weight (C, O / groups, KH, KW), bias (O)
        → (N, O, H', W') with
        H' = (H - 1) stride - 2 padding + dilation (KH - 1) + output_padding + 1

    Raises:
        RuntimeError: where channels or dtypes do not fit, where nothing would be left,
            and for an output_padding too large.

    Example:
        >>> import plainnet as torch
        >>> x, w = torch.tensor([[[1.0, 2.0]]]), torch.ones(1, 1, 2, 2)
        >>> torch.nn.functional.conv_transpose2d(x, w, stride=2)
        tensor([[[1., 1., 2., 2.],
                 [1., 1., 2., 2.]]])

    Source: docs/chapters/gans.md; Dumoulin and Visin, 2016, section 4.
    """
    x, W, name = input.array, weight.array, "conv_transpose2d"
    options = stride, padding, output_padding, groups, dilation
    if x.ndim == 3:
        return conv_transpose2d(input.unsqueeze(0), weight, bias, *options).squeeze(0)
    _check(name, 2, input, weight, bias, len(W), W.shape[1] * groups, groups)
    windows = _target(name, x.shape[2:], W.shape[2:], *options)
    rows = W.reshape(groups, len(W) // groups, -1)  # (G, C/G, O/G*K)
    inputs = x.reshape(len(x), groups, len(W) // groups, math.prod(x.shape[2:]))  # (N, G, C/G, L)
    y = windows.spread(W, groups, x)

    # the transpose of the transpose is the convolution
    def columns(gradient):
        found = windows.columns(windows.padded(gradient))
        return found.reshape(len(x), groups, rows.shape[2], inputs.shape[-1])

    def to_input(g):
        return (rows @ columns(g)).reshape(x.shape)

    def to_weight(g):
        products = inputs @ columns(g).swapaxes(2, 3)  # (N, G, C/G, O/G*K)
        return np.add.reduce(products, 0).reshape(W.shape)

    to_input.__qualname__ = to_weight.__qualname__ = "convolution"
    return _with_bias(y, bias, (input, to_input), (weight, to_weight))


def _target(name, size, kernel, stride, padding, output_padding, groups, dilation):
    """The windows over the output, one for each input."""
    stride = lengths(stride, 2, name, "stride", 1)
    dilation = lengths(dilation, 2, name, "dilation", 1)
    padding = lengths(padding, 2, name, "padding")
    more = lengths(output_padding, 2, name, "output_padding")
    if any(m >= max(s, d) for m, s, d in zip(more, stride, dilation, strict=True)):
        raise RuntimeError(
            f"{name} expected output_padding less than stride or dilation, got {more}: "
            "output padding must be smaller than either stride or dilation"
        )
    quads = zip(size, kernel, stride, dilation, strict=True)
    full = [(n - 1) * s + d * (k - 1) + 1 for n, k, s, d in quads]
    out = [n + m - 2 * p for n, m, p in zip(full, more, padding, strict=True)]
    if min(out) < 1:
        raise RuntimeError(
            f"{name} expected an output of at least 1 × 1, got the size {tuple(out)}: use less padding"
        )
    pads = [(p, p) for p in padding]
    return Windows(name, tuple(out), kernel, stride, pads, dilation, size)


def _with_bias(y, bias, *edges):
    if bias is None:
        return record(y, *edges)
    y += bias.array.reshape(-1, *(1,) * (y.ndim - 2))

    def to_bias(g):
        return np.einsum("ncl->c", in_rows(g))

    return record(y, *edges, (bias, to_bias))


def _pads(name, padding, kernel, stride, dilation):
    """(before, after) for each dimension."""
    if padding == "valid":
        return [(0, 0) for _ in kernel]
    if padding == "same":
        if max(stride) > 1:
            raise RuntimeError(
                f"{name} expected stride 1 for padding 'same', got {stride}: "
                "padding='same' is not supported for strided convolutions"
            )
        totals = [d * (k - 1) for k, d in zip(kernel, dilation, strict=True)]
        return [(total // 2, total - total // 2) for total in totals]
    if isinstance(padding, str):
        raise RuntimeError(f"{name} expected padding 'same', 'valid' or numbers, got {padding!r}")
    return [(p, p) for p in lengths(padding, len(kernel), name, "padding")]


def _check(name, n, input, weight, bias, inputs, outputs, groups):
    x, W = input.array, weight.array
    if x.ndim != n + 2 or W.ndim != n + 2:
        raise RuntimeError(
            f"Expected {n + 1}D (unbatched) or {n + 2}D (batched) input to {name} and a {n + 2}D weight, "
            f"got input of size {list(x.shape)} and weight of size {list(W.shape)}"
        )
    if groups < 1 or x.shape[1] != inputs or outputs % groups or len(W) % groups:
        raise RuntimeError(
            f"{name}: given groups={groups}, weight of size {list(W.shape)}, expected "
            f"input{list(x.shape)} to have {inputs} channels, but got {x.shape[1]} "
            "channels instead (both channel counts must be divisible by groups)"
        )
    same_dtype(name, input, weight)
    if bias is not None and bias.array.shape != (outputs,):
        raise RuntimeError(f"{name} expected a bias of shape ({outputs},), got {bias.array.shape}")
