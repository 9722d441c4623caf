"""What is measured: five trainings, each one program for plainnet and for torch alike.

`start(torch)` of a task takes either package, makes the model and gives its parameters
and one training step: forget the gradients, forward, loss, backward, optimiser. Batches
are the same for both; `bench` copies the weights.
"""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

import bench_by_hand
import numpy as np

RNG = np.random.default_rng(0)
VOCABULARY = 65


class Task(NamedTuple):
    """One training.

    Attributes:
        start: start(torch) → (model, step); a step returns its loss.
        flops: multiplications and additions of the matrix products of one step.
        aim: the speed that is asked for, torch = 1.
        others: further contenders, {name: start(weights) → step}.
    """

    title: str
    start: Callable
    aim: float
    flops: float = 0
    others: Mapping = MappingProxyType({})


def numbers(*shape):
    return RNG.standard_normal(shape, np.float32)


def classes(count, *shape):
    return RNG.integers(0, count, shape)


IMAGES, DIGITS = numbers(64, 784), classes(10, 64)
SMALL_IMAGES, SMALL_DIGITS = numbers(32, 1, 28, 28), classes(10, 32)
CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.float32)
XOR = np.array([[0], [1], [1], [0]], np.float32)
TEXT, NEXT = classes(VOCABULARY, 16, 64), classes(VOCABULARY, 16, 64)
NOTES, NEXT_NOTES = classes(VOCABULARY, 32, 32), classes(VOCABULARY, 32, 32)


def training(torch, model, optimizer, loss_of, inputs, targets):
    """(model, a step of training on one batch)."""
    x, y = torch.tensor(inputs), torch.tensor(targets)

    def step():
        optimizer.zero_grad()
        loss = loss_of(model(x), y)
        loss.backward()
        optimizer.step()
        return loss

    return model, step


def mlp(torch):
    nn = torch.nn
    model = nn.Sequential(
        nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(),
        nn.Linear(128, 10),
    )  # fmt: skip
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    loss_of = nn.functional.cross_entropy
    return training(torch, model, optimizer, loss_of, IMAGES, DIGITS)


def xor(torch):
    nn = torch.nn
    model = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
    return training(torch, model, optimizer, nn.functional.mse_loss, CORNERS, XOR)


def cnn(torch):
    nn = torch.nn
    model = nn.Sequential(
        nn.Conv2d(1, 8, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(400, 10),
    )  # fmt: skip
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    loss_of = nn.functional.cross_entropy
    return training(torch, model, optimizer, loss_of, SMALL_IMAGES, SMALL_DIGITS)


def gpt(torch):
    """Two blocks as in GPT-2: norm first, four heads, hidden layers of 256."""
    nn, F = torch.nn, torch.nn.functional

    class Block(nn.Module):
        def __init__(self):
            super().__init__()
            self.first, self.second = nn.LayerNorm(64), nn.LayerNorm(64)
            self.qkv, self.out = nn.Linear(64, 192), nn.Linear(64, 64)
            self.wide, self.narrow = nn.Linear(64, 256), nn.Linear(256, 64)

        def forward(self, x):
            n, t, _ = x.shape
            parts = self.qkv(self.first(x)).view(n, t, 3, 4, 16)
            q, k, v = parts.permute(2, 0, 3, 1, 4).unbind(0)  # (N, heads, T, 16)
            y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
            x = x + self.out(y.transpose(1, 2).reshape(n, t, 64))
            hidden = F.gelu(self.wide(self.second(x)), approximate="tanh")
            return x + self.narrow(hidden)

    class GPT(nn.Module):
        def __init__(self):
            super().__init__()
            self.token = nn.Embedding(VOCABULARY, 64)
            self.position = nn.Embedding(64, 64)
            self.blocks = nn.Sequential(Block(), Block())
            self.norm, self.head = nn.LayerNorm(64), nn.Linear(64, VOCABULARY)

        def forward(self, text):
            x = self.token(text) + self.position(torch.arange(text.shape[1]))
            return self.head(self.norm(self.blocks(x)))

    return _next_symbol(torch, GPT(), TEXT, NEXT)


def lstm(torch):
    nn = torch.nn

    class Reader(nn.Module):
        def __init__(self):
            super().__init__()
            self.token = nn.Embedding(VOCABULARY, 64)
            self.lstm = nn.LSTM(64, 64)
            self.head = nn.Linear(64, VOCABULARY)

        def forward(self, text):
            return self.head(self.lstm(self.token(text))[0])

    return _next_symbol(torch, Reader(), NOTES, NEXT_NOTES)


def _next_symbol(torch, model, text, following):
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)

    def loss_of(logits, target):
        logits = logits.reshape(-1, VOCABULARY)
        return torch.nn.functional.cross_entropy(logits, target.reshape(-1))

    return training(torch, model, optimizer, loss_of, text, following)


TASKS = {
    "mlp": Task("MLP 784-256-128-10, 64 images, SGD", mlp, 1.2, 64.4e6, {
        "NumPy by hand": partial(bench_by_hand.mlp, x=IMAGES, t=DIGITS),
        "peak": bench_by_hand.peak,
    }),
    "xor": Task("XOR 2-8-1, ReLU, all 4 corners, SGD", xor, 6.0, others={
        "NumPy by hand": partial(bench_by_hand.xor, x=CORNERS, t=XOR),
        "scalar engine": partial(bench_by_hand.xor_of_scalars, x=CORNERS, t=XOR),
    }),
    "cnn": Task("CNN 28x28, 32 images, SGD", cnn, 1.4, 33.8e6),
    "gpt": Task("char-GPT 2 x 64, 16 x 64 symbols, AdamW", gpt, 1.0, 739e6),
    "lstm": Task("LSTM 64, 32 x 32 symbols, AdamW", lstm, 1.0, 235e6),
}  # fmt: skip
