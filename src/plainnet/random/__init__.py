# ruff: noqa: F401, I001 -- imported so that others find them here
"""Random numbers: for the same seed, the numbers that PyTorch draws on the CPU.

Compared with torch 2.13 for twenty seeds (tests/plainnet/test_random.py):

| function | float32 and integers | float64 |
|---|---|---|
| `rand`, `uniform_` | every bit | within 2**-53 of the range's ends |
| `randn`, `normal`, `normal_` | every bit | within 1 ulp of the largest |
| `exponential_` | every bit | within 1 ulp |
| `randint`, `random_`, `randperm` | every bit | every bit |
| `bernoulli`, `bernoulli_`, dropout | every bit, but see below | every bit |
| `multinomial` | every bit | every bit |
| `nn.init.orthogonal_` | within 1e-6: another QR library | within 1e-14 |
| other `nn.init`, default weights of layers | every bit | within 1 ulp |

Where torch itself differs from machine to machine, this is the middle of the road:

- On Intel processors torch draws `bernoulli_(p)`, and so dropout, from a generator of
  Intel's MKL library. AMD and ARM processors draw what is drawn here.
- Without AVX2 (on ARM) torch computes `randn` of 16 or more float32 numbers with the C
  library's log, sin and cos: up to 4e-6 away from these.
- Torch fills a tensor whose memory is permuted (`x.transpose(0, 1).uniform_()`, dropout
  of such a tensor) in the order of memory; here it is the order of the indices.
"""

from .creation import (
    bernoulli, multinomial, normal, rand, randint, randn, randn_like, randperm,
)  # fmt: skip
from .filling import bernoulli_, exponential_, normal_, uniform_
from .generator import Generator, default_generator
from .seeding import get_rng_state, initial_seed, manual_seed, seed, set_rng_state
