"""Every layer: torch's start, torch's answers, torch's text."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature

import numpy as np
import pytest
from parity import LIMIT, cotangent, error

import plainnet as pn

SEEDS = (*range(18), 42, 1234)
WORDS = np.array([[1, 4, 2], [0, 1, 1]])
torch = pytest.importorskip("torch")
pytestmark = pytest.mark.filterwarnings("ignore")  # torch's own about its fast paths


@dataclass(frozen=True)
class Layer:
    """A layer, written once for both packages, and its inputs: shapes or arrays.

    `options` are those of its call, made from the package.
    """

    make: Callable
    inputs: tuple
    options: Callable = lambda t: {}
    limit32: float = LIMIT["float32"]


def encoder(nn, **options):
    layer = nn.TransformerEncoderLayer(4, 2, 6, dropout=0.0, **options)
    return nn.TransformerEncoder(layer, 2, nn.LayerNorm(4))


def decoder(nn, **options):
    layer = nn.TransformerDecoderLayer(4, 2, 6, dropout=0.0, **options)
    return nn.TransformerDecoder(layer, 2)


def causal(t, length=5):
    return t.nn.Transformer.generate_square_subsequent_mask(length)


def padding(t):
    return t.tensor([[False, False, False, False, True], [False, False, True, True, True]])


IMAGES, SIGNALS, ROWS = (2, 4, 5, 6), (2, 4, 7), (3, 4)
STEPS, VECTORS, FEW = (5, 2, 4), (2, 5, 4), (2, 3, 4)
LAYERS = {
    "Conv1d": Layer(lambda nn: nn.Conv1d(4, 3, 2), (SIGNALS,)),
    "Conv1d all": Layer(
        lambda nn: nn.Conv1d(4, 6, 2, padding="same", groups=2, bias=False),
        (SIGNALS,)),
    "Conv2d": Layer(lambda nn: nn.Conv2d(4, 3, 2), (IMAGES,)),
    "Conv2d all": Layer(
        lambda nn: nn.Conv2d(4, 6, (3, 2), (2, 1), (1, 0), 2, 2), (IMAGES,)),
    "Conv2d one image": Layer(lambda nn: nn.Conv2d(4, 3, 3, padding=1), ((4, 5, 6),)),
    "ConvTranspose2d": Layer(lambda nn: nn.ConvTranspose2d(4, 3, 2), (IMAGES,)),
    "ConvTranspose2d all": Layer(
        lambda nn: nn.ConvTranspose2d(4, 6, (3, 2), 2, 1, (1, 0), 2, False), (IMAGES,)),
    "MaxPool1d": Layer(lambda nn: nn.MaxPool1d(2), (SIGNALS,)),
    "MaxPool2d": Layer(lambda nn: nn.MaxPool2d(3, 2, 1), (IMAGES,)),
    "MaxPool2d dilation": Layer(lambda nn: nn.MaxPool2d((2, 1), dilation=2), (IMAGES,)),
    "AvgPool1d": Layer(lambda nn: nn.AvgPool1d(2), (SIGNALS,)),
    "AvgPool2d": Layer(lambda nn: nn.AvgPool2d(2), (IMAGES,)),
    "AvgPool2d all": Layer(
        lambda nn: nn.AvgPool2d(3, 2, 1, count_include_pad=False), (IMAGES,)),
    "AdaptiveAvgPool2d": Layer(lambda nn: nn.AdaptiveAvgPool2d((2, None)), (IMAGES,)),
    "Upsample": Layer(lambda nn: nn.Upsample(scale_factor=2), (IMAGES,)),
    "Upsample size": Layer(
        lambda nn: nn.Upsample((7, 9), mode="bilinear", align_corners=True), (IMAGES,)),
    "Upsample two": Layer(
        lambda nn: nn.Upsample(scale_factor=(2, 1.5), mode="bilinear"), (IMAGES,)),
    "BatchNorm1d": Layer(lambda nn: nn.BatchNorm1d(4), (ROWS,)),
    "BatchNorm1d signals": Layer(lambda nn: nn.BatchNorm1d(4, bias=False), (SIGNALS,)),
    "BatchNorm2d": Layer(lambda nn: nn.BatchNorm2d(4, 1e-3, 0.3), (IMAGES,)),
    "BatchNorm2d mean": Layer(lambda nn: nn.BatchNorm2d(4, momentum=None), (IMAGES,)),
    "BatchNorm2d bare": Layer(
        lambda nn: nn.BatchNorm2d(4, affine=False, track_running_stats=False),
        (IMAGES,)),
    "BatchNorm2d eval": Layer(lambda nn: nn.BatchNorm2d(4).eval(), (IMAGES,)),
    "LayerNorm": Layer(lambda nn: nn.LayerNorm(4), (VECTORS,)),
    "LayerNorm two": Layer(
        lambda nn: nn.LayerNorm((5, 4), 1e-3, bias=False), (VECTORS,)),
    "LayerNorm bare": Layer(
        lambda nn: nn.LayerNorm([4], elementwise_affine=False), (VECTORS,)),
    "GroupNorm": Layer(lambda nn: nn.GroupNorm(2, 4), (IMAGES,)),
    "GroupNorm bare": Layer(lambda nn: nn.GroupNorm(2, 4, affine=False), (SIGNALS,)),
    "RMSNorm": Layer(lambda nn: nn.RMSNorm(4), (VECTORS,)),
    "RMSNorm bare": Layer(
        lambda nn: nn.RMSNorm((5, 4), 1e-3, elementwise_affine=False), (VECTORS,)),
    "Embedding": Layer(lambda nn: nn.Embedding(5, 3), (WORDS,)),
    "Embedding padding": Layer(lambda nn: nn.Embedding(5, 3, padding_idx=-4), (WORDS,)),
    "RNNCell": Layer(lambda nn: nn.RNNCell(4, 3), (ROWS,)),
    "RNNCell relu": Layer(lambda nn: nn.RNNCell(4, 3, False, "relu"), (ROWS, (3, 3))),
    "LSTMCell": Layer(lambda nn: nn.LSTMCell(4, 3), (ROWS,)),
    "LSTMCell one": Layer(lambda nn: nn.LSTMCell(4, 3, bias=False), ((4,),)),
    "GRUCell": Layer(lambda nn: nn.GRUCell(4, 3), (ROWS, (3, 3))),
    "GRUCell bare": Layer(lambda nn: nn.GRUCell(4, 3, bias=False), (ROWS,)),
    "RNN": Layer(lambda nn: nn.RNN(4, 3), (STEPS, (1, 2, 3))),
    "RNN relu": Layer(
        lambda nn: nn.RNN(4, 3, 2, "relu", bidirectional=True), (STEPS, (4, 2, 3))),
    "LSTM": Layer(lambda nn: nn.LSTM(4, 3), (STEPS,)),
    "LSTM all": Layer(
        lambda nn: nn.LSTM(4, 3, 2, batch_first=True, bidirectional=True), (VECTORS,)),
    "LSTM bare": Layer(lambda nn: nn.LSTM(4, 3, 3, bias=False), (STEPS,)),
    "LSTM one": Layer(lambda nn: nn.LSTM(4, 3, bidirectional=True), ((5, 4),)),
    "GRU": Layer(lambda nn: nn.GRU(4, 3), (STEPS, (1, 2, 3))),
    "GRU all": Layer(
        lambda nn: nn.GRU(4, 3, 2, batch_first=True, bidirectional=True),
        (VECTORS, (4, 2, 3))),
    "MultiheadAttention": Layer(
        lambda nn: nn.MultiheadAttention(4, 2), (STEPS, (3, 2, 4), (3, 2, 4))),
    "MultiheadAttention self": Layer(
        lambda nn: nn.MultiheadAttention(4, 2, bias=False, batch_first=True),
        (VECTORS,) * 3,
        lambda t: dict(need_weights=False)),
    "MultiheadAttention heads": Layer(
        lambda nn: nn.MultiheadAttention(4, 2, batch_first=True), (VECTORS,) * 3,
        lambda t: dict(attn_mask=causal(t), average_attn_weights=False)),
    "MultiheadAttention masks": Layer(
        lambda nn: nn.MultiheadAttention(4, 2, batch_first=True), (VECTORS,) * 3,
        lambda t: dict(attn_mask=causal(t) < 0, key_padding_mask=padding(t))),
    "MultiheadAttention many": Layer(
        lambda nn: nn.MultiheadAttention(4, 2, batch_first=True), (VECTORS,) * 3,
        lambda t: dict(attn_mask=t.arange(100.0).reshape(4, 5, 5) / 100,
                       need_weights=False)),
    "MultiheadAttention one": Layer(
        lambda nn: nn.MultiheadAttention(4, 2), ((5, 4), (3, 4), (3, 4))),
    "TransformerEncoderLayer": Layer(
        lambda nn: nn.TransformerEncoderLayer(4, 2, 6, 0.0), (STEPS,)),
    "TransformerEncoder": Layer(encoder, (STEPS,), lambda t: dict(mask=causal(t))),
    "TransformerEncoder first": Layer(
        lambda nn: encoder(nn, norm_first=True, batch_first=True, activation="gelu"),
        (VECTORS,), lambda t: dict(src_key_padding_mask=padding(t))),
    "TransformerDecoderLayer": Layer(
        lambda nn: nn.TransformerDecoderLayer(4, 2, 6, 0.0, bias=False),
        (STEPS, (3, 2, 4))),
    "TransformerDecoder": Layer(decoder, (STEPS, (3, 2, 4)), lambda t: dict(
        tgt_mask=causal(t), tgt_is_causal=True)),
    "TransformerDecoder first": Layer(
        lambda nn: decoder(nn, norm_first=True, batch_first=True), (VECTORS, FEW),
        lambda t: dict(tgt_key_padding_mask=padding(t))),
    "Transformer": Layer(
        lambda nn: nn.Transformer(4, 2, 1, 1, 6, 0.0), ((3, 2, 4), STEPS),
        lambda t: dict(tgt_mask=causal(t)), limit32=5e-6),
}  # fmt: skip
each = pytest.mark.parametrize("name", LAYERS)


def twins(name, seed=0):
    """The layer in both packages, after the same seed."""
    for package in (pn, torch):
        package.manual_seed(seed)
    return LAYERS[name].make(pn.nn), LAYERS[name].make(torch.nn)


@each
def test_start_equals_torchs_for_twenty_seeds(name):
    for seed in SEEDS:
        ours, theirs = (layer.state_dict() for layer in twins(name, seed))
        assert [(k, tuple(v.shape), str(v.dtype)) for k, v in ours.items()] == [
            (k, tuple(v.shape), str(v.dtype)) for k, v in theirs.items()
        ]
        for key, value in ours.items():
            apart = np.abs(value.array - theirs[key].numpy()).max(initial=0)
            assert apart <= (1e-6 if name.startswith("Embedding") else 0), key
        if not ours:
            return


@each
def test_text_equals_torchs(name):
    ours, theirs = twins(name)
    assert repr(ours) == repr(theirs)


def flat(out):
    """The tensors of a nested tuple; None stands for nothing."""
    if isinstance(out, tuple):
        return [tensor for part in out for tensor in flat(part)]
    return [] if out is None else [out]


def outcome(t, spec, layer, kind):
    """{what: array} of outputs, gradients, and the state after the call."""
    layer = layer.double() if kind == "float64" else layer
    rng, inputs = np.random.default_rng(5), []
    for shape in spec.inputs:
        whole = isinstance(shape, np.ndarray)
        array = shape if whole else rng.standard_normal(shape).astype(kind)
        inputs.append(t.tensor(array).requires_grad_(not whole))
    options = {k: of(v, kind) for k, v in spec.options(t).items()}
    outs = flat(layer(*inputs, **options))
    loss = sum((o * t.tensor(cotangent(tuple(o.shape)).astype(kind))).sum() for o in outs)
    if loss.requires_grad:
        loss.backward()
    named = [*enumerate(inputs), *layer.named_parameters()]
    gradients = {f"gradient {n}": x.grad for n, x in named if x.grad is not None}
    found = {f"output {i}": o for i, o in enumerate(outs)} | gradients
    found |= layer.state_dict()
    return {what: x.detach().numpy() for what, x in found.items()}


def of(value, kind):
    """A floating-point mask in the layer's type; everything else as it is."""
    floating = getattr(value, "is_floating_point", bool)
    return getattr(value, {"float64": "double"}.get(kind, "float"))() if floating() else value


