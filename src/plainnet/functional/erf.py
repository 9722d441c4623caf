"""The error function of an array, which NumPy lacks."""

import numpy as np

# log(erfc(x) exp(x²) / t), t = 2 / (2 + x), x >= 0, is a sum of c_k T_k(2t - 1); these
# c_k (Chebyshev coefficients) were computed from 60 nodes at 50 digits.
_COEFFICIENTS = (
    -0.65132685989085472, 0.64196979235649026, 0.019476473204185836, -0.0095615147868086316,
    -0.00094659534448203687, 0.00036683949785276145, 4.2523324806907772e-5,
    -2.0278578112534243e-5, -1.6242900046470255e-6, 1.3036558355805232e-6,
    1.5626441722066143e-8, -8.5238095914926543e-8, 6.5290544390988515e-9, 5.0593434955514689e-9,
    -9.9136415649303309e-10, -2.2736512229318359e-10, 9.6467911020155268e-11,
    2.3940380830391147e-12, -6.8860275264975534e-12, 8.9448792730907257e-13,
    3.1309213993429581e-13, -1.1270822361367252e-13, 3.8109052551892321e-16,
    7.106097613609237e-15, -1.5230282014571043e-15, -9.457494571291234e-17,
    1.210237189224279e-16, -2.816663087747177e-17,
)  # fmt: skip
_ENOUGH_FOR_FLOAT32 = 14


def erf_of(x):
    """2/√π ∫₀ˣ exp(-t²) dt of each element of an array.

    The absolute error is below 3e-16 in float64 and 3e-7 in float32.
    """
    size = np.abs(x)
    t = 2 / (2 + size)
    below = np.exp(_chebyshev(2 * t - 1, x.dtype) - size * size) * t  # erfc(|x|)
    return np.copysign(1 - below, x)


def _chebyshev(y, dtype):
    """The sum of c_k T_k(y), by Clenshaw's recurrence from the last term down."""
    count = len(_COEFFICIENTS) if dtype == np.float64 else _ENOUGH_FOR_FLOAT32
    later, now = np.zeros_like(y), np.zeros_like(y)
    for c in _COEFFICIENTS[count - 1 : 0 : -1]:
        later, now = now, 2 * y * now - later + c
    return y * now - later + _COEFFICIENTS[0]
