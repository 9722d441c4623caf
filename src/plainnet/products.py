"""Products of vectors and matrices."""

import sys

import numpy as np

from .autograd import record
from .tensor import Tensor, method


def _no_fit(name, a, b, expected):
    return RuntimeError(
        f"{name} expected {expected}, got shapes {a.shape} and {b.shape}: mat1 and "
        "mat2 shapes cannot be multiplied; transpose or reshape one of them"
    )


FEW = 60_000  # multiplications
MOST = 2**31 - 1  # the same: einsum counts them in 32 bits there


def _rows_by_columns(a, b):
    """a.dot(b) without BLAS: einsum is fast where memory is read in its order."""
    work = a.size * b.shape[1]
    if work < FEW:
        return a.dot(b)
    if work > MOST:
        halves = np.array_split(a, 2)
        return np.concatenate([_rows_by_columns(half, b) for half in halves])
    a, columns = np.ascontiguousarray(a), np.ascontiguousarray(b.T)
    return np.einsum("ik,jk->ij", a, columns)


# In the page NumPy has no BLAS: its own product takes three times as long as einsum for
# a layer of 784 inputs, and half as long for one of 8.
product = _rows_by_columns if sys.platform == "emscripten" else np.ndarray.dot


def same_dtype(name, input, other):
    """Raise where two dtypes differ: products do not convert."""
    if input.array.dtype != other.array.dtype:
        raise RuntimeError(
            f"{name} expected both tensors to have the same dtype, got {input.dtype} "
            f"and {other.dtype}: convert one of them, for example with .float()"
        )


@method
def matmul(input, other):
    """input @ other: the product of matrices, of a matrix and a vector, of two vectors.

    Shape:
        (D) @ (D) → (); (N, D) @ (D) → (N); (N, D) @ (D, M) → (N, M);
        (..., N, D) @ (..., D, M) → (..., N, M), leading dimensions broadcast.

    Raises:
        RuntimeError: where the inner lengths or the dtypes differ.

    Example:
        >>> import plainnet as torch
        >>> W = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
        >>> W @ torch.tensor([1.0, -1.0])
        tensor([-1., -1.])

    Source: docs/chapters/layers-and-forward-pass.md
    """
    a, b = input.array, other.array
    same_dtype("matmul", input, other)
    if not a.ndim or not b.ndim:
        raise _no_fit("matmul", a, b, "both tensors to be at least 1-D")
    if a.shape[-1] != b.shape[-2 if b.ndim > 1 else 0]:
        raise _no_fit("matmul", a, b, "the inner lengths to be equal")
    if a.ndim == 1 and b.ndim == 1:
        return dot(input, other)
    if b.ndim == 1:
        return mv(input, other) if a.ndim == 2 else _columns(input, other)
    if a.ndim == 1:
        return matmul(input.unsqueeze(0), other).squeeze(-2)
    if a.ndim == b.ndim == 2:
        return mm(input, other)
    return _stacks(input, other, "unsafe_view")


def _columns(input, vector):
    return matmul(input, vector.unsqueeze(1)).squeeze(-1)


@method
def dot(input, other):
    """The sum of the products of two vectors' elements.

    Shape: (D), (D) → ()

    Source: docs/chapters/artificial-neuron.md
    """
    a, b = input.array, other.array
    if a.ndim != 1 or a.shape != b.shape:
        raise _no_fit("dot", a, b, "two vectors of one length")
    return record(a.dot(b), (input, lambda g: g * b), (other, lambda g: g * a))


@method
def mv(input, vec):
    """The product of a matrix and a vector.

    Shape: (N, D), (D) → (N)

    Source: docs/chapters/layers-and-forward-pass.md
    """
    a, b = input.array, vec.array
    if a.ndim != 2 or b.ndim != 1 or a.shape[1] != len(b):
        raise _no_fit("mv", a, b, "a matrix (N, D) and a vector (D)")
    return record(a.dot(b), (input, lambda g: np.outer(g, b)), (vec, lambda g: g.dot(a)))


