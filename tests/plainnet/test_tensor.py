"""Types, views, creation and questions of Python, as in torch."""

import itertools

import numpy as np
import pytest

import plainnet

OPERATORS = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: b - a,
    "mul": lambda a, b: a * b,
    "div": lambda a, b: a / b,
    "floor_divide": lambda a, b: a // b,
    "remainder": lambda a, b: a % b,
    "pow": lambda a, b: a**b,
    "less": lambda a, b: a < b,
    "equal": lambda a, b: a == b,
}
OTHERS = ["bool", "uint8", "int32", "int64", "float16", "float32", "float64"]
NUMBERS = [True, 2, 2.5]


@pytest.fixture
def torch():
    return pytest.importorskip("torch")


def both(torch, run):
    """(dtype, shape, numbers) under plainnet and torch; twice None where torch refuses.

    torch has no code for some functions of some types (floor of truth values); there
    plainnet may give what NumPy gives. What must be refused is in test_errors.py.
    """
    try:
        theirs = _facts(run(torch))
    except (RuntimeError, TypeError, IndexError, ValueError):
        return None, None
    return _facts(run(plainnet)), theirs


def _facts(out):
    return str(out.dtype), tuple(out.shape), out.tolist()


@pytest.mark.parametrize("name", OPERATORS)
def test_mixed_types_give_torchs_type(torch, name):
    """Every pair of dtypes, with dimensions and without, and Python numbers."""
    values = [[1, 2], 2]
    for left, right in itertools.product(OTHERS, OTHERS):
        for a, b in itertools.product(values, values):
            ours, theirs = both(
                torch,
                lambda t, a=a, b=b, left=left, right=right: OPERATORS[name](
                    t.tensor(a, dtype=getattr(t, left)),
                    t.tensor(b, dtype=getattr(t, right)),
                ),
            )
            assert ours == theirs, f"{left}{np.shape(a)} {name} {right}{np.shape(b)}"
    for left, number, a in itertools.product(OTHERS, NUMBERS, values):
        ours, theirs = both(
            torch,
            lambda t, a=a, left=left, number=number: OPERATORS[name](
                t.tensor(a, dtype=getattr(t, left)), number
            ),
        )
        assert ours == theirs, f"{left}{np.shape(a)} {name} {number}"


UNARY = {
    name: (lambda t, x, name=name: getattr(t, name)(x))
    for name in (
        *("exp", "log", "sqrt", "tanh", "sigmoid", "relu", "abs", "round", "floor"),
        *("sum", "mean", "prod", "var", "max", "min", "argmax", "all", "any", "square"),
        *("isnan", "logical_not", "unique"),
    )
} | {
    "cumsum": lambda t, x: t.cumsum(x, 0),
    "sort": lambda t, x: t.sort(x)[1],
    "neg": lambda t, x: -x,
    "norm": lambda t, x: x.norm(),
    "softmax": lambda t, x: t.softmax(x, 0),
    "clamp": lambda t, x: t.clamp(x, 0, 1),
    "clamp float": lambda t, x: t.clamp(x, 0.5),
    "where": lambda t, x: t.where(x > 1, x, 0),
    "masked_fill": lambda t, x: x.masked_fill(x > 1, 0),
    "cat": lambda t, x: t.cat([x, t.ones(1)]),
    "full_like": lambda t, x: t.full_like(x, 2),
    "bincount": lambda t, x: t.bincount(x),
    "one_hot": lambda t, x: t.nn.functional.one_hot(x),
}


@pytest.mark.parametrize("name", UNARY)
@pytest.mark.parametrize("kind", ["bool", "int32", "int64", "float32", "float64"])
def test_function_of_a_type_gives_torchs_type(torch, name, kind):
    ours, theirs = both(torch, lambda t: UNARY[name](t, t.tensor([1, 3, 2], dtype=getattr(t, kind))))
    if ours:
        assert ours[:2] == theirs[:2]
        assert np.allclose(ours[2], theirs[2], rtol=1e-6)


