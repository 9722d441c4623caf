"""A record comes in; its captions go out as WebVTT, one cue for each sentence, with its speaker."""

from __future__ import annotations

from html import escape

from mkdocs_lesson.podcast.record import Record


def captions(record: Record) -> str:
    """Return the WebVTT file."""
    cues = (
        f"{number}\n{clock(cue.start)} --> {clock(cue.end)}\n<v {cue.host}>{escape(cue.text, quote=False)}\n"
        for number, cue in enumerate(record.cues, start=1)
    )
    return "\n".join(["WEBVTT\n", *cues])


def clock(seconds: float) -> str:
    """A time as captions have it: 00:03:14.000."""
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def minutes(seconds: float) -> str:
    """A length as people say it: 3:14."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"
