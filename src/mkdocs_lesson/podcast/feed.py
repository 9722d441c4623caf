"""Episodes and the site's address come in; the RSS feed that podcast apps follow goes out.

Everything in it stays the same from build to build: an episode is known by its `guid` for ever,
whatever becomes of its title or of the site's address.
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from mkdocs_lesson.podcast.check import Recorded
from mkdocs_lesson.podcast.script import Show

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"


def feed(show: Show, episodes: list[Recorded], summaries: dict[str, str], site: str) -> bytes:
    """Return the feed; `summaries` has that of each episode with its values in it."""
    for prefix, name in {"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM}.items():
        ET.register_namespace(prefix, name)
    rss = ET.Element("rss", version="2.0")
    channel = ET.SubElement(rss, "channel")
    home = f"{site}podcast/"
    for tag, text in {
        "title": show.title,
        "link": home,
        "description": show.summary,
        "language": "en-GB",
        f"{{{ITUNES}}}author": show.author,
        f"{{{ITUNES}}}type": "serial",
        f"{{{ITUNES}}}explicit": "false",
    }.items():
        ET.SubElement(channel, tag).text = text
    ET.SubElement(channel, f"{{{ATOM}}}link", href=f"{home}feed.xml", rel="self", type="application/rss+xml")
    ET.SubElement(channel, f"{{{ITUNES}}}image", href=f"{home}cover.png")
    category = ET.SubElement(channel, f"{{{ITUNES}}}category", text="Education")
    ET.SubElement(category, f"{{{ITUNES}}}category", text="Courses")
    for number, each in enumerate(episodes, start=1):
        _item(channel, number, each, summaries[each.episode.slug], show, home)
    ET.indent(rss)
    return ET.tostring(rss, encoding="utf-8", xml_declaration=True) + b"\n"


def _item(channel: ET.Element, number: int, each: Recorded, summary: str, show: Show, home: str) -> None:
    item = ET.SubElement(channel, "item")
    slug, script = each.episode.slug, each.episode.script
    day = datetime.fromisoformat(script.published).replace(tzinfo=UTC)
    for tag, text in {
        "title": script.title,
        "description": summary,
        "link": f"{home}#{slug}",
        "pubDate": format_datetime(day),
        f"{{{ITUNES}}}duration": str(round(each.record.seconds)),
        f"{{{ITUNES}}}episode": str(number),
        f"{{{ITUNES}}}explicit": "false",
    }.items():
        ET.SubElement(item, tag).text = text
    ET.SubElement(item, "guid", isPermaLink="false").text = f"{show.guid}/{slug}"
    ET.SubElement(item, "enclosure", url=f"{home}{slug}.mp3", length=str(each.bytes), type="audio/mpeg")
    ET.SubElement(
        item,
        f"{{{PODCAST}}}transcript",
        url=f"{home}{slug}.vtt",
        type="text/vtt",
        language="en",
        rel="captions",
    )
