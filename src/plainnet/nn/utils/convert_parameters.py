"""All parameters as one vector, and back."""

from ...autograd import no_grad
from ...joining import cat


def parameters_to_vector(parameters):
    """The elements of all parameters in a row.

    Shape: parameters of P elements in all → (P)

    Example:
        >>> import plainnet as torch
        >>> from plainnet import nn
        >>> nn.utils.parameters_to_vector(nn.Linear(3, 2).parameters()).shape
        torch.Size([8])

    Source: docs/chapters/loss-landscape-and-ntk.md
    """
    return cat([p.reshape(-1) for p in parameters])


def vector_to_parameters(vec, parameters):
    """Copy the elements of a vector into the parameters, in order.

    Shape: vec (P), parameters of P elements in all

    Raises:
        RuntimeError: where the vector has another number of elements.

    Source: docs/chapters/loss-landscape-and-ntk.md
    """
    parameters = list(parameters)
    total = sum(p.numel() for p in parameters)
    if vec.array.shape != (total,):
        raise RuntimeError(
            f"vector_to_parameters expected a vector of {total} elements, got shape {vec.array.shape}"
        )
    at = 0
    with no_grad():
        for p in parameters:
            p.copy_(vec[at : at + p.numel()].reshape(p.shape))
            at += p.numel()
