"""The podcast: what is heard is what is written, as long and as loud as it says, and apps can follow it."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from loudness import heard, measured

from mkdocs_lesson.book import open_book
from mkdocs_lesson.podcast.captions import captions, clock
from mkdocs_lesson.podcast.check import recorded
from mkdocs_lesson.podcast.feed import ITUNES, PODCAST
from mkdocs_lesson.podcast.files import podcast_files
from mkdocs_lesson.podcast.mp3 import seconds
from mkdocs_lesson.podcast.record import fingerprint
from mkdocs_lesson.podcast.values import sentences

BOOK = open_book(Path(__file__).parents[2])
SHOW = BOOK.podcast.show
EPISODES = {each.episode.slug: each for each in recorded(BOOK)}
SITE = "https://example.org/some/book/"
OVERVIEW = "in-three-minutes"
# For ever: podcast apps know an episode by its guid, and show one with another name as new.
GUIDS = [f"what-is-a-neural-network/{slug}" for slug in (OVERVIEW, "the-idea", "how-networks-learn")]

every_episode = pytest.mark.parametrize("each", EPISODES.values(), ids=EPISODES)


@cache
def sound_of(path: Path) -> tuple[np.ndarray, int]:
    return heard(path)


def loudness_at(samples: np.ndarray, width: int) -> np.ndarray:
    """The root of the mean square around each sample."""
    sums = np.cumsum(np.pad(samples.astype(float) ** 2, (width // 2 + 1, width - width // 2 - 1)))
    return np.sqrt(np.maximum(sums[width:] - sums[:-width], 0) / width)


def test_every_episode_can_be_heard():
    assert list(EPISODES) == list(SHOW.episodes)


@every_episode
def test_what_is_heard_is_what_the_script_says_today(each):
    said = sentences(each.episode, BOOK.programs)
    assert each.record.script == fingerprint(said, BOOK.podcast), (
        f"podcast/{each.episode.slug}.yml: the script, a figure in it or the settings changed; run `make audio`"
    )
    assert [(cue.host, cue.text, cue.chapter) for cue in each.record.cues] == [
        (sentence.host, sentence.text, sentence.chapter) for sentence in said
    ]


@every_episode
def test_file_is_the_one_on_record_and_as_long_as_it_says(each):
    content = each.episode.beside(".mp3").read_bytes()
    assert hashlib.sha256(content).hexdigest() == each.record.sound
    assert seconds(content) == pytest.approx(each.record.seconds, abs=0.001)
    samples, rate = sound_of(each.episode.beside(".mp3"))
    assert len(samples) / rate == pytest.approx(each.record.seconds, abs=0.1), "as ffmpeg counts"
    least, most = (192, 196) if each.episode.slug == OVERVIEW else (240, 360)
    assert least <= each.record.seconds <= most


@every_episode
def test_loudness_is_that_of_podcasts_and_nothing_is_clipped(each):
    samples, rate = sound_of(each.episode.beside(".mp3"))
    loudness, peak = measured(samples, rate)
    assert abs(loudness - SHOW.sound.loudness) <= 0.5
    assert (loudness, peak) == pytest.approx((each.record.loudness, each.record.peak), abs=0.1)
    assert peak < -0.1 and np.abs(samples).max() < 1
    assert each.record.wrong < 3, "words in a hundred that a speech recogniser misses"


@every_episode
def test_captions_stand_where_the_voice_is(each):
    """Between two sentences it is silent, and each begins and ends within 0.3 s of its caption."""
    samples, rate = sound_of(each.episode.beside(".mp3"))
    level = loudness_at(samples, rate // 50)
    cues = each.record.cues
    for cue, after in pairwise(cues):
        assert cue.start < cue.end < after.start
        gap = level[int((cue.end + 0.05) * rate) : int((after.start - 0.02) * rate)]
        assert gap.max() < 0.02, f"{clock(cue.end)}: a voice where the captions have none"
    for cue in cues:
        spoken = np.flatnonzero(level[int(cue.start * rate) : int(cue.end * rate)] > 0.02) / rate
        assert spoken[0] < 0.3 and cue.end - cue.start - spoken[-1] < 0.3, f"{clock(cue.start)}: {cue.text}"
    assert cues[-1].end < each.record.seconds


@every_episode
def test_captions_name_their_speaker(each):
    blocks = captions(each.record).split("\n\n")
    assert blocks[0] == "WEBVTT" and len(blocks) == len(each.record.cues) + 1
    cue = each.record.cues[1]
    assert blocks[2].splitlines() == [
        "2",
        f"{clock(cue.start)} --> {clock(cue.end)}",
        f"<v {cue.host}>{cue.text}",
    ]


def test_feed_says_what_the_files_are():
    made = podcast_files(BOOK, SITE)
    channel = ET.fromstring(made["podcast/feed.xml"]).find("channel")
    assert {e.tag for e in channel} >= {"title", "link", "description", "language", f"{{{ITUNES}}}category"}
    cover = made[channel.find(f"{{{ITUNES}}}image").get("href").removeprefix(SITE)]
    assert cover.startswith(b"\x89PNG") and cover[16:24] == (1400).to_bytes(4) * 2, "what Apple asks for"
    items = channel.findall("item")
    assert [item.findtext("guid") for item in items] == GUIDS
    for item in items:
        enclosure, transcript = item.find("enclosure"), item.find(f"{{{PODCAST}}}transcript")
        sound = made[enclosure.get("url").removeprefix(SITE)]
        assert enclosure.attrib["type"] == "audio/mpeg" and int(enclosure.get("length")) == len(sound)
        assert item.findtext(f"{{{ITUNES}}}duration") == str(round(seconds(sound)))
        assert made[transcript.get("url").removeprefix(SITE)].startswith(b"WEBVTT")
        assert "{=" not in item.findtext("description")
        assert parsedate_to_datetime(item.findtext("pubDate")) < datetime.now(UTC)


def test_feed_is_the_same_on_every_build():
    assert podcast_files(BOOK, SITE) == podcast_files(BOOK, SITE)
