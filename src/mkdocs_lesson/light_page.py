"""A page comes in; the same to the eye goes out, with less to do for the browser that shows it.

Code is marked up by Pygments token by token. In this book's colours (`tokens.css`) some kinds look
like the code around them, and others like each other: nearly half of the marks change nothing that
a reader sees. What the theme's script would do to tables and code on every visit is done here once.
"""

from __future__ import annotations

import re

AS_AROUND = "n", "w", "sa", "kc"
AS = {"o": "p", "ow": "p", "si": "s2", "mf": "mi"}

IDLE = re.compile(rf'<span class="(?:{"|".join(AS_AROUND)})">([^<]*)</span>')
ALIKE = re.compile(rf'(?<=<span class=")(?:{"|".join(AS)})(?=">)')
NEIGHBOURS = re.compile(r'(<span class="(p|s2|mi)">[^<]*)</span>( *)<span class="\2">')
TABLE = re.compile(r"<table(?![^>]*\bclass=)[^>]*>.*?</table>", re.DOTALL)
BLOCK = re.compile(r"(<pre[^>]*>(?:<span></span>)?<code)(?![^>]*tabindex)")


def lighten(html: str) -> str:
    """Leave out what nobody sees; see to tables and code that are wider than a phone."""
    return scrolling(fewer_marks(html))


def fewer_marks(html: str) -> str:
    """Leave out marks without a colour of their own, and let neighbours of one colour share a mark."""
    html = ALIKE.sub(lambda kind: AS[kind[0]], IDLE.sub(r"\1", html))
    joined = NEIGHBOURS.sub(r"\1\3", html)
    while joined != html:
        html, joined = joined, NEIGHBOURS.sub(r"\1\3", joined)
    return html


def scrolling(html: str) -> str:
    """A box around each table, and a place for the keyboard in each block of code: both may scroll."""
    box = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">{}</div></div>'
    html = TABLE.sub(lambda table: box.format(table[0]), html)
    return BLOCK.sub(r'\1 tabindex="0"', html)
