"""Two outputs of one program come in; how far their numbers lie apart goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

NUMBER = re.compile(r"(?<![\w.])[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?")


def largest_difference(one: str, other: str) -> Decimal | None:
    """How far the numbers of two texts differ at most; None if more than numbers differ."""
    pairs = _pairs(one, other)
    return None if pairs is None else max((abs(a - b) for a, b in pairs), default=Decimal(0))


def within_a_digit(one: str, other: str) -> bool:
    """Whether the texts differ by at most one unit of the last printed digit of each number."""
    pairs = _pairs(one, other)
    return pairs is not None and all(abs(a - b) <= max(_unit(a), _unit(b)) for a, b in pairs)


def _pairs(one: str, other: str) -> list[tuple[Decimal, Decimal]] | None:
    if _words(one) != _words(other):
        return None
    return list(zip(_numbers(one), _numbers(other), strict=True))


def _words(text: str) -> list[str]:
    return NUMBER.sub(" # ", text).split()


def _numbers(text: str) -> Iterator[Decimal]:
    return (Decimal(found[0]) for found in NUMBER.finditer(text))


def _unit(number: Decimal) -> Decimal:
    """One unit of the last digit as it was printed."""
    return Decimal(1).scaleb(number.as_tuple().exponent)
