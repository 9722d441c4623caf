"""The Transformer: attention and small networks in turn, each around a shortcut."""

import copy

from ..creation import full
from ..elementwise import relu
from ..functional.activation import gelu
from . import init
from .attention import MultiheadAttention
from .container import ModuleList
from .dropout import Dropout
from .linear import Linear
from .module import Module
from .norm import LayerNorm

ACTIVATIONS = {"relu": relu, "gelu": gelu}


def generate_square_subsequent_mask(sz):
    """The mask of numbers in which position i may look at positions up to i.

    Shape: → (sz, sz): 0 on and below the diagonal, -inf above

    Example:
        >>> import plainnet as torch
        >>> torch.nn.Transformer.generate_square_subsequent_mask(2)
        tensor([[0., -inf],
                [0., 0.]])

    Source: docs/chapters/transformers.md; Vaswani and others, 2017, section 3.2.3.
    """
    return full((sz, sz), float("-inf")).triu(1)


class _Layer(Module):
    """What both kinds of layer share: the small network, and the shortcuts."""

    def _start(self, sizes, activation, norms, settings):
        """Make everything but the attention.

        Args:
            norms: how many sublayers there are.
            settings: (dropout, layer_norm_eps, norm_first, bias).
        """
        if isinstance(activation, str) and activation not in ACTIVATIONS:
            raise RuntimeError(
                f"activation should be relu/gelu, not {activation}: "
                f"{type(self).__name__} takes these names, or a function"
            )
        (d_model, dim_feedforward), (dropout, eps, self.norm_first, bias) = (sizes, settings)
        self.linear1 = Linear(d_model, dim_feedforward, bias)
        self.dropout = Dropout(dropout)
        self.linear2 = Linear(dim_feedforward, d_model, bias)
        for i in range(1, norms + 1):
            setattr(self, f"norm{i}", LayerNorm(d_model, eps, bias=bias))
        for i in range(1, norms + 1):
            setattr(self, f"dropout{i}", Dropout(dropout))
        known = isinstance(activation, str)
        self.activation = ACTIVATIONS[activation] if known else activation

    def _around(self, x, number, sublayer):
        """x + sublayer(norm(x)), or norm(x + sublayer(x))."""
        norm = getattr(self, f"norm{number}")
        leave_out = getattr(self, f"dropout{number}")
        if self.norm_first:
            return x + leave_out(sublayer(norm(x)))
        return norm(x + leave_out(sublayer(x)))

    def _network(self, x):
        return self.linear2(self.dropout(self.activation(self.linear1(x))))

    def _self_attention(self, mask, padding):
        return lambda x: self.self_attn(x, x, x, padding, False, mask)[0]


class TransformerEncoderLayer(_Layer):
    """norm(x + attention(x)), then norm(x + network(x)).

    Args:
        d_model: the length E of a vector.
        nhead: how many heads the attention has.
        dim_feedforward: the width of the small network.
        dropout: probability of leaving out, in [0, 1], at three places.
        activation: of the small network: "relu", "gelu" or a function.
        layer_norm_eps: of the normalisations.
        batch_first: whether the examples are the first dimension, (N, L, E), and the
            positions the second.
        norm_first: whether to normalise before attention and network instead of after.
        bias: whether the linear layers and the normalisations have biases.

    Shape: (L, N, E) or (L, E), and the same out.

    Raises:
        RuntimeError: for another activation.
        AssertionError: where nhead does not divide d_model.

    Example:
        >>> import plainnet as torch
        >>> layer = torch.nn.TransformerEncoderLayer(8, nhead=2, batch_first=True)
        >>> layer(torch.zeros(5, 7, 8)).shape
        torch.Size([5, 7, 8])

    Source: docs/chapters/transformers.md; Vaswani and others, 2017, section 3.1;
        norm_first: Xiong and others, 2020.
    """

    def __init__(
        self, d_model, nhead, dim_feedforward=2048, dropout=0.1, activation=relu,
        layer_norm_eps=1e-5, batch_first=False, norm_first=False, bias=True,
    ):  # fmt: skip
        self.self_attn = MultiheadAttention(d_model, nhead, dropout, bias, batch_first=batch_first)
        settings = dropout, layer_norm_eps, norm_first, bias
        self._start((d_model, dim_feedforward), activation, 2, settings)

    def forward(self, src, src_mask=None, src_key_padding_mask=None, is_causal=False):
        """The vectors of the next layer.

        Args:
            src_mask: see `MultiheadAttention`, attn_mask.
            src_key_padding_mask: see `MultiheadAttention`, key_padding_mask.
            is_causal: says that src_mask is the causal mask.
        """
        attend = self._self_attention(src_mask, src_key_padding_mask)
        return self._around(self._around(src, 1, attend), 2, self._network)


