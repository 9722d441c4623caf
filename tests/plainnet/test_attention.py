"""Attention and the Transformer: masks, order, what is learned, what is refused."""

import math

import numpy as np
import pytest
from test_dropout import own_stream

import plainnet as pn
from plainnet import nn
from plainnet.nn import functional as F

attention = F.scaled_dot_product_attention


def vectors(*shape):
    return pn.randn(*shape).double().requires_grad_()


@pytest.mark.parametrize("masked", ["nothing", "truth", "numbers", "causal"])
def test_attention_at_once_equals_a_chain_of_operations(masked):
    pn.manual_seed(0)
    q, k, v = vectors(2, 5, 4), vectors(2, 5, 4), vectors(2, 5, 3)
    allowed = pn.ones(5, 5).tril() > 0
    added = pn.randn(5, 5).double()
    mask = {"truth": allowed, "numbers": added}.get(masked)
    whole = attention(q, k, v, mask, is_causal=masked == "causal")
    scores = q @ k.transpose(-2, -1) / math.sqrt(4)
    if masked == "numbers":
        scores = scores + added
    elif masked != "nothing":
        scores = scores.masked_fill(~allowed, -math.inf)
    chain = scores.softmax(-1) @ v
    np.testing.assert_allclose(whole.detach().array, chain.detach().array, atol=1e-14)
    weight = pn.randn(2, 5, 3).double()
    found = []
    for out in (whole, chain):
        for x in (q, k, v):
            x.grad = None
        (out * weight).sum().backward()
        found.append([x.grad.array for x in (q, k, v)])
    for a, b in zip(*found, strict=True):
        np.testing.assert_allclose(a, b, atol=1e-13)


def test_a_query_that_may_look_at_nothing_gets_zeros():
    x = vectors(3, 2)
    mask = pn.tensor([[True, True, True], [False, False, False], [True, True, True]])
    out = attention(x, x, x, mask)
    out.sum().backward()
    assert out[1].tolist() == [0.0, 0.0]
    assert np.isfinite(x.grad.array).all()


def test_truth_means_may_look_in_the_function_and_may_not_in_the_layer():
    pn.manual_seed(0)
    layer, x = nn.MultiheadAttention(4, 1, batch_first=True), pn.randn(1, 3, 4)
    last = pn.tensor([[False, False, True]])
    weights = layer(x, x, x, key_padding_mask=last)[1]
    assert weights[0, :, 2].tolist() == [0.0, 0.0, 0.0]
    ones = pn.eye(3)
    assert attention(ones, ones, ones, last)[0].tolist() == [0.0, 0.0, 1.0]


def test_a_causal_model_does_not_see_what_comes():
    pn.manual_seed(0)
    layer = nn.TransformerEncoderLayer(4, 2, 8, batch_first=True).eval()
    mask = nn.Transformer.generate_square_subsequent_mask(5)
    x = pn.randn(1, 5, 4)
    changed = x.clone()
    changed[0, 3:] = 9.0
    a, b = layer(x, mask).detach(), layer(changed, mask).detach()
    assert (a[0, :3].array == b[0, :3].array).all()
    assert (a[0, 3:].array != b[0, 3:].array).any()


def test_without_positions_attention_does_not_know_the_order():
    pn.manual_seed(0)
    layer, x = nn.TransformerEncoderLayer(4, 2, 8).eval(), pn.randn(5, 1, 4)
    a, b = layer(x).detach().flip(0), layer(x.flip(0)).detach()
    np.testing.assert_allclose(a.array, b.array, atol=1e-6)


def test_weights_of_attention_sum_to_one():
    layer, x = nn.MultiheadAttention(4, 2), pn.randn(5, 3, 4)
    np.testing.assert_allclose(layer(x, x, x)[1].sum(-1).detach().array, 1.0, 1e-6)


