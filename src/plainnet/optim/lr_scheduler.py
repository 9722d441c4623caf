"""Schedules: how the learning rate changes from epoch to epoch (or from step to step).

Call `scheduler.step()` after `optimizer.step()`. Every schedule computes the next rate
from the present one, as torch does, so that the digits are torch's too.
"""

import math
from collections import Counter

from .one_cycle import OneCycleLR
from .plateau import ReduceLROnPlateau
from .schedule import LRScheduler, check_optimizer

__all__ = [
    "CosineAnnealingLR", "ExponentialLR", "LRScheduler", "LambdaLR", "LinearLR",
    "MultiStepLR", "OneCycleLR", "ReduceLROnPlateau", "StepLR",
]  # fmt: skip


class LambdaLR(LRScheduler):
    """base * lr_lambda(epoch): any schedule, written as a function.

    Args:
        lr_lambda: a function of the epoch, or a list with one function per group.

    Raises:
        ValueError: for another number of functions than groups.

    Source: docs/chapters/optimizers.md
    """

    def __init__(self, optimizer, lr_lambda):
        check_optimizer(self, optimizer)
        count = len(optimizer.param_groups)
        many = isinstance(lr_lambda, list | tuple)
        self.lr_lambdas = list(lr_lambda) if many else [lr_lambda] * count
        if len(self.lr_lambdas) != count:
            raise ValueError(
                f"Expected {count} lr_lambdas, one per parameter group, but got {len(self.lr_lambdas)}"
            )
        super().__init__(optimizer)

    def get_lr(self):
        """The rates of epoch `last_epoch`."""
        pairs = zip(self.lr_lambdas, self.base_lrs, strict=True)
        return [base * factor(self.last_epoch) for factor, base in pairs]

    def state_dict(self):
        """Everything but the optimiser and the functions, which cannot be saved."""
        return {k: v for k, v in super().state_dict().items() if k != "lr_lambdas"}


class StepLR(LRScheduler):
    """base * gamma ** (epoch // step_size): down a stair every step_size epochs.

    Example:
        >>> import plainnet as torch
        >>> optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
        >>> schedules = torch.optim.lr_scheduler
        >>> scheduler = schedules.StepLR(optimizer, step_size=2, gamma=0.5)
        >>> for _ in range(4):
        ...     optimizer.step()
        ...     scheduler.step()
        >>> scheduler.get_last_lr()
        [0.25]

    Source: docs/chapters/optimizers.md
    """

    def __init__(self, optimizer, step_size, gamma=0.1):
        self.step_size, self.gamma = step_size, gamma
        super().__init__(optimizer)

    def next_lr(self, lr, base):
        """A stair lower at multiples of step_size."""
        down = self.last_epoch and self.last_epoch % self.step_size == 0
        return lr * self.gamma if down else lr


class MultiStepLR(LRScheduler):
    """base * gamma ** (how many milestones were reached): stairs at given epochs.

    Source: docs/chapters/optimizers.md
    """

    def __init__(self, optimizer, milestones, gamma=0.1):
        self.milestones, self.gamma = Counter(milestones), gamma
        super().__init__(optimizer)

    def next_lr(self, lr, base):
        """A stair lower at a milestone, two where it is named twice."""
        stairs = self.milestones[self.last_epoch]
        return lr * self.gamma**stairs if stairs else lr


class ExponentialLR(LRScheduler):
    """base * gamma ** epoch.

    Source: docs/chapters/optimizers.md
    """

    def __init__(self, optimizer, gamma):
        self.gamma = gamma
        super().__init__(optimizer)

    def next_lr(self, lr, base):
        """The last rate times gamma."""
        return lr * self.gamma if self.last_epoch else lr


class LinearLR(LRScheduler):
    """base times a factor that goes in a line to end_factor in total_iters: a warm-up.

    Args:
        start_factor: in (0, 1].
        end_factor: in [0, 1].
        total_iters: after how many steps the end is reached.

    Raises:
        ValueError: for a factor out of its range.

    Source: docs/chapters/optimizers.md
    """

    def __init__(self, optimizer, start_factor=1.0 / 3, end_factor=1.0, total_iters=5):
        if not 0 < start_factor <= 1 or not 0 <= end_factor <= 1:
            raise ValueError(
                "LinearLR expected start_factor in (0, 1] and end_factor in [0, 1], "
                f"got {start_factor} and {end_factor}"
            )
        self.start_factor, self.end_factor = start_factor, end_factor
        self.total_iters = total_iters
        super().__init__(optimizer)

    def next_lr(self, lr, base):
        """The last rate times the ratio of two points of the line."""
        if self.last_epoch == 0:
            return lr * self.start_factor
        if self.last_epoch > self.total_iters:
            return lr
        rise = self.end_factor - self.start_factor
        before = self.total_iters * self.start_factor + (self.last_epoch - 1) * rise
        return lr * (1.0 + rise / before)


class CosineAnnealingLR(LRScheduler):
    """eta_min + (base - eta_min) * (1 + cos(pi * epoch / T_max)) / 2.

    Args:
        T_max: the number of epochs from the highest rate to the lowest.
        eta_min: the lowest rate.

    Source: docs/chapters/optimizers.md; Loshchilov and Hutter, 2017, equation 5.
    """

    def __init__(self, optimizer, T_max, eta_min=0.0):
        self.T_max, self.eta_min = T_max, eta_min
        super().__init__(optimizer)

    def next_lr(self, lr, base):
        """The last rate times the ratio of two points of the curve."""
        t, low = self.last_epoch, self.eta_min
        if t == 0:
            return lr
        if (t - 1 - self.T_max) % (2 * self.T_max) == 0:  # the last point was the lowest
            return lr + (base - low) * (1 - math.cos(math.pi / self.T_max)) / 2
        now, before = (1 + math.cos(math.pi * i / self.T_max) for i in (t, t - 1))
        return now / before * (lr - low) + low
