"""Each usual mistake gets its sentence; `tests/browser/test_help.py` asks the page the same."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from mistakes import MISTAKES

HELP = runpy.run_path(str(Path(__file__).parents[2] / "docs/assets/elements/lib/python-help.py"))


@pytest.mark.parametrize(("source", "words"), MISTAKES.values(), ids=MISTAKES.keys())
def test_mistake_gets_its_sentence(source, words):
    with pytest.raises(Exception) as caught:
        exec(compile(source, "program", "exec"), {})
    assert words in HELP["help_for"](caught.value), caught.value


def test_every_sentence_is_plain_and_none_is_said_twice():
    sentences = [sentence for _, _, sentence in HELP["ROWS"]]
    assert len(set(sentences)) == len(sentences)
    assert max(map(len, sentences)) < 170