def test_layers_of_a_stack_begin_alike_and_learn_apart():
    layer = nn.TransformerEncoderLayer(4, 2, 8)
    stack = nn.TransformerEncoder(layer, 2)
    first, second = stack.layers[0].linear1.weight, stack.layers[1].linear1.weight
    assert (first.array == second.array).all() and first is not second
    assert first.array is not layer.linear1.weight.array
    stack(pn.randn(3, 2, 4)).sum().backward()
    assert first.grad is not None and layer.linear1.weight.grad is None


@pytest.mark.parametrize("first", [False, True])
def test_dropout_follows_torchs_stream(first):
    torch = pytest.importorskip("torch")
    own_stream(torch)
    outs = []
    for t in (pn, torch):
        t.manual_seed(3)
        layer = t.nn.TransformerDecoderLayer(4, 2, 8, 0.3, norm_first=first)
        x = t.tensor(np.random.default_rng(0).normal(size=(5, 2, 4)).astype("f4"))
        outs.append(layer(x, x[:3]).detach().numpy())
    np.testing.assert_allclose(*outs, atol=1e-5)


def test_dropout_in_the_function_keeps_the_expected_value():
    pn.manual_seed(0)
    x = pn.ones(1, 200, 4)
    out = attention(x, x, x, dropout_p=0.3)
    assert out.mean().item() == pytest.approx(1.0, abs=0.02)


def test_the_activation_may_be_a_function_or_a_module():
    torch = pytest.importorskip("torch")
    for name in ("gelu", "silu"):
        function = nn.TransformerEncoderLayer(4, 2, 8, activation=getattr(F, name))
        module = nn.GELU() if name == "gelu" else nn.SiLU()
        other = nn.TransformerEncoderLayer(4, 2, 8, activation=module)
        other.load_state_dict(function.state_dict())
        x = pn.randn(3, 1, 4)
        a, b = function.eval()(x).detach(), other.eval()(x).detach()
        assert (a.array == b.array).all()
        theirs = torch.nn.TransformerEncoderLayer(4, 2, 8, activation=torch.nn.GELU())
        assert "(activation)" in repr(other) and "(activation)" in repr(theirs)


X, M = pn.zeros(3, 2), pn.ones(3, 3)
MHA = nn.MultiheadAttention(4, 2)
WRONG = {
    "lengths": (lambda: attention(X, pn.zeros(3, 4), X), RuntimeError, r"\(..., S, D"),
    "values": (lambda: attention(X, X, pn.zeros(4, 2)), RuntimeError, r"\(..., S, E"),
    "batches": (
        lambda: attention(pn.zeros(2, 3, 2), pn.zeros(3, 3, 2), X),
        RuntimeError, "leading dimensions"),
    "vector": (lambda: attention(X[0], X, X), RuntimeError, "query"),
    "dtype": (lambda: attention(X, X.double(), X), RuntimeError, "same dtype"),
    "mask": (lambda: attention(X, X, X, pn.zeros(2, 3)), RuntimeError, "broadcast to"),
    "mask dtype": (lambda: attention(X, X, X, M.double()), RuntimeError, "same dtype"),
    "both": (
        lambda: attention(X, X, X, M, is_causal=True), RuntimeError, "not be set"),
    "heads": (lambda: nn.MultiheadAttention(4, 3), AssertionError, "divisible"),
    "no heads": (lambda: nn.MultiheadAttention(4, 0), ValueError, "greater than 0"),
    "embedding": (lambda: MHA(X, X, X), AssertionError, "embedding dimension of 4"),
    "hint": (
        lambda: MHA(*[pn.zeros(3, 1, 4)] * 3, is_causal=True), RuntimeError, "hint"),
    "activation": (
        lambda: nn.TransformerEncoderLayer(4, 2, activation="selu"),
        RuntimeError, "relu/gelu, not selu"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_wrong_input_is_refused(case):
    call, kind, part = WRONG[case]
    with pytest.raises(kind, match=part):
        call()
