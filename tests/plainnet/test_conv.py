"""Convolution, pooling, other sizes: every geometry, by hand, and what is refused."""

import numpy as np
import parity
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plainnet as pn
from plainnet import nn
from plainnet.nn import functional as F

pytestmark = pytest.mark.filterwarnings("ignore")  # torch's about padding
few = settings(max_examples=40, deadline=None, derandomize=True)
pairs = st.tuples(st.integers(1, 3), st.integers(1, 3))


def ones(*shape):
    return pn.ones(*shape)


# --- every geometry -------------------------------------------------------------------


@few
@given(
    size=st.tuples(st.integers(5, 8), st.integers(5, 8)),
    kernel=pairs,
    stride=pairs,
    dilation=st.tuples(st.integers(1, 2), st.integers(1, 2)),
    padding=st.one_of(st.just("valid"), st.tuples(st.integers(0, 2), st.integers(0, 2))),
    groups=st.sampled_from([1, 2]),
    examples=st.integers(0, 2),
)
def test_convolution_equals_torch_in_every_geometry(
    size, kernel, stride, dilation, padding, groups, examples
):
    pytest.importorskip("torch")

    def run(t, x, w, b):
        geometry = stride, padding, dilation, groups
        return t.nn.functional.conv2d(x, w, b, *geometry)

    shapes = (examples, 4, *size), (2, 4 // groups, *kernel), (2,)
    parity.check("conv2d", run, *shapes)


@few
@given(
    size=pairs,
    kernel=pairs,
    stride=pairs,
    dilation=pairs,
    more=st.tuples(st.integers(0, 2), st.integers(0, 2)),
    groups=st.sampled_from([1, 2]),
)
def test_transposed_convolution_equals_torch_in_every_geometry(size, kernel, stride, dilation, more, groups):
    pytest.importorskip("torch")
    limits = zip(more, stride, dilation, strict=True)
    more = tuple(min(m, max(s, d) - 1) for m, s, d in limits)
    padding = tuple(min(1, d * (k - 1) // 2) for k, d in zip(kernel, dilation, strict=True))

    def run(t, x, w):
        return t.nn.functional.conv_transpose2d(x, w, None, stride, padding, more, groups, dilation)

    parity.check("conv_transpose2d", run, (1, 4, *size), (4, 2, *kernel))


@few
@given(
    size=st.tuples(st.integers(5, 7), st.integers(5, 7)),
    kernel=pairs,
    stride=st.one_of(st.none(), pairs),
    padded=st.booleans(),
    kind=st.sampled_from(["max", "avg"]),
)
def test_pooling_equals_torch_in_every_geometry(size, kernel, stride, padded, kind):
    pytest.importorskip("torch")
    padding = tuple(k // 2 for k in kernel) if padded else 0

    def run(t, x):
        pool = getattr(t.nn.functional, f"{kind}_pool2d")
        return pool(x.relu(), kernel, stride, padding)  # relu makes many equal zeros

    parity.check("pool", run, (2, 2, *size))


def test_inputs_need_not_lie_in_order_in_memory():
    pytest.importorskip("torch")

    def run(t, x, w):
        f = t.nn.functional
        return f.max_pool2d(f.conv2d(x.transpose(0, 3)[:, :, ::1], w.transpose(2, 3)), 2)

    parity.check("strided", run, (5, 2, 6, 2), (3, 2, 2, 3))


# --- by hand --------------------------------------------------------------------------


def test_the_kernel_is_not_flipped():
    x = pn.tensor([[[0.0, 1.0, 0.0]]])
    assert F.conv1d(x, pn.tensor([[[1.0, 2.0]]])).tolist() == [[[2.0, 1.0]]]


def test_same_puts_the_odd_zero_at_the_end():
    x = pn.tensor([[[1.0, 2.0, 3.0]]])
    assert F.conv1d(x, ones(1, 1, 2), padding="same").tolist() == [[[3.0, 5.0, 3.0]]]


def test_of_equal_numbers_the_first_gets_the_gradient():
    x = pn.ones(1, 1, 2, 4, requires_grad=True)
    F.max_pool2d(x, 2).sum().backward()
    assert x.grad.tolist() == [[[[1, 0, 1, 0], [0, 0, 0, 0]]]]


def test_padding_never_wins_a_maximum():
    assert F.max_pool2d(-ones(1, 1, 2, 2), 2, padding=1).max().item() == -1


def test_padding_counts_in_a_mean_unless_asked_not_to():
    x = ones(1, 2, 2)
    assert F.avg_pool2d(x, 2, padding=1).tolist() == [[[0.25, 0.25], [0.25, 0.25]]]
    without = F.avg_pool2d(x, 2, padding=1, count_include_pad=False)
    assert without.tolist() == [[[1.0, 1.0], [1.0, 1.0]]]


def test_a_transposed_convolution_is_the_transpose():
    """<conv(x), y> = <x, conv_transpose(y)> for all x and y."""
    pn.manual_seed(0)
    x, w = pn.randn(1, 2, 7, 6).double(), pn.randn(3, 2, 3, 2).double()
    y = F.conv2d(x, w, stride=(2, 1), padding=(1, 0))
    g = pn.randn(*y.shape).double()
    back = F.conv_transpose2d(g, w, stride=(2, 1), padding=(1, 0))
    assert (y * g).sum().item() == pytest.approx((x * back).sum().item(), rel=1e-12)


def test_a_first_layer_computes_no_gradient_of_its_input():
    x, layer = ones(1, 1, 3, 3), nn.Conv2d(1, 1, 2)
    layer(x).sum().backward()
    assert x.grad is None and layer.weight.grad is not None


# --- wrong input ----------------------------------------------------------------------

X, W = ones(1, 2, 5, 5), ones(3, 2, 3, 3)
WRONG = {
    "channels": (lambda: F.conv2d(ones(1, 3, 5, 5), W), RuntimeError, "2 channels"),
    "dimensions": (lambda: F.conv2d(ones(5, 5), W), RuntimeError, "Expected 3D"),
    "kernel": (lambda: F.conv2d(ones(1, 2, 2, 5), W), RuntimeError, "than actual"),
    "dtype": (lambda: F.conv2d(X.double(), W), RuntimeError, "same dtype"),
    "bias": (lambda: F.conv2d(X, W, ones(2)), RuntimeError, r"bias of shape \(3,\)"),
    "groups": (lambda: F.conv2d(X, W, groups=2), RuntimeError, "divisible by groups"),
    "stride 0": (lambda: F.conv2d(X, W, stride=0), RuntimeError, "stride .* least 1"),
    "strides": (lambda: F.conv2d(X, W, stride=(1, 1, 1)), RuntimeError, "or 2 of them"),
    "half": (lambda: F.conv2d(X, W, padding=0.5), RuntimeError, "whole number"),
    "word": (lambda: F.conv2d(X, W, padding="full"), RuntimeError, "got 'full'"),
    "same": (lambda: F.conv2d(X, W, stride=2, padding="same"), RuntimeError, "strided"),
    "more": (
        lambda: F.conv_transpose2d(X, ones(2, 1, 2, 2), output_padding=1),
        RuntimeError, "smaller than either stride or dilation"),
    "nothing left": (
        lambda: F.conv_transpose2d(X, ones(2, 1, 1, 1), padding=3),
        RuntimeError, "less padding"),
    "layer groups": (lambda: nn.Conv2d(3, 4, 1, groups=2), ValueError, "divisible"),
    "layer word": (lambda: nn.Conv2d(1, 1, 2, padding="all"), ValueError, "'all'"),
    "layer same": (lambda: nn.Conv2d(1, 1, 2, 2, "same"), ValueError, "stride 1"),
    "pool padding": (lambda: F.max_pool2d(X, 2, padding=2), RuntimeError, "half of"),
    "pool kernel": (lambda: F.max_pool2d(X, 6), RuntimeError, "to fit into"),
    "pool input": (lambda: F.avg_pool2d(ones(5), 2), RuntimeError, "3D or 4D"),
    "adaptive": (lambda: F.adaptive_avg_pool2d(X, 0), RuntimeError, "output_size"),
    "adaptive input": (lambda: F.adaptive_avg_pool2d(ones(5), 1), RuntimeError, "3D"),
    "no size": (lambda: F.interpolate(X), ValueError, "only one of size or"),
    "two sizes": (lambda: F.interpolate(X, 3, 2), ValueError, "only one of size or"),
    "mode": (lambda: F.interpolate(X, 3, mode="cubic"), NotImplementedError, "'cubic'"),
    "mode and shape": (
        lambda: F.interpolate(X, 3, mode="linear"), NotImplementedError, "3-D"),
    "corners": (lambda: F.interpolate(X, 3, align_corners=True), ValueError, "leave"),
    "sizes": (lambda: F.interpolate(X, (3, 3, 3)), ValueError, "each of the 2"),
    "too small": (lambda: F.interpolate(X, scale_factor=0.1), RuntimeError, "than 0"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_wrong_input_is_refused(case):
    call, kind, part = WRONG[case]
    with pytest.raises(kind, match=part):
        call()


def test_no_examples_give_no_outputs():
    x = np.empty((0, 1, 5, 5), np.float32)
    layer = nn.Sequential(nn.Conv2d(1, 2, 2), nn.MaxPool2d(2), nn.AdaptiveAvgPool2d(1))
    assert layer(pn.tensor(x)).shape == (0, 2, 1, 1)
