"""A page with footnotes and another page come in; both go out, with the notes on the other one.

A page whose front matter says `notes: <slug>` keeps its marks; a long list of sources weighs as much as its text.
"""

from __future__ import annotations

import re

NOTES = re.compile(r'<div class="footnote">.*?</div>', re.DOTALL)


def moved(html: str, other: str, there: str, back: str) -> tuple[str, str]:
    """Move the notes of `html` to the end of `other`.

    Args:
        html: The page with footnotes.
        other: The page that gets them.
        there: The address of the other page, seen from the first.
        back: The address of the first page, seen from the other.
    """
    found = NOTES.search(html)
    if not found:
        return html, other
    notes = found[0].replace('href="#fnref', f'href="{back}#fnref')
    marked = NOTES.sub("", html).replace('href="#fn:', f'href="{there}#fn:')
    return marked, other + notes
