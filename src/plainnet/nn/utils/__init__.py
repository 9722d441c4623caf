# ruff: noqa: F401 -- imported so that others find them here
"""Tools for all parameters at once: gradient clipping, and parameters as one vector."""

from .clip_grad import clip_grad_norm_, clip_grad_value_
from .convert_parameters import parameters_to_vector, vector_to_parameters