@method
def mm(input, mat2):
    """The product of two matrices.

    Shape: (N, D), (D, M) → (N, M)

    Source: docs/chapters/layers-and-forward-pass.md
    """
    a, b = input.array, mat2.array
    if a.ndim != 2 or b.ndim != 2 or a.shape[1] != len(b):
        raise _no_fit("mm", a, b, "matrices (N, D) and (D, M)")
    # y = a b, so dL/da = g bᵀ and dL/db = aᵀ g: the only products that fit
    return record(product(a, b), (input, lambda g: product(g, b.T)), (mat2, lambda g: product(a.T, g)))


@method
def bmm(input, mat2):
    """The products of two stacks of matrices; leading dimensions broadcast.

    Shape: (B, N, D), (B, D, M) → (B, N, M)

    Source: docs/chapters/layers-and-forward-pass.md
    """
    return _stacks(input, mat2, "bmm")


def _stacks(input, other, name):
    a, b = input.array, other.array
    try:
        value = a @ b
    except ValueError:
        raise _no_fit(name, a, b, "stacks of matrices (B, N, D) and (B, D, M)") from None
    return record(
        value, (input, lambda g: g @ b.swapaxes(-1, -2)), (other, lambda g: a.swapaxes(-1, -2) @ g), name=name
    )


@method
def outer(input, vec2):
    """The matrix of all products of two vectors' elements.

    Shape: (N), (M) → (N, M)

    Source: docs/chapters/layers-and-forward-pass.md
    """
    return input.unsqueeze(1) * vec2


def einsum(equation, *operands):
    """A sum of products written with letters: "ij,jk->ik" is the matrix product.

    Each letter names a dimension; letters missing on the right are summed over. A
    letter must not stand twice in one term.

    Shape: as the letters say.

    Raises:
        RuntimeError: where lengths under one letter differ.

    Source: docs/chapters/attention.md
    """
    if len(operands) == 1 and isinstance(operands[0], list | tuple):
        operands = operands[0]
    arrays = [t.array for t in operands]
    terms, out = _terms(equation.replace(" ", ""), arrays)
    try:
        value = np.einsum(",".join(terms) + "->" + out, *arrays, optimize=len(arrays) > 2)
    except ValueError as error:
        shapes = ", ".join(str(a.shape) for a in arrays)
        raise RuntimeError(f"einsum {equation!r} got shapes {shapes}: {error}") from None

    def edge(i):
        def pullback(g):
            return _einsum_gradient(g, i, terms, out, arrays)

        return operands[i], pullback

    return record(value, *map(edge, range(len(operands))), name="einsum")


def _terms(equation, arrays):
    """The letters of each input and of the output; "..." as spare capital letters."""
    left, arrow, out = equation.partition("->")
    terms = left.split(",")
    most = max(a.ndim - len(t.replace("...", "")) for t, a in zip(terms, arrays, strict=True))
    spare = [c for c in "ZYXWVUTSRQ" if c not in equation][:most]
    for i, (term, a) in enumerate(zip(terms, arrays, strict=True)):
        count = a.ndim - len(term.replace("...", ""))
        terms[i] = term.replace("...", "".join(spare[most - count :]))
    if not arrow:
        letters = "".join(terms)
        out = "".join(c for c in sorted(set(letters)) if letters.count(c) == 1)
    return terms, out.replace("...", "".join(spare))


def _einsum_gradient(g, i, terms, out, arrays):
    """Swap input and output: its letters on the right, all others on the left."""
    others = [a for j, a in enumerate(arrays) if j != i]
    letters = [t for j, t in enumerate(terms) if j != i]
    known = set(out).union(*letters)
    missing = [c for c in terms[i] if c not in known]  # were summed over alone: repeat
    kept = "".join(c for c in terms[i] if c in known)
    part = np.einsum(",".join([out, *letters]) + "->" + kept, g, *others, optimize=True)
    for axis, c in enumerate(terms[i]):
        if c in missing:
            part = np.expand_dims(part, axis)
    return np.array(np.broadcast_to(part, np.broadcast_shapes(part.shape, arrays[i].shape)))


def _rmatmul(self, other):
    return matmul(Tensor(np.asarray(other)), self)


Tensor.__matmul__ = matmul
Tensor.__rmatmul__ = _rmatmul
