"""Modules: names, order, state, modes, as in torch."""

import copy
from collections import OrderedDict

import numpy as np
import pytest

import plainnet


@pytest.fixture
def torch():
    return pytest.importorskip("torch")


def net_of(t):
    """A module with parameters, buffers, a shared layer, a list and a dict."""
    nn = t.nn

    class Inner(nn.Module):
        def __init__(self):
            super().__init__()
            self.scale = nn.Parameter(t.ones(2))
            self.register_buffer("steps", t.tensor(3))
            self.register_buffer("cache", t.zeros(1), persistent=False)
            self.register_buffer("nothing", None)

        def forward(self, x):
            return x * self.scale

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.first = nn.Linear(2, 2)
            self.own = nn.Parameter(t.zeros(3))
            self.register_parameter("absent", None)
            self.inner = Inner()
            self.layers = nn.ModuleList([nn.Linear(2, 2, bias=False), nn.Tanh()])
            self.named = nn.ModuleDict({"a": nn.Linear(2, 1)})
            self.tied = self.first
            self.number = 5

        def forward(self, x):
            return self.named["a"](self.inner(self.tied(self.first(x))))

    t.manual_seed(4)
    return Net()


def test_names_come_in_torchs_order(torch):
    ours, theirs = net_of(plainnet), net_of(torch)
    for what in (
        "named_parameters",
        "named_buffers",
        "named_modules",
        "named_children",
    ):
        names = [[name for name, _ in getattr(net, what)()] for net in (ours, theirs)]
        assert names[0] == names[1], what
    assert len(list(ours.parameters())) == len(list(theirs.parameters()))
    assert len(list(ours.parameters(recurse=False))) == 1
    assert [n for n, _ in ours.named_parameters("x", recurse=False)] == ["x.own"]
    assert len(list(ours.buffers())) == 2 and len(list(ours.modules())) == 8


def test_state_goes_both_ways(torch):
    ours, theirs = net_of(plainnet), net_of(torch)
    state = theirs.state_dict()
    assert list(ours.state_dict()) == list(state)
    for name, value in ours.state_dict().items():
        assert tuple(value.shape) == tuple(state[name].shape)
        assert str(value.dtype) == str(state[name].dtype)
        np.testing.assert_array_equal(value.numpy(), state[name].numpy())
    changed = {name: value.numpy() + 1 for name, value in state.items()}
    assert repr(ours.load_state_dict(changed)) == "<All keys matched successfully>"
    theirs.load_state_dict({n: torch.tensor(v.numpy()) for n, v in ours.state_dict().items()})
    x = np.ones((3, 2), np.float32)
    out = [net(t.tensor(x)).tolist() for net, t in ((ours, plainnet), (theirs, torch))]
    np.testing.assert_allclose(*out, rtol=1e-6)


def test_state_shares_memory_and_copies_when_loaded():
    layer = plainnet.nn.Linear(2, 2)
    state = layer.state_dict()
    layer.weight.data.zero_()
    assert state["weight"].sum().item() == 0 and not state["weight"].requires_grad
    new = {"weight": plainnet.ones(2, 2), "bias": plainnet.ones(2)}
    layer.load_state_dict(new)
    new["weight"].zero_()
    assert layer.weight.sum().item() == 4 and layer.weight.requires_grad


def test_not_strict_loading_says_what_differs(torch):
    for t in (plainnet, torch):
        keys = t.nn.Linear(1, 1).load_state_dict({"weight": t.ones(1, 1), "b": t.ones(1)}, False)
        assert keys.missing_keys == ["bias"] and keys.unexpected_keys == ["b"]


def test_refused_loading_changes_nothing():
    layer = plainnet.nn.Linear(1, 1)
    before = layer.weight.item()
    with pytest.raises(RuntimeError):
        layer.load_state_dict({"weight": plainnet.ones(1, 1)})
    assert layer.weight.item() == before


def test_modes_reach_everything_inside():
    net = net_of(plainnet)
    assert net.training and net.eval() is net
    assert not any(m.training for m in net.modules())
    assert all(m.training for m in net.train().modules())


def test_gradients_and_types_of_all_parameters():
    net = net_of(plainnet)
    net(plainnet.ones(1, 2)).sum().backward()
    assert net.first.weight.grad is not None and net.own.grad is None
    net.zero_grad(set_to_none=False)
    assert net.first.weight.grad.abs().sum().item() == 0
    net.zero_grad()
    assert net.first.weight.grad is None
    assert not any(p.requires_grad for p in net.requires_grad_(False).parameters())
    net.double()
    assert net.first.weight.dtype is plainnet.float64 and net.inner.steps.dtype is plainnet.int64
    assert net.to(plainnet.float32).float().first.weight.dtype is plainnet.float32


def test_apply_goes_from_the_inside_out(torch):
    seen = []
    for t in (plainnet, torch):
        names = []
        net_of(t).apply(lambda m, names=names: names.append(type(m).__name__))
        seen.append(names)
    assert seen[0] == seen[1]


