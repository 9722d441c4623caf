"""Where the trained network goes wrong: every class against every answer, and the worst."""

import numpy as np

import plainnet
from plainnet import data, draw

images, labels = (part.numpy()[8000:] for part in data.mnist())
saved = plainnet.load(data.find("digits-from-scratch.safetensors"))
A = images.reshape(-1, 784).astype(float)
for layer in ("0", "2", "4"):
    W, b = (saved[f"{layer}.{part}"].numpy().astype(float) for part in ("weight", "bias"))
    Z = A @ W.T + b
    A = np.maximum(Z, 0)
shares = np.exp(Z - Z.max(1, keepdims=True))
shares /= shares.sum(1, keepdims=True)
answers = shares.argmax(1)

confusion = np.zeros((10, 10), int)
np.add.at(confusion, (labels, answers), 1)
print("answer   " + "".join(f"{k:4}" for k in range(10)))
for k in range(10):
    row = "".join(f"{n:4}" if n else "   ·" for n in confusion[k])
    print(f"digit {k}: {row}")

found = np.diag(confusion) / confusion.sum(1)
print(f"found most often: {found.argmax()}, least often: {found.argmin()}")
wrong = np.flatnonzero(answers != labels)
mistakes, share = len(wrong), shares[wrong].max(1)
worst = wrong[np.argsort(-share)][:10]
names = [f"{labels[i]}, said {answers[i]}" for i in worst]
draw.Images(images[worst], names, columns=5, title="The ten worst errors").save("errors.svg")
sure = (share > 0.9).sum()
print(f"{mistakes} wrong, {sure} of them with a share above 0.9")
