"""Where torch keeps `utils.data`: data sets and the loader of batches."""

from . import data

__all__ = ["data"]
