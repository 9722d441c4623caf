"""Small data sets, loaded without network; sources and licences stand in CREDITS.md.

| call | what | shape |
|---|---|---|
| `digits()` | handwritten digits, 8 by 8 pixels | (1797, 8, 8), (1797,) |
| `iris()` | flowers of three species, measured | (150, 4), (150,) |
| `karate_club()` | who met whom, and which club they chose | (78, 2), (34,) |
| `sonnets()` | Shakespeare's sonnets | text of 95,728 characters |
| `mnist()` | the same, 28 by 28 pixels, a separate file | (10000, 28, 28), (10000,) |
| `mnist(folder)` | the full set, from its IDX files | (60000, 28, 28), (60000,) |
| `mnist1d()` | ten digits as noisy curves, made when called | (5000, 40), (5000,) |
| `xor()`, `moons()`, `circles()`, `spirals()` | points in the plane | (n, 2), (n,) |
| `two_rings()` | two linked rings in space | (n, 3), (n,) |
"""

from .bundled import IRIS_SPECIES, digits, find, iris, karate_club, mnist, sonnets
from .idx import read_idx
from .mnist1d import mnist1d
from .points import circles, moons, spirals, two_rings, xor

__all__ = [
    "IRIS_SPECIES",
    "circles",
    "digits",
    "find",
    "iris",
    "karate_club",
    "mnist",
    "mnist1d",
    "moons",
    "read_idx",
    "sonnets",
    "spirals",
    "two_rings",
    "xor",
]
