"""A script comes in, a smaller one that does the same goes out."""

from __future__ import annotations

import re
from functools import cache

try:
    import minify
except ImportError:  # there is no wheel for Macs of today: a preview made there is larger, no less
    minify = None


def smaller(scripts: dict[str, str]) -> dict[str, str]:
    """Path → text of scripts, without what only their authors need."""
    if minify is None:
        return scripts
    minify.config({"js-keep-var-names": True})  # with shorter ones `a.#b` and `a?.#b` part ways
    return {path: minify.string("application/javascript", text) for path, text in scripts.items()}


INLINE = re.compile(r"(?<=<script>).+?(?=</script>)", re.DOTALL)


def with_smaller_scripts(html: str) -> str:
    """The page with the scripts that stand in it made smaller; every page has the same few."""
    return INLINE.sub(lambda found: _smaller_one(found[0]), html)


@cache
def _smaller_one(script: str) -> str:
    return smaller({"": script})[""]
