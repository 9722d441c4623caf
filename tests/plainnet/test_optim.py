"""Optimisers: twenty steps as torch takes them, by hand, and in every group."""

import copy
import math

import numpy as np
import pytest

import plainnet as pn
from plainnet import nn, optim

RULES = [
    ("SGD", {}),
    ("SGD", dict(lr=0.1, weight_decay=0.1, maximize=True)),
    ("SGD", dict(lr=0.1, momentum=0.9)),
    ("SGD", dict(lr=0.1, momentum=0.9, dampening=0.3, weight_decay=0.1)),
    ("SGD", dict(lr=0.1, momentum=0.9, nesterov=True)),
    ("Adam", {}),
    ("Adam", dict(lr=0.1, betas=(0.8, 0.9), eps=1e-3, weight_decay=0.1)),
    ("Adam", dict(lr=0.1, maximize=True)),
    ("AdamW", dict(lr=0.1)),
    ("AdamW", dict(lr=0.1, weight_decay=0.5)),
    ("RMSprop", {}),
    ("RMSprop", dict(alpha=0.9, momentum=0.9, weight_decay=0.1, centered=True)),
    ("Adagrad", {}),
    ("Adagrad", dict(lr=0.1, lr_decay=0.1, weight_decay=0.1)),
    ("Adagrad", dict(initial_accumulator_value=0.1, eps=1e-3)),
]
START = np.random.default_rng(0).normal(size=(3, 4))


def walk(package, rule, settings, steps=20, kind="float64"):
    """The optimiser, and where it gets after some steps on a bumpy slope."""
    x = package.tensor(START.astype(kind), requires_grad=True)
    optimizer = getattr(package.optim, rule)([x], **settings)
    for _ in range(steps):
        optimizer.zero_grad()
        (x.sin() * x).sum().backward()
        optimizer.step()
    return optimizer, x.detach().numpy()


@pytest.mark.parametrize("rule, settings", RULES)
def test_twenty_steps_equal_torch(rule, settings):
    torch = pytest.importorskip("torch")
    for kind, bound in [("float64", 1e-12), ("float32", 1e-5)]:
        ours, theirs = (walk(p, rule, settings, kind=kind)[1] for p in (pn, torch))
        assert ours.dtype == kind
        assert np.abs(ours - theirs).max() <= bound


@pytest.mark.parametrize("rule, settings", RULES)
def test_training_goes_on_from_torchs_state(rule, settings):
    torch = pytest.importorskip("torch")
    theirs, x = walk(torch, rule, settings, 5)
    state = copy.deepcopy(theirs.state_dict())
    w = pn.tensor(x.copy(), requires_grad=True)
    ours = getattr(optim, rule)([w])
    ours.load_state_dict(state)
    v = theirs.param_groups[0]["params"][0]
    for y, optimizer in [(v, theirs), (w, ours)]:
        for _ in range(5):
            optimizer.zero_grad()
            (y.sin() * y).sum().backward()
            optimizer.step()
    assert np.abs(w.array - v.detach().numpy()).max() <= 1e-12


@pytest.mark.parametrize("rule, settings", RULES)
def test_torch_goes_on_from_our_state(rule, settings):
    torch = pytest.importorskip("torch")
    ours, x = walk(pn, rule, settings, 5)
    w = torch.tensor(x, requires_grad=True)
    theirs = getattr(torch.optim, rule)([w])
    state = copy.deepcopy(ours.state_dict())
    for memory in state["state"].values():
        for name, value in memory.items():
            memory[name] = torch.tensor(getattr(value, "array", float(value) if name == "step" else value))
    theirs.load_state_dict(state)
    v = ours.param_groups[0]["params"][0]
    for y, optimizer in [(v, ours), (w, theirs)]:
        for _ in range(5):
            optimizer.zero_grad()
            (y.sin() * y).sum().backward()
            optimizer.step()
    assert np.abs(v.array - w.detach().numpy()).max() <= 1e-12


@pytest.mark.parametrize("rule", ["SGD", "Adam", "AdamW", "RMSprop", "Adagrad"])
def test_settings_have_torchs_names_order_and_defaults(rule):
    torch = pytest.importorskip("torch")
    from inspect import signature

    theirs = signature(getattr(torch.optim, rule)).parameters
    names = list(theirs)
    ours = signature(getattr(optim, rule)).parameters
    assert [n for n in names if n in ours] == list(ours)
    for name, parameter in ours.items():
        assert parameter.default == theirs[name].default, name


