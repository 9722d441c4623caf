"""Light drawings for the book: SVG made of plain strings, in the page's own colours.

Four figures. `Plane` draws what a neuron does to its inputs; distances are true, so a
normal vector looks perpendicular to its line:

    from plainnet import draw

    plane = draw.Plane(x=(-2, 2), y=(-2, 2))
    plane.half_plane(w, b)                        # tints where w·x + b > 0
    plane.line(w, b, label="b = 0.5")             # the boundary w·x + b = 0
    plane.line(w, 0, label="b = 0", dashed=True)
    plane.arrow(w, label="w")                     # from the origin, or start=(0.5, 0.5)
    plane.points(X, classes, labels=names)        # 1 or "A": disc; 0 or "B": ring
    plane.curve(numpy.tanh, label="tanh")         # y = f(x); equal=False frees the axes
    plane.walk(places, label="downhill")          # straight steps, a dot at each place
    plane.contour(places)                         # a thin line of equal height
    plane.text((1, 1), "here")
    plane.save("boundary.svg")

`Neuron` draws one unit with its numbers; hue is the sign of a weight, width its size:

    neuron = draw.Neuron(inputs=[0.5, -0.3, 0.7], weights=[0.8, 1.2, -0.5], bias=0.1,
                         activation="sigmoid")
    neuron.save("neuron.svg")

`Images` shows small pictures, of digits or of weights:

    draw.Images(images[:20], names[:20], columns=10).save("digits.svg")

`Matrix` shows a table of numbers as shaded squares:

    draw.Matrix(weights, rows=words, columns=words, names=("from", "to")).save("attention.svg")

`Row(first, second, title="...")` sets two planes side by side (`width=174` each).
`str(figure)` is the SVG, a notebook shows the figure, and every figure describes itself
in words for those who cannot see it; `title=` gives it a better name.
"""

from plainnet.draw.images import Images
from plainnet.draw.matrix import Matrix
from plainnet.draw.neuron import Neuron
from plainnet.draw.plane import Plane
from plainnet.draw.svg import Row

__all__ = ["Images", "Matrix", "Neuron", "Plane", "Row"]
