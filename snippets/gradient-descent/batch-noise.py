"""How far is the gradient of a batch from that of all the examples?"""

import numpy as np

from plainnet.data import digits

images, labels = (tensor.numpy() for tensor in digits())
X = images.reshape(-1, 64).astype(float)
N = len(X)
p = np.full((N, 10), 0.1)  # what a layer with weights 0 answers
misses = p - np.eye(10)[labels]
each = misses[:, :, None] * X[:, None, :]
each = each.reshape(N, 640)  # one gradient in each row
full = each.mean(0)

rng = np.random.default_rng(0)
length = np.linalg.norm(full)
errors = []
print(f"length of the whole gradient: {length:.2f}")
print("  batch   error   error x root of batch")
for B in (1, 4, 16, 64, 256):
    batches = [each[rng.integers(0, N, B)].mean(0) for _ in range(300)]
    errors.append(np.linalg.norm(batches - full, axis=1).mean())
    print(f"{B:7}   {errors[-1]:5.2f}   {errors[-1] * B**0.5:5.2f}")
times = errors[0] / length
