"""A podcast of its own: each fault of an author at its place, and lengths that are read from the file."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import check_book
from mkdocs_lesson.fences import find_fences
from mkdocs_lesson.podcast.captions import captions, clock, minutes
from mkdocs_lesson.podcast.mp3 import seconds
from mkdocs_lesson.podcast.record import Cue, Record, fingerprint, read_record, write_record
from mkdocs_lesson.podcast.values import sentences
from mkdocs_lesson.render.page import Renderer

SETTINGS = """\
title: Steps <aloud>
summary: Walk and listen.
guid: steps
author: Walkers
episodes: [first]
hosts: {Ann: af_heart, Bo: am_michael}
sound: {speed: 1, pauses: {sentence: 0.3, turn: 0.5, chapter: 1}, loudness: -16, kilobits: 48}
"""
SCRIPT = """\
title: The first step
summary: One foot after the other.
published: 2026-11-22
chapters:
  - title: Left & right
    link: small-steps#the-first-idea
    lines:
      - Ann: A step is small. In 1843 it was too.
      - Bo: Is it < two?
"""
RECORD = Record(
    script="",
    sound="",
    seconds=194.2,
    loudness=-16,
    peak=-2,
    wrong=0,
    cues=(
        Cue(0, 0, "Ann", "A step is small.", 0.0, 1.5),
        Cue(0, 0, "Ann", "In 1843 it was too.", 1.8, 3.0),
        Cue(0, 1, "Bo", "Is it < two?", 3.5, 4.25),
    ),
)


@pytest.fixture
def aloud(book):
    folder = book / "podcast"
    folder.mkdir()
    (folder / "settings.yml").write_text(SETTINGS)
    (folder / "pronunciation.yml").write_text("step: stˈɛp\n")
    (folder / "first.yml").write_text(SCRIPT)
    (folder / "first.mp3").write_bytes(b"0" * 1_200_000)
    write_record(folder / "first.json", RECORD)
    (book / "docs" / "listen.md").write_text("# Listen\n\n```episode\nfirst\n```\n")
    return book


FAULTS = {
    "a host who isn't there": ("Bo:", "Boo:", "first.yml:9:9: there is no host `Boo`; did you mean `Bo`?"),
    "a heading that isn't there": ("#the-first-idea", "#the-frist-idea", "first.yml:6:11: small-steps.md has no heading `#the-frist-idea`; did you mean"),
    "a figure that is typed": ("small.", "0.7 metres.", "first.yml:8:14: the figure `0.7` is typed; insert what a program computed"),
    "a program that isn't there": ("small.", "{= small-steps/bye.x:d =}.", "first.yml:8:14: there is no program `small-steps/bye`; "),
    "a value of the wrong form": ("small.", "{= small =}.", "first.yml:8:14: expected `{= slug/program.variable:.2f =}`"),
    "a key that isn't there": ("published:", "publised:", "first.yml:3:1: unknown key `publised`; did you mean `published`?"),
}  # fmt: skip


def test_sound_podcast_has_no_faults(aloud):
    assert check_book(aloud) == []


@pytest.mark.parametrize(("before", "after", "message"), FAULTS.values(), ids=FAULTS)
def test_fault_is_told_at_its_place(aloud, before, after, message):
    path = aloud / "podcast/first.yml"
    path.write_text(path.read_text().replace(before, after, 1))
    assert any(str(fault).startswith(f"podcast/{message}") for fault in check_book(aloud)), check_book(aloud)


def test_episode_without_sound_or_name_is_a_fault(aloud):
    (aloud / "podcast/first.json").unlink()
    (aloud / "podcast/second.yml").write_text(SCRIPT)
    told = "\n".join(map(str, check_book(aloud)))
    assert "podcast/settings.yml:5:11: `second` is no episode; add it, or remove the file" in told
    (aloud / "podcast/second.yml").unlink()
    told = "\n".join(map(str, check_book(aloud)))
    assert "nobody has spoken `first` yet; run `make audio`" in told
    assert "docs/listen.md:4:1: expected the name of one episode, got `first`; there are none yet" in told


def test_fingerprint_changes_with_what_is_heard_and_with_nothing_else(aloud):
    def now(**changed) -> str:
        podcast = open_book(aloud).podcast
        said = sentences(podcast.episodes["first"], {})
        return fingerprint(said, replace(podcast, **changed))

    first = now()
    assert now(said={"step": "stˈɛp", "mile": "mˈIl"}) == first, "a word that isn't said"
    assert now(said={"step": "stˈAp"}) != first
    path = aloud / "podcast/first.yml"
    path.write_text(path.read_text().replace("title: Left & right", "title: Right"))
    assert now() == first, "a title is not heard"
    path.write_text(path.read_text().replace("too.", "also."))
    assert now() != first


def test_record_and_captions_say_the_same(aloud):
    record = read_record(aloud / "podcast/first.json")
    assert record == RECORD and len(record.turns()) == 2 and record.starts() == [0.0]
    assert json.loads((aloud / "podcast/first.json").read_text())["cues"][2]["host"] == "Bo"
    assert "3\n00:00:03.500 --> 00:00:04.250\n<v Bo>Is it &lt; two?\n" in captions(record)
    assert (
        clock(3 * 3600 + 61.0625) == "03:01:01.062" and minutes(194.2) == "3:14" and minutes(59.6) == "1:00"
    )


def test_player_reads_without_script(aloud):
    book = open_book(aloud)
    page = book.pages["listen"]
    html = Renderer(page, book, []).render(next(find_fences(page.body)))
    assert '<audio controls preload="none" src="../podcast/first.mp3"' in html
    assert '<span class="episode-length">3:14</span>' in html and "1.2 MB" in html
    assert '<a class="moment" href="../podcast/first.mp3#t=0.00" data-start="0.000">0:00</a>' in html
    assert (
        '<span class="stop">Left &amp; right</span> <a href="../chapters/small-steps/#the-first-idea">'
        in html
    )
    assert '<b class="host">Bo</b> <span class="cue" data-start="3.500">Is it &lt; two?</span>' in html


def frames(count: int) -> bytes:
    """An MP3 of 24 kHz, 48 kbit a second: silent, but of the right form."""
    return (bytes([0xFF, 0xF3, 0x64, 0xC4]) + bytes(140)) * count


def test_length_is_read_from_the_frames():
    assert seconds(frames(100)) == pytest.approx(2.4)
    title = b"ID3\x04\0\0\0\0\x01\x00" + bytes(128)
    added = (529 << 12 | 311).to_bytes(3)  # samples before the first and after the last
    about = bytes([0xFF, 0xF3, 0x84, 0xC4]) + (bytes(9) + b"Info" + bytes(137) + added).ljust(188, b"\0")
    assert seconds(title + about + frames(100)) == pytest.approx(2.4 - 840 / 24_000)
    assert seconds(frames(100) + b"TAG" + bytes(125)) == pytest.approx(2.4)


@pytest.mark.parametrize("content", [b"", b"not a sound at all", frames(3)[:-7], frames(2) + b"\0\0\0\0"])
def test_what_is_no_sound_is_refused(content):
    with pytest.raises(ValueError, match=r"byte|sound"):
        seconds(content)
