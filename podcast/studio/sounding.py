"""Samples come in, an MP3 goes out, as loud as podcasts are and without a clipped sample."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from loudness import framed, heard, measured, through

from mkdocs_lesson.podcast.record import Cue
from mkdocs_lesson.podcast.script import Sound as Settings

RATE = 24_000  # samples a second, as the voices speak
EVENED = [("highpass", "f=70"), ("acompressor", "threshold=-20dB:ratio=3:attack=5:release=120")]
LIMIT = 0.6  # of full scale: MP3 lifts single peaks by up to three decibels
NEAR = 0.05  # LUFS


@dataclass(frozen=True)
class Sound:
    """Samples, and where in them each sentence is."""

    samples: np.ndarray
    cues: tuple[Cue, ...]


def write(path: Path, sound: Sound, settings: Settings, tags: dict[str, str]) -> str:
    """Write the sound at the wanted loudness; return the hash of the file."""
    evened = _through(sound.samples, EVENED)
    gain = settings.loudness - measured(evened, RATE)[0]
    for _ in range(8):  # what the limiter and the encoder take is given back
        limited = [("volume", f"{gain}dB"), ("alimiter", f"limit={LIMIT}:level=0:latency=1")]
        _encode(path, _through(evened, limited), settings.kilobits, tags)
        short = settings.loudness - measured(*heard(path))[0]
        if abs(short) < NEAR:
            break
        gain += short
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _through(samples: np.ndarray, filters: list[tuple[str, str]]) -> np.ndarray:
    frames = through(framed(samples, RATE), RATE, [*filters, ("aformat", "sample_fmts=flt")])
    return np.concatenate([frame.to_ndarray()[0] for frame in frames])[: len(samples)]


def _encode(path: Path, samples: np.ndarray, kilobits: int, tags: dict[str, str]) -> None:
    """The same samples give the same bytes: nothing of the day or the machine goes into the file."""
    with av.open(path, "w", "mp3", options={"fflags": "+bitexact"}) as file:
        file.metadata.update(tags)
        stream = file.add_stream(
            "libmp3lame", rate=RATE, layout="mono", bit_rate=kilobits * 1000, format="fltp"
        )
        change = av.AudioResampler("fltp", "mono", RATE)
        for frame in framed(samples, RATE):
            for part in change.resample(frame):
                file.mux(stream.encode(part))
        file.mux(stream.encode(None))
