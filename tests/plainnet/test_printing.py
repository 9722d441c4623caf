"""Tensors, parameters and layers print as torch prints them, character by character."""

import numpy as np
import pytest

import plainnet

RNG = np.random.default_rng(3)
INF, NAN = float("inf"), float("nan")

ARRAYS = {
    "zero": 0.0,
    "one": 1.0,
    "negative": -2.5,
    "third": 1 / 3,
    "tiny": 1e-5,
    "small": 1e-4,
    "huge": 1e9,
    "large whole": 123456.0,
    "largest whole": 99999999.0,
    "whole number": 7,
    "truth": True,
    "inf": INF,
    "minus inf": -INF,
    "nan": NAN,
    "whole floats": [1.0, 2.0, 3.0],
    "negative whole floats": [-1.0, 20.0, 300.0],
    "negative zero": [-0.0, 1.0],
    "zeros": [0.0, 0.0],
    "halves": [0.5, -1.5, 22.25],
    "mixed magnitude": [0.001, 12.0, 1000.0],
    "mixed whole magnitude": [1.0, 2000.0],
    "a thousand to one": [1.0, 1000.0],
    "below 1e-4": [0.00001, 0.5],
    "at 1e-4": [0.0001, 0.05],
    "over 1e8": [123456789.0, 1e8],
    "inf among halves": [0.5, INF, -INF],
    "inf among whole": [1.0, INF, NAN],
    "only nan": [NAN, NAN],
    "nan among large": [NAN, 1e5, 1e-3],
    "one third in a row": [1 / 3, 2 / 3],
    "integers": [1, -20, 300],
    "integer matrix": [[1, 2], [-3, 40]],
    "truths": [True, False],
    "truth matrix": [[True], [False]],
    "long row": np.arange(40) / 7,
    "long integer row": np.arange(60),
    "long whole floats": np.arange(30.0),
    "normal matrix": RNG.standard_normal((3, 4)),
    "wide matrix": RNG.standard_normal((2, 15)),
    "normal cube": RNG.standard_normal((2, 3, 4)),
    "whole cube": np.arange(24.0).reshape(2, 3, 4),
    "four dimensions": RNG.standard_normal((2, 2, 2, 3)),
    "column": np.arange(5.0)[:, None] / 4,
    "summarised row": np.arange(1001) / 3,
    "a thousand exactly": np.arange(1000.0),
    "summarised integers": np.arange(5000),
    "summarised matrix": RNG.standard_normal((50, 60)),
    "summarised tall": RNG.standard_normal((600, 2)),
    "summarised wide": RNG.standard_normal((2, 600)),
    "summarised cube": RNG.standard_normal((20, 10, 12)),
    "summarised truths": np.arange(2000).reshape(40, 50) % 3 == 0,
    "large hidden in the middle": np.where(np.arange(2000) == 1000, 1e7, 0.5),
    "empty": [],
    "empty rows": np.zeros((0, 3)),
    "empty columns": np.zeros((2, 0)),
    "empty integers": np.zeros((0,), np.int64),
}
KINDS = ["float64", "float16", "int32", "uint8"]


@pytest.fixture
def torch():
    return pytest.importorskip("torch")


def made(t, value):
    if isinstance(value, np.ndarray):
        value = t.tensor(value)
        return value.float() if value.is_floating_point() else value
    return t.tensor(value)


@pytest.mark.parametrize("name", ARRAYS)
def test_tensor_prints_as_torch_prints_it(torch, name):
    ours, theirs = (made(t, ARRAYS[name]) for t in (plainnet, torch))
    assert repr(ours) == repr(theirs)
    assert str(ours) == str(theirs)
    assert f"{ours}" == f"{theirs}"


@pytest.mark.parametrize("kind", KINDS)
def test_unusual_dtype_is_named(torch, kind):
    for value in ([1, 2, 3], 4, [[1], [2]], list(range(30)), np.zeros((0, 2))):
        ours, theirs = (t.tensor(value).to(getattr(t, kind)) for t in (plainnet, torch))
        assert repr(ours) == repr(theirs)