# --- what is easily got wrong ---------------------------------------------------------


def step(optimizer, x, gradient):
    x.grad = pn.tensor(gradient, dtype=x.dtype)
    optimizer.step()
    return x.tolist()


def parameter(*numbers):
    return pn.tensor(numbers, dtype=pn.float64, requires_grad=True)


def test_momentum_begins_with_the_whole_gradient_whatever_the_dampening():
    x = parameter(1.0)
    optimizer = optim.SGD([x], lr=0.1, momentum=0.9, dampening=0.5)
    assert step(optimizer, x, [2.0]) == pytest.approx([0.8])
    assert step(optimizer, x, [2.0]) == pytest.approx([0.8 - 0.1 * (0.9 * 2 + 0.5 * 2)])


def test_adams_eps_stands_outside_of_the_corrected_root():
    x = parameter(1.0)
    assert step(optim.Adam([x], lr=0.1, eps=1.0), x, [4.0]) == pytest.approx([1 - 0.1 * 4 / (4 + 1)])


def test_adamw_decays_the_weight_and_not_the_gradient():
    x = parameter(10.0)
    assert step(optim.AdamW([x], lr=0.1, weight_decay=0.5), x, [1.0]) == pytest.approx(
        [10 - 0.1 * 0.5 * 10 - 0.1]
    )


def test_a_step_changes_memory_in_place_and_leaves_the_gradient_alone():
    for rule, settings in RULES:
        x = parameter(1.0, 2.0)
        memory = x.array
        step(getattr(optim, rule)([x], **settings), x, [0.5, -0.5])
        assert x.array is memory
        assert x.grad.tolist() == [0.5, -0.5]


def test_a_step_between_forward_and_backward_is_noticed():
    x = parameter(1.0)
    optimizer = optim.SGD([x], lr=0.1)
    loss = (x * x).sum()
    step(optimizer, x, [1.0])
    with pytest.raises(RuntimeError, match="in-place"):
        loss.backward()


# --- groups, closures, states ---------------------------------------------------------


def test_groups_have_settings_of_their_own():
    a, b, c = parameter(1.0), parameter(1.0), parameter(1.0)
    optimizer = optim.SGD([{"params": [a], "lr": 0.5}, {"params": b}], lr=0.1)
    optimizer.add_param_group({"params": [c], "weight_decay": 1.0})
    for x in (a, b, c):
        x.grad = pn.ones(1, dtype=pn.float64)
    optimizer.param_groups[1]["lr"] = 0.25
    optimizer.step()
    assert [x.item() for x in (a, b, c)] == pytest.approx([0.5, 0.75, 0.8])


def test_what_has_no_gradient_stays():
    x = parameter(1.0)
    optim.Adam([x], lr=0.1).step()
    assert x.tolist() == [1.0]


def test_zero_grad_sets_none_or_zero():
    x = parameter(1.0)
    optimizer = optim.SGD([x])
    optimizer.zero_grad(set_to_none=False)
    assert x.grad is None
    x.grad = pn.ones(1, dtype=pn.float64)
    optimizer.zero_grad(set_to_none=False)
    assert x.grad.tolist() == [0.0]
    optimizer.zero_grad()
    assert x.grad is None


def test_a_closure_computes_the_loss_also_within_no_grad():
    x = parameter(3.0)
    optimizer = optim.SGD([x], lr=0.1)

    def closure():
        loss = (x * x).sum()
        loss.backward()
        return loss

    with pn.no_grad():
        assert optimizer.step(closure).item() == 9.0
    assert x.tolist() == pytest.approx([2.4])


def test_a_loaded_state_is_a_copy():
    optimizer, _ = walk(pn, "Adam", {}, 3)
    w = pn.tensor(START, requires_grad=True)
    other = optim.Adam([w], lr=9.0)
    other.load_state_dict(optimizer.state_dict())
    step(other, w, np.ones_like(START))
    assert other.param_groups[0]["lr"] == 0.001
    assert other.state[w]["step"] == 4
    assert optimizer.state_dict()["state"][0]["step"] == 3


def test_repr_lists_the_settings():
    assert repr(optim.SGD([parameter(1.0)], lr=0.5)).startswith(
        "SGD (\nParameter Group 0\n    dampening: 0\n    lr: 0.5\n"
    )


# --- wrong input ----------------------------------------------------------------------

