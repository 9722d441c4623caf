"""An episode and its record come in; the player with its show notes and transcript goes out.

Without script it is a player of the browser’s own, links to places in the sound, and the text.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape

from mkdocs_lesson.podcast.captions import minutes
from mkdocs_lesson.podcast.check import Recorded
from mkdocs_lesson.podcast.record import Cue
from mkdocs_lesson.render.text import attributes


def render_episode(
    each: Recorded, show: str, summary: str, folder: str, place: Callable[[str], tuple[str, str]]
) -> str:
    """`folder` is where the files are, `place` gives the title and the address of `page#anchor`."""
    slug, script, record = each.episode.slug, each.episode.script, each.record
    sound, captions = f"{folder}{slug}.mp3", f"{folder}{slug}.vtt"
    day = date.fromisoformat(script.published)
    about = [
        f'<span class="episode-length">{minutes(record.seconds)}</span>',
        f'<a href="{sound}" download>Download MP3</a>, {each.bytes / 1e6:.1f} MB',
        f'<a href="{captions}" download>Captions</a>',
        f'<time datetime="{day}">{day.day} {day:%B %Y}</time>',
    ]
    return (
        f"<lesson-audio{attributes(data_title=script.title, data_show=show)}>"
        f'<p class="episode-summary">{escape(summary)}</p>'
        f"<audio{attributes(controls=True, preload='none', src=sound, aria_label=script.title)}>"
        f"<track{attributes(kind='captions', src=captions, srclang='en', label='English')}></audio>"
        f'<div class="episode-actions"></div><p class="episode-about">{" · ".join(about)}</p>'
        f'<ol class="stops">{_stops(each, sound, place)}</ol>'
        f'<details class="transcript"><summary>Transcript</summary><div class="transcript-text">'
        f"{''.join(map(_turn, record.turns()))}</div></details></lesson-audio>"
    )


def _stops(each: Recorded, sound: str, place: Callable[[str], tuple[str, str]]) -> str:
    items = []
    for stop, start in zip(each.episode.script.chapters, each.record.starts(), strict=True):
        title, address = place(stop.link)
        items.append(
            f'<li><a class="moment" href="{sound}#t={start:.2f}" data-start="{start:.3f}">{minutes(start)}</a> '
            f'<span class="stop">{escape(stop.title)}</span> <a href="{address}">{escape(title)}</a></li>'
        )
    return "".join(items)


def _turn(cues: list[Cue]) -> str:
    said = " ".join(
        f'<span class="cue" data-start="{cue.start:.3f}">{escape(cue.text)}</span>' for cue in cues
    )
    return f'<p><b class="host">{escape(cues[0].host)}</b> {said}</p>'
