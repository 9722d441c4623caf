"""The same steps without an engine: what NumPy alone and a scalar engine need.

Each function takes the first weights and gives a step that returns its loss.
"""

import numpy as np

SIDE = 1024
PEAK_FLOPS = 2 * SIDE**3


def peak(weights):
    """A product of large matrices: as fast as the library can multiply."""
    a = np.random.default_rng(0).standard_normal((SIDE, SIDE), np.float32)
    out = np.empty_like(a)
    return lambda: np.dot(a, a, out=out)


def mlp(weights, x, t):
    """Three layers with relu, cross-entropy and gradient descent at 0.1."""
    # weights lie in memory as plainnet has them
    W1, b1, W2, b2, W3, b3 = (np.array(w, order="F") for w in weights)
    n, rows, lr = len(x), np.arange(len(x)), np.float32(0.1)

    def step():
        h1 = x.dot(W1.T)
        h1 += b1
        np.maximum(h1, 0, out=h1)
        h2 = h1.dot(W2.T)
        h2 += b2
        np.maximum(h2, 0, out=h2)
        z = h2.dot(W3.T)
        z += b3
        z -= z.max(1, keepdims=True)
        g = np.exp(z)
        total = g.sum(1, keepdims=True)
        loss = (np.log(total[:, 0]) - z[rows, t]).sum() / n
        g /= total
        g[rows, t] -= 1
        g /= n
        g2 = g.dot(W3)
        g2 *= h2 > 0
        g1 = g2.dot(W2)
        g1 *= h1 > 0
        for W, b, slope, h in (W3, b3, g, h2), (W2, b2, g2, h1), (W1, b1, g1, x):
            W -= lr * h.T.dot(slope).T
            b -= lr * slope.sum(0)
        return loss

    return step


def xor(weights, x, t):
    """Two layers with relu, squared error and gradient descent at 0.05."""
    W1, b1, W2, b2 = (w.copy() for w in weights)
    lr = np.float32(0.05)

    def step():
        h = np.maximum(x.dot(W1.T) + b1, 0)
        d = h.dot(W2.T) + b2 - t
        g2 = d * np.float32(2 / len(x))
        g1 = g2.dot(W2) * (h > 0)
        for W, b, g, y in (W2, b2, g2, h), (W1, b1, g1, x):
            W -= lr * g.T.dot(y)
            b -= lr * g.sum(0)
        return (d * d).sum() / len(x)

    return step


class Scalar:
    """One number with its gradient, in the way of micrograd."""

    def __init__(self, value, *edges):
        self.value, self.edges, self.grad = value, edges, 0.0

    def __add__(self, other):
        return Scalar(self.value + other.value, (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        return Scalar(self.value * other.value, (self, other.value), (other, self.value))

    def relu(self):
        return Scalar(max(self.value, 0.0), (self, float(self.value > 0)))

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if node not in seen:
                seen.add(node)
                for source, _ in node.edges:
                    visit(source)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            for source, slope in node.edges:
                source.grad += slope * node.grad


def xor_of_scalars(weights, x, t):
    """`xor` with every number an object of its own."""
    W1, b1, W2, b2 = (np.vectorize(lambda v: Scalar(float(v)), otypes=[object])(w) for w in weights)
    parameters = [p for w in (W1, b1, W2, b2) for p in w.flat]
    x, t = x.tolist(), t.tolist()

    def step():
        for p in parameters:
            p.grad = 0.0
        loss = Scalar(0.0)
        for row, (target,) in zip(x, t, strict=True):
            y = b2[0]
            for j in range(len(b1)):
                z = b1[j] + W1[j, 0] * Scalar(row[0]) + W1[j, 1] * Scalar(row[1])
                y = y + z.relu() * W2[0, j]
            d = y + Scalar(-target)
            loss = loss + d * d * Scalar(1 / len(x))
        loss.backward()
        for p in parameters:
            p.value -= 0.05 * p.grad
        return loss.value

    return step
