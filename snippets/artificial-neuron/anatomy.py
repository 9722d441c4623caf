"""The neuron of this chapter as a picture."""

from plainnet import draw

neuron = draw.Neuron([0.5, -0.3, 0.7], [0.8, 1.2, -0.5], 0.1, activation="sigmoid")
neuron.save("anatomy.svg")
