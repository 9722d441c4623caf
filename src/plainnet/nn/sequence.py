"""Recurrent layers that read whole sequences: RNN, LSTM and GRU.

The formulas stand in `plainnet.functional.recurrent`.
"""

from ..creation import empty, zeros
from ..functional import sequence
from ..functional.dropout import check_probability, dropout
from ..joining import cat, stack
from .module import Module, Parameter
from .recurrent import draw

NAMES = ("weight_ih_", "weight_hh_", "bias_ih_", "bias_hh_")


class _Layers(Module):
    """What RNN, LSTM and GRU share: layers, directions, and the way through them."""

    gates = 1
    states = 1  # how many tensors a state has

    def __init__(
        self, input_size, hidden_size, num_layers=1, bias=True, batch_first=False,
        dropout=0.0, bidirectional=False,
    ):  # fmt: skip
        check_probability(dropout)
        if hidden_size <= 0 or num_layers <= 0:
            raise ValueError(
                f"{type(self).__name__}: hidden_size and num_layers must be greater "
                f"than zero, got {hidden_size} and {num_layers}"
            )
        self.input_size, self.hidden_size = input_size, hidden_size
        self.num_layers, self.bias, self.batch_first = num_layers, bias, batch_first
        self.dropout, self.bidirectional = dropout, bidirectional
        rows, directions = self.gates * hidden_size, 2 if bidirectional else 1
        for layer, end in self._places():
            columns = directions * hidden_size if layer else input_size
            shapes = [(rows, columns), (rows, hidden_size), (rows,), (rows,)]
            for name, shape in zip(NAMES[: 4 if bias else 2], shapes, strict=False):
                setattr(self, name + end, Parameter(empty(shape)))
        self.reset_parameters()

    def reset_parameters(self):
        """Draw the parameters anew."""
        draw(self, self.hidden_size)

    def _places(self):
        """(layer, end of the parameters' names) for each layer and direction."""
        ends = ("", "_reverse") if self.bidirectional else ("",)
        return [(i, f"l{i}{end}") for i in range(self.num_layers) for end in ends]

    def _read(self, x, state, weights, reverse):
        """(all outputs, the last state) of one layer in one direction."""
        out = self._sequence(x, *state, *weights, reverse=reverse)
        return out, (out[0 if reverse else -1],)

    def forward(self, input, hx=None):
        """All outputs of the last layer, and the last states of all layers."""
        x, states = self._prepared(input, hx)
        last = []
        for layer in range(self.num_layers):
            outs = []
            for place, end in self._places():
                if place == layer:
                    weights = [getattr(self, name + end, None) for name in NAMES]
                    state = [s[len(last)] for s in states]
                    out, state = self._read(x, state, weights, end.endswith("_reverse"))
                    outs.append(out)
                    last.append(state)
            x = cat(outs, -1) if len(outs) > 1 else outs[0]
            if layer < self.num_layers - 1:
                x = dropout(x, self.dropout, self.training)
        states = tuple(stack(parts) for parts in zip(*last, strict=True))
        return self._finished(input, x, states)

    def _prepared(self, input, hx):
        """Input (T, N, D), and first states (layers * directions, N, H) each."""
        name, ndim = type(self).__name__, input.array.ndim
        if ndim not in (2, 3) or input.array.shape[-1] != self.input_size:
            raise (RuntimeError if ndim in (2, 3) else ValueError)(
                f"{name}: Expected input to be 2D or 3D with a last dimension of {self.input_size} "
                f"(input.size(-1) must be equal to input_size), got shape {input.array.shape}"
            )
        x = input.unsqueeze(1) if ndim == 2 else input
        if ndim == 3 and self.batch_first:
            x = input.transpose(0, 1)
        shape = len(self._places()), x.array.shape[1], self.hidden_size
        if hx is None:
            return x, [zeros(shape, dtype=input.dtype)] * self.states
        states = [hx] if self.states == 1 else list(hx)
        states = [s.unsqueeze(1) if ndim == 2 else s for s in states]
        for state in states:
            if state.array.shape != shape:
                raise RuntimeError(
                    f"{name}: Expected hidden size {shape}, got {state.array.shape} "
                    "(layers * directions, N, hidden_size)"
                )
        return x, states

    def _finished(self, input, x, states):
        """Outputs and states in the layout of the input."""
        if input.array.ndim == 2:
            x, states = x.squeeze(1), tuple(s.squeeze(1) for s in states)
        elif self.batch_first:
            x = x.transpose(0, 1)
        return x, states[0] if self.states == 1 else states

    def extra_repr(self):
        """The sizes, and what differs from the defaults."""
        text = f"{self.input_size}, {self.hidden_size}"
        for name, usual in (("num_layers", 1), ("bias", True), ("batch_first", False),
                            ("dropout", 0.0), ("bidirectional", False)):  # fmt: skip
            value = getattr(self, name)
            text += "" if value == usual else f", {name}={value}"
        return text


