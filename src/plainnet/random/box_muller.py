"""Normal numbers sixteen at a time, to the last bit as torch computes them.

Torch's float32 path evaluates log, sin and cos with the polynomials of the Cephes
library, eight lanes wide, and fuses each multiply with the add that follows. A normal
number near 0 magnifies any other rounding, so the same polynomials are evaluated here.
Source: Box and Muller, A Note on the Generation of Random Normal Deviates, 1958.
"""

import math

import numpy as np

CHUNK = 8192  # pairs at a time: the working arrays stay in the cache
LOG = (
    7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1,
    1.4249322787e-1, -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1,
    3.3333331174e-1,
)  # fmt: skip
SIN = (-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1)
COS = (2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2)
QUARTER_PI = (-0.78515625, -2.4187564849853515625e-4, -3.77489497744594108e-8)
SQRT_HALF = np.float32(0.707106781186547524)
LN2_HIGH, LN2_LOW = np.float32(0.693359375), np.float32(-2.12194440e-4)


def fma(a, b, c):
    """a * b + c of float32 numbers, rounded once.

    The product of two float32 is exact in float64, so only the sum rounds.
    """
    product = np.multiply(a, b, dtype=np.float64)
    product += c
    return product.astype(np.float32)


def polynomial(coefficients, x):
    """Horner's rule in fused steps, highest power first."""
    value = np.float32(coefficients[0])
    for c in coefficients[1:]:
        value = fma(value, x, np.float32(c))
    return value


def log(x):
    """Natural logarithm of float32 x in (0, 1]."""
    mantissa, exponent = np.frexp(x)
    small = mantissa < SQRT_HALF
    e = (exponent - small).astype(np.float32)
    x = np.where(small, mantissa + mantissa, mantissa) - np.float32(1)
    square = x * x
    y = polynomial(LOG, x) * x
    y = fma(y, square, e * LN2_LOW)
    y = fma(square, np.float32(-0.5), y)
    return fma(e, LN2_HIGH, x + y)


def sincos(angle):
    """Sine and cosine of a float32 angle in [0, 2 pi)."""
    octant = ((angle * np.float32(4 / math.pi)).astype(np.int32) + 1) & ~1
    x = angle
    for part in QUARTER_PI:  # subtract octant * pi / 4 in three exact parts
        x = fma(octant.astype(np.float32), np.float32(part), x)
    square = x * x
    cosine = polynomial(COS, square) * square
    cosine = fma(cosine, square, square * np.float32(-0.5)) + np.float32(1)
    sine = polynomial(SIN, square) * square
    sine = fma(sine, x, x)
    swap = (octant & 2) != 0
    sin = np.where(swap, cosine, sine)
    cos = np.where(swap, sine, cosine)
    np.negative(sin, out=sin, where=(octant & 4) != 0)
    np.negative(cos, out=cos, where=((octant + 2) & 4) != 0)
    return sin, cos


def pairs(u1, u2):
    """Two normals from two uniforms in [0, 1): r cos t, r sin t.

    r = sqrt(-2 log(1 - u1)) has the length of a point of the two-dimensional normal
    distribution, t = 2 pi u2 its direction.
    """
    if u1.dtype == np.float64:
        radius, angle = np.sqrt(-2 * np.log(1 - u1)), 2 * math.pi * u2
        return radius * np.cos(angle), radius * np.sin(angle)
    radius = np.sqrt(np.float32(-2) * log(np.float32(1) - u1))
    sin, cos = sincos(np.float32(2 * math.pi) * u2)
    return radius * cos, radius * sin


def normal_blocks(unit):
    """Standard normals from uniforms, in place; the size is a multiple of 16.

    In each block of 16 the first 8 uniforms give the lengths, the last 8 the angles.
    """
    blocks = unit.reshape(-1, 2, 8)
    for start in range(0, len(blocks), CHUNK // 8):
        block = blocks[start : start + CHUNK // 8]
        block[:, 0], block[:, 1] = pairs(block[:, 0], block[:, 1])
    return unit
