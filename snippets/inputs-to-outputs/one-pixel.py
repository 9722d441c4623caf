"""How much does one pixel know about a digit, and how much do all of them together?"""

import numpy as np

from plainnet.data import digits
from plainnet.draw import svg

images, labels = (tensor.numpy() for tensor in digits())
pixels = np.rint(images.reshape(-1, 64) * 16).astype(int)  # 0 paper ... 16 ink
X, y, new, answers = pixels[:1000], labels[:1000], pixels[1000:], labels[1000:]


def accuracy_of(pixel):
    """Answer with the digit seen most often at this pixel's brightness."""
    counts = np.zeros((17, 10))
    np.add.at(counts, (X[:, pixel], y), 1)
    return np.mean(counts.argmax(1)[new[:, pixel]] == answers)


alone = np.array([accuracy_of(pixel) for pixel in range(64)])
best, worst = alone.max(), alone.min()
most_similar = ((X**2).sum(1) - 2 * new @ X.T).argmin(1)  # the nearest of the 1,000
together = np.mean(y[most_similar] == answers)
print(f"worst pixel alone {worst:.0%}")
print(f"best pixel alone  {best:.0%}")
print(f"all 64 together   {together:.0%}")


class Grid(svg.Figure):
    """One square for each pixel, the darker the more it knows."""

    def body(self):
        cells = []
        for i, share in enumerate(alone):
            x, y = 42 * (i % 8), 42 * (i // 8)
            tint = {"fill": svg.POSITIVE, "opacity": 0.04 + 2 * (share - 0.1)}
            cells.append(svg.element("rect", x=12 + x, y=6 + y, width=40, height=40, **tint))
            cells.append(svg.text(32 + x, 31 + y, f"{100 * share:.0f}"))
        return "\n".join(cells)


Grid(360, 348, "How many in a hundred each pixel alone gets right").save("one-pixel.svg")
