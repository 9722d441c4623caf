"""How hard a page is to read: what counts as its prose, and what is said of sentences that are too long."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_lesson.book import open_book
from mkdocs_lesson.lint.reading import MOST_WORDS, Reading, hard_prose, sentences_of
from mkdocs_lesson.lint.wording import ease, school_year, words
from mkdocs_lesson.page import parse_page

LONG = " ".join(["one"] * (MOST_WORDS + 1)).capitalize() + "."
PAGE = """---
title: A page
---

# A heading is no sentence

Two words. **A** [link](../to/somewhere.md#else "title"), a `name.of[it]`, $a.b$ and {= by-hand.z:.2f =}; one
sentence![^note] “A quoted one?” Is cited [@kingma-2015].

- An item
- Another. With two {#anchor}

| a | table |
|---|---|

```python
print("code.")
```

[^note]: A note.
"""
SAID = [
    "two words",
    "a link a x x and x one sentence",
    "a quoted one",
    "is cited",
    "an item",
    "another",
    "with two",
]


def page_of(text: str):
    return parse_page(Path("docs/page.md"), text)


def test_sentences_are_those_of_the_prose():
    assert [" ".join(sentence.words) for sentence in sentences_of(page_of(PAGE))] == SAID


def test_a_sentence_is_found_where_it_stands():
    page = page_of(PAGE)
    reading = Reading(page, sentences_of(page))
    lines = PAGE.splitlines()
    for sentence, begin in zip(reading.sentences[2:5], ("“A quoted", "Is cited", "An item"), strict=True):
        line, column = reading.place(sentence)
        assert lines[line - 1][column - 1 :].startswith(begin)


def test_formulas_are_those_of_flesch_and_kincaid():
    sentence = words("The cat sat on the mat.")
    assert school_year(sentence, 1) == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert ease(sentence, 1) == pytest.approx(206.835 - 1.015 * 6 - 84.6)
    hard = words("Multidimensional parameterisations necessitate regularisation considerations.")
    assert school_year(hard, 1) > 20 > 0 > ease(hard, 1)


def test_long_sentence_and_hard_page_are_named_with_their_place(book):
    plain = "The cat sat on the mat. " * 60
    page = book / "docs/index.md"
    page.write_text(f"# Home\n\n{plain}\n\nAnd then. {LONG}\n")
    assert said(book) == [
        f"docs/index.md:5:11: a sentence has {MOST_WORDS + 1} words, more than {MOST_WORDS}; make two of it"
    ]
    page.write_text("# Home\n\n" + "Regularisation necessitates considerable deliberation. " * 80)
    [fault] = said(book)
    assert fault.startswith("docs/index.md:1:1: reads like school year ")
    page.write_text("# Home\n\nRegularisation necessitates considerable deliberation.\n")
    assert said(book) == [], "too short to judge"


def said(book) -> list[str]:
    return [str(fault.under(book)) for fault in hard_prose(open_book(book))]
