"""Layers follow `set_default_dtype`, and large numbers make no noise."""

import warnings

import numpy as np
import pytest

import plainnet

LAYERS = {
    "Linear": (3, 2), "Bilinear": (2, 3, 2), "Conv1d": (1, 2, 3), "Conv2d": (1, 2, 3),
    "ConvTranspose2d": (1, 2, 3), "Embedding": (3, 2), "BatchNorm1d": (3,), "BatchNorm2d": (3,),
    "LayerNorm": (3,), "GroupNorm": (1, 3), "RMSNorm": (3,), "RNNCell": (2, 3), "LSTMCell": (2, 3),
    "GRUCell": (2, 3), "RNN": (2, 3), "LSTM": (2, 3, 2), "GRU": (2, 3), "MultiheadAttention": (4, 2),
    "TransformerEncoderLayer": (4, 2, 8), "TransformerDecoderLayer": (4, 2, 8),
}  # fmt: skip


@pytest.fixture
def torch():
    """torch and plainnet, both with float64 as their default for one test."""
    torch = pytest.importorskip("torch")
    for package in (plainnet, torch):
        package.set_default_dtype(package.float64)
    yield torch
    for package in (plainnet, torch):
        package.set_default_dtype(package.float32)


@pytest.mark.parametrize("name", LAYERS)
def test_layer_begins_with_torchs_float64_numbers(torch, name):
    states = []
    for t in (plainnet, torch):
        t.manual_seed(3)
        states.append(getattr(t.nn, name)(*LAYERS[name]).state_dict())
    assert list(states[0]) == list(states[1])
    for ours, theirs in zip(*(state.values() for state in states), strict=True):
        assert str(ours.dtype) == str(theirs.dtype)
        np.testing.assert_allclose(ours.numpy(), theirs.numpy(), rtol=1e-15, atol=1e-15)


def test_new_tensors_are_float64(torch):
    for make in (
        lambda t: t.rand(2), lambda t: t.randn(20), lambda t: t.zeros(2), lambda t: t.arange(3.0),
        lambda t: t.linspace(0, 1, 3), lambda t: t.eye(2), lambda t: t.exp(t.tensor([1])),
        lambda t: t.normal(0.0, 1.0, (2,)), lambda t: t.nn.utils.clip_grad_norm_([], 1.0),
        lambda t: t.nn.Transformer.generate_square_subsequent_mask(2),
    ):  # fmt: skip
        ours, theirs = (t.manual_seed(0) and make(t) for t in (plainnet, torch))
        assert str(ours.dtype) == str(theirs.dtype)
        np.testing.assert_allclose(ours.numpy(), theirs.numpy(), rtol=1e-13)


SATURATED = {
    "sigmoid": lambda t, x: t.sigmoid(x),
    "silu": lambda t, x: t.nn.functional.silu(x),
    "softplus": lambda t, x: t.nn.functional.softplus(x),
    "logsigmoid": lambda t, x: t.nn.functional.logsigmoid(x),
    "gelu": lambda t, x: t.nn.functional.gelu(x, approximate="tanh"),
    "bce": lambda t, x: t.nn.functional.binary_cross_entropy_with_logits(x, t.ones(len(x))),
    "lstm": lambda t, x: full_of_large_numbers(t, t.nn.LSTM(1, 1))(x.reshape(-1, 1, 1))[0],
    "gru": lambda t, x: full_of_large_numbers(t, t.nn.GRU(1, 1))(x.reshape(-1, 1, 1))[0],
}


def full_of_large_numbers(t, layer):
    for p in layer.parameters():
        t.nn.init.constant_(p, 300.0)
    return layer


@pytest.mark.parametrize("name", SATURATED)
def test_saturated_functions_are_torchs_and_silent(name):
    torch = pytest.importorskip("torch")
    outcomes = []
    for t in (plainnet, torch):
        x = t.tensor([-2000.0, -150.0, -88.0, 0.0, 88.0, 150.0, 2000.0], requires_grad=True)
        with warnings.catch_warnings():
            warnings.simplefilter("error", RuntimeWarning)
            y = SATURATED[name](t, x)
            y.sum().backward()
        outcomes.append((y.detach().numpy(), x.grad.numpy()))
    for ours, theirs in zip(*outcomes, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=2e-6, atol=1e-37)
