"""Recurrent networks over whole sequences, each one operation with one pullback.

The products with the inputs do not depend on the steps before, so they are one matrix
product for all steps; only the products with the outputs need a loop. Backward too: the
loop finds the gradient at every step's sums, and the gradients of weights are one
product at the end.

Every function takes (input, h, [c,] w_ih, w_hh, b_ih, b_hh) with
input (T, N, D), h and c (N, H), and biases that may be None; `reverse` reads the
sequence from its end. Formulas and sources: `recurrent`.
"""

import numpy as np

from ..autograd import record, shared


def rnn(input, h, w_ih, w_hh, b_ih=None, b_hh=None, *, relu=False, reverse=False):
    """All outputs of `rnn_tanh_cell`, or of `rnn_relu_cell`.

    Shape: → (T, N, H)
    """
    x, W, sums = _input_sums(input, w_ih, reverse, b_ih, b_hh)
    U = w_hh.array
    hs = np.empty((len(x) + 1, *h.array.shape), x.dtype)  # (T+1, N, H), from h on
    hs[0] = h.array
    for t, z in enumerate(sums):
        z += hs[t].dot(U.T)
        (np.maximum(z, 0, out=hs[t + 1]) if relu else np.tanh(z, out=hs[t + 1]))

    def joint(gradient):
        g, y = _in_order(gradient, reverse), hs[1:]
        dz = (y > 0).astype(x.dtype) if relu else 1 - y * y  # the slopes
        dh = np.zeros_like(hs[0])
        for t in range(len(x))[::-1]:
            dz[t] *= g[t] + dh
            dh = dz[t].dot(U)
        return [*_of_weights(dz, dz, x, hs, W, reverse, b_ih, b_hh), dh]

    joint.__qualname__ = "rnn"
    out = _in_order(hs[1:], reverse)
    return _recorded(out, joint, (input, w_ih, w_hh, b_ih, b_hh, h))


def lstm(input, h, c, w_ih, w_hh, b_ih=None, b_hh=None, *, reverse=False):
    """All outputs of `lstm_cell`, and below them the last memory.

    Shape: → (T + 1, N, H): T outputs, in the order of the inputs, then the last c
    """
    x, W, sums = _input_sums(input, w_ih, reverse, b_ih, b_hh)
    U, (n, k) = w_hh.array, h.array.shape
    T = len(x)
    hs, cs = (np.empty((T + 1, n, k), x.dtype) for _ in range(2))
    hs[0], cs[0] = h.array, c.array
    gates, tanhs = sums, np.empty((T, n, k), x.dtype)
    half = np.full(4 * k, 0.5, x.dtype)  # sigmoid(z) = tanh(z / 2) / 2 + 1 / 2
    half[2 * k : 3 * k] = 1  # g is a tanh itself
    for t, z in enumerate(sums):
        z += hs[t].dot(U.T)
        z *= half
        np.tanh(z, out=z)
        z *= half
        z += 1 - half
        i, f, new, o = _parts(z, k)
        np.multiply(f, cs[t], out=cs[t + 1])
        cs[t + 1] += i * new
        np.tanh(cs[t + 1], out=tanhs[t])
        np.multiply(o, tanhs[t], out=hs[t + 1])

    def joint(gradient):
        g, dc = _in_order(gradient[:-1], reverse), gradient[-1].copy()
        dz, dh = np.empty_like(gates), np.zeros((n, k), x.dtype)
        slopes = gates * (1 - gates)  # of the sigmoids
        slopes[..., 2 * k : 3 * k] = 1 - gates[..., 2 * k : 3 * k] ** 2
        keep = 1 - tanhs * tanhs
        for t in range(T)[::-1]:
            i, f, new, o = _parts(gates[t], k)
            di, df, dnew, do = _parts(dz[t], k)
            dh += g[t]
            np.multiply(dh, tanhs[t], out=do)
            dh *= o
            dh *= keep[t]
            dc += dh  # h = o tanh(c)
            np.multiply(dc, new, out=di)  # c = f c + i new
            np.multiply(dc, cs[t], out=df)
            np.multiply(dc, i, out=dnew)
            dz[t] *= slopes[t]
            dh = dz[t].dot(U)
            dc *= f
        return [*_of_weights(dz, dz, x, hs, W, reverse, b_ih, b_hh), dh, dc]

    joint.__qualname__ = "lstm"
    out = np.concatenate([_in_order(hs[1:], reverse), cs[-1:]])
    return _recorded(out, joint, (input, w_ih, w_hh, b_ih, b_hh, h, c))


