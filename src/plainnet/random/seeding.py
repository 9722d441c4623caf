"""The default generator, from which every function draws that is not given another."""

from .generator import default_generator


def manual_seed(seed):
    """Start the stream of numbers that belongs to `seed`; the same numbers as torch's.

    Args:
        seed: an integer that fits in 64 bits; the low 32 bits choose the stream.

    Raises:
        ValueError: for a seed that is no integer or too large.

    Example:
        >>> import plainnet as torch
        >>> _ = torch.manual_seed(0)
        >>> torch.rand(3)
        tensor([0.4963, 0.7682, 0.0885])

    Source: docs/chapters/signal-flow.md
    """
    return default_generator.manual_seed(int(seed))


def seed():
    """Start an unpredictable stream; returns the seed that was chosen.

    Source: docs/chapters/signal-flow.md
    """
    return default_generator.seed()


def initial_seed():
    """The seed that the default stream was started with.

    Source: docs/chapters/signal-flow.md
    """
    return default_generator.initial_seed()


def get_rng_state():
    """Where the default stream stands: uint8 of shape (5056,).

    Shape: → (5056)

    Source: docs/chapters/signal-flow.md
    """
    return default_generator.get_state()


def set_rng_state(new_state):
    """Put the default stream back to where `get_rng_state()` was called.

    Shape: (5056)

    Source: docs/chapters/signal-flow.md
    """
    default_generator.set_state(new_state)