CREATION = {
    "float": lambda t: t.tensor(0.5),
    "floats": lambda t: t.tensor([0.5, 1]),
    "ints": lambda t: t.tensor([[1, 2], [3, 4]]),
    "bools": lambda t: t.tensor([True, False]),
    "bool and int": lambda t: t.tensor([True, 2]),
    "empty": lambda t: t.tensor([]),
    "array": lambda t: t.tensor(np.arange(3.0)),
    "float32 array": lambda t: t.tensor(np.ones(2, np.float32)),
    "int8 array": lambda t: t.from_numpy(np.ones(2, np.int8)),
    "list of tensors": lambda t: t.tensor([t.tensor(1.0), t.tensor(2.0)]),
    "list of arrays": lambda t: t.tensor([[1.5, 2], (3, 4)]),
    "dtype": lambda t: t.tensor([1, 2], dtype=t.float64),
    "Tensor": lambda t: t.Tensor([1, 2]),
    "as_tensor": lambda t: t.as_tensor(np.ones(2), dtype=t.float32),
    "zeros": lambda t: t.zeros(2, 3),
    "zeros of a size": lambda t: t.zeros(t.ones(2, 3).shape),
    "ones": lambda t: t.ones((2,), dtype=t.int64),
    "full": lambda t: t.full((2, 2), 7),
    "full float": lambda t: t.full((2,), 0.1),
    "eye": lambda t: t.eye(2, 3),
    "arange": lambda t: t.arange(5),
    "arange float": lambda t: t.arange(0, 1, 0.1),
    "arange back": lambda t: t.arange(5, 0, -2),
    "arange dtype": lambda t: t.arange(3, dtype=t.float32),
    "arange empty": lambda t: t.arange(0),
    "linspace": lambda t: t.linspace(-1, 1, 7),
    "linspace one": lambda t: t.linspace(3, 4, 1),
    "linspace double": lambda t: t.linspace(0, 1, 11, dtype=t.float64),
    "zeros_like": lambda t: t.zeros_like(t.tensor([1, 2])),
    "ones_like": lambda t: t.ones_like(t.tensor([1, 2]), dtype=t.float32),
    "full_like": lambda t: t.full_like(t.ones(2), 3),
    "new_zeros": lambda t: t.tensor([1, 2]).new_zeros(2, 2),
    "new_ones": lambda t: t.tensor([1.0]).new_ones((2,)),
    "meshgrid": lambda t: t.meshgrid(t.arange(2), t.arange(3), indexing="ij")[1],
    "meshgrid xy": lambda t: t.meshgrid(t.arange(2), t.arange(3), indexing="xy")[0],
    "nonzero": lambda t: t.nonzero(t.tensor([[1, 0], [0, 2]])),
    "where one": lambda t: t.where(t.tensor([[1, 0], [0, 2]]) > 0)[1],
    "argmax dim": lambda t: t.tensor([[1, 5, 5], [7, 2, 7]]).argmax(1),
    "argmin keepdim": lambda t: t.tensor([[1.0, 5], [0, 2]]).argmin(0, keepdim=True),
    "argsort": lambda t: t.tensor([3, 1, 2, 1]).argsort(stable=True),
    "sort down": lambda t: t.tensor([3, 1, 2, 1, 3]).sort(descending=True, stable=True)[1],
    "unique inverse": lambda t: t.unique(t.tensor([3, 1, 3]), return_inverse=True)[1],
    "unique counts": lambda t: t.unique(t.tensor([3, 1, 3]), return_counts=True)[1],
    "bincount": lambda t: t.bincount(t.tensor([0, 2, 2]), minlength=5),
    "bincount weights": lambda t: t.bincount(t.tensor([0, 1]), t.tensor([0.5, 2.0])),
    "equal": lambda t: t.tensor(t.equal(t.ones(2), t.ones(2))),
    "allclose": lambda t: t.tensor(t.allclose(t.ones(2), t.ones(2) + 1e-6)),
    "logic": lambda t: (t.tensor([1, 2]) > 1) & ~(t.tensor([1, 2]) > 5) | (t.ones(2) < 0),
    "xor": lambda t: t.tensor([True, False]) ^ t.tensor([True, True]),
    "fill_": lambda t: t.empty(2).fill_(3),
    "setitem mask": lambda t: _assigned(t),
    "pow_": lambda t: _augmented(t),
}


def _assigned(t):
    x = t.zeros(2, 3)
    x[x == 0] = 2.0
    x[:, 1] = t.tensor([5.0, 6.0])
    x[0, [0, 2]] = 7
    return x


def _augmented(t):
    x = t.arange(4.0)
    x **= 2
    x /= 2
    x -= t.ones(4)
    return x


@pytest.mark.parametrize("name", CREATION)
def test_creation_as_in_torch(torch, name):
    ours, theirs = both(torch, CREATION[name])
    assert ours == theirs


VIEWS = {
    "view": lambda x: x.view(6),
    "reshape": lambda x: x.reshape(3, 2),
    "flatten": lambda x: x.flatten(),
    "T": lambda x: x.T,
    "transpose": lambda x: x.transpose(0, 1),
    "permute": lambda x: x.permute(1, 0),
    "unsqueeze": lambda x: x.unsqueeze(0),
    "squeeze": lambda x: x[None].squeeze(0),
    "expand": lambda x: x.expand(4, 2, 3),
    "row": lambda x: x[1],
    "column": lambda x: x[:, 1],
    "every other": lambda x: x[:, ::2],
    "detach": lambda x: x.detach(),
    "numpy": lambda x: x.numpy(),
    "chunk": lambda x: x.chunk(2)[1],
    "unbind": lambda x: x.unbind()[1],
    "copy by list": lambda x: x[[0, 1]],
    "copy by mask": lambda x: x[x == x],
    "copy by flip": lambda x: x.flip(0),
    "copy by reshape": lambda x: x.T.reshape(6),
    "clone": lambda x: x.clone(),
    "contiguous": lambda x: x.contiguous(),
    "repeat": lambda x: x.repeat(1, 1),
    "the same float": lambda x: x.float(),
}


