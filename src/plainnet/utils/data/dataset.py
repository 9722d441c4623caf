"""Data sets: anything with a length whose examples can be asked for by number."""

import itertools
import math
import warnings

from ...random import default_generator, randperm


class Dataset:
    """Examples by number; write `__len__` and `__getitem__(index)` in a subclass.

    Example:
        >>> from plainnet.utils.data import Dataset
        >>> class Squares(Dataset):
        ...     def __len__(self):
        ...         return 5
        ...     def __getitem__(self, index):
        ...         return index, index**2
        >>> Squares()[3]
        (3, 9)

    Source: docs/chapters/training-loop.md
    """

    def __getitem__(self, index):
        raise NotImplementedError(f"{type(self).__name__} expected a method __getitem__(self, index)")


class TensorDataset(Dataset):
    """Examples that are rows: the i-th example is the i-th row of each tensor.

    Args:
        tensors: tensors whose first dimensions have the same length.

    Shape: (N, ...), (N, ...), ...; an example has the shapes without N.

    Raises:
        AssertionError: where the lengths differ.

    Example:
        >>> import plainnet as torch
        >>> x, y = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([0, 1, 0])
        >>> torch.utils.data.TensorDataset(x, y)[1]
        (tensor([2.]), tensor(1))

    Source: docs/chapters/training-loop.md
    """

    def __init__(self, *tensors):
        lengths = [len(tensor) for tensor in tensors]
        if len(set(lengths)) > 1:
            raise AssertionError(f"TensorDataset expected tensors of one length, got {lengths}")
        self.tensors = tensors

    def __getitem__(self, index):
        return tuple(tensor[index] for tensor in self.tensors)

    def __len__(self):
        return len(self.tensors[0])


class Subset(Dataset):
    """Some of the examples of a data set.

    Args:
        dataset: all examples.
        indices: the numbers of those wanted, in the order wanted.

    Example:
        >>> from plainnet.utils.data import Subset
        >>> list(Subset("abcde", [4, 0]))
        ['e', 'a']

    Source: docs/chapters/training-loop.md
    """

    def __init__(self, dataset, indices):
        self.dataset = dataset
        self.indices = indices

    def __getitem__(self, idx):
        if isinstance(idx, list):
            return self.dataset[[self.indices[i] for i in idx]]
        return self.dataset[self.indices[idx]]

    def __len__(self):
        return len(self.indices)


def random_split(dataset, lengths, generator=default_generator):
    """Cut a data set into parts at random, in the order that torch draws.

    Args:
        dataset: what to cut.
        lengths: how many examples each part gets; or fractions that add up to 1, whose
            remainder goes to the parts in turn.
        generator: the stream to draw from.

    Raises:
        ValueError: where the lengths do not add up, or a fraction lies outside [0, 1].

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> train, test = torch.utils.data.random_split(range(10), [0.8, 0.2])
        >>> list(test)
        [6, 2]

    Source: docs/chapters/training-loop.md
    """
    if math.isclose(sum(lengths), 1) and sum(lengths) <= 1:
        lengths = _counts(lengths, len(dataset))
    if sum(lengths) != len(dataset):
        raise ValueError(
            f"random_split expected lengths that add up to {len(dataset)} examples, "
            f"got {list(lengths)}: fractions must add up to 1"
        )
    order = randperm(sum(lengths), generator=generator).tolist()
    ends = itertools.accumulate(lengths)
    return [Subset(dataset, order[end - length : end]) for end, length in zip(ends, lengths, strict=True)]


def _counts(fractions, total):
    """Whole numbers near `fractions` of `total` that add up to it."""
    if any(not 0 <= fraction <= 1 for fraction in fractions):
        raise ValueError(f"random_split expected fractions in [0, 1], got {list(fractions)}")
    counts = [math.floor(total * fraction) for fraction in fractions]
    for i in range(total - sum(counts)):
        counts[i % len(counts)] += 1
    if 0 in counts:
        warnings.warn(f"random_split: a part of {counts} has no example", stacklevel=3)
    return counts
