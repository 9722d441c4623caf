"""Wrong input: torch's kind of exception, and a message that says what was expected."""

import numpy as np
import pytest

import plainnet

LABELS = [0, 1]

# name: (what is done with the package t, what the message must hold)
FAULTS = {
    # --- shapes
    "add": (lambda t: t.ones(2) + t.ones(3), ["add", "(2,)", "(3,)"]),
    "matmul": (lambda t: t.ones(2, 3) @ t.ones(2, 3), ["matmul", "(2, 3)"]),
    "matmul of a number": (lambda t: t.tensor(1.0) @ t.ones(2), ["matmul", "1-D"]),
    "bmm": (lambda t: t.bmm(t.ones(2, 3, 4), t.ones(2, 3, 4)), ["bmm", "(2, 3, 4)"]),
    "mm": (lambda t: t.mm(t.ones(2), t.ones(2, 2)), ["mm", "(2,)"]),
    "dot": (lambda t: t.dot(t.ones(2), t.ones(3)), ["dot", "(2,)", "(3,)"]),
    "mv": (lambda t: t.mv(t.ones(2, 3), t.ones(2)), ["mv", "(2, 3)", "(2,)"]),
    "einsum": (lambda t: t.einsum("ij,jk->ik", t.ones(2, 3), t.ones(2, 3)), ["einsum"]),
    "reshape": (lambda t: t.ones(6).reshape(4, 2), ["reshape", "6", "(4, 2)"]),
    "view": (lambda t: t.ones(2, 3).T.view(6), ["view", "reshape"]),
    "permute": (lambda t: t.ones(2, 3).permute(0, 0), ["permute", "(0, 0)"]),
    "t": (lambda t: t.ones(2, 3, 4).t(), ["t expected", "(2, 3, 4)"]),
    "expand": (lambda t: t.ones(2, 3).expand(4, 3), ["expand", "(2, 3)", "(4, 3)"]),
    "cat": (lambda t: t.cat([t.ones(2, 3), t.ones(2, 2)]), ["cat", "(2, 3)", "(2, 2)"]),
    "cat of nothing": (lambda t: t.cat([]), ["cat", "non-empty"]),
    "stack": (lambda t: t.stack([t.ones(2), t.ones(3)]), ["stack", "(2,)", "(3,)"]),
    "split": (lambda t: t.ones(5).split([2, 2]), ["split", "5", "[2, 2]"]),
    "linear layer": (
        lambda t: t.nn.Linear(4, 2)(t.ones(3, 5)),
        ["linear", "(..., 4)", "(3, 5)", "in_features"],
    ),
    "gather": (
        lambda t: t.ones(2, 3).gather(1, t.tensor([0])),
        ["gather", "2 dimensions"],
    ),
    "assignment": (
        lambda t: t.ones(2, 3).__setitem__(0, t.ones(2)),
        ["assignment", "(3,)"],
    ),
    "in place": (lambda t: t.ones(2).add_(t.ones(2, 2)), ["add_", "(2,)", "(2, 2)"]),
    "backward of many": (
        lambda t: t.ones(2, requires_grad=True).exp().backward(),
        ["backward", "(2,)", "sum()"],
    ),
    "backward gradient": (
        lambda t: t.ones(2, requires_grad=True).exp().backward(t.ones(3)),
        ["backward", "(2,)", "(3,)"],
    ),
    "item": (lambda t: t.ones(2).item(), ["item", "(2,)"]),
    "truth": (lambda t: bool(t.ones(2)), ["truth", "(2,)"]),
    "len": (lambda t: len(t.tensor(1.0)), ["len"]),
    "iterate": (lambda t: list(t.tensor(1.0)), ["item()"]),
    "ragged": (lambda t: t.tensor([[1, 2], [3]]), ["tensor", "length"]),
    # --- dtypes
    "mixed matmul": (
        lambda t: t.ones(2, 2) @ t.ones(2, 2).double(),
        ["matmul", "float32", "float64"],
    ),
    "mixed linear": (
        lambda t: t.nn.Linear(2, 2)(t.ones(1, 2, dtype=t.float64)),
        ["linear", "float32", "float64"],
    ),
    "mean of integers": (
        lambda t: t.tensor([1, 2]).mean(),
        ["mean", "int64", "float()"],
    ),
    "var of integers": (lambda t: t.tensor([1, 2]).var(), ["var", "int64"]),
    "grad of integers": (
        lambda t: t.tensor([1], requires_grad=True),
        ["floating", "int64"],
    ),
    "index with floats": (lambda t: t.ones(3)[t.ones(1)], ["index", "float32"]),
    "mask of numbers": (
        lambda t: t.ones(2).masked_fill(t.ones(2), 0),
        ["masked_fill", "bool", "float32"],
    ),
    "integers in place": (
        lambda t: t.tensor([1]).add_(0.5),
        ["add_", "float32", "int64"],
    ),
    "negative power": (lambda t: t.tensor([2]) ** -1, ["pow", "negative"]),
    "minus of truths": (lambda t: t.tensor([True]) - t.tensor([True]), ["sub", "xor"]),
    "text": (lambda t: t.ones(1) + "1", ["add", "str"]),
    "list": (lambda t: t.ones(1) * [1], ["mul", "list"]),
    "tensor of text": (lambda t: t.from_numpy(np.array(["a"])), ["numbers"]),
    "from_numpy of a list": (lambda t: t.from_numpy([1]), ["from_numpy", "list"]),
    "default dtype": (lambda t: t.set_default_dtype(t.int64), ["set_default_dtype"]),
    "cat of numbers": (lambda t: t.cat([1, 2]), ["cat", "int"]),
    # --- dimensions and positions
    "sum dim": (lambda t: t.ones(2).sum(1), ["from -1 to 0", "(2,)", "got 1"]),
    "softmax dim": (lambda t: t.ones(2).softmax(3), ["got 3"]),
    "unsqueeze": (lambda t: t.ones(2).unsqueeze(3), ["unsqueeze", "got 3"]),
    "transpose": (lambda t: t.ones(2, 3).transpose(0, 2), ["got 2"]),
    "index": (lambda t: t.ones(2, 3)[2], ["2", "(2, 3)"]),
    "many indices": (lambda t: t.ones(2)[0, 0], ["indices", "(2,)"]),
    "gather index": (
        lambda t: t.ones(3).gather(0, t.tensor([3])),
        ["gather", "0 to 2", "3"],
    ),
    "topk": (lambda t: t.ones(3).topk(4), ["topk", "0 to 3", "4"]),
    "max of nothing": (lambda t: t.zeros(0).max(), ["max", "(0,)"]),
    "argmax of nothing": (lambda t: t.zeros(0).argmax(), ["argmax", "(0,)"]),
    "clamp without bounds": (lambda t: t.ones(1).clamp(), ["clamp", "min"]),
    # --- losses
    "label too large": (
        lambda t: t.nn.functional.cross_entropy(t.ones(2, 3), t.tensor([0, 3])),
        ["cross_entropy", "0 to 2", "3"],
    ),
    "negative label": (
        lambda t: t.nn.functional.nll_loss(t.ones(2, 3), t.tensor([0, -1])),
        ["nll_loss", "0 to 2", "-1"],
    ),
    "labels of another batch": (
        lambda t: t.nn.functional.cross_entropy(t.ones(2, 3), t.tensor([0])),
        ["cross_entropy", "(2,)", "(2, 3)", "(1,)"],
    ),
    "labels of int32": (
        lambda t: t.nn.functional.one_hot(t.tensor([0.5])),
        ["one_hot", "float32"],
    ),
    "one_hot too small": (
        lambda t: t.nn.functional.one_hot(t.tensor([3]), 2),
        ["one_hot", "0 to 1", "3"],
    ),
    "probability over 1": (
        lambda t: t.nn.functional.binary_cross_entropy(t.tensor([1.5]), t.ones(1)),
        ["binary_cross_entropy", "between 0 and 1", "1.5"],
    ),
    "shapes of logits": (
        lambda t: t.nn.BCEWithLogitsLoss()(t.ones(2, 1), t.ones(2)),
        ["binary_cross_entropy_with_logits", "(2, 1)", "(2,)"],
    ),
    "reduction": (
        lambda t: t.nn.MSELoss(reduction="average")(t.ones(1), t.ones(1)),
        ["reduction", "average"],
    ),
    "smoothing": (
        lambda t: t.nn.functional.cross_entropy(t.ones(2, 3), t.tensor(LABELS), label_smoothing=2.0),
        ["label_smoothing", "2.0"],
    ),
    "huber delta": (
        lambda t: t.nn.functional.huber_loss(t.ones(1), t.ones(1), delta=-1.0),
        ["huber_loss", "-1.0"],
    ),
    "gelu kind": (
        lambda t: t.nn.functional.gelu(t.ones(1), approximate="x"),
        ["gelu", "'x'"],
    ),
    # --- the graph
    "leaf in place": (
        lambda t: t.ones(2, requires_grad=True).mul_(2),
        ["leaf", "mul_", "no_grad"],
    ),
    "backward without grad": (
        lambda t: t.ones(1).backward(),
        ["backward", "requires_grad"],
    ),
    "numpy of a graph": (lambda t: t.ones(1, requires_grad=True).numpy(), ["detach()"]),
    "twice backward": (lambda t: _twice(t), ["backward", "retain_graph"]),
    "freeze a result": (
        lambda t: t.ones(1, requires_grad=True).exp().requires_grad_(False),
        ["leaf", "detach()"],
    ),
    # --- modules
    "no forward": (lambda t: t.nn.Module()(1), ["forward"]),
    "tensor for a parameter": (
        lambda t: setattr(t.nn.Linear(1, 1), "weight", t.ones(1, 1)),
        ["weight", "nn.Parameter"],
    ),
    "train mode": (lambda t: t.nn.Linear(1, 1).train("yes"), ["mode", "'yes'"]),
    "missing keys": (
        lambda t: t.nn.Linear(1, 1).load_state_dict({"weight": t.ones(1, 1)}),
        ["Linear", 'Missing key(s) in state_dict: "bias"'],
    ),
    "surplus keys": (
        lambda t: t.nn.Linear(1, 1, bias=False).load_state_dict({"weight": t.ones(1, 1), "b": t.ones(1)}),
        ["Linear", 'Unexpected key(s) in state_dict: "b"'],
    ),
    "wrong size": (
        lambda t: t.nn.Linear(1, 1, bias=False).load_state_dict({"weight": t.ones(2, 1)}),
        ["size mismatch for weight", "torch.Size([2, 1])", "torch.Size([1, 1])"],
    ),
    "unknown name": (lambda t: t.no_such_function, ["no_such_function"]),
}


