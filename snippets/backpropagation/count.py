"""How many multiplications does a network take, forward, back, and by nudging?"""

import numpy as np

count = 0


def times(A, B):
    """A @ B, counted."""
    global count
    count += A.shape[0] * A.shape[1] * B.shape[1]
    return A @ B


def forward(Ws, bs, x):
    outputs = [x]  # row batches, here one row; ReLU between the layers
    for W, b in zip(Ws, bs):
        z = times(outputs[-1], W.T) + b
        outputs.append(z if W is Ws[-1] else np.maximum(0, z))
    return outputs


def backward(Ws, outputs, dZ):
    slopes = []
    for k in reversed(range(len(Ws))):
        slopes = [(times(dZ.T, outputs[k]), dZ.sum(0)), *slopes]
        if k:  # the inputs need no slope
            dZ = times(dZ, Ws[k]) * (outputs[k] > 0)
    return slopes


found = []
print("layers   weights   forward  backward  back/forward")
for sizes in ([784, 256, 128, 10], [100] * 3, [100] * 6, [100] * 21):
    Ws = [np.ones((out, into)) for into, out in zip(sizes, sizes[1:])]
    bs = [np.zeros(out) for out in sizes[1:]]
    weights, count = sum(W.size for W in Ws), 0
    outputs = forward(Ws, bs, np.ones((1, sizes[0])))
    ahead, count = count, 0
    backward(Ws, outputs, 2 * outputs[-1])
    found.append((weights, ahead, count, count / ahead))
    print(f"{len(Ws):6} {weights:9,} {ahead:9,} {count:9,} {count / ahead:13.2f}")

parameters = 235_146  # of the first network, with biases
nudging = 2 * parameters  # runs of the network
once = (found[0][1] + found[0][2]) / found[0][1]  # forward and back, in runs
paths = 784 * 256 * 128 * 10
print(f"the first network: {nudging:,} runs by nudging, {once:.2f} by going back")
print(f"paths from its inputs to its outputs: {paths:,}")
