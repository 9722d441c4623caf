"""Recurrent networks over whole sequences, each one operation with one pullback.

The products with the inputs do not depend on the steps before, so they are found for
all steps at once; only the products with the outputs need a loop. So does backward: the
loop finds the gradients at all sums; those of the weights are one product at the end.

Inside, the examples are the last dimension: a step's gates, (gates * H, N), are then
blocks of rows that lie in a row in memory.

Every function takes (input, h, [c,] w_ih, w_hh, b_ih, b_hh) with
input (T, N, D), h and c (N, H), and biases that may be None; `reverse` reads the
sequence from its end. Formulas and sources: `recurrent`.
"""

import numpy as np

from ..autograd import record, shared
from ..elementwise import SILENT, to_sigmoid


def rnn(input, h, w_ih, w_hh, b_ih=None, b_hh=None, *, relu=False, reverse=False):
    """All outputs of `rnn_tanh_cell`, or of `rnn_relu_cell`.

    Shape: → (T, N, H)
    """
    x, sums = _input_sums(input, w_ih, reverse, b_ih, b_hh)
    U, hs = w_hh.array, _states(x, h)
    for t, z in enumerate(sums):
        z += U.dot(hs[t])
        (np.maximum(z, 0, out=hs[t + 1]) if relu else np.tanh(z, out=hs[t + 1]))

    def joint(gradient):
        g, dh = _in_order(gradient, reverse), np.zeros_like(hs[0])
        dz = np.empty_like(sums)
        for t in range(len(x))[::-1]:
            dh += g[t].T
            y = hs[t + 1]
            np.multiply(dh, y > 0 if relu else 1 - y * y, out=dz[t])
            dh = U.T.dot(dz[t])
        return [*_of_weights(dz, dz, x, hs, w_ih, b_ih, b_hh, reverse), dh.T]

    joint.__qualname__ = "rnn"
    return _recorded(_outputs(hs, reverse), joint, (input, w_ih, w_hh, b_ih, b_hh, h))


@SILENT
def lstm(input, h, c, w_ih, w_hh, b_ih=None, b_hh=None, *, reverse=False):
    """All outputs of `lstm_cell`, and below them the last memory.

    Shape: → (T + 1, N, H): T outputs, in the order of the inputs, then the last c
    """
    x, gates = _input_sums(input, w_ih, reverse, b_ih, b_hh)
    U, hs, cs = w_hh.array, _states(x, h), _states(x, c)
    tanhs, k = np.empty_like(cs[1:]), len(hs[0])
    i, f, new, o = _parts(gates, k)
    for t, z in enumerate(gates):
        z += U.dot(hs[t])
        to_sigmoid(z[: 2 * k])
        to_sigmoid(o[t])
        np.tanh(new[t], out=new[t])
        np.multiply(f[t], cs[t], out=cs[t + 1])
        cs[t + 1] += i[t] * new[t]
        np.tanh(cs[t + 1], out=tanhs[t])
        np.multiply(o[t], tanhs[t], out=hs[t + 1])

    def joint(gradient):
        g, dh = _in_order(gradient[:-1], reverse), np.zeros_like(hs[0])
        dz, dc = np.empty_like(gates), gradient[-1].T.copy()
        di, df, dnew, do = _parts(dz, k)
        for t in range(len(x))[::-1]:
            dh += g[t].T
            np.multiply(dh, tanhs[t], out=do[t])  # h = o tanh(c)
            dh *= o[t]
            dc += dh * (1 - tanhs[t] * tanhs[t])
            np.multiply(dc, new[t], out=di[t])  # c = f c + i new
            np.multiply(dc, cs[t], out=df[t])
            np.multiply(dc, i[t], out=dnew[t])
            slope = gates[t] * (1 - gates[t])  # of the sigmoids
            slope[2 * k : 3 * k] = 1 - new[t] * new[t]
            dz[t] *= slope
            dh = U.T.dot(dz[t])
            dc *= f[t]
        return [*_of_weights(dz, dz, x, hs, w_ih, b_ih, b_hh, reverse), dh.T, dc.T]

    joint.__qualname__ = "lstm"
    out = np.concatenate([_outputs(hs, reverse), cs[-1:].swapaxes(1, 2)])
    return _recorded(out, joint, (input, w_ih, w_hh, b_ih, b_hh, h, c))


