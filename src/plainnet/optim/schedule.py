"""What all schedules share: an optimiser, an epoch, and the rates at hand."""

from .optimizer import Optimizer


def check_optimizer(scheduler, optimizer):
    """Raise TypeError for anything but an optimiser."""
    if not isinstance(optimizer, Optimizer):
        raise TypeError(
            f"{type(scheduler).__name__} expected an Optimizer, got "
            f"{type(optimizer).__name__}, which is not an Optimizer: pass it first"
        )


class LRScheduler:
    """A schedule; a kind of schedule writes `next_lr(lr, base)`.

    Args:
        optimizer: whose rates to change; every group's rate is taken as its `base`.

    Attributes:
        last_epoch: how many steps were taken; 0 after the schedule is made.
        base_lrs: the rates in the beginning.

    Raises:
        TypeError: for anything but an optimiser.

    Source: docs/chapters/optimizers.md
    """

    last_epoch = -1

    def __init__(self, optimizer):
        check_optimizer(self, optimizer)
        self.optimizer = optimizer
        for group in optimizer.param_groups:
            group.setdefault("initial_lr", group["lr"])
        self.base_lrs = [group["initial_lr"] for group in optimizer.param_groups]
        self.step()

    def next_lr(self, lr, base):
        """The rate of epoch `last_epoch`, given the one before and the first one."""
        raise NotImplementedError(f"{type(self).__name__} expected a method next_lr")

    def get_lr(self):
        """The rates of epoch `last_epoch`, one per group."""
        lrs = [group["lr"] for group in self.optimizer.param_groups]
        return [self.next_lr(*pair) for pair in zip(lrs, self.base_lrs, strict=True)]

    def get_last_lr(self):
        """The rates in use, one per group."""
        return self._last_lr

    def step(self):
        """One epoch further: set the rates of the next one."""
        self.last_epoch += 1
        self._set(self.get_lr())

    def _set(self, lrs):
        for group, lr in zip(self.optimizer.param_groups, lrs, strict=True):
            group["lr"] = lr
        self._last_lr = lrs

    def state_dict(self):
        """Everything but the optimiser."""
        return {name: value for name, value in vars(self).items() if name != "optimizer"}

    def load_state_dict(self, state_dict):
        """Take over what `state_dict` gave."""
        vars(self).update(state_dict)
