"""Cards come in; the element `<lesson-cards>` goes out: a list that opens without script."""

from __future__ import annotations

from mkdocs_lesson.questions import Card
from mkdocs_lesson.render.text import attributes, blocks


def render_deck(slug: str, cards: list[str]) -> str:
    """Return a deck of rendered cards."""
    return f'<lesson-cards class="deck" data-deck="{slug}">{"".join(cards)}</lesson-cards>'


def render_card(full_id: str, card: Card, foot: str) -> str:
    """Return one card. `foot` is the line of links below its back."""
    opening = attributes(class_="card", id=full_id, data_version=card.version, data_teaches=card.teaches)
    return (
        f'<div{opening}><div class="front">{blocks(card.front)}</div>'
        '<details class="back" data-search-exclude><summary>Show the answer</summary>'
        f"{blocks(card.back)}{foot}</details></div>"
    )
