"""Batches: the loader that walks through a data set, and how it joins examples."""

from collections.abc import Mapping, Sequence

import numpy as np

from ...creation import as_tensor, tensor
from ...dtypes import float64
from ...joining import stack
from ...random import default_generator
from ...tensor import Tensor
from .dataset import Subset, TensorDataset
from .sampler import BatchSampler, RandomSampler, SequentialSampler, seed_from


class DataLoader:
    """The examples of a data set in batches: `for x, y in DataLoader(data, 32): ...`

    Args:
        dataset: what has `len(dataset)` and `dataset[index]`.
        batch_size: examples in a batch; None gives single examples.
        shuffle: a new random order each time round, the one that torch would visit.
        sampler: the order, instead of shuffle.
        batch_sampler: lists of numbers, instead of all of these.
        num_workers: accepted as in torch; examples are loaded in this process.
        collate_fn: makes a batch of a list of examples; `default_collate` if None.
        pin_memory: accepted as in torch; without effect.
        drop_last: leave out a last batch that is smaller.
        generator: the stream to draw from; the default one if None.

    Shape: examples of shape (...) come as (B, ...); the last batch may be smaller.

    Raises:
        ValueError: for options that exclude each other or are out of range.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> x = torch.arange(6)
        >>> data = torch.utils.data.TensorDataset(x, x**2)
        >>> for a, b in torch.utils.data.DataLoader(data, batch_size=4, shuffle=True):
        ...     print(a, b)
        tensor([0, 4, 3, 5]) tensor([ 0, 16,  9, 25])
        tensor([2, 1]) tensor([4, 1])

    Source: docs/chapters/training-loop.md
    """

    def __init__(
        self, dataset, batch_size=1, shuffle=None, sampler=None, batch_sampler=None, num_workers=0,
        collate_fn=None, pin_memory=False, drop_last=False, *, generator=None,
    ):  # fmt: skip
        _check_options(batch_size, shuffle, sampler, batch_sampler, drop_last)
        if num_workers < 0:
            raise ValueError(f"num_workers expected 0 or more, got {num_workers}")
        self.dataset = dataset
        if sampler is None and shuffle:
            sampler = RandomSampler(dataset, generator=generator)
        self.sampler = SequentialSampler(dataset) if sampler is None else sampler
        if batch_sampler is not None:
            batch_size = None
        elif batch_size is not None:
            batch_sampler = BatchSampler(self.sampler, batch_size, drop_last)
        self.batch_size = batch_size
        self.drop_last = drop_last
        self.batch_sampler = batch_sampler
        self.collate_fn = collate_fn
        self.generator = generator

    def __iter__(self):
        order = iter(self.sampler if self.batch_sampler is None else self.batch_sampler)
        # torch takes a seed for its workers each time round, also where it has none
        seed_from(self.generator or default_generator)
        return map(self._fetch, order)

    def __len__(self):
        return len(self.sampler if self.batch_sampler is None else self.batch_sampler)

    def _fetch(self, chosen):
        """The batch of the chosen numbers, or the one example of a chosen number."""
        if self.batch_sampler is None:
            return (self.collate_fn or default_convert)(self.dataset[chosen])
        if self.collate_fn is None and (rows := _rows(self.dataset, chosen)):
            return rows
        examples = [self.dataset[i] for i in chosen]
        return (self.collate_fn or default_collate)(examples)


def _check_options(batch_size, shuffle, sampler, batch_sampler, drop_last):
    if sampler is not None and shuffle:
        raise ValueError("sampler excludes shuffle: the sampler sets the order")
    if batch_sampler is not None and (batch_size != 1 or shuffle or sampler is not None or drop_last):
        raise ValueError(
            "batch_sampler excludes batch_size, shuffle, sampler and drop_last: "
            "it sets both order and batches"
        )
    if batch_size is None and drop_last:
        raise ValueError("batch_size=None (no batches) excludes drop_last")


def _rows(dataset, chosen):
    """The batch in one step where the examples are rows of tensors, else None.

    Only for these very classes: a subclass may have its own idea of an example.
    """
    while type(dataset) is Subset:
        chosen = [dataset.indices[i] for i in chosen]
        dataset = dataset.dataset
    if type(dataset) is TensorDataset:
        return [rows[chosen] for rows in dataset.tensors]
    return None


def default_collate(batch):
    """A list of examples as one example with a new first dimension.

    Tensors, arrays and numbers become tensors (floats float64, as in torch); tuples,
    lists and dicts are joined item by item; texts stay a list.

    Args:
        batch: examples that are alike.

    Shape: B examples of (...) -> (B, ...).

    Raises:
        TypeError: for examples of another kind.
        RuntimeError: for examples of different sizes.

    Example:
        >>> from plainnet.utils.data import default_collate
        >>> default_collate([(1, "a"), (2, "b")])
        [tensor([1, 2]), ('a', 'b')]

    Source: docs/chapters/training-loop.md
    """
    first = batch[0]
    if isinstance(first, Tensor):
        return stack(batch)
    if isinstance(first, np.ndarray | np.generic) and first.dtype.kind in "biuf":
        return stack([as_tensor(np.asarray(item)) for item in batch])
    if isinstance(first, float):
        return tensor(batch, dtype=float64)
    if isinstance(first, int):
        return tensor(batch)
    if isinstance(first, str | bytes):
        return batch
    if isinstance(first, Mapping):
        return {key: default_collate([item[key] for item in batch]) for key in first}
    if isinstance(first, Sequence):
        return _joined(batch)
    raise TypeError(
        "default_collate expected tensors, arrays, numbers, texts, dicts or lists, got "
        f"{type(first).__name__}: pass collate_fn"
    )


def _joined(batch):
    if len({len(item) for item in batch}) > 1:
        raise RuntimeError(
            "default_collate expected examples of equal size, got "
            f"{sorted({len(item) for item in batch})}: pass collate_fn to pad them"
        )
    joined = [default_collate(items) for items in zip(*batch, strict=True)]
    return _kept_named(batch[0], joined)


def _kept_named(like, items):
    """A named tuple stays one; tuples and lists become lists, as in torch."""
    return type(like)(*items) if hasattr(like, "_fields") else items


def default_convert(data):
    """Arrays in an example become tensors; everything else stays as it is.

    Source: docs/chapters/training-loop.md
    """
    if isinstance(data, np.ndarray | np.generic) and data.dtype.kind in "biuf":
        return as_tensor(np.asarray(data))
    if isinstance(data, Mapping):
        return {key: default_convert(value) for key, value in data.items()}
    if isinstance(data, tuple | list):
        return _kept_named(data, [default_convert(item) for item in data])
    return data
