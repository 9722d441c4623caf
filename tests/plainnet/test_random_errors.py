"""Wrong requests for random numbers: torch's kind of error, and what to do instead."""

import numpy as np
import pytest

from plainnet import dtypes, random
from plainnet.tensor import Tensor

WRONG = {
    "rand -1": (lambda: random.rand(-1), RuntimeError, "lengths >= 0"),
    "rand int": (
        lambda: random.rand(2, dtype=dtypes.int64), NotImplementedError, "int64",
    ),
    "randint empty": (lambda: random.randint(5, 5, (2,)), RuntimeError, "from < to"),
    "randint uint8": (
        lambda: random.randint(0, 300, (2,), dtype=dtypes.uint8), RuntimeError, "uint8",
    ),
    "randint no size": (lambda: random.randint(10), TypeError, "tuple for size"),
    "randperm": (lambda: random.randperm(-1), RuntimeError, "n >= 0"),
    "uniform": (lambda: random.rand(2).uniform_(2, 1), RuntimeError, "from <= to"),
    "normal": (lambda: random.rand(2).normal_(0, -1), RuntimeError, "std >= 0"),
    "normals": (lambda: random.normal(0.0, Tensor([-1.0])), RuntimeError, "std >= 0"),
    "normal int": (lambda: random.randperm(3).normal_(), NotImplementedError, "int64"),
    "bernoulli_": (lambda: random.rand(2).bernoulli_(1.5), RuntimeError, "got 1.5"),
    "bernoulli": (lambda: random.bernoulli(Tensor([-0.5])), RuntimeError, "got -0.5"),
    "bernoulli int": (
        lambda: random.bernoulli(random.randperm(3)), NotImplementedError, "float",
    ),
    "exponential": (
        lambda: random.rand(2).exponential_(-1), RuntimeError, "lambda > 0",
    ),
    "negative weight": (
        lambda: random.multinomial(Tensor([-1.0, 2.0]), 1), RuntimeError, ">= 0",
    ),
    "no weight": (
        lambda: random.multinomial(Tensor([0.0, 0.0]), 1, True), RuntimeError, "> 0",
    ),
    "too many": (
        lambda: random.multinomial(Tensor([1.0, 2.0]), 3), RuntimeError, "replacement",
    ),
    "counts": (
        lambda: random.multinomial(random.randperm(3), 1), RuntimeError, "float",
    ),
    "seed text": (lambda: random.manual_seed("a"), ValueError, "'a'"),
    "seed large": (lambda: random.manual_seed(2**65), ValueError, "64 bits"),
    "seed float": (lambda: random.Generator().manual_seed(1.5), RuntimeError, "float"),
    "device": (lambda: random.Generator("cuda"), RuntimeError, "CPU"),
    "state type": (
        lambda: random.set_rng_state(random.rand(5)), TypeError, "uint8",
    ),
    "state size": (
        lambda: random.set_rng_state(Tensor(np.zeros(5, np.uint8))),
        RuntimeError,
        "5056",
    ),
    "state zero": (
        lambda: random.set_rng_state(Tensor(np.zeros(5056, np.uint8))),
        RuntimeError,
        "seeded",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_wrong_input_is_refused_with_torchs_kind_of_error(case):
    call, error, part = WRONG[case]
    with pytest.raises(error, match=part):
        call()
