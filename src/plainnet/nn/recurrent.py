"""Recurrent networks as layers, one step at a time (all steps: `sequence`)."""

import math

from ..creation import empty, zeros
from ..functional import recurrent
from . import init
from .module import Module, Parameter


def draw(module, hidden_size):
    """Draw all parameters from U(-k, k) with k = 1 / √hidden_size."""
    k = 1 / math.sqrt(hidden_size) if hidden_size else 0
    for parameter in module.parameters():
        init.uniform_(parameter, -k, k)


class _Cell(Module):
    """What the cells share: sizes, parameters, and a first state of zeros."""

    gates = 1

    def __init__(self, input_size, hidden_size, bias=True):
        self.input_size, self.hidden_size, self.bias = input_size, hidden_size, bias
        rows = self.gates * hidden_size
        self.weight_ih = Parameter(empty(rows, input_size))
        self.weight_hh = Parameter(empty(rows, hidden_size))
        self.bias_ih = Parameter(empty(rows)) if bias else None
        self.bias_hh = Parameter(empty(rows)) if bias else None
        self.reset_parameters()

    def reset_parameters(self):
        """Draw the parameters anew."""
        draw(self, self.hidden_size)

    def _parameters(self):
        return self.weight_ih, self.weight_hh, self.bias_ih, self.bias_hh

    def _state(self, input, hx):
        shape = (*input.shape[:-1], self.hidden_size)
        if input.ndim not in (1, 2) or input.shape[-1] != self.input_size:
            raise RuntimeError(
                f"{type(self).__name__}: Expected input of shape (N, "
                f"{self.input_size}) or ({self.input_size}), got {input.array.shape}"
            )
        hx = zeros(shape, dtype=input.dtype) if hx is None else hx
        if hx.array.shape != shape:
            raise RuntimeError(
                f"{type(self).__name__} expected a hidden state of shape {shape}, got {hx.array.shape}"
            )
        return hx

    def extra_repr(self):
        """The sizes."""
        sizes = f"{self.input_size}, {self.hidden_size}"
        return sizes if self.bias else f"{sizes}, bias=False"


class RNNCell(_Cell):
    """One step of a recurrent network: `functional.recurrent.rnn_tanh_cell`.

    Args:
        input_size: the length D of an input.
        hidden_size: the length H of an output.
        bias: whether biases are added.
        nonlinearity: "tanh" or "relu".

    Shape: input (N, D) or (D), hx (N, H) or (H), zeros if None → (N, H) or (H)

    Attributes:
        weight_ih, weight_hh: (H, D) and (H, H), from U(-k, k) with k = 1 / √H.
        bias_ih, bias_hh: (H), from the same distribution, or None.

    Raises:
        RuntimeError: for another nonlinearity (when it is used), and where shapes do
            not fit.

    Example:
        >>> import plainnet as torch
        >>> torch.nn.RNNCell(3, 4)(torch.zeros(5, 3)).shape
        torch.Size([5, 4])

    Source: docs/chapters/recurrent-networks.md
    """

    def __init__(self, input_size, hidden_size, bias=True, nonlinearity="tanh"):
        self.nonlinearity = nonlinearity
        super().__init__(input_size, hidden_size, bias)

    def forward(self, input, hx=None):
        """The output, which is the next state too."""
        if self.nonlinearity not in ("tanh", "relu"):
            raise RuntimeError(
                "RNNCell expected nonlinearity 'tanh' or 'relu', got "
                f"{self.nonlinearity!r}: Unknown nonlinearity"
            )
        cell = getattr(recurrent, f"rnn_{self.nonlinearity}_cell")
        return cell(input, self._state(input, hx), *self._parameters())

    def extra_repr(self):
        """The sizes, and relu."""
        usual = self.nonlinearity == "tanh"
        return super().extra_repr() + ("" if usual else f", nonlinearity={self.nonlinearity}")


class LSTMCell(_Cell):
    """One step of an LSTM: `functional.recurrent.lstm_cell`.

    Arguments are those of `RNNCell`, without the nonlinearity.

    Shape:
        input (N, D) or (D), hx = (h, c) of (N, H) or (H), zeros if None
        → h, c of the shape of h

    Attributes:
        weight_ih, weight_hh: (4H, D) and (4H, H), from U(-k, k) with k = 1 / √H.
        bias_ih, bias_hh: (4H), from the same distribution, or None.

    Raises:
        RuntimeError: where shapes do not fit.

    Source: docs/chapters/recurrent-networks.md
    """

    gates = 4

    def forward(self, input, hx=None):
        """Output and memory."""
        h, c = (None, None) if hx is None else hx
        state = self._state(input, h), self._state(input, c)
        return recurrent.lstm_cell(input, state, *self._parameters())


class GRUCell(_Cell):
    """One step of a GRU: `functional.recurrent.gru_cell`.

    Arguments are those of `RNNCell`, without the nonlinearity.

    Shape: input (N, D) or (D), hx (N, H) or (H), zeros if None → (N, H) or (H)

    Attributes:
        weight_ih, weight_hh: (3H, D) and (3H, H), from U(-k, k) with k = 1 / √H.
        bias_ih, bias_hh: (3H), from the same distribution, or None.

    Raises:
        RuntimeError: where shapes do not fit.

    Source: docs/chapters/recurrent-networks.md
    """

    gates = 3

    def forward(self, input, hx=None):
        """The output, which is the next state too."""
        return recurrent.gru_cell(input, self._state(input, hx), *self._parameters())
