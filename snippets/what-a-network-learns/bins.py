"""One unit, a growing weight: how many bits about its input does its answer hold, counted in bins?"""

import numpy as np

x = np.linspace(-2, 2, 2001)  # 2,001 different inputs


def bits(answers, width):
    """Entropy of the answers, when those that fall into one bin count as the same."""
    counts = np.unique(np.floor(answers / width), return_counts=True)[1]
    shares = counts / counts.sum()
    return -(shares * np.log2(shares)).sum()


weights = [0.5, 1, 2, 3, 4]
tanh = {width: [bits(np.tanh(w * x), width) for w in weights] for width in (0.1, 0.01)}
relu = [bits(np.maximum(w * x, 0), 0.1) for w in weights]
print("weight            ", *[f"{w:4}" for w in weights])
print("tanh, bins of 0.1 ", *[f"{n:4.1f}" for n in tanh[0.1]])
print("tanh, bins of 0.01", *[f"{n:4.1f}" for n in tanh[0.01]])
print("ReLU, bins of 0.1 ", *[f"{n:4.1f}" for n in relu])
different = len(np.unique(np.tanh(4 * x)))
print(f"different answers of tanh at weight 4: {different:,}")
