"""Dropout: torch's masks for torch's seeds, the expected value, and the gradient."""

import numpy as np
import pytest

from plainnet import random
from plainnet.functional.dropout import dropout, dropout2d
from plainnet.nn import dropout as nn
from plainnet.tensor import Tensor

SEEDS = (*range(18), 42, 1234)


def own_stream(torch):
    """Skip where torch draws bernoulli_(p) from Intel's library."""
    torch.manual_seed(0)
    torch.empty(1000).bernoulli_(0.5)
    if torch.rand(1).item() != random.Generator().manual_seed(0).unit(2001)[-1].item():
        pytest.skip("on Intel processors torch draws dropout from MKL's stream")


@pytest.mark.parametrize("kind", ["float32", "float64"])
@pytest.mark.parametrize("p", [0.0, 0.1, 0.3, 0.5, 0.9, 1.0])
def test_dropout_equals_torch(p, kind):
    torch = pytest.importorskip("torch")
    own_stream(torch)
    x = np.linspace(-2, 2, 300, dtype=kind).reshape(3, 100)
    for seed in SEEDS:
        torch.manual_seed(seed)
        random.manual_seed(seed)
        for _ in range(2):
            a = torch.from_numpy(x).requires_grad_()
            b = Tensor(x, requires_grad=True)
            expected = torch.nn.functional.dropout(a, p)
            got = dropout(b, p)
            assert (got.array == expected.detach().numpy()).all()
            expected.backward(torch.ones_like(a))
            got.backward(Tensor(np.ones_like(x)))
            assert (b.grad.array == a.grad.numpy()).all()


@pytest.mark.parametrize("shape", [(4, 6, 3, 3), (5, 7, 4)])
def test_dropout2d_equals_torch(shape):
    torch = pytest.importorskip("torch")
    own_stream(torch)
    x = np.ones(shape, np.float32)
    channels = "dropout2d" if len(shape) == 4 else "dropout1d"
    for seed in SEEDS:
        torch.manual_seed(seed)
        random.manual_seed(seed)
        expected = getattr(torch.nn.functional, channels)(torch.from_numpy(x), 0.4)
        assert (dropout2d(Tensor(x), 0.4).array == expected.numpy()).all()


def test_dropout_keeps_the_expected_value():
    random.manual_seed(0)
    assert abs(dropout(Tensor(np.ones(10**5)), 0.3).array.mean() - 1) < 0.01


def test_outside_of_training_nothing_happens_and_nothing_is_drawn():
    random.manual_seed(0)
    x = Tensor([1.0, 2.0])
    assert dropout(x, 0.5, training=False) is x
    assert dropout(x, 0.0) is x
    assert dropout(x, 1.0).tolist() == [0.0, 0.0]
    assert random.rand(1).item() == random.Generator().manual_seed(0).unit(1).item()


@pytest.mark.parametrize("p", [-0.1, 1.5, float("nan")])
def test_p_must_be_a_probability(p):
    with pytest.raises(ValueError, match=r"\[0, 1\]"):
        dropout(Tensor([1.0]), p)


def test_integers_and_missing_channels_are_refused():
    with pytest.raises(RuntimeError, match=r"\.float\(\)"):
        dropout(random.randperm(3))
    with pytest.raises(RuntimeError, match="use dropout"):
        dropout2d(Tensor(np.ones((2, 3))))


def test_the_layers_print_train_and_rest_as_torchs():
    torch = pytest.importorskip("torch")
    own_stream(torch)
    x = np.ones((2, 3, 2, 2), np.float32)
    for name in ("Dropout", "Dropout2d"):
        ours, theirs = getattr(nn, name)(0.4), getattr(torch.nn, name)(0.4)
        assert repr(ours) == repr(theirs)
        torch.manual_seed(7)
        random.manual_seed(7)
        assert (ours(Tensor(x)).array == theirs(torch.from_numpy(x)).numpy()).all()
        assert (ours.eval()(Tensor(x)).array == x).all()
    with pytest.raises(ValueError, match=r"\[0, 1\]"):
        nn.Dropout(2)