@pytest.mark.parametrize("name", VIEWS)
def test_view_shares_memory_where_torchs_does(torch, name):
    seen = []
    for t in (plainnet, torch):
        x = t.arange(6.0).reshape(2, 3)
        part = VIEWS[name](x)
        x += 100
        seen.append(np.asarray(part).tolist())
    assert seen[0] == seen[1]


def test_python_numbers_come_out():
    x = plainnet.tensor([1.5])
    assert (x.item(), float(x), int(x), bool(x), x.tolist()) == (
        1.5,
        1.5,
        1,
        True,
        [1.5],
    )
    assert list(range(plainnet.tensor(3))) == [0, 1, 2]
    assert [row.tolist() for row in plainnet.eye(2)] == [[1, 0], [0, 1]]
    assert len(plainnet.zeros(3, 2)) == 3
    assert plainnet.zeros(2, 3).shape.numel() == plainnet.zeros(2, 3).numel() == 6
    assert f"{plainnet.tensor(0.12345):.2f}" == "0.12"
    x, y = plainnet.tensor([1.0, 2.0])
    assert y > x


@pytest.mark.parametrize("data", [0.1, [0.1, 1]])
def test_double_keeps_all_digits_of_a_python_number(data):
    made = plainnet.tensor(data, dtype=plainnet.float64)
    assert made.tolist() == data, f"{data} was rounded on its way: {made.tolist()}"


def test_tensor_is_a_key_by_identity_and_no_number_is_equal_to_it():
    x, y = plainnet.ones(1), plainnet.ones(1)
    assert {x: 1, y: 2}[x] == 1
    assert (x == None) is False and (x != None) is True  # noqa: E711
    assert (x == y).tolist() == [True]


def test_numpy_works_with_tensors():
    x = plainnet.tensor([1.0, 2.0], requires_grad=True)
    doubled = np.array([2.0, 2.0], np.float32) * x
    assert isinstance(doubled, plainnet.Tensor) and doubled.requires_grad
    assert isinstance(np.float64(2) * x, plainnet.Tensor)
    assert np.exp(x.detach()).shape == (2,) and np.asarray(x.detach()).dtype == np.float32


def test_default_dtype_can_be_changed():
    try:
        plainnet.set_default_dtype(plainnet.float64)
        assert plainnet.zeros(1).dtype is plainnet.float64
        assert repr(plainnet.tensor([0.1])) == "tensor([0.1000])"
        assert (plainnet.tensor([1]) / 2).dtype is plainnet.get_default_dtype()
    finally:
        plainnet.set_default_dtype(plainnet.float32)


@pytest.mark.parametrize("sizes", [(3, 4, 5), (40, 50, 60), (0, 3, 2), (100, 0, 3)])
def test_product_without_blas_is_the_same(sizes):
    """What the page uses, where NumPy has no BLAS."""
    from plainnet.products import _rows_by_columns

    n, m, k = sizes
    rng = np.random.default_rng(5)
    a, b = rng.standard_normal((n, m)), rng.standard_normal((k, m)).T
    np.testing.assert_allclose(_rows_by_columns(a, b), a @ b, rtol=1e-12, atol=1e-13)


def test_product_without_blas_is_made_in_parts_where_it_is_too_large_for_one(monkeypatch):
    from plainnet import products

    monkeypatch.setattr(products, "MOST", 100_000)
    rng = np.random.default_rng(5)
    a, b = rng.standard_normal((41, 50)), rng.standard_normal((60, 50)).T
    parts = products._rows_by_columns(a, b)
    assert parts.shape == (41, 60)
    np.testing.assert_allclose(parts, a @ b, rtol=1e-12, atol=1e-13)


def test_erf_is_exact():
    import math

    x = np.linspace(-7, 7, 4001)
    ours = plainnet.erf(plainnet.tensor(x)).numpy()
    assert np.abs(ours - [math.erf(v) for v in x]).max() < 4e-16
    single = plainnet.erf(plainnet.tensor(x, dtype=plainnet.float32)).numpy()
    assert np.abs(single - ours).max() < 3e-7


def test_importing_is_cheap():
    """Only NumPy is imported, and the parts few programs need are not."""
    import subprocess
    import sys

    code = "import sys, plainnet; print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    loaded = run.stdout.split()
    assert {"plainnet.nn", "numpy"} <= set(loaded)
    assert not {"torch", "plainnet.draw", "plainnet.data", "plainnet.testing"} & set(loaded)
