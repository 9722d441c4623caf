"""Notes of one page that stand on another."""

from __future__ import annotations

from mkdocs_lesson.notes import moved

MARK = '<p>Said<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup>.</p>'
NOTES = '<div class="footnote"><hr><ol><li id="fn:a"><p>Who <a href="#fnref:a">↩</a></p></li></ol></div>'


def test_notes_move_and_their_links_find_the_way_both_ways():
    here, there = moved(MARK + NOTES, "<h1>Notes</h1>", "../notes/", "../essay/")
    assert here == MARK.replace("#fn:a", "../notes/#fn:a")
    assert there == "<h1>Notes</h1>" + NOTES.replace("#fnref:a", "../essay/#fnref:a")


def test_page_without_notes_stays_as_it_is():
    assert moved("<p>Said.</p>", "<h1>Notes</h1>", "../notes/", "../essay/") == (
        "<p>Said.</p>",
        "<h1>Notes</h1>",
    )
