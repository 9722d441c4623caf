"""One cycle: up to a high learning rate, then down to a very low one."""

import math

from .schedule import LRScheduler, check_optimizer


class OneCycleLR(LRScheduler):
    """From max_lr / div_factor up to max_lr, then down to that / final_div_factor.

    The momentum (or the first beta) goes the other way: down, then up again. Call
    `step` after every batch.

    Args:
        max_lr: the highest rate, or a list with one per group.
        total_steps: how many steps there are in all; or give `epochs` and
            `steps_per_epoch`.
        pct_start: the share of the steps that goes up, in [0, 1].
        anneal_strategy: "cos" or "linear".
        cycle_momentum: whether the momentum changes too.
        base_momentum, max_momentum: its bounds.
        div_factor: max_lr over the first rate.
        final_div_factor: the first rate over the last.

    Raises:
        ValueError: without a number of steps, for a step too many, and for settings out
            of their range.

    Example:
        >>> import plainnet as torch
        >>> optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1, momentum=0.9)
        >>> schedules = torch.optim.lr_scheduler
        >>> scheduler = schedules.OneCycleLR(optimizer, 1.0, total_steps=10)
        >>> print(f"{scheduler.get_last_lr()[0]:.2f}")
        0.04

    Source: docs/chapters/optimizers.md; Smith and Topin, 2018, section 3.
    """

    def __init__(
        self, optimizer, max_lr, total_steps=None, epochs=None, steps_per_epoch=None,
        pct_start=0.3, anneal_strategy="cos", cycle_momentum=True, base_momentum=0.85,
        max_momentum=0.95, div_factor=25.0, final_div_factor=10000.0,
    ):  # fmt: skip
        check_optimizer(self, optimizer)
        if total_steps is None and epochs and steps_per_epoch:
            total_steps = epochs * steps_per_epoch
        _check(total_steps, pct_start, anneal_strategy)
        self.total_steps, self.anneal_strategy = total_steps, anneal_strategy
        self.top = float(pct_start * total_steps) - 1  # the step of the highest rate
        self.cycle_momentum = cycle_momentum
        self.use_beta1 = "betas" in optimizer.defaults
        if cycle_momentum and not (self.use_beta1 or "momentum" in optimizer.defaults):
            raise ValueError(
                "optimizer must support momentum or beta1 with `cycle_momentum` option "
                f"enabled; {type(optimizer).__name__} has neither: cycle_momentum=False"
            )
        groups = optimizer.param_groups
        highest = max_lr if isinstance(max_lr, list | tuple) else [max_lr] * len(groups)
        for group, high in zip(groups, highest, strict=True):
            first = high / div_factor
            group |= {"initial_lr": first, "max_lr": high, "min_lr": first / final_div_factor}
            if cycle_momentum:
                group |= {"max_momentum": max_momentum, "base_momentum": base_momentum}
        super().__init__(optimizer)

    def get_lr(self):
        """The rates of this step; the momentum is set on the way."""
        if self.last_epoch > self.total_steps:
            raise ValueError(
                f"Tried to step {self.last_epoch} times: OneCycleLR expected at most "
                f"{self.total_steps} steps; give it a larger total_steps"
            )
        up = self.last_epoch <= self.top
        start, end = (0.0, self.top) if up else (self.top, self.total_steps - 1)
        share = (self.last_epoch - start) / (end - start)
        lrs = []
        for group in self.optimizer.param_groups:
            low = group["initial_lr" if up else "min_lr"]
            lrs.append(self._between(low, group["max_lr"], share, up))
            if self.cycle_momentum:
                bounds = group["max_momentum"], group["base_momentum"]
                self._set_momentum(group, self._between(*bounds, share, up))
        return lrs

    def _between(self, low, high, share, up):
        """A point of the way from `low` to `high`, or back."""
        start, end = (low, high) if up else (high, low)
        if self.anneal_strategy == "linear":
            return (end - start) * share + start
        return end + (start - end) / 2.0 * (math.cos(math.pi * share) + 1)

    def _set_momentum(self, group, momentum):
        if self.use_beta1:
            group["betas"] = (momentum, *group["betas"][1:])
        else:
            group["momentum"] = momentum


def _check(total_steps, pct_start, anneal_strategy):
    if total_steps is None:
        raise ValueError(
            "OneCycleLR got no number of steps: You must define either total_steps OR "
            "(epochs AND steps_per_epoch)"
        )
    if not isinstance(total_steps, int) or total_steps <= 0:
        raise ValueError(f"Expected positive integer total_steps, but got {total_steps}")
    if not 0 <= pct_start <= 1:
        raise ValueError(f"Expected float between 0 and 1 pct_start, but got {pct_start}")
    if anneal_strategy not in ("cos", "linear"):
        raise ValueError(f"OneCycleLR expected anneal_strategy 'cos' or 'linear', got {anneal_strategy!r}")
