"""`python podcast/studio [<episode> ...]`: speaks the episodes whose script or sound changed.

`make audio` calls this in an environment of its own. Before anything is spoken, every word of every
episode is looked up: one that nobody can pronounce stops the work, since a voice would skip it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hearing import Listener
from loudness import heard, measured
from pronouncing import Reader, unknown_words
from sounding import write
from speaking import Speaker, spoken

from mkdocs_lesson.book import open_book
from mkdocs_lesson.faults import LessonError
from mkdocs_lesson.podcast.mp3 import seconds
from mkdocs_lesson.podcast.record import Record, fingerprint, read_record, write_record
from mkdocs_lesson.podcast.script import Episode, Podcast
from mkdocs_lesson.podcast.values import sentences, value_faults

ROOT = Path(__file__).parents[2]


def main(names: list[str]) -> int:
    """Speak what is stale, or the episodes that are named."""
    book = open_book(ROOT)
    faults = [
        *book.faults,
        *(f for e in book.podcast.episodes.values() for f in value_faults(e, book.programs)),
    ]
    if faults:
        raise LessonError(fault.under(ROOT) for fault in faults)
    podcast, reader = book.podcast, Reader(book.podcast.said)
    said = {slug: sentences(episode, book.programs) for slug, episode in podcast.episodes.items()}
    if unknown := unknown_words(podcast, said, reader):
        raise LessonError(fault.under(ROOT) for fault in unknown)
    for slug, episode in podcast.episodes.items():
        print_ = fingerprint(said[slug], podcast)
        record = read_record(episode.beside(".json"))
        if slug in names or (not names and (record is None or record.script != print_)):
            record = speak(episode, said[slug], podcast, reader, print_)
        if record:
            print(
                f"{slug}: {record.seconds:.2f} s, {record.loudness:.2f} LUFS, peak {record.peak:.1f} dB, {record.wrong:.2f} % of words heard wrong"
            )
    return 0


def speak(episode: Episode, said: list, podcast: Podcast, reader: Reader, print_: str) -> Record:
    """Speak one episode, write it and its record, and say how well it is understood."""
    settings = podcast.show.sound
    sound = spoken(
        said,
        podcast.show,
        episode.script.lasts,
        reader,
        Speaker(ROOT / "podcast/voices", ROOT / ".cache/podcast"),
    )
    path = episode.beside(".mp3")
    tags = {"title": episode.script.title, "album": podcast.show.title, "genre": "Podcast"}
    digest = write(path, sound, settings, tags)
    loudness, peak = measured(*heard(path))
    wrong = Listener().wrong(path, [sentence.text for sentence in said])
    length = round(seconds(path.read_bytes()), 3)
    record = Record(print_, digest, length, round(loudness, 2), round(peak, 2), wrong, sound.cues)
    write_record(episode.beside(".json"), record)
    return record


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except LessonError as error:
        sys.exit(str(error))
