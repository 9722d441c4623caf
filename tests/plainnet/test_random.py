"""For the same seed, the same random numbers as torch; without torch, known numbers."""

import numpy as np
import pytest

from plainnet import dtypes, random
from plainnet.tensor import Tensor

SEEDS = (*range(16), 42, 1234, 2**32 + 5, -7)
SHAPES = [(), (1,), (15,), (16,), (17,), (3, 11), (1000,)]
FLOATS = [dtypes.float32, dtypes.float64]


def torch_as(kind):
    """torch's dtype of the same name, or skip where torch is not installed."""
    return getattr(pytest.importorskip("torch"), kind.name)


def intel():
    """Whether torch hands bernoulli_(p) to Intel's library."""
    torch = pytest.importorskip("torch")
    torch.manual_seed(0)
    torch.empty(1000).bernoulli_(0.5)
    random.manual_seed(0)
    random.rand(2000)
    return torch.rand(1).item() != random.rand(1).item()


def check(ours, theirs, shapes=SHAPES, kinds=FLOATS, ulps64=0, atol32=0.0):
    """`ours(random, shape, dtype)` equals `theirs(torch, ...)` for every seed.

    One shape after another is drawn from one stream. Float64 may differ by `ulps64`
    roundings at the size of the largest number.
    """
    torch = pytest.importorskip("torch")
    for kind in kinds:
        for seed in SEEDS:
            torch.manual_seed(seed)
            random.manual_seed(seed)
            for shape in shapes:
                expected = theirs(torch, shape, torch_as(kind)).numpy()
                got = ours(random, shape, kind).array
                assert got.dtype == expected.dtype and got.shape == expected.shape
                exact = kind is not dtypes.float64 or not ulps64
                scale = np.abs(expected).max(initial=1.0)
                atol = atol32 if exact else ulps64 * 2.0**-53 * scale
                np.testing.assert_allclose(got, expected, rtol=0, atol=atol)


def blank(shape, kind):
    return Tensor(np.empty(shape, kind.numpy))


def test_rand_equals_torch_to_the_last_bit():
    check(
        lambda r, shape, kind: r.rand(shape, dtype=kind),
        lambda t, shape, kind: t.rand(shape, dtype=kind),
    )


@pytest.mark.parametrize("low, high", [(-0.3, 0.75), (2, 5), (-1e-3, 1e-3)])
def test_uniform_between_bounds_equals_torch(low, high):
    check(
        lambda r, shape, kind: blank(shape, kind).uniform_(low, high),
        lambda t, shape, kind: t.empty(shape, dtype=kind).uniform_(low, high),
        ulps64=2 * max(1, abs(high)),
    )


def torch_has_avx2():
    return pytest.importorskip("torch").backends.cpu.get_cpu_capability() != "DEFAULT"


@pytest.mark.parametrize("mean, std", [(0, 1), (0.3, 0.02), (-5, 3)])
def test_normal_equals_torch_for_small_and_large_sizes(mean, std):
    check(
        lambda r, shape, kind: blank(shape, kind).normal_(mean, std),
        lambda t, shape, kind: t.empty(shape, dtype=kind).normal_(mean, std),
        ulps64=4,
        atol32=0.0 if torch_has_avx2() else 4e-6 * std,
    )


def test_randn_in_many_blocks_equals_torch():
    check(
        lambda r, shape, kind: r.randn(shape, dtype=kind),
        lambda t, shape, kind: t.randn(shape, dtype=kind),
        shapes=[(70001,)],
        ulps64=4,
        atol32=0.0 if torch_has_avx2() else 4e-6,
    )


def wrapped(wrap, *values):
    return [wrap(x) if isinstance(x, np.ndarray) else x for x in values]


def test_normal_with_tensors_for_mean_and_std_equals_torch():
    torch = pytest.importorskip("torch")
    means, stds = np.linspace(-1, 1, 40, dtype="f4"), np.linspace(0, 2, 40, dtype="f4")
    for mean, std in [(means, stds), (means, 0.5), (0.5, stds)]:
        torch.manual_seed(3)
        random.manual_seed(3)
        theirs = (torch.from_numpy(x) if isinstance(x, np.ndarray) else x for x in (mean, std))
        ours = (Tensor(x) if isinstance(x, np.ndarray) else x for x in (mean, std))
        got, expected = random.normal(*ours).array, torch.normal(*theirs).numpy()
        atol = 0 if torch_has_avx2() else 1e-5
        np.testing.assert_allclose(got, expected, rtol=0, atol=atol)


RANGES = [(0, 2), (0, 10), (-5, 300), (0, 2**28 - 1), (0, 2**28), (-(2**62), 2**62)]


