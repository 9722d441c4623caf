"""The book comes in; the files of its podcast that the site serves go out."""

from __future__ import annotations

from mkdocs_lesson.book import Book
from mkdocs_lesson.podcast.captions import captions
from mkdocs_lesson.podcast.check import FOLDER, recorded
from mkdocs_lesson.podcast.feed import feed
from mkdocs_lesson.podcast.values import filled

COVER = "cover.png"


def podcast_files(book: Book, site: str) -> dict[str, bytes]:
    """Path within the site → content: the feed, its picture, and sound and captions of each episode."""
    if not book.podcast:
        return {}
    episodes = recorded(book)
    made = {f"{FOLDER}/{COVER}": (book.root / FOLDER / COVER).read_bytes()}
    for each in episodes:
        slug = each.episode.slug
        made[f"{FOLDER}/{slug}.mp3"] = each.episode.beside(".mp3").read_bytes()
        made[f"{FOLDER}/{slug}.vtt"] = captions(each.record).encode()
    summaries = {e.episode.slug: filled(e.episode.script.summary, book.programs) for e in episodes}
    made[f"{FOLDER}/feed.xml"] = feed(book.podcast.show, episodes, summaries, site)
    return made
