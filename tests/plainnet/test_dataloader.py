"""Batches: the examples that torch visits, in its order, joined as it joins them."""

from collections import namedtuple

import numpy as np
import pytest

from plainnet import random
from plainnet.tensor import Tensor
from plainnet.utils import data

SEEDS = (*range(18), 42, 1234)
POINT = namedtuple("Point", "x y")


def both():
    """(utils.data, manual_seed, rand, Generator) of plainnet and of torch."""
    torch = pytest.importorskip("torch")
    return (
        (data, random.manual_seed, random.rand, random.Generator),
        (torch.utils.data, torch.manual_seed, torch.rand, torch.Generator),
    )


def same_visits(visit, seeds=SEEDS):
    """`visit(utils.data, generator)` gives equal lists and leaves equal streams."""
    for seed in seeds:
        seen = []
        for package, manual_seed, rand, generator in both():
            manual_seed(seed)
            seen.append(visit(package, generator().manual_seed(seed + 1)))
            seen[-1].append(rand(1).item())
        assert seen[0] == seen[1]


LOADERS = {
    "shuffle": {"batch_size": 4, "shuffle": True},
    "drop last": {"batch_size": 4, "shuffle": True, "drop_last": True},
    "in order": {"batch_size": 3},
    "no batches": {"batch_size": None, "shuffle": True},
    "one batch": {"batch_size": 100, "shuffle": True},
    "even": {"batch_size": 5, "shuffle": True},
}


@pytest.mark.parametrize("own_generator", [False, True])
@pytest.mark.parametrize("case", LOADERS)
def test_a_loader_visits_examples_in_torchs_order(case, own_generator):
    def visit(package, generator):
        options = LOADERS[case] | ({"generator": generator} if own_generator else {})
        loader = package.DataLoader(list(range(15)), **options)
        rounds = [[np.asarray(x).tolist() for x in loader] for _ in range(3)]
        return [*rounds, len(loader)]

    same_visits(visit)


def test_a_loader_stopped_early_leaves_the_stream_as_torch_does():
    def visit(package, generator):
        loader = package.DataLoader(list(range(9)), 2, shuffle=True)
        return [next(iter(loader)).tolist() for _ in range(3)]

    same_visits(visit)


@pytest.mark.parametrize(
    "sampler",
    [lambda d, g: d.RandomSampler(range(10), num_samples=25),
     lambda d, g: d.RandomSampler(range(10), replacement=True, num_samples=70),
     lambda d, g: d.RandomSampler(range(10), generator=g),
     lambda d, g: d.BatchSampler(d.RandomSampler(range(10)), 4, True),
     lambda d, g: d.SequentialSampler("abc")],
)  # fmt: skip
def test_samplers_draw_torchs_numbers(sampler):
    def visit(package, generator):
        made = sampler(package, generator)
        return [list(made), list(made), len(made)]

    same_visits(visit)


@pytest.mark.parametrize("lengths", [[3, 7], [0.3, 0.3, 0.4], [0.5, 0.25, 0.25], [1.0]])
def test_random_split_cuts_as_torch_cuts(lengths):
    def visit(package, generator):
        parts = package.random_split(range(10), lengths)
        parts += package.random_split(range(10), lengths, generator)
        return [list(part) for part in parts]

    same_visits(visit)


BATCHES = {
    "floats": [0.5, 1.5],
    "integers": [1, 2],
    "truths": [True, False],
    "texts": ["a", "b"],
    "arrays": [np.float32([1, 2]), np.float32([3, 4])],
    "numbers": [np.int64(1), np.int64(2)],
    "tuples": [(1, np.ones(2)), (2, np.zeros(2))],
    "lists": [[1, 2.0], [3, 4.0]],
    "dicts": [{"a": 1, "b": "x"}, {"a": 2, "b": "y"}],
    "named": [POINT(1, 2.0), POINT(3, 4.0)],
}


