"""Lower the learning rate when a loss no longer gets better."""

import math

from .schedule import LRScheduler, check_optimizer


class ReduceLROnPlateau(LRScheduler):
    """lr * factor after more than `patience` epochs in a row without a better metric.

    Args:
        mode: "min" where smaller is better (a loss), "max" for an accuracy.
        factor: in [0, 1).
        patience: how many epochs without progress are borne.
        threshold: what counts as progress: this share of the best value ("rel"), or
            this much ("abs").
        threshold_mode: "rel" or "abs".
        cooldown: how many epochs after a reduction are not counted.
        min_lr: the lowest rate, or a list with one per group.
        eps: a smaller change of the rate is left undone.

    Raises:
        ValueError: for a factor of 1 or more, and for an unknown mode.

    Example:
        >>> import plainnet as torch
        >>> optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
        >>> schedules = torch.optim.lr_scheduler
        >>> scheduler = schedules.ReduceLROnPlateau(optimizer, patience=1)
        >>> for loss in [0.9, 0.5, 0.5, 0.5]:
        ...     scheduler.step(loss)
        >>> scheduler.get_last_lr()
        [0.1]

    Source: docs/chapters/optimizers.md
    """

    def __init__(
        self, optimizer, mode="min", factor=0.1, patience=10, threshold=1e-4,
        threshold_mode="rel", cooldown=0, min_lr=0, eps=1e-8,
    ):  # fmt: skip
        check_optimizer(self, optimizer)
        if factor >= 1.0:
            raise ValueError(f"Factor should be < 1.0: ReduceLROnPlateau got {factor}")
        if mode not in ("min", "max") or threshold_mode not in ("rel", "abs"):
            raise ValueError(
                "ReduceLROnPlateau expected mode 'min' or 'max' and threshold_mode "
                f"'rel' or 'abs', got {mode!r} and {threshold_mode!r}: mode is unknown"
            )
        self.optimizer, self.mode, self.factor = optimizer, mode, factor
        self.patience, self.cooldown, self.eps = patience, cooldown, eps
        self.threshold, self.threshold_mode = threshold, threshold_mode
        groups = optimizer.param_groups
        self.min_lrs = min_lr if isinstance(min_lr, list) else [min_lr] * len(groups)
        self.best = math.inf if mode == "min" else -math.inf
        self.last_epoch = self.num_bad_epochs = self.cooldown_counter = 0
        self._last_lr = [group["lr"] for group in groups]

    def step(self, metrics):
        """One epoch further, with the value that should get better."""
        self.last_epoch += 1
        self.num_bad_epochs += 1
        if self._is_better(float(metrics)):
            self.best, self.num_bad_epochs = float(metrics), 0
        if self.cooldown_counter > 0:
            self.cooldown_counter -= 1
            self.num_bad_epochs = 0
        lrs = [group["lr"] for group in self.optimizer.param_groups]
        if self.num_bad_epochs > self.patience:
            lrs = [self._lower(*pair) for pair in zip(lrs, self.min_lrs, strict=True)]
            self.cooldown_counter, self.num_bad_epochs = self.cooldown, 0
        self._set(lrs)

    def _is_better(self, value):
        sign = 1 if self.mode == "min" else -1
        if self.threshold_mode == "rel":
            return sign * value < sign * self.best * (1.0 - sign * self.threshold)
        return sign * value < sign * self.best - self.threshold

    def _lower(self, lr, least):
        new = max(lr * self.factor, least)
        return new if lr - new > self.eps else lr