def gru(input, h, w_ih, w_hh, b_ih=None, b_hh=None, *, reverse=False):
    """All outputs of `gru_cell`.

    Shape: → (T, N, H)
    """
    x, W, sums = _input_sums(input, w_ih, reverse, b_ih)
    U, k = w_hh.array, h.array.shape[1]
    bias = 0 if b_hh is None else b_hh.array
    hs = np.empty((len(x) + 1, *h.array.shape), x.dtype)
    hs[0] = h.array
    gates, olds = sums, np.empty((len(x), *h.array.shape), x.dtype)
    for t, z in enumerate(sums):
        old = hs[t].dot(U.T)
        old += bias
        rz = z[:, : 2 * k]
        rz += old[:, : 2 * k]
        rz *= 0.5
        np.tanh(rz, out=rz)
        rz *= 0.5
        rz += 0.5
        olds[t] = old[:, 2 * k :]
        r, mix, new = _parts(z, k)
        new += r * olds[t]
        np.tanh(new, out=new)
        hs[t + 1] = new + mix * (hs[t] - new)

    def joint(gradient):
        g, dh = _in_order(gradient, reverse), np.zeros_like(hs[0])
        dx, dold = np.empty_like(gates), np.empty_like(gates)  # at the two sums
        for t in range(len(x))[::-1]:
            r, mix, new = _parts(gates[t], k)
            dr, dmix, dnew = _parts(dx[t], k)
            dh = dh + g[t]  # h = new + mix (h - new)
            np.multiply(dh, hs[t] - new, out=dmix)
            dmix *= mix * (1 - mix)
            np.multiply(dh, 1 - mix, out=dnew)
            dnew *= 1 - new * new
            np.multiply(dnew, olds[t], out=dr)  # new = tanh(x + r old)
            dr *= r * (1 - r)
            dold[t] = dx[t]
            dold[t][:, 2 * k :] *= r
            dh = dh * mix + dold[t].dot(U)
        return [*_of_weights(dx, dold, x, hs, W, reverse, b_ih, b_hh), dh]

    joint.__qualname__ = "gru"
    out = _in_order(hs[1:], reverse)
    return _recorded(out, joint, (input, w_ih, w_hh, b_ih, b_hh, h))


# --- shared ---------------------------------------------------------------------------


def _in_order(x, reverse):
    """Steps in the order in which the network reads them, or back."""
    return x[::-1] if reverse else x


def _input_sums(input, w_ih, reverse, *biases):
    """Inputs x in reading order, weights W, and x @ W.T + biases for all steps."""
    x, W = _in_order(input.array, reverse), w_ih.array
    sums = x.reshape(-1, x.shape[-1]).dot(W.T)  # (T*N, gates*H)
    for bias in biases:
        if bias is not None:
            sums += bias.array
    return x, W, sums.reshape(*x.shape[:2], len(W))


def _parts(z, k):
    """The gates: slices of k columns."""
    return [z[:, i : i + k] for i in range(0, z.shape[1], k)]


def _of_weights(dx, dold, x, hs, W, reverse, b_ih, b_hh):
    """Gradients of input, weights and biases, from those at the sums of all steps.

    Args:
        dx, dold: at the sums of the inputs, and of the outputs of the step before.
        x, hs: inputs, and outputs from the first h on.
    """
    dx, dold = (d.reshape(-1, d.shape[-1]) for d in (dx, dold))
    old = hs[:-1].reshape(-1, hs.shape[-1])
    return [
        _in_order(dx.dot(W).reshape(x.shape), reverse),
        dx.T.dot(x.reshape(-1, x.shape[-1])),
        dold.T.dot(old),
        None if b_ih is None else np.add.reduce(dx, 0),
        None if b_hh is None else np.add.reduce(dold, 0),
    ]


def _recorded(value, joint, inputs):
    pullbacks = shared(joint, len(inputs))
    pairs = zip(inputs, pullbacks, strict=True)
    return record(value, *[(x, back) for x, back in pairs if x is not None])
