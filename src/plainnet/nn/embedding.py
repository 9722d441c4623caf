"""Embedding as a layer; the formula stands in `plainnet.functional.embedding`."""

from ..autograd import no_grad
from ..creation import as_tensor, empty
from ..functional.embedding import check_padding, embedding
from . import init
from .module import Module, Parameter


class Embedding(Module):
    """weight[input]: a learned vector for every number of a word.

    Args:
        num_embeddings: how many words there are.
        embedding_dim: the length of their vectors.
        padding_idx: a word whose vector is 0 and stays so, or None.

    Shape: (...) of int64 → (..., embedding_dim)

    Attributes:
        weight: (num_embeddings, embedding_dim), from N(0, 1).

    Raises:
        AssertionError: for a padding_idx out of range.
        IndexError: for a word out of range.

    Example:
        >>> import plainnet as torch
        >>> torch.nn.Embedding(10, 4)(torch.tensor([[1, 2, 3]])).shape
        torch.Size([1, 3, 4])

    Source: docs/chapters/language-models-and-scaling.md
    """

    def __init__(self, num_embeddings, embedding_dim, padding_idx=None, _weight=None, _freeze=False):
        self.num_embeddings, self.embedding_dim = num_embeddings, embedding_dim
        self.padding_idx = check_padding(padding_idx, num_embeddings)
        if _weight is not None:
            self.weight = Parameter(_weight, not _freeze)
            return
        self.weight = Parameter(empty(num_embeddings, embedding_dim))
        self.reset_parameters()

    @classmethod
    def from_pretrained(cls, embeddings, freeze=True, padding_idx=None):
        """A layer with a given table.

        Args:
            embeddings: one row per word.
            freeze: whether the table stays as it is in training.
            padding_idx: a word whose vector gets no gradient, or None.

        Raises:
            AssertionError: where the table has not 2 dimensions.
        """
        embeddings = as_tensor(embeddings)
        if embeddings.ndim != 2:
            raise AssertionError(
                f"Embeddings parameter is expected to be 2-dimensional, got shape {embeddings.array.shape}"
            )
        return cls(*embeddings.shape, padding_idx, embeddings, freeze)

    def reset_parameters(self):
        """Draw the table anew."""
        init.normal_(self.weight)
        if self.padding_idx is not None:
            with no_grad():
                self.weight[self.padding_idx] = 0

    def forward(self, input):
        """The vectors."""
        return embedding(input, self.weight, self.padding_idx)

    def extra_repr(self):
        """The sizes."""
        sizes = f"{self.num_embeddings}, {self.embedding_dim}"
        padding = self.padding_idx
        return sizes if padding is None else f"{sizes}, padding_idx={padding}"
