# ruff: noqa: F403 -- every name of the package, at torch's second place for them
"""The same as `plainnet.functional`, at the place where torch has it."""

from ..functional import *