def test_sequential_is_a_list_of_layers(torch):
    for t in (plainnet, torch):
        nn = t.nn
        net = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
        assert len(net) == 3 and isinstance(net[-1], nn.Linear)
        assert [type(m).__name__ for m in net[1:]] == ["Tanh", "Linear"]
        assert list(net[1:].state_dict()) == ["2.weight", "2.bias"]
        net[1] = nn.ReLU()
        net.append(nn.Sigmoid())
        assert [type(m).__name__ for m in net] == [
            "Linear",
            "ReLU",
            "Linear",
            "Sigmoid",
        ]
        named = nn.Sequential(OrderedDict(a=nn.Tanh(), b=nn.ReLU()))
        assert isinstance(named.a, nn.Tanh) and list(named._modules) == ["a", "b"]


def test_lists_and_dicts_of_modules():
    nn = plainnet.nn
    layers = nn.ModuleList(nn.Linear(1, 1) for _ in range(3))
    layers[0] = nn.Tanh()
    layers.extend([nn.ReLU()]).append(nn.ReLU())
    assert len(layers) == 5 and len(layers[1:3]) == 2 and len(list(layers.parameters())) == 4
    named = nn.ModuleDict({"a": nn.Tanh()})
    named["b"] = nn.Linear(1, 1)
    assert "b" in named and len(named) == 2 and list(named) == list(named.keys()) == ["a", "b"]
    assert [k for k, _ in named.items()] == ["a", "b"] and len(list(named.values())) == 2


def test_copy_of_a_net_is_independent():
    net = net_of(plainnet)
    twin = copy.deepcopy(net)
    twin.first.weight.data.zero_()
    assert net.first.weight.abs().sum().item() > 0 and twin.tied is twin.first


def test_weights_lie_in_memory_as_the_product_reads_them():
    assert plainnet.nn.Linear(3, 2).weight.array.T.flags.c_contiguous


LAYERS = {
    "linear": lambda nn: nn.Linear(5, 3),
    "linear without bias": lambda nn: nn.Linear(4, 2, bias=False),
    "linear of no inputs": lambda nn: nn.Linear(0, 2),
    "bilinear": lambda nn: nn.Bilinear(2, 3, 4),
    "net": lambda nn: nn.Sequential(nn.Linear(784, 30), nn.ReLU(), nn.Linear(30, 10)),
}


@pytest.mark.parametrize("name", LAYERS)
@pytest.mark.filterwarnings("ignore:Initializing zero-element")
def test_same_seed_gives_torchs_weights(torch, name):
    for seed in range(20):
        states = []
        for t in (plainnet, torch):
            t.manual_seed(seed)
            states.append(LAYERS[name](t.nn).state_dict())
        for ours, theirs in zip(*(s.values() for s in states), strict=True):
            np.testing.assert_array_max_ulp(ours.numpy(), theirs.numpy(), 1)


PAIRED = {
    "ReLU": (), "LeakyReLU": (0.2,), "ELU": (0.5,), "SELU": (), "GELU": (), "SiLU": (),
    "Sigmoid": (), "Tanh": (), "Softplus": (2.0, 3.0),
    "Softmax": (1,), "LogSoftmax": (-1,), "Identity": (), "Flatten": (0,),
    "Unflatten": (1, (2, 2)),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRED)
def test_layer_gives_what_torch_gives(torch, name):
    import parity

    parity.check(name, lambda t, x: getattr(t.nn, name)(*PAIRED[name])(x) * 1, (3, 4))


LOSSES = {
    "MSELoss": {}, "L1Loss": {"reduction": "sum"}, "SmoothL1Loss": {"beta": 0.3},
    "HuberLoss": {"delta": 0.4}, "BCELoss": {},
    "BCEWithLogitsLoss": {"reduction": "none"}, "KLDivLoss": {"log_target": True},
    "CrossEntropyLoss": {"label_smoothing": 0.1},
}  # fmt: skip


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.filterwarnings("ignore")
def test_loss_gives_what_torch_gives(torch, name):
    import parity

    def run(t, x, y):
        return getattr(t.nn, name)(**LOSSES[name])(x, y)

    parity.check(name, run, (6, 4), (6, 4), draw="unit")


def test_losses_of_classes_give_what_torch_gives(torch):
    import parity

    labels, weight = np.array([1, 0, 3]), np.array([0.5, 1.0, 2.0, 1.5])
    for name, options in {
        "CrossEntropyLoss": {"ignore_index": 0},
        "NLLLoss": {},
    }.items():
        parity.check(
            name,
            lambda t, x, y, w, name=name, options=options: getattr(t.nn, name)(w, **options)(x, y),
            (3, 4),
            fixed=(labels, weight),
        )


def test_inputs_can_be_named_and_settings_changed():
    x, t = plainnet.tensor([[1.0, -1.0]]), plainnet.tensor([0])
    loss = plainnet.nn.CrossEntropyLoss(label_smoothing=0.5)
    assert loss(input=x, target=t).item() == loss(x, t).item()
    loss.label_smoothing = 0.0
    assert loss(x, t).item() == plainnet.nn.functional.cross_entropy(x, t).item()
    weighted = plainnet.nn.NLLLoss(weight=plainnet.ones(2))
    assert list(weighted.state_dict()) == ["weight"]
    with pytest.raises(TypeError, match="argument"):
        plainnet.nn.ReLU()(x, x)
