"""Normalisation: estimates, modes, what is easily got wrong, what is refused."""

import numpy as np
import pytest

import plainnet as pn
from plainnet import nn
from plainnet.nn import functional as F

X = pn.tensor([[1.0, 10.0], [3.0, 30.0], [8.0, 20.0]])


def test_the_running_variance_is_unbiased_and_the_one_divided_by_is_not():
    layer = nn.BatchNorm1d(2, eps=0.0)
    y = layer(X).detach().array
    np.testing.assert_allclose(y, (X.array - X.array.mean(0)) / X.array.std(0), 1e-5)
    expected = 0.9 + 0.1 * X.array.var(0, ddof=1)
    np.testing.assert_allclose(layer.running_var.array, expected, 1e-6)


@pytest.mark.parametrize("momentum", [0.1, 0.7, None])
def test_ten_batches_give_torchs_estimates(momentum):
    torch = pytest.importorskip("torch")
    layers = [t.nn.BatchNorm2d(3, momentum=momentum).double() for t in (pn, torch)]
    rng = np.random.default_rng(0)
    for _ in range(10):
        x = rng.normal(1, 2, (4, 3, 2, 2))
        for t, layer in zip((pn, torch), layers, strict=True):
            layer(t.tensor(x))
    ours, theirs = (layer.state_dict() for layer in layers)
    for name, value in theirs.items():
        np.testing.assert_allclose(ours[name].array, value.numpy(), rtol=1e-12)
    x = rng.normal(size=(1, 3, 2, 2))
    a, b = (layer.eval()(t.tensor(x)) for t, layer in zip((pn, torch), layers, strict=True))
    np.testing.assert_allclose(a.detach().array, b.detach().numpy(), rtol=1e-12)


def test_prediction_leaves_the_estimates_alone_and_takes_one_example():
    layer = nn.BatchNorm1d(2).eval()
    layer(X[:1])
    assert layer.num_batches_tracked.item() == 0
    assert layer.running_mean.tolist() == [0, 0]


def test_estimates_can_be_forgotten():
    layer = nn.BatchNorm1d(2)
    layer(X)
    layer.reset_running_stats()
    assert layer.running_mean.tolist() == [0, 0] and layer.running_var.tolist() == [
        1,
        1,
    ]
    assert layer.num_batches_tracked.item() == 0


def test_without_estimates_prediction_uses_the_batch():
    layer = nn.BatchNorm1d(2, track_running_stats=False)
    assert (layer(X).array == layer.eval()(X).array).all()
    assert list(layer.state_dict()) == ["weight", "bias"]


def test_group_norm_of_one_group_is_layer_norm():
    x = pn.tensor(np.random.default_rng(1).normal(size=(2, 4, 3)))
    a, b = F.group_norm(x, 1), F.layer_norm(x, (4, 3))
    np.testing.assert_allclose(a.array, b.array, rtol=1e-12)


def test_normalising_twice_changes_nothing():
    x = pn.tensor(np.random.default_rng(1).normal(size=(5, 8)))
    once = F.layer_norm(x, (8,), eps=0.0)
    np.testing.assert_allclose(F.layer_norm(once, (8,), eps=0.0).array, once.array, 1e-12)


WRONG = {
    "one example": (lambda: nn.BatchNorm1d(2)(X[:1]), ValueError, "more than 1 value"),
    "dimensions": (lambda: nn.BatchNorm2d(2)(X), ValueError, "4D input .got 2D"),
    "channels": (lambda: nn.BatchNorm1d(3)(X), RuntimeError, r"shape \[2\]"),
    "vector": (lambda: F.batch_norm(X[0], None, None), RuntimeError, "shape .N, C"),
    "last": (lambda: nn.LayerNorm(3)(X), RuntimeError, r"normalized_shape=\[3\]"),
    "weight": (lambda: F.layer_norm(X, (2,), pn.ones(3)), RuntimeError, "and bias"),
    "dtype": (lambda: nn.LayerNorm(2)(X.double()), RuntimeError, "same dtype"),
    "rms": (lambda: nn.RMSNorm(3)(X), RuntimeError, "rms_norm"),
    "groups": (lambda: nn.GroupNorm(3, 4), ValueError, "divisible by num_groups"),
    "group input": (lambda: F.group_norm(X, 4), RuntimeError, "divisible by"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_wrong_input_is_refused(case):
    call, kind, part = WRONG[case]
    with pytest.raises(kind, match=part):
        call()
