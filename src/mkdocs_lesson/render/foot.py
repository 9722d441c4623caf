"""The line below an answer: where it is taught, its own address, where to report a mistake."""

from __future__ import annotations

from html import escape
from urllib.parse import quote


def render_foot(full_id: str, teaches: str, report: str = "", home: str | None = None) -> str:
    """Return one line of links.

    Args:
        full_id: Of the question or card.
        teaches: The address of the heading that teaches it.
        report: Where mistakes are reported, with `{id}` in place of the id; empty: nowhere.
        home: The address of the page that shows it, for a link to itself.
    """
    links = [f'<a href="{escape(teaches)}">Read it again</a>']
    if home is not None:
        links.append(f'<a href="{escape(home)}#{full_id}">Link to this card</a>')
    if report:
        links.append(
            f'<a href="{escape(report.replace("{id}", quote(full_id, safe="")))}">Report a mistake</a>'
        )
    return f'<p class="teaches">{" ".join(links)}</p>'
