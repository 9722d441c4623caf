"""The graph: what is recorded, how it is walked back, and what is refused."""

import copy

import numpy as np
import pytest

import plainnet as pn
from plainnet.autograd import record


def leaf(*values):
    return pn.tensor(values, requires_grad=True)


def test_gradients_of_every_path_add_up():
    a = pn.tensor(3.0, requires_grad=True)
    b = a + a
    c = b + b + a
    c.backward()
    assert a.grad.item() == 5


@pytest.mark.parametrize("cut", [lambda x: x.unbind(1), lambda x: x.split(1, 1), lambda x: x.chunk(3, 1)])
def test_parts_share_the_gradient_of_the_whole(cut):
    x = pn.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], requires_grad=True)
    first, _, last = cut(x)
    y = (first * last).sum() + (x * 10).sum() + last.sum()
    expected = [[13.0, 10.0, 12.0], [16.0, 10.0, 15.0]]
    for _ in range(2):
        [g] = pn.autograd.grad(y, x, retain_graph=True)
        assert g.tolist() == expected
    y.backward()
    assert x.grad.tolist() == expected
    _, middle, _ = cut(x)
    middle.sum().backward()
    assert x.grad.tolist() == [[13.0, 11.0, 12.0], [16.0, 11.0, 15.0]]


def test_depth_has_no_limit():
    x = y = pn.tensor(1.0, requires_grad=True)
    for _ in range(20_000):
        y = y + 0.0
    y.backward()
    assert x.grad.item() == 1


def test_gradients_accumulate_until_they_are_forgotten():
    x = leaf(1.0, 2.0)
    (x * 3).sum().backward()
    seen = x.grad
    (x * 4).sum().backward()
    assert seen.tolist() == [7, 7] and x.grad is seen
    x.grad = None
    x.sum().backward()
    assert x.grad.tolist() == [1, 1]


def test_gradient_is_a_tensor_outside_the_graph():
    x = leaf(1.0)
    (x * x).sum().backward()
    assert isinstance(x.grad, pn.Tensor)
    assert not x.grad.requires_grad and x.grad.dtype is pn.float32


def test_gradients_of_two_leaves_share_no_memory():
    x, y, z = leaf(1.0, 2.0), leaf(3.0, 4.0), leaf(0.0, 0.0)
    (x + y + z.view(2)).sum().backward()
    x.grad.zero_()
    assert y.grad.tolist() == [1, 1] and z.grad.tolist() == [1, 1]
    y.grad[0] = 5  # not a repeated 1
    assert y.grad.tolist() == [5, 1]


def test_gradient_of_the_caller_is_not_kept():
    x, g = leaf(1.0, 2.0), pn.tensor([1.0, 1.0])
    (x + 0).backward(g)
    x.grad.zero_()
    assert g.tolist() == [1, 1]


def test_nothing_is_recorded_where_nothing_is_needed():
    x = pn.ones(3)
    assert not (x * 2).requires_grad
    with pn.no_grad():
        assert not (leaf(1.0) * 2).requires_grad
        with pn.enable_grad():
            assert (leaf(1.0) * 2).requires_grad
        assert not pn.is_grad_enabled()
    assert pn.is_grad_enabled()
    with pn.set_grad_enabled(False):
        assert not pn.is_grad_enabled()
    assert pn.is_grad_enabled()


def test_no_grad_decorates_functions_and_survives_errors():
    @pn.no_grad()
    def fail(x):
        assert not (x * 2).requires_grad
        raise KeyError

    for _ in range(2):
        with pytest.raises(KeyError):
            fail(leaf(1.0))
        assert pn.is_grad_enabled()


def test_only_needed_gradients_are_computed():
    asked = []
    x, w = pn.ones(2), leaf(1.0, 1.0)
    out = record(x.array * w.array, (x, asked.append), (w, lambda g: g * x.array))
    out.sum().backward()
    assert not asked and x.grad is None


def test_graph_is_let_go_after_backward():
    x = leaf(1.0, 2.0)
    y = (x * x).sum()
    y.backward()
    with pytest.raises(RuntimeError, match="retain_graph=True"):
        y.backward()
    y = (x * x).sum()
    y.backward(retain_graph=True)
    y.backward()
    assert x.grad.tolist() == [6, 12]


