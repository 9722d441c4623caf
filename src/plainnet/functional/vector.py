"""Functions of vectors: one_hot, normalize, similarity, distance, padding."""

import numpy as np

from ..autograd import record
from ..tensor import Tensor


def one_hot(tensor, num_classes=-1):
    """A 1 at each class number and 0 elsewhere, as int64.

    Shape: (...) of int64 → (..., num_classes)

    Source: docs/chapters/loss-functions.md
    """
    x = tensor.array
    if x.dtype.kind not in "iu":
        raise RuntimeError(f"one_hot expected class numbers of torch.int64, got {tensor.dtype}: use .long()")
    classes = int(x.max()) + 1 if num_classes == -1 else num_classes
    if x.size and not (x.min() >= 0 and x.max() < classes):
        raise RuntimeError(
            f"one_hot expected class numbers from 0 to {classes - 1}, got {x.min()} to {x.max()}"
        )
    return Tensor((x[..., None] == np.arange(classes)).astype(np.int64))


def normalize(input, p=2.0, dim=1, eps=1e-12):
    """x / max(norm(x), eps): vectors of length 1 along `dim`.

    Shape: any, and the same out.

    Source: docs/chapters/specialised-architectures.md
    """
    return input / input.norm(p, dim, keepdim=True).clamp(min=eps)


def cosine_similarity(x1, x2, dim=1, eps=1e-8):
    """The cosine of the angle between two vectors: x1 · x2 / (|x1| |x2|).

    Shape: (N, D) and (N, D) → (N).

    Source: docs/chapters/specialised-architectures.md
    """
    lengths = x1.norm(2, dim).clamp(min=eps) * x2.norm(2, dim).clamp(min=eps)
    return (x1 * x2).sum(dim) / lengths


def pad(input, pad, mode="constant", value=None):
    """The input with `pad` more elements on each side, last dimension first.

    Args:
        pad: (left, right), (left, right, top, bottom), ...
        mode: "constant", "reflect", "replicate" or "circular".
        value: what to fill a constant border with (0).

    Shape: (..., L) → (..., before + L + after), for each pair of numbers.

    Source: docs/chapters/convolutional-networks.md
    """
    modes = {"constant": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}
    x = input.array
    if len(pad) % 2 or len(pad) > 2 * x.ndim or min(pad) < 0 or mode not in modes:
        raise RuntimeError(
            f"pad expected pairs of lengths ≥ 0 for at most {x.ndim} dimensions and a "
            f"mode of {', '.join(modes)}; got {tuple(pad)} and {mode!r}"
        )
    pairs = [(pad[i], pad[i + 1]) for i in range(0, len(pad), 2)]
    widths = [(0, 0)] * (x.ndim - len(pairs)) + pairs[::-1]
    options = {"constant_values": value or 0} if mode == "constant" else {}
    y = np.pad(x, widths, modes[mode], **options)
    places = np.pad(np.arange(x.size).reshape(x.shape), widths, modes[mode])
    inner = tuple(slice(a, a + n) for (a, _), n in zip(widths, x.shape, strict=True))

    def pullback(g):
        if mode == "constant":
            return g[inner]
        sums = np.bincount(places.reshape(-1), g.reshape(-1), x.size)
        return sums.reshape(x.shape).astype(x.dtype)

    name = "constant_pad_nd" if mode == "constant" else f"{mode}_pad"
    return record(y, (input, pullback), name=name)
