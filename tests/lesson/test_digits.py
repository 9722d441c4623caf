"""Outputs of two engines are compared number by number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mkdocs_lesson.digits import largest_difference, within_a_digit


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
