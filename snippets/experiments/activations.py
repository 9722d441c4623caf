"""The usual activations at one negative and one positive number."""

from math import erf, exp, tanh

ALPHA, SCALE = 1.6732632423543772, 1.0507009873554805  # chosen so that SELU keeps mean 0 and variance 1
activations = {
    "sigmoid": lambda z: 1 / (1 + exp(-z)),
    "tanh": tanh,
    "ReLU": lambda z: max(z, 0.0),
    "Leaky ReLU": lambda z: max(z, 0.01 * z),
    "ELU": lambda z: z if z > 0 else exp(z) - 1,
    "SELU": lambda z: SCALE * (z if z > 0 else ALPHA * (exp(z) - 1)),
    "GELU": lambda z: z * (1 + erf(z / 2**0.5)) / 2,
}
at = {}
for name, activation in activations.items():
    at[name] = [activation(z) for z in (-1.0, 2.0)]
    print(f"{name:10}  {at[name][0]:7.3f}  {at[name][1]:6.3f}")
