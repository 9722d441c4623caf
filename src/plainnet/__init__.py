# ruff: noqa: F401, I001 -- imported so that others find them here
"""plainnet: neural networks in NumPy, under PyTorch's names.

`import plainnet as torch` runs the book's programs: tensors with gradients, layers,
losses, optimisers, and the random numbers of the same seeds.
"""

import warnings as _warnings
from importlib import import_module as _import
from math import e, inf, nan, pi

from . import autograd, functional, nn, random

# fmt: off
from .arithmetic import (
    add, div, floor_divide, maximum, minimum, mul, neg, pow, remainder, sub,
)
from .autograd import enable_grad, is_grad_enabled, no_grad, set_grad_enabled
from .comparison import (
    allclose, eq, equal, ge, gt, le, logical_and, logical_not, logical_or,
    logical_xor, lt, ne,
)
from .conversion import clone
from .creation import (
    arange, as_tensor, empty, eye, from_numpy, full, full_like,
    linspace, ones, ones_like, tensor, zeros, zeros_like,
)
from .dtypes import (
    bool, double, dtype, float, float16, float32, float64, get_default_dtype, half,
    int, int8, int16, int32, int64, long, set_default_dtype, short, uint8,
)
from .elementwise import (
    abs, ceil, clamp, clip, cos, exp, floor, isfinite, isinf, isnan,
    log, log1p, log2, relu, round, sigmoid, sign, sin, sqrt,
    square, tanh,
)
from .functional.activation import erf, log_softmax, softmax
from .indexing import (
    diag, gather, masked_fill, nonzero,
    scatter_add, tril, triu, where,
)
from .joining import cat, chunk, concat, meshgrid, split, stack, unbind
from .ordering import (
    amax, amin, argmax, argmin, argsort, bincount, max, min, sort,
    topk, unique,
)
from .printing import set_printoptions
from .products import bmm, dot, einsum, matmul, mm, mv, outer
from .random import (
    Generator, bernoulli, get_rng_state, initial_seed, manual_seed,
    multinomial, normal, rand, randint, randn, randn_like,
    randperm, seed, set_rng_state,
)
from .reductions import (
    all, any, cumprod, cumsum, logsumexp, mean, norm, prod, std, sum,
    var,
)
from .shapes import (
    flatten, flip, permute, reshape, squeeze, t, transpose, unsqueeze,
)
from .tensor import Size, Tensor
# fmt: on

__version__ = "0.1.0"

# as torch: 1/0 is inf and log(-1) is nan, and nothing is said about it
_warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"plainnet\.")

_LATER = ("data", "draw", "optim", "serialize", "testing", "utils")
_INSIDE = {"save": "serialize", "load": "serialize", "keep_heap": "heap"}


def __getattr__(name):
    """Import the parts that not every program needs when they are first asked for."""
    if name in _LATER:
        return _import(f".{name}", __name__)
    if name in _INSIDE:
        return getattr(_import(f".{_INSIDE[name]}", __name__), name)
    raise AttributeError(
        f"plainnet has no '{name}': it holds what the book's programs use of torch; "
        "the reference pages list it"
    )
