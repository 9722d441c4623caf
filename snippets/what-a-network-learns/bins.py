"""One unit, a growing weight: how many bits are in its answer?"""

import numpy as np

x = np.linspace(-2, 2, 2001)  # 2,001 different inputs


def bits(answers, width):
    """Entropy, where answers in one bin count as the same."""
    counts = np.unique(np.floor(answers / width), return_counts=True)[1]
    shares = counts / counts.sum()
    return -(shares * np.log2(shares)).sum()


weights = [0.5, 1, 2, 4]
coarse = [bits(np.tanh(w * x), 0.1) for w in weights]
fine = [bits(np.tanh(w * x), 0.01) for w in weights]
relu = [bits(np.maximum(w * x, 0), 0.1) for w in weights]
print("weight   ", *[f"{w:4}" for w in weights])
print("tanh 0.1 ", *[f"{n:4.1f}" for n in coarse])
print("tanh 0.01", *[f"{n:4.1f}" for n in fine])
print("ReLU 0.1 ", *[f"{n:4.1f}" for n in relu])
different = len(np.unique(np.tanh(4 * x)))
print(f"answers of tanh 4x: {different:,}")
