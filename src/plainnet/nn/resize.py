"""Another size for images, as a layer; formulas: `plainnet.functional.resize`."""

from ..functional.resize import interpolate
from .function import Function


class Upsample(Function):
    """Images (or signals) in another size: `functional.interpolate`.

    Args:
        size: the new lengths; or
        scale_factor: how many times larger, one number or one per dimension.
        mode: "nearest", "linear" (3-D input) or "bilinear" (4-D input).
        align_corners: for the latter two: whether the corners stay, or the outer edges.

    Shape: (N, C, H, W) → (N, C, H', W'), or (N, C, L) → (N, C, L')

    Example:
        >>> import plainnet as torch
        >>> torch.nn.Upsample(scale_factor=2)(torch.zeros(5, 8, 7, 7)).shape
        torch.Size([5, 8, 14, 14])

    Source: docs/chapters/gans.md
    """

    function = staticmethod(interpolate)

    def __init__(self, size=None, scale_factor=None, mode="nearest", align_corners=None):
        if isinstance(scale_factor, tuple | list):
            scale_factor = tuple(map(float, scale_factor))
        elif scale_factor:
            scale_factor = float(scale_factor)
        self._keep(size=size, scale_factor=scale_factor, mode=mode, align_corners=align_corners)

    def extra_repr(self):
        """The size or the factor, and the mode."""
        by = "size" if self.scale_factor is None else "scale_factor"
        return f"{by}={getattr(self, by)}, mode={self.mode!r}"