GRAPHS = {
    "leaf": lambda t, x: x,
    "matrix leaf": lambda t, x: (x.detach() * 100).requires_grad_(),
    "add": lambda t, x: x + 1,
    "sub": lambda t, x: x - 1,
    "mul": lambda t, x: 2 * x,
    "div": lambda t, x: x / 3,
    "pow": lambda t, x: x**2,
    "neg": lambda t, x: -x,
    "matmul": lambda t, x: x @ x.T,
    "mv": lambda t, x: x @ x[0],
    "dot": lambda t, x: x[0] @ x[1],
    "bmm": lambda t, x: x[None] @ x.T[None],
    "sum": lambda t, x: x.sum(),
    "sum dim": lambda t, x: x.sum(1),
    "mean": lambda t, x: x.mean(),
    "mean dim": lambda t, x: x.mean(0),
    "max": lambda t, x: x.max(),
    "max dim": lambda t, x: x.max(1),
    "amax": lambda t, x: x.amax(1),
    "var": lambda t, x: x.var(),
    "std": lambda t, x: x.std(),
    "norm": lambda t, x: x.norm(),
    "exp": lambda t, x: x.exp(),
    "log": lambda t, x: (x * x).log(),
    "log_softmax": lambda t, x: x.log_softmax(1),
    "softmax": lambda t, x: x.softmax(1),
    "sqrt": lambda t, x: x.abs().sqrt(),
    "tanh": lambda t, x: x.tanh(),
    "sigmoid": lambda t, x: x.sigmoid(),
    "relu": lambda t, x: t.relu(x),
    "gelu": lambda t, x: t.nn.functional.gelu(x),
    "silu": lambda t, x: t.nn.functional.silu(x),
    "leaky_relu": lambda t, x: t.nn.functional.leaky_relu(x),
    "elu": lambda t, x: t.nn.functional.elu(x),
    "softplus": lambda t, x: t.nn.functional.softplus(x),
    "clamp": lambda t, x: x.clamp(0, 1),
    "abs": lambda t, x: x.abs(),
    "view": lambda t, x: x.view(-1),
    "reshape": lambda t, x: x.reshape(3, 2),
    "flatten": lambda t, x: x.flatten(),
    "T": lambda t, x: x.T,
    "t": lambda t, x: x.t(),
    "transpose": lambda t, x: x.transpose(0, 1),
    "permute": lambda t, x: x.permute(1, 0),
    "unsqueeze": lambda t, x: x.unsqueeze(0),
    "squeeze": lambda t, x: x[None].squeeze(),
    "squeeze dim": lambda t, x: x[None].squeeze(0),
    "expand": lambda t, x: x[:1].expand(2, 3),
    "select": lambda t, x: x[0],
    "slice": lambda t, x: x[:, 1:],
    "index": lambda t, x: x[[0, 1]],
    "unbind": lambda t, x: x.unbind(1)[1],
    "split": lambda t, x: x.split(2, 1)[1],
    "split sizes": lambda t, x: x.split((1, 2), 1)[1],
    "chunk": lambda t, x: x.chunk(2)[1],
    "cat": lambda t, x: t.cat([x, x]),
    "stack": lambda t, x: t.stack([x, x]),
    "where": lambda t, x: t.where(x > 0, x, 0.0),
    "masked_fill": lambda t, x: x.masked_fill(x > 0, 0.0),
    "clone": lambda t, x: x.clone(),
    "double": lambda t, x: x.double(),
    "cumsum": lambda t, x: x.cumsum(0),
    "prod": lambda t, x: x.prod(),
    "mse_loss": lambda t, x: t.nn.functional.mse_loss(x, x * 2),
    "l1_loss": lambda t, x: t.nn.functional.l1_loss(x, x * 2),
    "cross_entropy": lambda t, x: t.nn.functional.cross_entropy(x, t.tensor([0, 2])),
    "bce": lambda t, x: t.nn.functional.binary_cross_entropy(x.sigmoid(), x.detach().sigmoid()),
    "bce logits": lambda t, x: t.nn.functional.binary_cross_entropy_with_logits(x, x.detach()),
    "linear": lambda t, x: t.nn.functional.linear(x, t.ones(2, 3), t.ones(2)),
    "linear of a sequence": lambda t, x: t.nn.functional.linear(x[None], t.ones(2, 3), t.ones(2)),
    "many lines": lambda t, x: t.cat([x.reshape(-1)] * 4) / 3,
    "a wide row": lambda t, x: t.cat([x.reshape(-1)] * 2)[:9] * 1000,
    "parameter": lambda t, x: t.nn.Parameter(x.detach()),
    "layer": lambda t, x: t.nn.Linear(3, 2, bias=False),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_result_names_its_operation_as_torch_does(torch, name):
    texts = []
    for t in (plainnet, torch):
        x = t.tensor([[0.5, -1.25, 2.0], [1.5, 0.25, -0.75]]).requires_grad_()
        texts.append(repr(GRAPHS[name](t, x)))
    assert texts[0] == texts[1]


def test_grad_fn_stays_after_backward(torch):
    for t in (plainnet, torch):
        x = t.tensor(2.0, requires_grad=True)
        y = x * x
        y.backward()
        assert repr(y) == "tensor(4., grad_fn=<MulBackward0>)"
        assert y.grad_fn.name() == "MulBackward0"
        assert x.grad_fn is None


def test_graph_can_be_read(torch):
    for t in (plainnet, torch):
        x = t.tensor(2.0, requires_grad=True)
        node = (x * x + 1).grad_fn.next_functions[0][0]
        assert node.name() == "MulBackward0"
        assert str(node).startswith("<MulBackward0")


OPTIONS = [
    {"precision": 2},
    {"sci_mode": True},
    {"sci_mode": False},
    {"threshold": 10, "edgeitems": 2},
    {"linewidth": 40},
]


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_options_change_the_text_as_in_torch(torch, options):
    values = [0.00012, 3.5, *range(30)]
    usual = {"precision": 4, "threshold": 1000, "edgeitems": 3, "linewidth": 80}
    try:
        for t in (plainnet, torch):
            t.set_printoptions(**options)
        assert repr(plainnet.tensor(values)) == repr(torch.tensor(values))
    finally:
        for t in (plainnet, torch):
            t.set_printoptions(**usual)


def test_sizes_and_dtypes_print_as_in_torch(torch):
    for t in (plainnet, torch):
        x = t.zeros(2, 3)
        assert repr(x.shape) == "torch.Size([2, 3])"
        assert repr(x.dtype) == "torch.float32"
        assert f"{x.sum():.3f}" == "0.000"
        assert f"{x.shape[0]}" == "2"


def test_found_values_print_as_in_torch(torch):
    texts = [repr(t.tensor([[1.0, 2.0]]).max(1)) for t in (plainnet, torch)]
    assert texts[0] == texts[1]


MODULES = {
    "linear": lambda nn: nn.Linear(3, 2),
    "no bias": lambda nn: nn.Linear(3, 2, bias=False),
    "bilinear": lambda nn: nn.Bilinear(2, 3, 4),
    "flatten": lambda nn: nn.Flatten(),
    "unflatten": lambda nn: nn.Unflatten(1, (2, 3)),
    "identity": lambda nn: nn.Identity(),
    "activations": lambda nn: nn.Sequential(
        nn.ReLU(), nn.ReLU(inplace=True), nn.LeakyReLU(), nn.LeakyReLU(0.2), nn.ELU(),
        nn.SELU(), nn.GELU(), nn.GELU(approximate="tanh"), nn.SiLU(), nn.Sigmoid(),
        nn.Tanh(), nn.Softplus(), nn.Softplus(2.0), nn.Softmax(dim=1),
        nn.LogSoftmax(1),
    ),
    "losses": lambda nn: nn.ModuleList([
        nn.MSELoss(), nn.L1Loss(reduction="sum"), nn.SmoothL1Loss(), nn.HuberLoss(),
        nn.BCELoss(), nn.BCEWithLogitsLoss(), nn.NLLLoss(), nn.CrossEntropyLoss(),
        nn.KLDivLoss(),
    ]),
    "empty": lambda nn: nn.Sequential(),
    "nested": lambda nn: nn.Sequential(
        nn.Linear(2, 3), nn.Sequential(nn.Tanh(), nn.Identity())
    ),
    "list": lambda nn: nn.ModuleList([
        nn.Linear(2, 2), nn.Linear(2, 2), nn.Tanh(), nn.Linear(2, 2),
    ]),
    "list of nets": lambda nn: nn.ModuleList([
        nn.Sequential(nn.Tanh()) for _ in range(3)
    ]),
    "empty list": lambda nn: nn.ModuleList(),
    "dict": lambda nn: nn.ModuleDict({"a": nn.Tanh(), "b": nn.Linear(1, 1)}),
}  # fmt: skip


@pytest.mark.parametrize("name", MODULES)
def test_module_prints_as_in_torch(torch, name):
    ours, theirs = (MODULES[name](t.nn) for t in (plainnet, torch))
    assert repr(ours) == repr(theirs)