@pytest.mark.parametrize("low, high", RANGES)
def test_randint_equals_torch_below_and_above_64_bit_words(low, high):
    check(
        lambda r, shape, kind: r.randint(low, high, shape),
        lambda t, shape, kind: t.randint(low, high, shape),
        kinds=[dtypes.int64],
    )


WHOLE = [
    dtypes.uint8,
    dtypes.int8,
    dtypes.int16,
    dtypes.int32,
    dtypes.int64,
    dtypes.bool,
]


def test_randperm_equals_torch():
    check(
        lambda r, shape, kind: r.randperm(shape[0]),
        lambda t, shape, kind: t.randperm(shape[0]),
        shapes=[(0,), (1,), (2,), (10,), (1797,)],
        kinds=[dtypes.int64],
    )


def test_bernoulli_of_probabilities_equals_torch():
    def chances(shape, kind):
        return np.linspace(0, 1, int(np.prod(shape)), dtype=kind.numpy).reshape(shape)

    check(
        lambda r, shape, kind: r.bernoulli(Tensor(chances(shape, kind))),
        lambda t, shape, kind: t.bernoulli(
            t.from_numpy(chances(shape, dtypes.float32)).to(kind)
            if kind is t.float32
            else t.from_numpy(chances(shape, dtypes.float64))
        ),
    )


@pytest.mark.parametrize("p", [0.0, 0.3, 0.5, 1.0])
def test_bernoulli_of_one_probability_equals_torch(p):
    if intel():
        pytest.skip("on Intel processors torch draws bernoulli_(p) from MKL's stream")
    check(
        lambda r, shape, kind: blank(shape, kind).bernoulli_(p),
        lambda t, shape, kind: t.empty(shape, dtype=kind).bernoulli_(p),
        kinds=[*FLOATS, dtypes.bool],
    )


def test_exponential_equals_torch():
    check(
        lambda r, shape, kind: blank(shape, kind).exponential_(1.5),
        lambda t, shape, kind: t.empty(shape, dtype=kind).exponential_(1.5),
        ulps64=4,
    )


@pytest.mark.parametrize("rows", [(), (5,)])
@pytest.mark.parametrize("n, repeat", [(1, False), (1, True), (9, True), (4, False)])
def test_multinomial_equals_torch(n, repeat, rows):
    weights = np.random.RandomState(0).rand(*rows, 62).astype("f4") ** 3
    check(
        lambda r, _, kind: r.multinomial(Tensor(weights.astype(kind.name)), n, repeat),
        lambda t, _, kind: t.multinomial(t.from_numpy(weights).to(kind), n, repeat),
        shapes=[()] * 3,
    )


def test_like_functions_take_shape_and_dtype():
    x = Tensor(np.zeros((2, 3)))
    assert random.randn_like(x).dtype is dtypes.float64
    assert random.randn_like(x, dtype=dtypes.float32).dtype is dtypes.float32
    assert random.randn_like(x).shape == (2, 3)


def test_known_numbers_without_torch():
    random.manual_seed(0)
    assert random.rand(2).tolist() == [0.49625658988952637, 0.7682217955589294]
    random.manual_seed(0)
    assert random.randn(2).tolist() == [1.5409960746765137, -0.293428897857666]
    random.manual_seed(0)
    assert random.randperm(5).tolist() == [4, 0, 1, 3, 2]


def test_a_state_can_be_kept_and_restored_and_is_torchs():
    torch = pytest.importorskip("torch")
    ours = random.Generator().manual_seed(9)
    theirs = torch.Generator().manual_seed(9)
    random.randn(3, generator=ours)  # leaves one normal number over
    torch.randn(3, generator=theirs)
    state = ours.get_state()
    assert state.array.tobytes() == theirs.get_state().numpy().tobytes()
    first = random.randn(50, generator=ours).tolist()
    ours.set_state(state)
    assert random.randn(50, generator=ours).tolist() == first
    assert torch.equal(theirs.set_state(torch.from_numpy(state.array)).get_state(),
                       torch.from_numpy(state.array))  # fmt: skip


def test_seeds_are_reported_as_torch_reports_them():
    assert random.manual_seed(-1) is random.default_generator
    assert random.initial_seed() == 2**64 - 1
    assert random.Generator().initial_seed() == 67280421310721
    assert random.seed() == random.initial_seed()


def test_generators_are_independent_streams():
    mine = random.Generator().manual_seed(0)
    random.manual_seed(1)
    expected = random.rand(3).tolist()
    random.manual_seed(1)
    random.rand(100, generator=mine)
    assert random.rand(3).tolist() == expected


def test_filling_follows_the_indices_whatever_the_memory():
    random.manual_seed(0)
    plain = random.rand(3, 4).array
    random.manual_seed(0)
    fortran = Tensor(np.zeros((3, 4), np.float32, order="F")).uniform_()
    assert (fortran.array == plain).all()
