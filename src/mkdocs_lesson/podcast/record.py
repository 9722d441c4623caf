"""What was recorded of an episode: when each sentence begins and ends, how loud it is, of which script.

Only `make audio` writes records; the site and the tests read them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from mkdocs_lesson.faults import Fault, LessonError
from mkdocs_lesson.podcast.script import Podcast, Sentence
from mkdocs_lesson.readable import demand_record


@dataclass(frozen=True)
class Cue(Sentence):
    """A sentence as it was spoken, with its place in the sound in seconds."""

    start: float
    end: float


@dataclass(frozen=True)
class Record:
    """The facts of one sound file."""

    script: str
    """`fingerprint` of what was spoken, and how."""
    sound: str
    """SHA-256 of the file."""
    seconds: float
    loudness: float
    peak: float
    wrong: float
    """Words in a hundred that a speech recogniser took for others."""
    cues: tuple[Cue, ...]

    def turns(self) -> list[list[Cue]]:
        """The cues of each turn."""
        turns: dict[int, list[Cue]] = {}
        for cue in self.cues:
            turns.setdefault(cue.turn, []).append(cue)
        return list(turns.values())

    def starts(self) -> list[float]:
        """When each stop begins."""
        first: dict[int, float] = {}
        for cue in self.cues:
            first.setdefault(cue.chapter, cue.start)
        return [0.0, *list(first.values())[1:]]


def fingerprint(sentences: Iterable[Sentence], podcast: Podcast) -> str:
    """A hash of all that decides what is heard: words, voices, pronunciations, sound."""
    sentences = list(sentences)
    spoken = " ".join(sentence.text for sentence in sentences)
    content = [
        [[s.chapter, s.turn, podcast.show.hosts[s.host], s.text] for s in sentences],
        {word: said for word, said in sorted(podcast.said.items()) if says(spoken, word)},
        podcast.show.sound.model_dump(),
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


def says(text: str, word: str) -> bool:
    """Whether a word stands in a text, whatever its capitals."""
    return bool(re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE))


def read_record(path: Path) -> Record | None:
    """The record in a file; None where there is none yet.

    Raises:
        LessonError: The file holds something else.
    """
    if not path.is_file():
        return None
    content = demand_record(path, "make audio")
    try:
        return Record(**content | {"cues": tuple(Cue(**cue) for cue in content["cues"])})
    except (KeyError, TypeError) as error:
        message = f"is no record of an episode: {error}; remove the file and run `make audio`"
        raise LessonError([Fault(path, 1, 1, message)]) from None


def write_record(path: Path, record: Record) -> None:
    """Write a record with a line for each cue, so that a change shows as one."""
    content = asdict(record)
    cues = ",\n".join("  " + json.dumps(cue, ensure_ascii=False) for cue in content.pop("cues"))
    facts = json.dumps(content, indent=1).removesuffix("\n}")
    path.write_text(f'{facts},\n "cues": [\n{cues}\n ]\n}}\n', encoding="utf-8")
