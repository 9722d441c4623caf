"""The Mersenne Twister behind every random number, seeded and read as torch does.

PyTorch's CPU generator is MT19937 with the seeding that NumPy calls legacy, so one
32-bit word of ours is one word of torch's. A float32 is made of the low 24 bits of a
word, a float64 of the low 53 bits of two words, the first one high.
"""

import operator
import os

import numpy as np

from ..tensor import Tensor

DEFAULT_SEED = 67280421310721  # what torch.Generator() starts from

# The bytes of torch's Generator.get_state(): a C struct, padding included.
STATE = np.dtype(
    {
        "names": ["seed", "left", "seeded", "next", "key", "spare", "has_spare"],
        "formats": ["<u8", "<i4", "<i4", "<u8", ("<u8", 624), "<f8", "<i4"],
        "offsets": [0, 8, 12, 16, 24, 5024, 5040],
        "itemsize": 5056,
    }
)


class Generator:
    """A stream of random numbers, `torch.Generator().manual_seed(0)`.

    Args:
        device: only "cpu"; there for programs that name it.

    Raises:
        RuntimeError: for another device.

    Example:
        >>> import plainnet as torch
        >>> stream = torch.Generator().manual_seed(0)
        >>> stream.initial_seed()
        0
        >>> stream.words(2).tolist()
        [2357136044, 2546248239]

    Source: Matsumoto and Nishimura, Mersenne Twister, 1998.
    """

    def __init__(self, device="cpu"):
        if str(device).partition(":")[0] != "cpu":
            raise RuntimeError(
                f"Generator expected device 'cpu', got {device!r}: plainnet runs on "
                "the CPU only, leave device out"
            )
        self.device = "cpu"
        self.manual_seed(DEFAULT_SEED)

    def manual_seed(self, seed):
        """Start the stream that belongs to `seed` (an integer) and return self."""
        try:
            seed = operator.index(seed)
        except TypeError:
            raise RuntimeError(
                f"manual_seed expected an integer, got {type(seed).__name__}: write manual_seed(0)"
            ) from None
        if not -(2**63) <= seed < 2**64:
            raise ValueError(f"manual_seed expected a seed that fits in 64 bits, got {seed}")
        self._seed = seed % 2**64
        self._started = self._spare_normal = None
        return self

    @property
    def _twister(self):
        """NumPy's generator; only now, since importing it takes as long as plainnet."""
        if self._started is None:  # torch too keeps the low 32 bits of a seed
            self._started = np.random.RandomState(self._seed % 2**32)
        return self._started

    def seed(self):
        """Start an unpredictable stream and return its seed."""
        return self.manual_seed(int.from_bytes(os.urandom(8), "little")).initial_seed()

    def initial_seed(self):
        """The seed that the stream was started with."""
        return self._seed

    def words(self, n):
        """The next n 32-bit words, uint32 of shape (n,)."""
        return self._twister.randint(0, 2**32, n, dtype=np.uint32)

    def long_words(self, n):
        """The next n 64-bit words, uint64 of shape (n,): two words each, high first."""
        pairs = self.words(2 * n).astype(np.uint64)
        return (pairs[0::2] << np.uint64(32)) | pairs[1::2]

    def unit(self, n, dtype=np.float32):
        """The next n numbers uniform in [0, 1), shape (n,), float32 or float64."""
        if np.dtype(dtype) == np.float64:
            return (self.long_words(n) & np.uint64(2**53 - 1)) * 2.0**-53
        low = self.words(n) & np.uint32(2**24 - 1)
        return low.astype(np.float32) * np.float32(2**-24)

    def take_spare_normal(self):
        """The normal number left over by the last pair, or None; taken only once."""
        spare, self._spare_normal = self._spare_normal, None
        return spare

    def keep_spare_normal(self, value):
        """Keep the second number of a pair of normals for the next request."""
        self._spare_normal = value

    def get_state(self):
        """Where the stream stands: uint8 of shape (5056,), laid out as torch's."""
        _, key, position = self._twister.get_state()[:3]
        state = np.zeros((), STATE)
        state["seed"], state["seeded"], state["key"] = self._seed, 1, key
        state["left"], state["next"] = 625 - position, position % 624
        if self._spare_normal is not None:
            state["spare"], state["has_spare"] = self._spare_normal, 1
        return Tensor(np.frombuffer(state.tobytes(), np.uint8).copy())

    def set_state(self, new_state):
        """Go on from where `get_state()`, ours or torch's, was called.

        Raises:
            TypeError: where the state is not a tensor of uint8.
            RuntimeError: where it is not the state of a generator.
        """
        state = np.asarray(new_state)
        if state.dtype != np.uint8:
            raise TypeError(f"RNG state expected dtype uint8, got {state.dtype}")
        if state.size != STATE.itemsize:
            raise RuntimeError(
                f"RNG state expected {STATE.itemsize} bytes, got {state.size}: pass what get_state() returned"
            )
        fields = np.frombuffer(state.tobytes(), STATE)[0]
        position = 625 - int(fields["left"])
        if not (fields["seeded"] and 1 <= position <= 624):
            raise RuntimeError("RNG state expected a seeded generator, got other bytes")
        key = fields["key"].astype(np.uint32)
        self._twister.set_state(("MT19937", key, position))
        self._seed = int(fields["seed"])
        self._spare_normal = float(fields["spare"]) if fields["has_spare"] else None
        return self

    def __repr__(self):
        return f"<plainnet.Generator seed={self._seed}>"


default_generator = Generator()
default_generator.seed()
