# ruff: noqa: F401 -- imported so that others find them here
"""Optimisers: rules that move parameters against their gradients."""

from . import lr_scheduler
from .adagrad import Adagrad
from .adam import Adam, AdamW
from .optimizer import Optimizer
from .rmsprop import RMSprop
from .sgd import SGD
