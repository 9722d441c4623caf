"""Loss functions as modules; the formulas stand in `plainnet.functional`."""

from .. import functional as F
from .module import Module


class _Loss(Module):
    """What all losses have: how the losses of the elements become one number."""

    def __init__(self, reduction="mean"):
        self.reduction = reduction


class MSELoss(_Loss):
    """mean((input - target)**2).

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    def forward(self, input, target):
        """The mean squared error."""
        return F.mse_loss(input, target, reduction=self.reduction)


class L1Loss(_Loss):
    """mean(abs(input - target)).

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    def forward(self, input, target):
        """The mean absolute error."""
        return F.l1_loss(input, target, reduction=self.reduction)


class SmoothL1Loss(_Loss):
    """0.5 d**2 / beta where |d| < beta, else |d| - beta / 2; d = input - target.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    def __init__(self, reduction="mean", beta=1.0):
        super().__init__(reduction)
        self.beta = beta

    def forward(self, input, target):
        """The loss."""
        return F.smooth_l1_loss(input, target, reduction=self.reduction, beta=self.beta)


class HuberLoss(_Loss):
    """0.5 d**2 where |d| ≤ delta, else delta (|d| - delta / 2); d = input - target.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    def __init__(self, reduction="mean", delta=1.0):
        super().__init__(reduction)
        self.delta = delta

    def forward(self, input, target):
        """The loss."""
        return F.huber_loss(input, target, reduction=self.reduction, delta=self.delta)


class BCELoss(_Loss):
    """-(t log p + (1 - t) log(1 - p)) for probabilities p.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    def __init__(self, weight=None, reduction="mean"):
        super().__init__(reduction)
        self.register_buffer("weight", weight)

    def forward(self, input, target):
        """The binary cross-entropy."""
        return F.binary_cross_entropy(input, target, self.weight, reduction=self.reduction)


class BCEWithLogitsLoss(_Loss):
    """The binary cross-entropy of sigmoid(x), from the logits x.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    def __init__(self, weight=None, reduction="mean", pos_weight=None):
        super().__init__(reduction)
        self.register_buffer("weight", weight)
        self.register_buffer("pos_weight", pos_weight)

    def forward(self, input, target):
        """The binary cross-entropy."""
        return F.binary_cross_entropy_with_logits(
            input, target, self.weight, reduction=self.reduction, pos_weight=self.pos_weight
        )


class NLLLoss(_Loss):
    """-input[target], from log-probabilities.

    Shape: as for `nn.functional.cross_entropy`.

    Source: docs/chapters/loss-functions.md
    """

    def __init__(self, weight=None, ignore_index=-100, reduction="mean"):
        super().__init__(reduction)
        self.register_buffer("weight", weight)
        self.ignore_index = ignore_index

    def forward(self, input, target):
        """The negative log-likelihood."""
        return F.nll_loss(
            input, target, self.weight, ignore_index=self.ignore_index, reduction=self.reduction
        )


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

    def __init__(self, weight=None, ignore_index=-100, reduction="mean", label_smoothing=0.0):
        super().__init__(reduction)
        self.register_buffer("weight", weight)
        self.ignore_index, self.label_smoothing = ignore_index, label_smoothing

    def forward(self, input, target):
        """The cross-entropy."""
        return F.cross_entropy(
            input,
            target,
            self.weight,
            ignore_index=self.ignore_index,
            reduction=self.reduction,
            label_smoothing=self.label_smoothing,
        )


class KLDivLoss(_Loss):
    """target * (log(target) - input), from log-probabilities.

    Shape: input and target alike; () out, or their shape for "none".

    Source: docs/chapters/loss-functions.md
    """

    def __init__(self, reduction="mean", log_target=False):
        super().__init__(reduction)
        self.log_target = log_target

    def forward(self, input, target):
        """The Kullback-Leibler divergence."""
        return F.kl_div(input, target, reduction=self.reduction, log_target=self.log_target)
