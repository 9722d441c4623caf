"""Every page is valid HTML."""

from __future__ import annotations

import nu
import pytest

pytestmark = pytest.mark.gates


@pytest.fixture(scope="module")
def put(folder, tmp_path_factory):
    """Put HTML at the end of a page that is sound: a copy comes back."""
    text = (folder / "review/index.html").read_text(encoding="utf-8")
    assert text.count("</body>") == 1

    def put(html):
        page = tmp_path_factory.mktemp("page") / "page.html"
        page.write_text(text.replace("</body>", f"{html}</body>"), encoding="utf-8")
        return page

    return put


@pytest.fixture(scope="module")
def said(folder, put):
    """What the checker says of every page, and of the review when all is due."""
    decks = sorted(folder.glob("assets/decks/*.html"))
    assert len(decks) > 1
    full_review = put("".join(deck.read_text(encoding="utf-8") for deck in decks))
    return nu.check([folder / "404.html", *sorted(folder.rglob("index.html")), full_review])


def test_every_page_is_valid(said):
    assert nu.faults(said) == []


def test_what_is_meant_is_still_there(said):
    remedy = "the checker has learnt it, or no page does it any more: take it off the list"
    assert unsaid(said) == set(), remedy
    gone = nu.meant(next(message for message in said if nu.meant(message)))
    assert unsaid(message for message in said if nu.meant(message) != gone) == {gone}


def unsaid(messages) -> set:
    """What is on the list of what we mean, and nobody said."""
    return set(nu.MEANT) - {nu.meant(message) for message in messages}


FAULTS = {
    '<p id="twice"></p><p id="twice"></p>': "Duplicate ID",
    "<p><ul><li>one</li></ul></p>": "No “p” element in scope",
    '<img src="x.svg">': "must have an “alt”",
    '<p colour="red">none</p>': "“colour” not allowed",
    '<input type="checkbox" autocomplete="off">': "“autocomplete” is only allowed",
}


def test_faults_are_found(put):
    found = nu.faults(nu.check([put("".join(FAULTS))]))
    assert [html for html, says in FAULTS.items() if not any(says in error for error in found)] == []
