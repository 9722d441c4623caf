"""The bytes of an MP3 file come in; how long it lasts goes out, by walking from frame to frame.

Only Layer III is understood, which is what MP3 means. What the encoder put before the first
sample and after the last one is taken off, as players do, where the file says how much.
"""

from __future__ import annotations

RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
KILOBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
KILOBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)


def seconds(content: bytes) -> float:
    """Return the length of the sound.

    Raises:
        ValueError: This is no MP3, or it stops in the middle of a frame.
    """
    at, samples, rate, padding = _after_tag(content), 0, 0, 0
    while at + 4 <= len(content) and content[at : at + 3] != b"TAG":
        rate, length, in_frame = _frame(content, at)
        if at + length > len(content):
            raise ValueError(f"the frame at byte {at} is cut off")
        found = _padding(content[at : at + length]) if not samples else None
        if found is None:
            samples += in_frame
        else:
            padding = found
        at += length
    if not samples:
        raise ValueError("there is no sound")
    return (samples - padding) / rate


def _after_tag(content: bytes) -> int:
    """Where the sound begins, after what players show of the title."""
    if not content.startswith(b"ID3"):
        return 0
    size = 0
    for byte in content[6:10]:
        size = size << 7 | byte
    return 10 + size


def _frame(content: bytes, at: int) -> tuple[int, int, int]:
    """(samples a second, bytes, samples) of the frame that begins there."""
    sync, second, third = content[at], content[at + 1], content[at + 2]
    version = second >> 3 & 3
    if sync != 0xFF or second >> 5 != 7 or version not in RATES or second >> 1 & 3 != 1:
        raise ValueError(f"no frame of an MP3 begins at byte {at}")
    rate = RATES[version][third >> 2 & 3]
    kilobits = (KILOBITS_1 if version == 3 else KILOBITS_2)[third >> 4]
    samples = 1152 if version == 3 else 576
    return rate, samples // 8 * kilobits * 1000 // rate + (third >> 1 & 1), samples


def _padding(frame: bytes) -> int | None:
    """How many samples the encoder added, if this frame only says so."""
    for mark in (b"Info", b"Xing"):
        start = frame.find(mark, 4, 44)
        if start >= 0:
            around = frame[start + 141 : start + 144]
            return (
                (int.from_bytes(around) >> 12) + (int.from_bytes(around) & 0xFFF) if len(around) == 3 else 0
            )
    return None
