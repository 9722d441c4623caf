"""Pages are sent with no more marks than a reader sees, and as the theme would make them."""

from __future__ import annotations

import re

from mkdocs_lesson.light_page import lighten, scrolling
from mkdocs_lesson.render.text import code

SOURCE = 'for n in range(3):\n    print(f"{n + 0.5:.1f}", None, *names)  # a "note"\n'


def text(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def test_text_stays_and_marks_become_fewer():
    before = code(SOURCE)
    after = lighten(before)
    assert text(after) == text(before)
    assert after.count("<span") == after.count("</span>")
    assert after.count("<span") < 0.7 * before.count("<span")


def test_names_and_spaces_go_unmarked():
    assert lighten('<span class="n">loss</span><span class="w"> </span>') == "loss "


def test_neighbours_of_one_colour_share_a_mark_within_a_line():
    marked = (
        '<span class="p">)</span> <span class="o">*</span> <span class="p">(</span>\n<span class="p">)</span>'
    )
    assert lighten(marked) == '<span class="p">) * (</span>\n<span class="p">)</span>'


def test_tables_without_a_class_get_a_box_and_code_a_place_for_the_keyboard():
    table = "<table><tr><td>1</td></tr></table>"
    assert (
        scrolling(table)
        == f'<div class="md-typeset__scrollwrap"><div class="md-typeset__table">{table}</div></div>'
    )
    assert scrolling('<table class="names"></table>') == '<table class="names"></table>'
    assert (
        scrolling("<pre><span></span><code>x</code></pre>")
        == '<pre><span></span><code tabindex="0">x</code></pre>'
    )
    assert scrolling('<pre><code tabindex="0">x</code></pre>') == '<pre><code tabindex="0">x</code></pre>'
    assert scrolling("<code>x</code>") == "<code>x</code>"
