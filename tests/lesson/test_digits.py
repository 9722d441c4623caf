"""Outputs of two engines are compared number by number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mkdocs_lesson.digits import largest_difference, within_a_digit
from mkdocs_lesson.record import alike


@pytest.mark.parametrize(
    ("one", "other", "difference", "within"),
    [
        ("loss 0.1234", "loss 0.1234", "0", True),
        ("loss 0.1234", "loss 0.1235", "0.0001", True),
        ("loss 0.1234", "loss 0.1236", "0.0002", False),
        ("step 10: 9.99", "step 10:10.00", "0.01", True),
        ("1e-07", "2e-07", "1E-7", True),
        ("[-0.50  1.25]", "[-0.51  1.25]", "0.01", True),
        ("3 of 4", "4 of 4", "1", True),
        ("loss 0.1", "cost 0.1", None, False),
        ("0.1 0.2", "0.1", None, False),
    ],
)
def test_numbers_are_compared_to_the_last_printed_digit(one, other, difference, within):
    found = largest_difference(one, other)
    assert found == (None if difference is None else Decimal(difference))
    assert within_a_digit(one, other) is within


@pytest.mark.parametrize(
    ("recorded", "found", "spec", "same"),
    [
        (0.3, 0.2999999999999996, "", True),  # the last bits of another processor
        (-0.54753, -0.54750, ".2f", True),  # a reader sees −0.55 of both
        (-0.54753, -0.54750, ".5f", False),
        ([0.1, 0.2], [0.1, 0.3], "", False),
        (1, 2, "d", False),
        ("ReLU", "tanh", "", False),
        (1, 1.0, "", False),  # shown as 1 and as 1.0
    ],
)
def test_values_are_alike_where_a_reader_sees_the_same(recorded, found, spec, same):
    assert alike({"it": recorded}, {"it": found}, {"it": {spec}}) is same


def test_values_that_are_no_longer_asked_for_are_not_alike():
    assert not alike({"it": 1, "old": 2}, {"it": 1}, {"it": {""}})
    assert alike({}, {}, {})
