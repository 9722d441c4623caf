"""Move a picture by one place. Does what a convolution finds move along?"""

import numpy as np

rng = np.random.default_rng(0)
picture, window = rng.normal(size=(16, 16)), rng.normal(size=(3, 3))


def convolve(picture, stride):
    """Slide the window over a picture whose ends are joined, and keep every `stride`-th place."""
    places = [(i, j) for i in range(3) for j in range(3)]
    found = sum(window[i, j] * np.roll(picture, (-i, -j), (0, 1)) for i, j in places)
    return found[::stride, ::stride]


moved = np.roll(picture, 1, axis=1)
misses = {}
for stride in 1, 2:
    before, after = convolve(picture, stride), convolve(moved, stride)
    shifts = range(before.shape[1])
    misses[stride] = min(np.abs(np.roll(before, k, axis=1) - after).max() for k in shifts)
    print(f"every place kept: {stride == 1}   best match misses by {misses[stride]:.2f}")
same = abs(convolve(picture, 1).mean() - convolve(moved, 1).mean())
print(f"mean over all places, before and after: differs by {same:.2f}")