@each
@pytest.mark.parametrize("kind", ["float64", "float32"])
def test_layer_gives_what_torch_gives(name, kind):
    ours, theirs = twins(name)
    spec = LAYERS[name]
    a, b = outcome(pn, spec, ours, kind), outcome(torch, spec, theirs, kind)
    assert a.keys() == b.keys()
    for what, value in b.items():
        assert a[what].dtype == value.dtype, what
        limit = spec.limit32 if kind == "float32" else LIMIT[kind]
        assert error(a[what], value) <= limit, (what, error(a[what], value))


KINDS = sorted({name.split()[0] for name in LAYERS})


@pytest.mark.parametrize("kind", KINDS)
def test_settings_have_torchs_names_order_and_defaults(kind):
    theirs = signature(getattr(torch.nn, kind)).parameters
    if "args" in theirs:  # RNN, LSTM and GRU hide them
        theirs = signature(torch.nn.modules.rnn.RNNBase).parameters
    ours = dict(signature(getattr(pn.nn, kind)).parameters)
    ours.pop("nonlinearity", None)
    assert [n for n in theirs if n in ours] == list(ours)
    for name, parameter in ours.items():
        expected = theirs[name].default
        if callable(expected) and not isinstance(expected, type):
            assert parameter.default.__name__ == expected.__name__
        else:
            assert parameter.default == expected, name


def test_a_state_goes_to_torch_and_back():
    for name in ("BatchNorm2d", "LSTM all", "Transformer"):
        ours, theirs = twins(name)
        for p in ours.parameters():
            p.data = p.data + 1
        state = {k: torch.tensor(v.array) for k, v in ours.state_dict().items()}
        theirs.load_state_dict(state)
        pn.manual_seed(9)
        again = LAYERS[name].make(pn.nn)
        again.load_state_dict({k: v.numpy() for k, v in theirs.state_dict().items()})
        for key, value in ours.state_dict().items():
            assert (again.state_dict()[key].array == value.array).all()


@pytest.mark.parametrize("name", ["relu", "gelu", "silu", "elu", "softplus", "sigmoid", "tanh"])
def test_activation_of_one_number(name):
    found = []
    for t in (pn, torch):
        x = t.tensor(0.7, requires_grad=True)
        options = {"approximate": "tanh"} if name == "gelu" else {}
        y = getattr(t.nn.functional, name)(x, **options)
        y.backward()
        found.append((y.item(), x.grad.item()))
    assert found[0] == pytest.approx(found[1], rel=1e-6)
