"""Sound comes in; how loud it is by the broadcasters' measure (EBU R 128) goes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import av
import numpy as np
from av.filter import Graph


def through(
    frames: Iterable[av.AudioFrame], rate: int, filters: list[tuple[str, str]]
) -> Iterator[av.AudioFrame]:
    """The frames after some filters of ffmpeg."""
    graph = Graph()
    source = graph.add_abuffer(sample_rate=rate, format="flt", layout="mono")
    steps = [source, *(graph.add(name, settings) for name, settings in filters), graph.add("abuffersink")]
    graph.link_nodes(*steps).configure()
    for frame in [*frames, None]:
        graph.push(frame)
        while True:
            try:
                yield graph.pull()
            except (av.BlockingIOError, av.EOFError):
                break


def framed(samples: np.ndarray, rate: int) -> Iterator[av.AudioFrame]:
    """Samples as ffmpeg takes them, a second at a time."""
    for start in range(0, len(samples), rate):
        frame = av.AudioFrame.from_ndarray(samples[None, start : start + rate], "flt", "mono")
        frame.sample_rate, frame.pts = rate, start
        yield frame


def heard(path: Path) -> tuple[np.ndarray, int]:
    """(samples, samples a second) of a file, as a player makes them."""
    with av.open(path) as file:
        rate = file.streams.audio[0].rate
        change = av.AudioResampler("flt", "mono", rate)
        parts = [part.to_ndarray()[0] for frame in file.decode(audio=0) for part in change.resample(frame)]
    return np.concatenate(parts), rate


def measured(samples: np.ndarray, rate: int) -> tuple[float, float]:
    """(loudness in LUFS, true peak in decibels below full scale)."""
    facts = {}
    for frame in through(framed(samples, rate), rate, [("ebur128", "metadata=1:peak=true")]):
        facts = dict(frame.metadata) or facts
    return float(facts["lavfi.r128.I"]), 20 * np.log10(float(facts["lavfi.r128.true_peak"]))