X, W = parameter(1.0), parameter(1.0)
WRONG = {
    "no parameters": (lambda: optim.SGD([]), ValueError, "empty parameter list"),
    "a bare tensor": (lambda: optim.SGD(X), TypeError, r"\[tensor\]"),
    "a number": (lambda: optim.Adam([1.0]), TypeError, "Tensors, got float"),
    "a module": (lambda: optim.Adam([nn.Linear(1, 1)]), TypeError, "model.parameters"),
    "a result": (lambda: optim.SGD([X * 2]), ValueError, "non-leaf"),
    "in two groups": (
        lambda: optim.SGD([{"params": [X]}, {"params": [X]}]), ValueError, "than one"),
    "lr": (lambda: optim.SGD([X], lr=-1), ValueError, "lr of at least 0, got -1"),
    "nan": (lambda: optim.Adam([X], lr=math.nan), ValueError, "got nan"),
    "momentum": (lambda: optim.SGD([X], momentum=-1), ValueError, "momentum"),
    "nesterov": (lambda: optim.SGD([X], nesterov=True), ValueError, "a momentum"),
    "betas": (lambda: optim.Adam([X], betas=(0.9, 1.0)), ValueError, r"betas\[1\] in"),
    "eps": (lambda: optim.AdamW([X], eps=-1), ValueError, "AdamW expected eps"),
    "alpha": (lambda: optim.RMSprop([X], alpha=-1), ValueError, "alpha"),
    "lr_decay": (lambda: optim.Adagrad([X], lr_decay=-1), ValueError, "lr_decay"),
    "other groups": (
        lambda: optim.SGD([X]).load_state_dict(optim.SGD([X, W]).state_dict()),
        ValueError, r"sizes \[1\], got \[2\]"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_wrong_input_is_refused(case):
    call, kind, part = WRONG[case]
    with pytest.raises(kind, match=part):
        call()


def test_a_parameter_twice_in_a_group_warns():
    with pytest.warns(UserWarning, match="twice"):
        optim.SGD([X, X])


# --- nn.utils -------------------------------------------------------------------------


def with_gradients(package):
    rng = np.random.default_rng(1)
    tensors = [package.tensor(rng.normal(size=n), requires_grad=True) for n in (3, 4, 1)]
    for x in tensors[:2]:
        x.grad = package.tensor(rng.normal(size=len(x)))
    return tensors


@pytest.mark.parametrize("norm_type", [2.0, 1.0, 3.0, math.inf])
@pytest.mark.parametrize("max_norm", [0.5, 100.0])
def test_clip_grad_norm_equals_torch(norm_type, max_norm):
    torch = pytest.importorskip("torch")
    ours, theirs = with_gradients(pn), with_gradients(torch)
    a = nn.utils.clip_grad_norm_(ours, max_norm, norm_type)
    b = torch.nn.utils.clip_grad_norm_(theirs, max_norm, norm_type)
    assert a.item() == pytest.approx(b.item(), rel=1e-14)
    for x, y in zip(ours[:2], theirs[:2], strict=True):
        np.testing.assert_allclose(x.grad.array, y.grad.numpy(), rtol=1e-14)


def test_clip_grad_value_equals_torch():
    torch = pytest.importorskip("torch")
    ours, theirs = with_gradients(pn), with_gradients(torch)
    nn.utils.clip_grad_value_(ours, 0.4)
    torch.nn.utils.clip_grad_value_(theirs, 0.4)
    for x, y in zip(ours[:2], theirs[:2], strict=True):
        assert (x.grad.array == y.grad.numpy()).all()


def test_a_norm_that_is_not_finite_is_an_error_where_wanted():
    x = parameter(1.0)
    x.grad = pn.tensor([math.nan], dtype=pn.float64)
    nn.utils.clip_grad_norm_(x, 1.0)
    with pytest.raises(RuntimeError, match="non-finite"):
        nn.utils.clip_grad_norm_(x, 1.0, error_if_nonfinite=True)
    assert nn.utils.clip_grad_norm_([parameter(1.0)], 1.0).item() == 0.0


def test_parameters_become_a_vector_and_come_back():
    layer, other = nn.Linear(3, 2), nn.Linear(3, 2)
    vector = nn.utils.parameters_to_vector(layer.parameters())
    assert vector.tolist() == layer.weight.reshape(-1).tolist() + layer.bias.tolist()
    nn.utils.vector_to_parameters(vector, other.parameters())
    assert (other.weight.array == layer.weight.array).all()
    with pytest.raises(RuntimeError, match="8 elements"):
        nn.utils.vector_to_parameters(vector[:5], other.parameters())
