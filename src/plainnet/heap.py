"""Memory between training steps: keep it, or let the system have it back each time."""

import platform

MMAP_THRESHOLD, TRIM_THRESHOLD = -3, -1  # glibc's numbers, from malloc.h


def keep_heap(largest=32 << 20, kept=1 << 30):
    """Ask the C library to keep freed memory for the next step.

    By default glibc (the C library of most Linux systems) returns large arrays to the
    kernel at the end of each step and gets them anew in the next. Steps with large
    intermediate arrays (convolutions, attention) take up to twice as long for it. The
    setting holds for the whole process until its end, so nothing calls this unasked.

    Args:
        largest: arrays up to this many bytes are kept (at most 32 MiB).
        kept: how many bytes may stay unused at most.

    Returns:
        True where the setting was made; False on other systems, where nothing changes.

    Example:
        >>> import plainnet
        >>> _ = plainnet.keep_heap()

    Source: mallopt(3) of glibc.
    """
    if platform.libc_ver()[0] != "glibc":
        return False
    import ctypes

    libc = ctypes.CDLL(None)
    done = libc.mallopt(MMAP_THRESHOLD, largest), libc.mallopt(TRIM_THRESHOLD, kept)
    return all(done)