def test_graph_through_a_used_part_is_refused():
    x = leaf(1.0)
    h = x * 2
    h.sum().backward()
    with pytest.raises(RuntimeError, match="already walked back"):
        (h * 3).sum().backward()


def test_gradient_of_an_intermediate_result_can_be_kept():
    x = leaf(1.0, 2.0)
    h = x * 2
    h.retain_grad()
    (h * h).sum().backward()
    assert h.grad.tolist() == [4, 8] and x.grad.tolist() == [8, 16]
    h.grad.zero_()
    assert x.grad.tolist() == [8, 16]


def test_grad_returns_gradients_and_touches_none():
    x = leaf(3.0)
    h = x * x
    gh, gx = pn.autograd.grad((h * 2).sum(), [h, x])
    assert gh.tolist() == [2] and gx.tolist() == [12] and x.grad is None
    with pytest.raises(RuntimeError, match="not used"):
        pn.autograd.grad((x * 1).sum(), leaf(1.0))


def test_detached_and_data_share_memory_outside_the_graph():
    x = leaf(1.0, 2.0)
    for alias in (x.detach(), x.data):
        assert not alias.requires_grad and np.shares_memory(alias.array, x.array)
    x.data -= 1
    assert x.tolist() == [0, 1] and x.requires_grad


def test_change_in_place_without_recording_shares_memory():
    x = leaf(1.0, 2.0)
    alias = x.detach()
    with pn.no_grad():
        x -= 0.5
        x.mul_(2).add_(1, alpha=3)
        x[0] = 9
    assert alias.tolist() == [9, 6] and x.requires_grad and x.is_leaf


@pytest.mark.parametrize("change", [
    lambda x: x.add_(1), lambda x: x.zero_(), lambda x: x.__iadd__(1),
    lambda x: x.__setitem__(0, 1.0), lambda x: x.clamp_(0, 1),
    lambda x: x.copy_(x.detach()),
])  # fmt: skip
def test_change_of_a_leaf_that_needs_grad_is_refused(change):
    with pytest.raises(RuntimeError, match="a leaf Variable that requires grad"):
        change(leaf(1.0, 2.0))


def test_augmented_assignment_of_a_result_makes_a_new_tensor():
    x = leaf(1.0, 2.0)
    y = first = x * 2
    y += x
    y *= 3
    y.sum().backward()
    assert x.grad.tolist() == [9, 9] and first.tolist() == [2, 4]
    total = pn.zeros(2)
    total += x
    assert total.requires_grad


def test_change_that_would_need_recording_is_refused():
    x, buffer = leaf(1.0, 2.0), pn.zeros(2)
    for change in (lambda: buffer.add_(x), lambda: buffer.__setitem__(0, x[0])):
        with pytest.raises(RuntimeError, match=r"torch\.stack"):
            change()
    with pytest.raises(RuntimeError, match="requires grad"):
        (x * 2).mul_(3)


def test_change_between_forward_and_backward_is_noticed():
    x = leaf(1.0, 2.0)
    y = (x * x).sum()
    with pn.no_grad():
        x.add_(1)
    with pytest.raises(RuntimeError, match="modified by an in-place operation"):
        y.backward()
    (x * x).sum().backward()
    assert x.grad.tolist() == [4, 6]


def test_copies_are_independent():
    x = leaf(1.0, 2.0)
    for twin in (copy.deepcopy(x), x.clone(), pn.tensor(x.detach())):
        assert twin.tolist() == x.tolist()
        assert not np.shares_memory(twin.array, x.array)
    assert copy.deepcopy(x).requires_grad and copy.deepcopy(x.dtype) is x.dtype


def test_gradcheck_finds_a_wrong_gradient():
    def wrong(x):
        return record(x.array**2, (x, lambda g: g * x.array))

    x = pn.tensor([1.0, 2.0], dtype=pn.float64, requires_grad=True)
    assert pn.autograd.gradcheck(lambda x: x**2, x)
    with pytest.raises(RuntimeError, match=r"analytic: 1\.472\nnumeric:  2\.944"):
        pn.autograd.gradcheck(wrong, x)
    assert not pn.autograd.gradcheck(wrong, x, raise_exception=False)
    assert x.grad is None
