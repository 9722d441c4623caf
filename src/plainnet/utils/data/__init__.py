# ruff: noqa: F401, I001 -- imported so that others find them here
"""Data sets, orders to visit them in, and batches, under torch's names."""

from .dataloader import DataLoader, default_collate, default_convert
from .dataset import Dataset, Subset, TensorDataset, random_split
from .sampler import (
    BatchSampler, RandomSampler, Sampler, SequentialSampler,
)  # fmt: skip
