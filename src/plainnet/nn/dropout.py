"""Dropout as modules; the formula stands in `plainnet.functional.dropout`."""

from .. import functional as F
from ..functional.dropout import check_probability
from .function import Function


class Dropout(Function):
    """While training, each element times 0 with probability p, else times 1 / (1 - p).

    After `eval()` the input passes unchanged.

    Args:
        p: probability of leaving an element out, in [0, 1].
        inplace: accepted as in torch; the input keeps its values all the same.

    Shape: (*) -> (*).

    Raises:
        ValueError: for a probability outside [0, 1].

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> layer = torch.nn.Dropout(0.5)
        >>> layer(torch.ones(6))
        tensor([0., 0., 2., 0., 0., 0.])
        >>> layer.eval()(torch.ones(6))
        tensor([1., 1., 1., 1., 1., 1.])

    Source: docs/chapters/overfitting-and-regularization.md; Srivastava and others, 2014, section 4.
    """

    function = staticmethod(F.dropout)

    def __init__(self, p=0.5, inplace=False):
        check_probability(p)
        self._keep(p=p, inplace=inplace)

    def forward(self, input):
        """The input with elements left out."""
        return self.function(input, self.p, self.training)


class Dropout2d(Dropout):
    """While training, each channel times 0 with probability p, else times 1 / (1 - p).

    Arguments and errors are those of `Dropout`.

    Shape: (N, C, H, W) -> (N, C, H, W).

    Source: docs/chapters/overfitting-and-regularization.md; Tompson and others, 2015, section 3.2.
    """

    function = staticmethod(F.dropout2d)
