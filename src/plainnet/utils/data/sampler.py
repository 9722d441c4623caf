"""Samplers: in which order the examples of a data set are visited."""

import itertools

from ...random import Generator, default_generator, randint, randperm


class Sampler:
    """An order of examples; write `__iter__` and, where it is known, `__len__`.

    Source: docs/chapters/training-loop.md
    """


class SequentialSampler(Sampler):
    """0, 1, 2, ...

    Source: docs/chapters/training-loop.md
    """

    def __init__(self, data_source):
        self.data_source = data_source

    def __iter__(self):
        return iter(range(len(self.data_source)))

    def __len__(self):
        return len(self.data_source)


class RandomSampler(Sampler):
    """A new random order each time, the one that torch would visit.

    Args:
        data_source: what to visit.
        replacement: whether an example may come more than once.
        num_samples: how many to visit; all if None.
        generator: the stream to draw from. Without it, one 64-bit number of the default
            stream seeds a generator for this round.

    Raises:
        TypeError, ValueError: for other values.

    Source: docs/chapters/training-loop.md
    """

    def __init__(self, data_source, replacement=False, num_samples=None, generator=None):
        self.data_source = data_source
        self.replacement = _flag("replacement", replacement, TypeError)
        self._num_samples = num_samples
        self.generator = generator
        _positive("num_samples", self.num_samples)

    @property
    def num_samples(self):
        """How many examples one round visits."""
        return len(self.data_source) if self._num_samples is None else self._num_samples

    def __iter__(self):
        stream, n = self.generator, len(self.data_source)
        if stream is None:
            stream = Generator().manual_seed(seed_from(default_generator))
        if self.replacement:
            for count in (32,) * (self.num_samples // 32) + (self.num_samples % 32,):
                yield from randint(n, (count,), generator=stream).tolist()
        else:
            for _ in range(self.num_samples // n):
                yield from randperm(n, generator=stream).tolist()
            # torch draws this last one even where nothing is left to fill
            rest = self.num_samples % n
            yield from randperm(n, generator=stream).tolist()[:rest]

    def __len__(self):
        return self.num_samples


class BatchSampler(Sampler):
    """The order of another sampler, in lists of `batch_size`.

    Args:
        sampler: the order, any iterable.
        batch_size: how many numbers a list holds.
        drop_last: leave out a last list that is shorter.

    Raises:
        ValueError: for other values.

    Example:
        >>> from plainnet.utils.data import BatchSampler
        >>> list(BatchSampler(range(7), 3, drop_last=False))
        [[0, 1, 2], [3, 4, 5], [6]]

    Source: docs/chapters/training-loop.md
    """

    def __init__(self, sampler, batch_size, drop_last):
        self.sampler = sampler
        self.batch_size = _positive("batch_size", batch_size)
        self.drop_last = _flag("drop_last", drop_last, ValueError)

    def __iter__(self):
        order = iter(self.sampler)
        while batch := list(itertools.islice(order, self.batch_size)):
            if self.drop_last and len(batch) < self.batch_size:
                return
            yield batch

    def __len__(self):
        extra = 0 if self.drop_last else self.batch_size - 1
        return (len(self.sampler) + extra) // self.batch_size


def seed_from(stream):
    """The seed that torch takes from a stream: its next 64-bit number, mod 2**63."""
    return int(stream.long_words(1)[0]) % 2**63


def _positive(name, value):
    if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
        raise ValueError(f"{name} expected a positive integer, got {value!r}")
    return value


def _flag(name, value, error):
    if not isinstance(value, bool):
        raise error(f"{name} expected True or False, got {value!r}")
    return value
