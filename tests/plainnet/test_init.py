"""Initialisation: torch's numbers for torch's seeds, and the sizes that papers ask."""

import math

import numpy as np
import pytest

from plainnet import nn, random
from plainnet.nn import init
from plainnet.tensor import Tensor

SEEDS = (*range(18), 42, 1234)
SHAPES = [(3, 2), (5, 7), (64, 32), (8, 4, 3), (6, 3, 5, 5)]


def same_as_torch(name, *arguments, shapes=SHAPES, atol=0.0, atol64=1e-15, **options):
    torch = pytest.importorskip("torch")
    for seed in SEEDS:
        torch.manual_seed(seed)
        random.manual_seed(seed)
        for shape in shapes:
            for kind in ("float32", "float64"):
                empty = torch.empty(shape, dtype=getattr(torch, kind))
                expected = getattr(torch.nn.init, name)(empty, *arguments, **options)
                mine = Tensor(np.empty(shape, kind))
                got = getattr(init, name)(mine, *arguments, **options)
                assert got is mine and got.array.dtype == kind
                np.testing.assert_allclose(
                    got.array,
                    expected.numpy(),
                    rtol=0,
                    atol=atol if kind == "float32" else atol64,
                )


@pytest.fixture
def exact():
    """How near normals come: bit for bit, unless torch runs without AVX2."""
    torch = pytest.importorskip("torch")
    return 0.0 if torch.backends.cpu.get_cpu_capability() != "DEFAULT" else 4e-6


@pytest.mark.parametrize(
    "name, arguments",
    [("uniform_", (-0.3, 0.7)), ("constant_", (0.25,)), ("ones_", ()), ("zeros_", ()),
     ("xavier_uniform_", ()), ("xavier_uniform_", (1.7,)), ("kaiming_uniform_", ()),
     ("kaiming_uniform_", (math.sqrt(5),)),
     ("kaiming_uniform_", (0.2, "fan_out", "leaky_relu"))],
)  # fmt: skip
def test_uniform_and_constant_starts_equal_torch(name, arguments):
    same_as_torch(name, *arguments)


@pytest.mark.parametrize(
    "name, arguments",
    [("normal_", (0.0, 0.02)), ("xavier_normal_", ()), ("kaiming_normal_", ()),
     ("kaiming_normal_", (0, "fan_out", "relu")), ("trunc_normal_", ()),
     ("trunc_normal_", (0.0, 0.02)), ("trunc_normal_", (0.1, 0.5, -0.3, 0.4))],
)  # fmt: skip
def test_normal_starts_equal_torch(name, arguments, exact):
    same_as_torch(name, *arguments, atol=exact, atol64=2e-15)


def test_truncated_tails_equal_torch():
    same_as_torch("trunc_normal_", 0.0, 1.0, 1.5, 2.5)


def test_orthogonal_equals_torch_up_to_the_rounding_of_another_qr(exact):
    same_as_torch("orthogonal_", 1.5, atol=2e-6 + exact, atol64=1e-14)


def test_orthogonal_rows_are_at_right_angles():
    w = init.orthogonal_(Tensor(np.empty((4, 9))), gain=2.0).array
    np.testing.assert_allclose(w @ w.T, 4 * np.eye(4), atol=1e-12)


def test_eye_equals_torch():
    same_as_torch("eye_", shapes=[(3, 5), (5, 3), (4, 4)])


@pytest.mark.parametrize(
    "name",
    ["linear", "conv2d", "conv_transpose1d", "sigmoid", "tanh", "relu", "leaky_relu",
     "selu"],
)  # fmt: skip
def test_gains_equal_torch(name):
    torch = pytest.importorskip("torch")
    assert init.calculate_gain(name) == torch.nn.init.calculate_gain(name)
    assert init.calculate_gain("leaky_relu", 0.3) == math.sqrt(2 / 1.09)


