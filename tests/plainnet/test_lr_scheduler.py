"""Schedules: the same digits as torch's, for fifty steps."""

import math

import pytest

import plainnet as pn
from plainnet.optim import lr_scheduler

SCHEDULES = [
    ("LambdaLR", (lambda epoch: 0.95**epoch,), {}),
    ("LambdaLR", ([lambda epoch: 0.9**epoch, lambda epoch: 1 / (1 + epoch)],), {}),
    ("StepLR", (3,), {}),
    ("StepLR", (4, 0.5), {}),
    ("MultiStepLR", ([3, 3, 10],), {}),
    ("MultiStepLR", ([30, 8], 0.5), {}),
    ("ExponentialLR", (0.9,), {}),
    ("LinearLR", (), {}),
    ("LinearLR", (0.1, 0.9, 13), {}),
    ("CosineAnnealingLR", (10,), {}),
    ("CosineAnnealingLR", (7, 0.01), {}),
    ("OneCycleLR", (1.0,), dict(total_steps=60)),
    ("OneCycleLR", ([1.0, 0.5],), dict(epochs=6, steps_per_epoch=10)),
    (
        "OneCycleLR",
        (1.0,),
        dict(total_steps=50, pct_start=0.4, anneal_strategy="linear"),
    ),
    ("OneCycleLR", (1.0,), dict(total_steps=51, cycle_momentum=False, div_factor=5.0)),
]
LOSSES = [3, 2, 1, 1, 1, 1, 0.99999, *[0.5] * 8, 0.4, *[0.45] * 34]


def optimizer_of(package, rule="SGD"):
    x, y = (package.zeros(1, requires_grad=True) for _ in range(2))
    return getattr(package.optim, rule)([{"params": [x], "lr": 0.3}, {"params": [y]}], lr=0.7)


def rates(package, make, rule="SGD", steps=50, metrics=None):
    """What optimiser and schedule say, step after step."""
    optimizer = optimizer_of(package, rule)
    scheduler = make(package.optim.lr_scheduler, optimizer)
    said = []
    for i in range(steps):
        said.append(list(scheduler.get_last_lr()))
        for group in optimizer.param_groups:
            said.append([group["lr"], group.get("momentum"), group.get("betas")])
        optimizer.step()
        scheduler.step(*(metrics[i : i + 1] if metrics else ()))
    return said


@pytest.mark.parametrize("rule", ["SGD", "Adam"])
@pytest.mark.parametrize("name, arguments, options", SCHEDULES)
def test_fifty_rates_equal_torch_to_the_last_digit(name, arguments, options, rule):
    torch = pytest.importorskip("torch")

    def make(schedules, optimizer):
        return getattr(schedules, name)(optimizer, *arguments, **options)

    assert rates(pn, make, rule) == rates(torch, make, rule)


@pytest.mark.parametrize(
    "options",
    [{}, dict(patience=2), dict(patience=1, cooldown=3, factor=0.5, min_lr=[0.1, 0.01]),
     dict(patience=1, threshold=0.05, threshold_mode="abs"),
     dict(patience=1, mode="max"), dict(patience=2, mode="max", threshold_mode="abs"),
     dict(patience=0, eps=0.1)],
)  # fmt: skip
def test_plateaus_are_found_where_torch_finds_them(options):
    torch = pytest.importorskip("torch")

    def make(schedules, optimizer):
        return schedules.ReduceLROnPlateau(optimizer, **options)

    assert rates(pn, make, metrics=LOSSES) == rates(torch, make, metrics=LOSSES)


def test_two_schedules_at_once_multiply():
    torch = pytest.importorskip("torch")
    said = []
    for package in (pn, torch):
        optimizer = optimizer_of(package)
        schedules = package.optim.lr_scheduler
        both = [
            schedules.LinearLR(optimizer, 0.1),
            schedules.ExponentialLR(optimizer, 0.9),
        ]
        for _ in range(20):
            optimizer.step()
            for scheduler in both:
                scheduler.step()
        said.append([group["lr"] for group in optimizer.param_groups])
    assert said[0] == said[1]


@pytest.mark.parametrize("name, arguments, options", SCHEDULES)
def test_a_schedule_goes_on_from_its_state(name, arguments, options):
    def fresh():
        optimizer = optimizer_of(pn)
        return optimizer, getattr(lr_scheduler, name)(optimizer, *arguments, **options)

    (optimizer, scheduler), (other, resumed) = fresh(), fresh()
    for _ in range(9):
        scheduler.step()
    other.load_state_dict(optimizer.state_dict())
    resumed.load_state_dict(scheduler.state_dict())
    for _ in range(9):
        scheduler.step()
        resumed.step()
    assert resumed.get_last_lr() == scheduler.get_last_lr()
    assert resumed.last_epoch == 18
    assert "optimizer" not in scheduler.state_dict()


@pytest.mark.parametrize("name", [n for n in lr_scheduler.__all__ if n != "LRScheduler"])
def test_settings_have_torchs_names_order_and_defaults(name):
    torch = pytest.importorskip("torch")
    from inspect import signature

    theirs = signature(getattr(torch.optim.lr_scheduler, name)).parameters
    ours = signature(getattr(lr_scheduler, name)).parameters
    assert list(theirs)[: len(ours)] == list(ours)
    assert [p.default for p in theirs.values()][: len(ours)] == [p.default for p in ours.values()]


def make(name, *arguments, **options):
    return lambda: getattr(lr_scheduler, name)(optimizer_of(pn), *arguments, **options)


def too_far():
    scheduler = make("OneCycleLR", 1.0, total_steps=2)()
    for _ in range(3):
        scheduler.step()


WRONG = {
    "no optimizer": (lambda: lr_scheduler.StepLR(3, 2), TypeError, "not an Optimizer"),
    "functions": (make("LambdaLR", [abs]), ValueError, "Expected 2 lr_lambdas"),
    "warm-up": (make("LinearLR", 0.0), ValueError, r"start_factor in \(0, 1\]"),
    "factor": (make("ReduceLROnPlateau", factor=1.0), ValueError, "should be < 1"),
    "mode": (make("ReduceLROnPlateau", "least"), ValueError, "got 'least'"),
    "steps": (make("OneCycleLR", 1.0), ValueError, "total_steps"),
    "negative": (make("OneCycleLR", 1.0, total_steps=-1), ValueError, "got -1"),
    "pct_start": (make("OneCycleLR", 1.0, 5, pct_start=2.0), ValueError, "between 0"),
    "way": (make("OneCycleLR", 1.0, 5, anneal_strategy="sin"), ValueError, "'sin'"),
    "too far": (too_far, ValueError, "Tried to step 3 times"),
    "no momentum": (
        lambda: lr_scheduler.OneCycleLR(pn.optim.Adagrad([pn.zeros(1)]), 1.0, 5),
        ValueError, "must support momentum"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_wrong_input_is_refused(case):
    call, kind, part = WRONG[case]
    with pytest.raises(kind, match=part):
        call()


def test_the_cosine_ends_at_eta_min():
    optimizer = optimizer_of(pn)
    scheduler = lr_scheduler.CosineAnnealingLR(optimizer, 10, eta_min=0.1)
    for _ in range(10):
        scheduler.step()
    assert math.isclose(scheduler.get_last_lr()[0], 0.1)
