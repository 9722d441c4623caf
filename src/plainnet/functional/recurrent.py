"""Recurrent networks: one step of each kind, written with operations on tensors.

`sequence` computes whole sequences at once; a test compares the two.
"""

from ..elementwise import relu, sigmoid, tanh
from .linear import linear


def rnn_tanh_cell(input, hx, w_ih, w_hh, b_ih=None, b_hh=None):
    """tanh(input @ w_ih.T + b_ih + hx @ w_hh.T + b_hh).

    Args:
        input: this step's input.
        hx: the last step's output.
        w_ih, w_hh: the weights of the two.
        b_ih, b_hh: their biases, or None.

    Shape:
        input (N, D), hx (N, H), w_ih (H, D), w_hh (H, H), biases (H) → (N, H)

    Source: docs/chapters/recurrent-networks.md; Elman, 1990.
    """
    return tanh(linear(input, w_ih, b_ih) + linear(hx, w_hh, b_hh))


def rnn_relu_cell(input, hx, w_ih, w_hh, b_ih=None, b_hh=None):
    """`rnn_tanh_cell` with relu.

    Shape: that of `rnn_tanh_cell`.

    Source: docs/chapters/recurrent-networks.md
    """
    return relu(linear(input, w_ih, b_ih) + linear(hx, w_hh, b_hh))


def lstm_cell(input, hx, w_ih, w_hh, b_ih=None, b_hh=None):
    """c = f * c + i * g and h = o * tanh(c): gates forget, let in and let out.

    The gates are i, f, o = sigmoid(z) and g = tanh(z), with z the four parts (in the
    order i, f, g, o) of input @ w_ih.T + b_ih + h @ w_hh.T + b_hh.

    Args:
        input: this step's input.
        hx: (h, c), output and memory of the last step.
        w_ih, w_hh, b_ih, b_hh: weights and biases of the four gates, in a row.

    Shape:
        input (N, D), h and c (N, H), w_ih (4H, D), w_hh (4H, H), biases (4H)
        → h (N, H), c (N, H)

    Source: docs/chapters/recurrent-networks.md; Gers and others, 2000, section 3.
    """
    h, c = hx
    i, f, g, o = (linear(input, w_ih, b_ih) + linear(h, w_hh, b_hh)).chunk(4, -1)
    c = sigmoid(f) * c + sigmoid(i) * tanh(g)
    return sigmoid(o) * tanh(c), c


def gru_cell(input, hx, w_ih, w_hh, b_ih=None, b_hh=None):
    """h = (1 - z) * n + z * h: a gate mixes old and new.

    r, z = sigmoid(x_r + h_r), sigmoid(x_z + h_z) and n = tanh(x_n + r * h_n), where x
    is input @ w_ih.T + b_ih and h is hx @ w_hh.T + b_hh, both in three parts r, z, n: r
    multiplies the part of the old output after its bias is added.

    Args:
        input: this step's input.
        hx: the last step's output.
        w_ih, w_hh, b_ih, b_hh: weights and biases of the three parts.

    Shape:
        input (N, D), hx (N, H), w_ih (3H, D), w_hh (3H, H), biases (3H) → (N, H)

    Source: docs/chapters/recurrent-networks.md; Cho and others, 2014, equations 5 to 8.
    """
    x_r, x_z, x_n = linear(input, w_ih, b_ih).chunk(3, -1)
    h_r, h_z, h_n = linear(hx, w_hh, b_hh).chunk(3, -1)
    z = sigmoid(x_z + h_z)
    n = tanh(x_n + sigmoid(x_r + h_r) * h_n)
    return n + z * (hx - n)