def _twice(t):
    x = t.ones(1, requires_grad=True)
    y = (x * x).sum()
    y.backward()
    y.backward()


@pytest.mark.parametrize("name", FAULTS)
def test_message_names_thing_and_values(name):
    fault, words = FAULTS[name]
    with pytest.raises(Exception) as found:
        fault(plainnet)
    for word in words:
        assert word in str(found.value)


@pytest.mark.parametrize("name", FAULTS)
def test_exception_is_of_torchs_kind(name):
    torch = pytest.importorskip("torch")
    fault, _ = FAULTS[name]
    with pytest.raises(Exception) as ours:
        fault(plainnet)
    with pytest.raises(Exception) as theirs:
        fault(torch)
    assert issubclass(ours.type, theirs.type)


LEFT_OUT = {
    "gradients of gradients": lambda t: t.ones(1, requires_grad=True).sum().backward(create_graph=True),
    "size of a layer": lambda t: t.nn.Linear(-1, 2),
    "no gradient to check": lambda t: t.autograd.gradcheck(t.exp, t.ones(1).double()),
    "numpy dtype": lambda t: t.zeros(1, dtype=np.float32),
    "step that leads nowhere": lambda t: t.arange(0, 5, -1),
    "scatter of integers": lambda t: t.ones(2).scatter_add(0, t.ones(1), t.ones(1)),
}


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_torch_does_otherwise_is_refused_with_a_reason(name):
    with pytest.raises((RuntimeError, ValueError, TypeError), match=r"expected|leaves out"):
        LEFT_OUT[name](plainnet)