class TransformerDecoderLayer(_Layer):
    """x = norm(x + f(x)) for attention, attention to memory, and a small network.

    Arguments and errors are those of `TransformerEncoderLayer`.

    Shape: tgt (L, N, E) or (L, E), memory (S, N, E) or (S, E) → the shape of tgt

    Source: docs/chapters/transformers.md; Vaswani and others, 2017, section 3.1.
    """

    def __init__(
        self, d_model, nhead, dim_feedforward=2048, dropout=0.1, activation=relu,
        layer_norm_eps=1e-5, batch_first=False, norm_first=False, bias=True,
    ):  # fmt: skip
        sizes, order = (d_model, nhead, dropout, bias), {"batch_first": batch_first}
        self.self_attn = MultiheadAttention(*sizes, **order)
        self.multihead_attn = MultiheadAttention(*sizes, **order)
        settings = dropout, layer_norm_eps, norm_first, bias
        self._start((d_model, dim_feedforward), activation, 3, settings)

    def forward(
        self, tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None,
        memory_key_padding_mask=None, tgt_is_causal=False, memory_is_causal=False,
    ):  # fmt: skip
        """The vectors of the next layer; memory is what the encoder made.

        The masks are those of `MultiheadAttention`, for tgt and for memory.
        """

        def look(x):
            options = memory_key_padding_mask, False, memory_mask
            return self.multihead_attn(x, memory, memory, *options)[0]

        attend = self._self_attention(tgt_mask, tgt_key_padding_mask)
        x = self._around(self._around(tgt, 1, attend), 2, look)
        return self._around(x, 3, self._network)


class _Stack(Module):
    def __init__(self, layer, num_layers, norm):
        self.layers = ModuleList([copy.deepcopy(layer) for _ in range(num_layers)])
        self.num_layers, self.norm = num_layers, norm

    def _through(self, x, *arguments):
        for layer in self.layers:
            x = layer(x, *arguments)
        return x if self.norm is None else self.norm(x)


class TransformerEncoder(_Stack):
    """num_layers copies of a layer, one after the other.

    Args:
        encoder_layer: the layer, which is copied with its parameters.
        num_layers: how many copies.
        norm: a normalisation at the end, or None.

    Shape: that of the layer.

    Example:
        >>> import plainnet as torch
        >>> layer = torch.nn.TransformerEncoderLayer(8, nhead=2)
        >>> torch.nn.TransformerEncoder(layer, num_layers=3)(torch.zeros(7, 5, 8)).shape
        torch.Size([7, 5, 8])

    Source: docs/chapters/transformers.md
    """

    def __init__(self, encoder_layer, num_layers, norm=None):
        super().__init__(encoder_layer, num_layers, norm)

    def forward(self, src, mask=None, src_key_padding_mask=None, is_causal=None):
        """The vectors after all layers; the masks are those of the layer."""
        return self._through(src, mask, src_key_padding_mask)


class TransformerDecoder(_Stack):
    """num_layers copies of a layer, one after the other, all with the same memory.

    Args:
        decoder_layer: the layer, which is copied with its parameters.
        num_layers: how many copies.
        norm: a normalisation at the end, or None.

    Shape: that of the layer.

    Source: docs/chapters/transformers.md
    """

    def __init__(self, decoder_layer, num_layers, norm=None):
        super().__init__(decoder_layer, num_layers, norm)

    def forward(
        self, tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None,
        memory_key_padding_mask=None, tgt_is_causal=None, memory_is_causal=False,
    ):  # fmt: skip
        """The vectors after all layers; the masks are those of the layer."""
        return self._through(
            tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask,
            memory_key_padding_mask,
        )  # fmt: skip


class Transformer(Module):
    """An encoder reads src; a decoder looks at what it read, and writes tgt.

    Args:
        d_model, nhead: as those of `TransformerEncoderLayer`.
        num_encoder_layers, num_decoder_layers: how many layers.
        dim_feedforward, dropout, activation, layer_norm_eps, batch_first, norm_first,
        bias: as those of `TransformerEncoderLayer`.

    Shape: src (S, N, E), tgt (L, N, E) → (L, N, E)

    Source: docs/chapters/transformers.md; Vaswani and others, 2017, figure 1.
    """

    generate_square_subsequent_mask = staticmethod(generate_square_subsequent_mask)

    def __init__(
        self, d_model=512, nhead=8, num_encoder_layers=6, num_decoder_layers=6,
        dim_feedforward=2048, dropout=0.1, activation=relu, *, layer_norm_eps=1e-5,
        batch_first=False, norm_first=False, bias=True,
    ):  # fmt: skip
        settings = (
            d_model, nhead, dim_feedforward, dropout, activation, layer_norm_eps,
            batch_first, norm_first, bias,
        )  # fmt: skip
        self.d_model, self.nhead, self.batch_first = d_model, nhead, batch_first
        layer = TransformerEncoderLayer(*settings)
        norm = LayerNorm(d_model, layer_norm_eps, bias=bias)
        self.encoder = TransformerEncoder(layer, num_encoder_layers, norm)
        layer = TransformerDecoderLayer(*settings)
        norm = LayerNorm(d_model, layer_norm_eps, bias=bias)
        self.decoder = TransformerDecoder(layer, num_decoder_layers, norm)
        for p in self.parameters():
            if p.ndim > 1:
                init.xavier_uniform_(p)

    def forward(
        self, src, tgt, src_mask=None, tgt_mask=None, memory_mask=None,
        src_key_padding_mask=None, tgt_key_padding_mask=None,
        memory_key_padding_mask=None, src_is_causal=None, tgt_is_causal=None,
        memory_is_causal=False,
    ):  # fmt: skip
        """What the decoder makes of tgt; the masks are those of the layers."""
        memory = self.encoder(src, src_mask, src_key_padding_mask)
        return self.decoder(
            tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask,
            memory_key_padding_mask,
        )  # fmt: skip