LAYERS = [
    ("Linear", (5, 3)), ("Linear", (784, 256)), ("Bilinear", (3, 4, 2)),
    ("Conv1d", (3, 4, 3)), ("Conv2d", (3, 8, 3)), ("ConvTranspose2d", (4, 3, 3)),
    ("Embedding", (10, 4)), ("Embedding", (3, 2)), ("BatchNorm1d", (4,)),
    ("BatchNorm2d", (4,)), ("LayerNorm", (4,)), ("GroupNorm", (2, 4)),
    ("RMSNorm", (4,)), ("RNN", (3, 5)), ("LSTM", (3, 5, 2)), ("GRU", (3, 5)),
    ("RNNCell", (3, 5)), ("LSTMCell", (3, 5)), ("GRUCell", (3, 5)),
    ("MultiheadAttention", (8, 2)),
    ("TransformerEncoderLayer", (8, 2, 16)), ("TransformerDecoderLayer", (8, 2, 16)),
]  # fmt: skip


@pytest.mark.parametrize("name, sizes", [layer for layer in LAYERS if hasattr(nn, layer[0])])
def test_default_weights_equal_torch(name, sizes, exact):
    torch = pytest.importorskip("torch")
    for seed in SEEDS:
        torch.manual_seed(seed)
        random.manual_seed(seed)
        expected = getattr(torch.nn, name)(*sizes).state_dict()
        got = getattr(nn, name)(*sizes).state_dict()
        assert list(got) == list(expected)
        for key, weights in expected.items():
            assert str(got[key].dtype) == str(weights.dtype)
            np.testing.assert_allclose(got[key].array, weights.numpy(), rtol=0, atol=exact)


def test_kaiming_keeps_the_size_of_activations_through_ten_relu_layers():
    random.manual_seed(0)
    x = random.randn(200, 256).array
    for _ in range(10):
        w = init.kaiming_normal_(Tensor(np.empty((256, 256), "f4")), nonlinearity="relu")
        x = np.maximum(x @ w.array.T, 0)
    assert 0.5 < (x**2).mean() < 2.0


def test_a_weight_that_requires_grad_can_be_initialised():
    w = Tensor(np.empty((2, 2), np.float32), requires_grad=True)
    assert init.ones_(w).tolist() == [[1, 1], [1, 1]]


def test_a_generator_is_drawn_from_instead_of_the_default_one():
    w, stream = Tensor(np.empty((2, 2), "f4")), random.Generator().manual_seed(3)
    expected = random.Generator().manual_seed(3).unit(4).reshape(2, 2)
    assert (init.uniform_(w, generator=stream).array == expected).all()


def test_signatures_are_torchs():
    torch = pytest.importorskip("torch")
    from inspect import signature

    for name, ours in vars(init).items():
        if name.endswith("_") and not name.startswith("_"):
            theirs = signature(getattr(torch.nn.init, name)).parameters.values()
            expected = [(p.name, p.default) for p in theirs]
            got = [(p.name, p.default) for p in signature(ours).parameters.values()]
            assert got == expected, name


EMPTY = Tensor(np.empty((0, 3), np.float32))
FLAT = Tensor(np.empty(3, np.float32))
WRONG = {
    "gain name": (lambda: init.calculate_gain("swish"), "got 'swish'"),
    "gain slope": (lambda: init.calculate_gain("leaky_relu", True), "number"),
    "eye": (lambda: init.eye_(FLAT), "2 dimensions"),
    "xavier": (lambda: init.xavier_uniform_(FLAT), "2 or more dimensions"),
    "kaiming": (lambda: init.kaiming_normal_(FLAT), "2 or more dimensions"),
    "mode": (lambda: init.kaiming_uniform_(FLAT, mode="fan"), "'fan_in' or 'fan_out'"),
    "orthogonal": (lambda: init.orthogonal_(FLAT), "2 or more dimensions"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_input_is_refused(case):
    call, part = WRONG[case]
    with pytest.raises(ValueError, match=part):
        call()


def test_nothing_to_initialise_warns():
    with pytest.warns(UserWarning, match="without elements"):
        init.kaiming_uniform_(EMPTY)
    with pytest.warns(UserWarning, match="2 std"):
        init.trunc_normal_(FLAT, mean=9.0)