class RNN(_Layers):
    """h_t = tanh(x_t @ W_ih.T + b_ih + h_(t-1) @ W_hh.T + b_hh), for all steps.

    Args:
        input_size: the length D of an input.
        hidden_size: the length H of an output.
        num_layers: how many layers there are; each reads the outputs of the one below.
        nonlinearity: "tanh" or "relu".
        bias: whether biases are added.
        batch_first: whether the examples are the first dimension, (N, T, ...), and the
            steps the second; of states never.
        dropout: probability of leaving an output out between two layers, in [0, 1].
        bidirectional: whether a second network reads from the end; its outputs stand
            beside the others.

    Shape:
        input (T, N, D) or (T, D), hx (layers * directions, N, H), zeros if None
        → outputs (T, N, directions * H), last states (layers * directions, N, H)

    Attributes:
        weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, weight_ih_l0_reverse, ...:
            (H, D), (H, H), (H), (H), from U(-k, k) with k = 1 / √H.

    Raises:
        ValueError: for settings out of their range.
        RuntimeError: where shapes do not fit.

    Example:
        >>> import plainnet as torch
        >>> outputs, last = torch.nn.RNN(3, 4, num_layers=2)(torch.zeros(7, 5, 3))
        >>> outputs.shape, last.shape
        (torch.Size([7, 5, 4]), torch.Size([2, 5, 4]))

    Source: docs/chapters/recurrent-networks.md; Elman, 1990.
    """

    def __init__(
        self, input_size, hidden_size, num_layers=1, nonlinearity="tanh", bias=True,
        batch_first=False, dropout=0.0, bidirectional=False,
    ):  # fmt: skip
        if nonlinearity not in ("tanh", "relu"):
            raise ValueError(f"Unknown nonlinearity {nonlinearity!r}: RNN expected 'tanh' or 'relu'")
        self.nonlinearity = nonlinearity
        super().__init__(input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional)

    def _sequence(self, *arguments, reverse):
        relu = self.nonlinearity == "relu"
        return sequence.rnn(*arguments, relu=relu, reverse=reverse)


class LSTM(_Layers):
    """`functional.recurrent.lstm_cell` for all steps of a sequence.

    Arguments are those of `RNN`, without the nonlinearity.

    Shape:
        input (T, N, D) or (T, D), hx = (h, c) of (layers * directions, N, H), zeros if
        None → outputs (T, N, directions * H), (last h, last c)

    Attributes:
        weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, weight_ih_l0_reverse, ...:
            (4H, D), (4H, H), (4H), (4H), from U(-k, k) with k = 1 / √H; the gates in
            the order i, f, g, o.

    Raises:
        ValueError: for settings out of their range.
        RuntimeError: where shapes do not fit.

    Example:
        >>> import plainnet as torch
        >>> lstm = torch.nn.LSTM(3, 4, batch_first=True, bidirectional=True)
        >>> outputs, (h, c) = lstm(torch.zeros(5, 7, 3))
        >>> outputs.shape, c.shape
        (torch.Size([5, 7, 8]), torch.Size([2, 5, 4]))

    Source: docs/chapters/recurrent-networks.md; Gers and others, 2000, section 3.
    """

    gates = 4
    states = 2
    _sequence = staticmethod(sequence.lstm)

    def _read(self, x, state, weights, reverse):
        out = self._sequence(x, *state, *weights, reverse=reverse)
        return out[:-1], (out[0 if reverse else -2], out[-1])


class GRU(_Layers):
    """`functional.recurrent.gru_cell` for all steps of a sequence.

    Arguments are those of `RNN`, without the nonlinearity.

    Shape:
        input (T, N, D) or (T, D), hx (layers * directions, N, H), zeros if None
        → outputs (T, N, directions * H), last states (layers * directions, N, H)

    Attributes:
        weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, weight_ih_l0_reverse, ...:
            (3H, D), (3H, H), (3H), (3H), from U(-k, k) with k = 1 / √H; the parts in
            the order r, z, n.

    Raises:
        ValueError: for settings out of their range.
        RuntimeError: where shapes do not fit.

    Example:
        >>> import plainnet as torch
        >>> outputs, last = torch.nn.GRU(3, 4)(torch.zeros(7, 5, 3))
        >>> outputs.shape
        torch.Size([7, 5, 4])

    Source: docs/chapters/recurrent-networks.md; Cho and others, 2014, equations 5 to 8.
    """

    gates = 3
    _sequence = staticmethod(sequence.gru)
