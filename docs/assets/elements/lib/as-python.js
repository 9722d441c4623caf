// @ts-check
/**
 * The network and its points as a Python program, with every digit: what it prints first is the
 * loss that the page shows. One in NumPy alone, one in PyTorch (which runs on plainnet as well).
 */

const ACTS = {
  tanh: ["np.tanh(z)", "1 - a**2", "nn.Tanh()"],
  relu: ["np.maximum(z, 0)", "(a > 0) * 1.0", "nn.ReLU()"],
  sigmoid: ["1 / (1 + np.exp(-z))", "a * (1 - a)", "nn.Sigmoid()"],
  none: ["z", "np.ones_like(a)", "nn.Identity()"],
};
const TURNS = 100;
const real = (value) => (Number.isInteger(value) ? value.toFixed(1) : String(value));
const list = (values) => `[${Array.from(values, real).join(", ")}]`;

/** Rows of text, some to a line. */
function lines(parts, each) {
  const rows = [];
  for (let i = 0; i < parts.length; i += each) rows.push(`    ${parts.slice(i, i + each).join(", ")},`);
  return `[\n${rows.join("\n")}\n]`;
}

function numbersOf({ net, train }) {
  const { theta } = net;
  const layers = net.layers.map(({ inputs, outputs, weights, biases }) => {
    const rows = Array.from({ length: outputs }, (_, j) => list(theta.subarray(weights + j * inputs, weights + (j + 1) * inputs)));
    return `    ([${rows.join(",\n      ")}],\n     ${list(theta.subarray(biases, biases + outputs))}),`;
  });
  return {
    layers: `[\n${layers.join("\n")}\n]`,
    X: lines(train.map(([x, y]) => list([x, y])), 4),
    t: lines(train.map(([, , t]) => real(t)), 20),
  };
}

/** @param {any} training @param {boolean} torch */
export function asPython(training, torch) {
  const { X, t, layers } = numbersOf(training);
  const head = `"""The network of the playground at step ${training.step}: its numbers, and ${TURNS} turns more."""\n\n`;
  const data = `X = ${X}  # the examples\nt = ${t}  # their targets\nlayers = ${layers}  # weights and biases\n`;
  const settings = `lr, l2 = ${real(training.rate)}, ${real(training.l2)}\n`;
  return head + (torch ? torchProgram(training, data, settings) : numpyProgram(training, data, settings));
}

function numpyProgram({ settings }, data, numbers) {
  const [of, slope] = ACTS[settings.activation];
  return `import numpy as np

${data}${numbers}
X, t = np.array(X), np.array(t)[:, None]
layers = [(np.array(W), np.array(b)) for W, b in layers]


def forward(X):
    """What each layer gives. The last row holds the sums before the sigmoid."""
    outputs = [X]
    for W, b in layers:
        z = outputs[-1] @ W.T + b
        outputs.append(${of})
    return [*outputs[:-1], z]


def loss_of(z):
    return (np.logaddexp(0, z) - t * z).mean()


print(f"loss {loss_of(forward(X)[-1]):.6f}")
for turn in range(${TURNS}):
    *outputs, z = forward(X)  # 1. forward; 2. the loss is loss_of(z)
    dz = (1 / (1 + np.exp(-z)) - t) / len(X)  # 3. backward
    gradients = []
    for (W, b), a in zip(layers[::-1], outputs[::-1]):
        gradients.insert(0, (dz.T @ a + l2 * W, dz.sum(0)))
        dz = (dz @ W) * (${slope})
    layers = [(W - lr * dW, b - lr * db) for (W, b), (dW, db) in zip(layers, gradients)]  # 4. update
print(f"loss {loss_of(forward(X)[-1]):.6f}")
`;
}

function torchProgram({ settings, net }, data, numbers) {
  const act = ACTS[settings.activation][2];
  const parts = net.layers.map(({ inputs, outputs }) => `nn.Linear(${inputs}, ${outputs})`).join(`, ${act}, `);
  return `import torch  # or: import plainnet as torch
from torch import nn

torch.set_default_dtype(torch.float64)
${data}${numbers}
X, t = torch.tensor(X), torch.tensor(t).unsqueeze(1)
net = nn.Sequential(${parts})
linear = [layer for layer in net if isinstance(layer, nn.Linear)]
with torch.no_grad():
    for layer, (W, b) in zip(linear, layers):
        layer.weight.copy_(torch.tensor(W))
        layer.bias.copy_(torch.tensor(b))

loss_of = nn.BCEWithLogitsLoss()
optimizer = torch.optim.SGD(
    [
        {"params": [layer.weight for layer in linear], "weight_decay": l2},
        {"params": [layer.bias for layer in linear]},
    ],
    lr=lr,
)
print(f"loss {loss_of(net(X), t).item():.6f}")
for turn in range(${TURNS}):
    loss = loss_of(net(X), t)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"loss {loss_of(net(X), t).item():.6f}")
`;
}
