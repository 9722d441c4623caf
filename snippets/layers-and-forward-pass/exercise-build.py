"""Build a network from its description.

Make `model`: pictures of 28 by 28 numbers come in. Behind the input stand two hidden layers with
100 and 50 neurons, each with ReLU. The output has 10 scores, as PyTorch’s cross-entropy loss
wants them.
"""

# --8<-- [start:given]
import torch
from torch import nn

pictures = torch.rand(5, 28, 28)
# --8<-- [end:given]


# --8<-- [start:stub]
model = nn.Sequential()
# --8<-- [end:stub]


# --8<-- [start:solution]
model = nn.Sequential(
    nn.Flatten(),
    nn.Linear(784, 100),
    nn.ReLU(),
    nn.Linear(100, 50),
    nn.ReLU(),
    nn.Linear(50, 10),
)
# --8<-- [end:solution]


# --8<-- [start:check]
try:
    shape = tuple(model(pictures).shape)
except RuntimeError:
    shape = "an error"
assert shape == (5, 10), f"Five pictures must give (5, 10), yours gives {shape}."
total = sum(p.numel() for p in model.parameters())
assert total == 84060, f"Expected 84060 parameters, yours has {total}."
relus = sum(isinstance(layer, nn.ReLU) for layer in model)
assert relus == 2, f"Expected 2 ReLU layers, yours has {relus}."
softmaxes = sum(isinstance(layer, nn.Softmax) for layer in model)
assert softmaxes == 0, f"Expected scores, but a softmax makes shares of them ({softmaxes} too many)."
kinds = [type(layer).__name__ for layer in model if not isinstance(layer, nn.Flatten)]
wanted = ["Linear", "ReLU", "Linear", "ReLU", "Linear"]
assert kinds == wanted, f"Behind the Flatten, expected {wanted}, yours has {kinds}."
# --8<-- [end:check]


# --8<-- [start:mistake-no-flatten]
# The pictures are not flattened. A Linear looks at the last axis only, and there it finds 28 numbers, not 784.
model = nn.Sequential(nn.Linear(784, 100), nn.ReLU(), nn.Linear(100, 50), nn.ReLU(), nn.Linear(50, 10))
# --8<-- [end:mistake-no-flatten]


# --8<-- [start:mistake-no-activation]
# No ReLU: the three layers are one affine map.
model = nn.Sequential(nn.Flatten(), nn.Linear(784, 100), nn.Linear(100, 50), nn.Linear(50, 10))
# --8<-- [end:mistake-no-activation]


# --8<-- [start:mistake-softmax]
# The softmax at the end is too much: the loss applies its own.
model = nn.Sequential(
    nn.Flatten(),
    nn.Linear(784, 100),
    nn.ReLU(),
    nn.Linear(100, 50),
    nn.ReLU(),
    nn.Linear(50, 10),
    nn.Softmax(dim=1),
)
# --8<-- [end:mistake-softmax]


# --8<-- [start:mistake-input-layer]
# A Linear from 784 to 784 in front is a layer of its own, with 615,440 parameters. The input needs none.
model = nn.Sequential(
    nn.Flatten(),
    nn.Linear(784, 784),
    nn.ReLU(),
    nn.Linear(784, 100),
    nn.ReLU(),
    nn.Linear(100, 50),
    nn.ReLU(),
    nn.Linear(50, 10),
)
# --8<-- [end:mistake-input-layer]


# --8<-- [start:mistake-misplaced]
# One ReLU stands in the wrong place. Each hidden layer needs one right behind it, and the scores need none.
model = nn.Sequential(
    nn.Flatten(),
    nn.Linear(784, 100),
    nn.ReLU(),
    nn.Linear(100, 50),
    nn.Linear(50, 10),
    nn.ReLU(),
)
# --8<-- [end:mistake-misplaced]
