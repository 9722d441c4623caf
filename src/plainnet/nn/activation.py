"""Activation functions as modules; the formulas stand in `plainnet.functional`."""

from .. import functional as F
from .function import Function


class ReLU(Function):
    """max(0, x); the gradient at 0 is 0.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    function = staticmethod(F.relu)

    def __init__(self, inplace=False):
        self.inplace = inplace  # accepted for torch's sake: nothing changes in place

    def extra_repr(self):
        """Whether `inplace` was asked for."""
        return "inplace=True" if self.inplace else ""


class Sigmoid(Function):
    """1 / (1 + exp(-x)): between 0 and 1.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    function = staticmethod(F.sigmoid)


class Tanh(Function):
    """(exp(x) - exp(-x)) / (exp(x) + exp(-x)): between -1 and 1.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    function = staticmethod(F.tanh)


class LeakyReLU(Function):
    """x where x > 0, else negative_slope * x.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    function = staticmethod(F.leaky_relu)

    def __init__(self, negative_slope=0.01):
        self._keep(negative_slope=negative_slope)


class ELU(Function):
    """x where x > 0, else alpha * (exp(x) - 1).

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    function = staticmethod(F.elu)

    def __init__(self, alpha=1.0):
        self._keep(alpha=alpha)


class SELU(Function):
    """scale * elu(x, alpha), with the constants that keep mean 0 and variance 1.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    function = staticmethod(F.selu)


class GELU(Function):
    """x * Φ(x), Φ the normal distribution function; or its approximation with tanh.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    function = staticmethod(F.gelu)

    def __init__(self, approximate="none"):
        self._keep(approximate=approximate)


class SiLU(Function):
    """x * sigmoid(x).

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    function = staticmethod(F.silu)


class Softplus(Function):
    """log(1 + exp(beta x)) / beta; x itself where beta x > threshold.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    function = staticmethod(F.softplus)

    def __init__(self, beta=1.0, threshold=20.0):
        self._keep(beta=beta, threshold=threshold)


class Softmax(Function):
    """exp(x) / sum(exp(x)) along `dim`: positive numbers that sum to 1.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    function = staticmethod(F.softmax)

    def __init__(self, dim=None):
        self._keep(dim=dim)


class LogSoftmax(Function):
    """log(softmax(x)) along `dim`.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    function = staticmethod(F.log_softmax)

    def __init__(self, dim=None):
        self._keep(dim=dim)
