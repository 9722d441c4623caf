"""Recurrent layers: whole sequences are what the cells do, step by step."""

import numpy as np
import pytest
from test_dropout import own_stream

import plainnet as pn
from plainnet import nn

CELLS = {"RNN": "RNNCell", "LSTM": "LSTMCell", "GRU": "GRUCell"}


def twins(kind, bias=True):
    """A layer over sequences and a cell with the same parameters, in float64."""
    pn.manual_seed(0)
    layer = getattr(nn, kind)(3, 4, bias=bias).double()
    cell = getattr(nn, CELLS[kind])(3, 4, bias=bias).double()
    cell.load_state_dict({k.removesuffix("_l0"): v for k, v in layer.state_dict().items()})
    return layer, cell


def gradients(layer, x, loss):
    layer.zero_grad()
    x.grad = None
    loss.backward()
    return [x.grad.array, *(p.grad.array for p in layer.parameters())]


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("kind", CELLS)
def test_a_sequence_at_once_equals_cell_after_cell(kind, bias):
    layer, cell = twins(kind, bias)
    x = pn.randn(6, 2, 3).double().requires_grad_()
    weight = pn.randn(6, 2, 4).double()
    outputs, last = layer(x)
    state, steps = None, []
    for t in range(len(x)):
        state = cell(x[t], state)
        steps.append(state[0] if kind == "LSTM" else state)
    one_by_one = pn.stack(steps)
    np.testing.assert_allclose(outputs.detach().array, one_by_one.detach().array, atol=1e-14)
    if kind == "LSTM":
        last, state = last[1], state[1]
    np.testing.assert_allclose(last[0].detach().array, state.detach().array, atol=1e-14)
    ours = gradients(layer, x, (outputs * weight).sum() + last.sum())
    theirs = gradients(cell, x, (one_by_one * weight).sum() + state.sum())
    for a, b in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(a, b, atol=1e-13)


@pytest.mark.parametrize("kind", CELLS)
def test_the_second_direction_reads_from_the_end(kind):
    layer = getattr(nn, kind)(3, 4, bidirectional=True)
    one = getattr(nn, kind)(3, 4)
    state = layer.state_dict()
    one.load_state_dict({k.removesuffix("_reverse"): v for k, v in state.items() if k.endswith("_reverse")})
    x = pn.randn(5, 2, 3)
    both, turned = layer(x)[0], one(x.flip(0))[0].flip(0)
    np.testing.assert_allclose(both[..., 4:].detach().array, turned.detach().array, 1e-6)


def test_grus_reset_gate_multiplies_after_the_bias_is_added():
    cell = nn.GRUCell(1, 1)
    for name, p in cell.named_parameters():
        p.data = pn.zeros(*p.shape)
        if name == "bias_hh":
            p.data = pn.tensor([0.0, -100.0, 2.0])  # r = 1/2, z = 0, n = tanh(r * 2)
    out = cell(pn.zeros(1, 1), pn.zeros(1, 1))
    assert out.item() == pytest.approx(np.tanh(1.0), rel=1e-6)


def test_gates_stand_in_the_order_in_forget_new_out():
    cell = nn.LSTMCell(1, 1, bias=False)
    for p in cell.parameters():
        p.data = pn.zeros(*p.shape)
    cell.weight_ih.data = pn.tensor([[-100.0], [100.0], [0.0], [100.0]])
    h, c = cell(pn.ones(1, 1), (pn.zeros(1, 1), pn.full((1, 1), 0.5)))
    assert c.item() == 0.5 and h.item() == pytest.approx(np.tanh(0.5))


def test_dropout_between_layers_follows_torchs_stream():
    torch = pytest.importorskip("torch")
    outs = []
    for t in (pn, torch):
        t.manual_seed(3)
        layer = t.nn.GRU(3, 4, num_layers=2, dropout=0.5)
        x = t.tensor(np.random.default_rng(0).normal(size=(5, 2, 3)).astype("f4"))
        outs.append(layer(x)[0].detach().numpy())
        outs.append(layer.eval()(x)[0].detach().numpy())
    np.testing.assert_allclose(outs[1], outs[3], atol=1e-6)
    own_stream(torch)
    np.testing.assert_allclose(outs[0], outs[2], atol=1e-6)


def test_a_state_may_be_learned():
    h = pn.zeros(1, 2, 4, requires_grad=True)
    c = pn.zeros(1, 2, 4, requires_grad=True)
    nn.LSTM(3, 4)(pn.ones(5, 2, 3), (h, c))[0].sum().backward()
    assert h.grad.array.any() and c.grad.array.any()


def test_outputs_lie_in_order_in_memory():
    for kind in CELLS:
        for reverse in (False, True):
            outputs, _ = getattr(nn, kind)(3, 4, bidirectional=reverse)(pn.ones(5, 2, 3))
            assert outputs.is_contiguous()


@pytest.mark.filterwarnings("ignore")  # exp overflows to inf, as it should
def test_very_large_sums_do_not_become_nan():
    for kind in CELLS:
        layer = getattr(nn, kind)(1, 2)
        x = pn.full((3, 1, 1), 1e9, requires_grad=True)
        layer(x)[0].sum().backward()
        assert np.isfinite(x.grad.array).all()


RNN, LSTM = nn.RNN(3, 4), nn.LSTM(3, 4)
X = pn.zeros(5, 2, 3)
WRONG = {
    "inputs": (lambda: RNN(pn.zeros(5, 2, 4)), RuntimeError, "equal to input_size"),
    "dimensions": (lambda: RNN(pn.zeros(3)), ValueError, "2D or 3D"),
    "state": (lambda: RNN(X, pn.zeros(1, 3, 4)), RuntimeError, r"size \(1, 2, 4\)"),
    "states": (
        lambda: LSTM(X, (pn.zeros(1, 2, 4), pn.zeros(2, 2, 4))), RuntimeError, "size"),
    "sizes": (lambda: nn.GRU(3, 0), ValueError, "greater than zero"),
    "layers": (lambda: nn.GRU(3, 4, 0), ValueError, "num_layers"),
    "dropout": (lambda: nn.GRU(3, 4, dropout=2.0), ValueError, "probability"),
    "kind": (lambda: nn.RNN(3, 4, nonlinearity="gelu"), ValueError, "'gelu'"),
    "cell kind": (
        lambda: nn.RNNCell(3, 4, nonlinearity="gelu")(X[0]), RuntimeError, "'gelu'"),
    "cell input": (lambda: nn.GRUCell(3, 4)(X), RuntimeError, r"\(N, 3\)"),
    "cell state": (
        lambda: nn.GRUCell(3, 4)(X[0], pn.zeros(1, 4)), RuntimeError, r"\(2, 4\)"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_wrong_input_is_refused(case):
    call, kind, part = WRONG[case]
    with pytest.raises(kind, match=part):
        call()
