"""The neuron of this chapter as a picture."""

import math

from plainnet import draw

x = [0.5, -0.3, 0.7]
w = [0.8, 1.2, -0.5]
neuron = draw.Neuron(x, w, bias=0.1, activation="sigmoid")
neuron.save("anatomy.svg")

z = sum(weight * value for weight, value in zip(w, x)) + 0.1
tanh = math.tanh(z)  # with the activation of the chapter before