@SILENT
def gru(input, h, w_ih, w_hh, b_ih=None, b_hh=None, *, reverse=False):
    """All outputs of `gru_cell`.

    Shape: → (T, N, H)
    """
    x, gates = _input_sums(input, w_ih, reverse, b_ih)
    U, hs = w_hh.array, _states(x, h)
    bias = 0 if b_hh is None else b_hh.array[:, None]
    olds, k = np.empty_like(hs[1:]), len(hs[0])
    r, mix, new = _parts(gates, k)
    for t, z in enumerate(gates):
        old = U.dot(hs[t])
        old += bias
        olds[t] = old[2 * k :]
        z[: 2 * k] += old[: 2 * k]
        to_sigmoid(z[: 2 * k])  # r and mix
        new[t] += r[t] * olds[t]
        np.tanh(new[t], out=new[t])
        hs[t + 1] = new[t] + mix[t] * (hs[t] - new[t])

    def joint(gradient):
        g, dh = _in_order(gradient, reverse), np.zeros_like(hs[0])
        dx, dold = np.empty_like(gates), np.empty_like(gates)  # at the two sums
        dr, dmix, dnew = _parts(dx, k)
        for t in range(len(x))[::-1]:
            dh += g[t].T
            np.multiply(dh, hs[t] - new[t], out=dmix[t])  # h = new + mix (h - new)
            np.multiply(dh, 1 - mix[t], out=dnew[t])
            dnew[t] *= 1 - new[t] * new[t]
            np.multiply(dnew[t], olds[t], out=dr[t])  # new = tanh(x + r old)
            gate = gates[t, : 2 * k]
            dx[t, : 2 * k] *= gate * (1 - gate)
            dold[t] = dx[t]
            dold[t, 2 * k :] *= r[t]
            dh *= mix[t]
            dh += U.T.dot(dold[t])
        return [*_of_weights(dx, dold, x, hs, w_ih, b_ih, b_hh, reverse), dh.T]

    joint.__qualname__ = "gru"
    return _recorded(_outputs(hs, reverse), joint, (input, w_ih, w_hh, b_ih, b_hh, h))


# --- shared ---------------------------------------------------------------------------


def _in_order(x, reverse):
    """Steps in the order in which the network reads them, or back."""
    return x[::-1] if reverse else x


def _input_sums(input, w_ih, reverse, *biases):
    """Inputs in reading order (T, N, D), and W x + biases (T, gates * H, N)."""
    x = _in_order(input.array, reverse)
    sums = w_ih.array @ np.ascontiguousarray(x.swapaxes(1, 2))  # in two thirds of the time
    if biases[0] is not None:
        sums += sum(bias.array for bias in biases)[:, None]
    return x, sums


def _states(x, first):
    """Room for the states of all steps (T + 1, H, N); the first one is filled in."""
    states = np.empty((len(x) + 1, *first.array.shape[::-1]), x.dtype)
    states[0] = first.array.T
    return states


def _parts(z, k):
    """The gates of all steps: views of k rows."""
    return [z[:, i : i + k] for i in range(0, z.shape[1], k)]


def _outputs(hs, reverse):
    """(T, N, H), in the order of the inputs."""
    return np.ascontiguousarray(_in_order(hs[1:], reverse).swapaxes(1, 2))


def _of_weights(dx, dold, x, hs, w_ih, b_ih, b_hh, reverse):
    """Gradients of input, weights and biases, from those at the sums of all steps.

    Args:
        dx, dold: at the sums of inputs and of old outputs, (T, gates * H, N).
        x, hs: inputs, and outputs from the first h on.
    """
    new = dx.swapaxes(0, 1).reshape(dx.shape[1], -1)  # (gates * H, T * N)
    old = new if dold is dx else dold.swapaxes(0, 1).reshape(new.shape)
    outputs = hs[:-1].swapaxes(1, 2).reshape(-1, hs.shape[1])  # (T * N, H)
    sums = [None, None]
    if b_ih is not None:
        sums[0] = np.einsum("ij->i", new)  # of rows, einsum sums fastest
        sums[1] = sums[0] if old is new else np.einsum("ij->i", old)
    return [
        _in_order(new.T.dot(w_ih.array).reshape(x.shape), reverse),
        new.dot(x.reshape(-1, x.shape[-1])),
        old.dot(outputs),
        *sums,
    ]


def _recorded(value, joint, inputs):
    pullbacks = shared(joint, len(inputs))
    pairs = zip(inputs, pullbacks, strict=True)
    return record(value, *[(x, back) for x, back in pairs if x is not None])
