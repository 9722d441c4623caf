"""Loss functions as modules; the formulas stand in `plainnet.functional`."""

from .. import functional as F
from .function import Function


class _Loss(Function):
    """What all losses have: how the losses of the elements become one number."""

    def __init__(self, reduction="mean"):
        self._keep(reduction=reduction)

    def extra_repr(self):
        """Nothing, as in torch."""
        return ""


class MSELoss(_Loss):
    """mean((input - target)**2).

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    def forward(self, input, target):
        """The mean squared error."""
        return F.mse_loss(input, target, self.reduction)


class L1Loss(_Loss):
    """mean(abs(input - target)).

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    function = staticmethod(F.l1_loss)


class SmoothL1Loss(_Loss):
    """0.5 d**2 / beta where |d| < beta, else |d| - beta / 2; d = input - target.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    function = staticmethod(F.smooth_l1_loss)

    def __init__(self, reduction="mean", beta=1.0):
        self._keep(reduction=reduction, beta=beta)


class HuberLoss(_Loss):
    """0.5 d**2 where |d| ≤ delta, else delta (|d| - delta / 2); d = input - target.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    function = staticmethod(F.huber_loss)

    def __init__(self, reduction="mean", delta=1.0):
        self._keep(reduction=reduction, delta=delta)


class BCELoss(_Loss):
    """-(t log p + (1 - t) log(1 - p)) for probabilities p.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    function = staticmethod(F.binary_cross_entropy)

    def __init__(self, weight=None, reduction="mean"):
        self._keep(weight=weight, reduction=reduction)


class BCEWithLogitsLoss(_Loss):
    """The binary cross-entropy of sigmoid(x), from the logits x.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    function = staticmethod(F.binary_cross_entropy_with_logits)

    def __init__(self, weight=None, reduction="mean", pos_weight=None):
        self._keep(weight=weight, reduction=reduction, pos_weight=pos_weight)


class NLLLoss(_Loss):
    """-input[target], from log-probabilities.

    Shape: as for `nn.functional.cross_entropy`.

    Source: docs/chapters/loss-functions.md
    """

    function = staticmethod(F.nll_loss)

    def __init__(self, weight=None, ignore_index=-100, reduction="mean"):
        self._keep(weight=weight, ignore_index=ignore_index, reduction=reduction)


class CrossEntropyLoss(_Loss):
    """-log(softmax(x))[target], from logits x.

    Shape: as for `nn.functional.cross_entropy`.

    Example:
        >>> import plainnet as torch
        >>> from plainnet import nn
        >>> nn.CrossEntropyLoss()(torch.zeros(1, 10), torch.tensor([3]))
        tensor(2.3026)

    Source: docs/chapters/loss-functions.md
    """

    function = staticmethod(F.cross_entropy)

    def __init__(self, weight=None, ignore_index=-100, reduction="mean", label_smoothing=0.0):
        self._keep(
            weight=weight, ignore_index=ignore_index, reduction=reduction, label_smoothing=label_smoothing
        )


class KLDivLoss(_Loss):
    """target * (log(target) - input), from log-probabilities.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    function = staticmethod(F.kl_div)

    def __init__(self, reduction="mean", log_target=False):
        self._keep(reduction=reduction, log_target=log_target)
