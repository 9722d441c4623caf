"""Activation functions as modules; the formulas stand in `plainnet.functional`."""

from .. import functional as F
from .module import Module


class ReLU(Module):
    """max(0, x); the gradient at 0 is 0.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    def __init__(self, inplace=False):
        self.inplace = inplace  # accepted for torch's sake: nothing changes in place

    def forward(self, input):
        """max(0, input)."""
        return F.relu(input)

    def extra_repr(self):
        """Whether `inplace` was asked for."""
        return "inplace=True" if self.inplace else ""


class Sigmoid(Module):
    """1 / (1 + exp(-x)): between 0 and 1.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    def forward(self, input):
        """sigmoid(input)."""
        return F.sigmoid(input)


class Tanh(Module):
    """(exp(x) - exp(-x)) / (exp(x) + exp(-x)): between -1 and 1.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    def forward(self, input):
        """tanh(input)."""
        return F.tanh(input)


class LeakyReLU(Module):
    """x where x > 0, else negative_slope * x.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    def __init__(self, negative_slope=0.01):
        self.negative_slope = negative_slope

    def forward(self, input):
        """leaky_relu(input)."""
        return F.leaky_relu(input, self.negative_slope)

    def extra_repr(self):
        """The slope."""
        return f"negative_slope={self.negative_slope}"


class ELU(Module):
    """x where x > 0, else alpha * (exp(x) - 1).

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    def __init__(self, alpha=1.0):
        self.alpha = alpha

    def forward(self, input):
        """elu(input)."""
        return F.elu(input, self.alpha)

    def extra_repr(self):
        """The limit for very negative inputs, without its sign."""
        return f"alpha={self.alpha}"


class SELU(Module):
    """scale * elu(x, alpha), with the constants that keep mean 0 and variance 1.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    def forward(self, input):
        """selu(input)."""
        return F.selu(input)


class GELU(Module):
    """x * Φ(x), Φ the normal distribution function; or its approximation with tanh.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    def __init__(self, approximate="none"):
        self.approximate = approximate

    def forward(self, input):
        """gelu(input)."""
        return F.gelu(input, approximate=self.approximate)

    def extra_repr(self):
        """Which formula."""
        return f"approximate={self.approximate!r}"


class SiLU(Module):
    """x * sigmoid(x).

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    def forward(self, input):
        """silu(input)."""
        return F.silu(input)


class Softplus(Module):
    """log(1 + exp(beta x)) / beta; x itself where beta x > threshold.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    def __init__(self, beta=1.0, threshold=20.0):
        self.beta, self.threshold = beta, threshold

    def forward(self, input):
        """softplus(input)."""
        return F.softplus(input, self.beta, self.threshold)

    def extra_repr(self):
        """The two constants."""
        return f"beta={self.beta}, threshold={self.threshold}"


class Hardtanh(Module):
    """x, cut off below min_val and above max_val.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    def __init__(self, min_val=-1.0, max_val=1.0):
        self.min_val, self.max_val = min_val, max_val

    def forward(self, input):
        """hardtanh(input)."""
        return F.hardtanh(input, self.min_val, self.max_val)

    def extra_repr(self):
        """The bounds."""
        return f"min_val={self.min_val}, max_val={self.max_val}"


class Softmax(Module):
    """exp(x) / sum(exp(x)) along `dim`: positive numbers that sum to 1.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    def __init__(self, dim=None):
        self.dim = dim

    def forward(self, input):
        """softmax(input)."""
        return F.softmax(input, self.dim)

    def extra_repr(self):
        """The dimension."""
        return f"dim={self.dim}"


class LogSoftmax(Module):
    """log(softmax(x)) along `dim`.

    Shape: any, and the same out.

    Source: docs/chapters/activation-functions.md
    """

    def __init__(self, dim=None):
        self.dim = dim

    def forward(self, input):
        """log_softmax(input)."""
        return F.log_softmax(input, self.dim)

    def extra_repr(self):
        """The dimension."""
        return f"dim={self.dim}"
