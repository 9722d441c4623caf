"""Embedding: rows, padding, both ways to sum gradients, what is refused."""

import numpy as np
import pytest

import plainnet as pn
from plainnet import nn
from plainnet.functional.embedding import summed_rows
from plainnet.nn import functional as F


def test_it_is_a_product_with_one_hot():
    table, words = pn.randn(5, 3), pn.tensor([[1, 4], [0, 1]])
    product = F.one_hot(words, 5).float() @ table
    assert (F.embedding(words, table).array == product.array).all()


def test_the_padding_row_begins_with_zeros_and_gets_no_gradient():
    layer = nn.Embedding(4, 2, padding_idx=1)
    assert layer.weight[1].tolist() == [0.0, 0.0]
    layer(pn.tensor([1, 2, 2])).sum().backward()
    assert layer.weight.grad.tolist() == [[0, 0], [0, 0], [2, 2], [0, 0]]


@pytest.mark.parametrize("count", [3, 512, 513, 5000])
def test_gradients_of_equal_words_add_up_in_small_and_large_tables(count):
    rng = np.random.default_rng(0)
    rows, g = rng.integers(0, count, 400), rng.normal(size=(400, 2))
    expected = np.zeros((count, 2))
    np.add.at(expected, rows, g)
    np.testing.assert_allclose(summed_rows(rows, g, count), expected, atol=1e-12)


def test_no_words_give_no_vectors():
    table = pn.randn(600, 3, requires_grad=True)
    out = F.embedding(pn.tensor(np.empty((0, 2), int)), table)
    out.sum().backward()
    assert out.shape == (0, 2, 3) and not table.grad.array.any()


def test_a_given_table_is_kept_and_draws_nothing():
    pn.manual_seed(0)
    table = pn.tensor([[1.0, 2.0], [3.0, 4.0]])
    frozen = nn.Embedding.from_pretrained(table)
    assert frozen(pn.tensor([1])).tolist() == [[3.0, 4.0]]
    assert not frozen.weight.requires_grad
    assert nn.Embedding.from_pretrained(table, freeze=False).weight.requires_grad
    pn.manual_seed(0)
    expected = pn.rand(1)
    pn.manual_seed(0)
    nn.Embedding.from_pretrained(table)
    assert pn.rand(1).item() == expected.item()


TABLE = pn.zeros(3, 2)
WRONG = {
    "too large": (
        lambda: F.embedding(pn.tensor([3]), TABLE),
        IndexError,
        "0 to 2, got 3",
    ),
    "negative": (
        lambda: F.embedding(pn.tensor([-1]), TABLE),
        IndexError,
        "out of range",
    ),
    "floats": (lambda: F.embedding(pn.tensor([1.0]), TABLE), RuntimeError, "int64"),
    "vector": (lambda: F.embedding(pn.tensor([1]), TABLE[0]), RuntimeError, "2 dimen"),
    "padding": (lambda: nn.Embedding(3, 2, padding_idx=3), AssertionError, "-3 to 2"),
    "table": (lambda: nn.Embedding.from_pretrained(TABLE[0]), AssertionError, "2-dim"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_input_is_refused(case):
    call, kind, part = WRONG[case]
    with pytest.raises(kind, match=part):
        call()
