"""Drawn shapes, strides and dimensions: whatever torch accepts, we answer alike."""

import numpy as np
import parity
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

import plainnet

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.filterwarnings("ignore")  # 0/0 of empty means
often = settings(max_examples=60, deadline=None, derandomize=True, database=None)
SIDES = st.integers(0, 4)
SHAPES = st.lists(st.integers(1, 4), max_size=4).map(tuple)


def agree(run, *arrays):
    """Value and gradients in float64 are torch's, also for arrays with odd strides."""
    ours, theirs = (both(t, run, arrays) for t in (plainnet, torch))
    for a, b in zip(ours, theirs, strict=True):
        assert a.shape == b.shape
        assert parity.error(a, b) <= 1e-12


def both(t, run, arrays):
    leaves = [t.tensor(np.ascontiguousarray(a)).requires_grad_(True) for a in arrays]
    # the operation sees the memory layout of the drawn array, not that of the leaf
    inputs = [_with_strides(t, x, a) for x, a in zip(leaves, arrays, strict=True)]
    out = run(t, *inputs)
    out.backward(t.tensor(parity.cotangent(tuple(out.shape))))
    grads = [np.zeros(0) if x.grad is None else x.grad.numpy() for x in leaves]
    return [out.detach().numpy(), *grads]


def _with_strides(t, leaf, array):
    order = sorted(range(array.ndim), key=lambda i: -abs(array.strides[i]))
    if order == list(range(array.ndim)):
        return leaf
    back = [order.index(i) for i in range(array.ndim)]
    return leaf.permute(*order).contiguous().permute(*back)


@st.composite
def strided(draw, shape):
    """Numbers away from ties, in the memory order of a random permutation."""
    order = draw(st.permutations(range(len(shape))))
    seed = draw(st.integers(0, 2**16))
    values = np.random.default_rng(seed).standard_normal([shape[i] for i in order])
    return values.transpose(np.argsort(order)) if shape else np.array(values)


@st.composite
def broadcastable(draw):
    """Two arrays whose shapes broadcast; lengths of 0 and 1 are likely."""
    found = draw(hnp.mutually_broadcastable_shapes(num_shapes=2, max_dims=4, max_side=4, min_side=0))
    return [draw(strided(shape)) for shape in found.input_shapes]


@often
@given(broadcastable())
def test_arithmetic_broadcasts(arrays):
    agree(lambda t, x, y: x * y + x - t.sigmoid(y), *arrays)


@often
@given(broadcastable())
def test_division_and_choice_broadcast(arrays):
    agree(lambda t, x, y: t.where(x > y, x, y) / (y * y + 1), *arrays)


@st.composite
def reduced(draw, least=0):
    shape = draw(st.lists(st.integers(least, 4), min_size=1, max_size=4).map(tuple))
    dims = st.integers(-len(shape), len(shape) - 1)
    return draw(strided(shape)), draw(dims), draw(st.booleans())


@often
@given(reduced())
def test_sums_and_means(case):
    array, dim, keep = case
    agree(lambda t, x: x.sum(dim, keepdim=keep) * 2, array)
    agree(lambda t, x: x.sum(), array)
    if array.shape[dim]:
        agree(lambda t, x: x.mean(dim, keepdim=keep), array)


@often
@given(reduced(least=1))
def test_reductions_along_any_dimension(case):
    array, dim, keep = case
    agree(lambda t, x: x.max(dim, keepdim=keep)[0] + x.amin(dim, keepdim=keep), array)
    agree(lambda t, x: x.logsumexp(dim, keepdim=keep), array)
    agree(lambda t, x: x.var(dim, unbiased=False, keepdim=keep), array)
    agree(lambda t, x: x.softmax(dim) * x.log_softmax(dim), array)
    agree(lambda t, x: x.cumsum(dim).sort(dim)[0], array)


@st.composite
def multiplied(draw):
    batch = draw(hnp.mutually_broadcastable_shapes(num_shapes=2, max_dims=2, max_side=3, min_side=0))
    n, m, k = draw(st.tuples(SIDES, SIDES, SIDES))
    left, right = batch.input_shapes
    return draw(strided((*left, n, m))), draw(strided((*right, m, k)))


@often
@given(multiplied())
def test_products_of_stacks_of_matrices(arrays):
    agree(lambda t, x, y: x @ y, *arrays)


@often
@given(st.tuples(SIDES, SIDES, SIDES), st.lists(SIDES, max_size=2), st.data())
def test_linear_of_any_leading_dimensions(sizes, leading, data):
    n, into, out = sizes
    x = data.draw(strided((*leading, n, into)))
    w, b = data.draw(strided((out, into))), data.draw(strided((out,)))
    agree(lambda t, x, w, b: t.nn.functional.linear(x, w, b), x, w, b)


def parts(length):
    """An index of one dimension: a number, a slice, a list."""
    numbers = st.integers(-length, length - 1)
    steps = st.slices(length).map(lambda s: slice(s.start, s.stop, abs(s.step or 1)))
    return st.one_of(numbers, steps, st.just(slice(None)))


@often
@given(st.data())
def test_indices(data):
    shape = data.draw(st.lists(st.integers(1, 4), min_size=1, max_size=3).map(tuple))
    count = data.draw(st.integers(1, len(shape)))
    index = tuple(data.draw(parts(n)) for n in shape[:count])
    array = data.draw(strided(shape))
    agree(lambda t, x: x[index] * 2, array)
    rows = data.draw(st.lists(st.integers(-shape[0], shape[0] - 1), max_size=6))
    agree(lambda t, x: x[t.tensor(rows, dtype=t.int64)] * 2, array)


@often
@given(SHAPES, st.data())
def test_shapes_of_views(shape, data):
    array = data.draw(strided(shape))
    order = data.draw(st.permutations(range(len(shape))))
    agree(lambda t, x: x.permute(*order).reshape(-1) * 2 if shape else x * 2, array)
    agree(lambda t, x: x.squeeze() * 2, array)
    if shape:
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(shape) - 1)] * 2)))
        agree(lambda t, x: x.flatten(start, end) * 2, array)
        agree(lambda t, x: t.cat([x, x * 2], start), array)
        agree(lambda t, x: t.stack([x, x * 2], end), array)


@often
@given(
    st.integers(1, 5),
    st.integers(1, 5),
    st.lists(st.integers(1, 3), max_size=2),
    st.data(),
)
def test_cross_entropy_of_any_shape(batch, classes, rest, data):
    scores = data.draw(strided((batch, classes, *rest)))
    seed = data.draw(st.integers(0, 99))
    labels = np.random.default_rng(seed).integers(0, classes, (batch, *rest))
    smoothing = data.draw(st.sampled_from([0.0, 0.1]))
    reduction = data.draw(st.sampled_from(["mean", "sum", "none"]))
    agree(
        lambda t, x: t.nn.functional.cross_entropy(
            x, t.tensor(labels), reduction=reduction, label_smoothing=smoothing
        ),
        scores,
    )


@often
@given(broadcastable())
def test_empty_losses(arrays):
    x = arrays[0]
    agree(lambda t, a, b: t.nn.functional.mse_loss(a, b), x, x * 2)