def plain(value):
    """A batch without its tensors: (dtype, numbers) for each."""
    if hasattr(value, "tolist"):
        return str(value.dtype), value.tolist()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return type(value).__name__, [plain(item) for item in value]
    return value


@pytest.mark.parametrize("case", BATCHES)
def test_collate_joins_examples_as_torch_does(case):
    joined = [plain(package.default_collate(BATCHES[case])) for package, *_ in both()]
    converted = [plain(package.default_convert(BATCHES[case])) for package, *_ in both()]
    assert joined[0] == joined[1]
    assert converted[0] == converted[1]


def test_rows_of_tensors_come_as_one_batch():
    x, y = Tensor(np.arange(12.0).reshape(6, 2)), Tensor(np.arange(6))
    a, b = next(iter(data.DataLoader(data.TensorDataset(x, y), 4)))
    assert a.tolist() == x.array[:4].tolist() and b.tolist() == [0, 1, 2, 3]


def test_a_subset_of_rows_comes_as_one_batch():
    rows = data.TensorDataset(Tensor(np.arange(10)))
    nested = data.Subset(data.Subset(rows, [9, 7, 5, 3]), [2, 0])
    assert [x.tolist() for (x,) in data.DataLoader(nested, 2)] == [[5, 9]]
    assert nested[0][0].item() == 5


def test_a_subclass_of_tensor_dataset_keeps_its_own_examples():
    class Doubled(data.TensorDataset):
        def __getitem__(self, index):
            return super().__getitem__(index)[0] * 2

    loader = data.DataLoader(Doubled(Tensor(np.arange(4))), 4)
    assert next(iter(loader)).tolist() == [0, 2, 4, 6]


def test_a_loader_uses_the_callers_collate_fn_and_batch_sampler():
    loader = data.DataLoader("abcd", batch_sampler=[[0, 1], [3]], collate_fn="".join)
    assert list(loader) == ["ab", "d"]
    assert len(loader) == 2


def test_gradients_reach_the_tensors_of_a_data_set():
    x = Tensor(np.arange(3.0), requires_grad=True)
    (batch,) = next(iter(data.DataLoader(data.TensorDataset(x), 2)))
    assert batch.requires_grad


def test_a_part_without_examples_warns():
    with pytest.warns(UserWarning, match="no example"):
        data.random_split(range(2), [0.9, 0.05, 0.05])


WRONG = {
    "getitem": (lambda: data.Dataset()[0], NotImplementedError, "__getitem__"),
    "lengths": (
        lambda: data.TensorDataset(Tensor([1.0]), Tensor([1.0, 2.0])),
        AssertionError,
        "one length",
    ),
    "split sum": (lambda: data.random_split(range(3), [1, 1]), ValueError, "add up"),
    "split part": (
        lambda: data.random_split([1], [1.5, -0.5]), ValueError, "fractions",
    ),
    "empty": (lambda: data.DataLoader([], shuffle=True), ValueError, "num_samples"),
    "batch size": (lambda: data.DataLoader([1], 0), ValueError, "batch_size"),
    "drop last": (lambda: data.BatchSampler([1], 1, 1), ValueError, "drop_last"),
    "replacement": (lambda: data.RandomSampler([1], 1), TypeError, "replacement"),
    "order twice": (
        lambda: data.DataLoader([1], shuffle=True, sampler=[0]), ValueError, "shuffle",
    ),
    "batches twice": (
        lambda: data.DataLoader([1], 2, batch_sampler=[[0]]), ValueError, "excludes",
    ),
    "no batches": (
        lambda: data.DataLoader([1], None, drop_last=True), ValueError, "drop_last",
    ),
    "workers": (lambda: data.DataLoader([1], num_workers=-1), ValueError, "workers"),
    "collate": (lambda: data.default_collate([None]), TypeError, "collate_fn"),
    "unequal": (lambda: data.default_collate([[1], [1, 2]]), RuntimeError, "equal"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_wrong_input_is_refused_with_torchs_kind_of_error(case):
    call, error, part = WRONG[case]
    with pytest.raises(error, match=part):
        call()
