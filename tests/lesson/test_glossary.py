"""The glossary: what is marked on a page, what the list shows, and each fault at its place."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown
from plan import PLAN

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import check_book
from mkdocs_lesson.extension import LessonExtension

WORDS = """\
terms:
  - term: gradient
    means: All slopes together.
    first: small-steps#the-first-idea
    said: case
    mark: [gradient, slopes]
  - term: hidden layer
    means: A layer <between> layers.
    first: long-walks
  - term: layer
    also: [stage]
    means: Some neurons.
    first: long-walks
    mark: false
  - term: matrix
    means: A table.
    first: long-walks
    mark: [matrix, matrices]
  - term: sum
    also: [total]
    means: What comes out when numbers are added up.
    formula: $a + b$
    first: small-steps#the-first-idea
    card: small-steps/sum-of-two-card
  - term: XOR
    means: Exactly one of two.
    first: long-walks
"""


@pytest.fixture
def worded(book):
    """The small book with a glossary."""
    (book / "docs/contents.yml").write_text(PLAN)
    (book / "docs/glossary.yml").write_text(WORDS)
    (book / "docs/glossary.md").write_text("# Glossary\n\n```glossary\n```\n")
    return book


def convert(book, text: str, page: str = "chapters/small-steps.md") -> str:
    extension = LessonExtension()
    extension.use(open_book(book), ["small-steps"])
    extension.page = extension.book.page_at(book / "docs" / page)
    extras = ["attr_list", "md_in_html", "tables", "footnotes", "admonition", "toc"]
    settings = {"pymdownx.arithmatex": {"generic": True}}
    return Markdown(
        extensions=[*extras, "pymdownx.superfences", "pymdownx.arithmatex", extension],
        extension_configs=settings,
    ).convert(text)


def marked(html: str) -> list[str]:
    return re.findall(r'<a [^>]*class="term"[^>]*>(.*?)</a>', html)


MARKS = {
    "a word": ("A matrix is here.", ["matrix"]),
    "its plural": ("Two hidden layers.", ["hidden layers"]),
    "a plural of its own": ("Two matrices.", ["matrices"]),
    "at the start of a sentence": ("Matrices first.", ["Matrices"]),
    "the first time only": ("A matrix, a matrix.\n\nAnother matrix.", ["matrix"]),
    "another form, once": ("Slopes and a gradient.", ["Slopes"]),
    "a name keeps its capitals": ("Exor, xor and XOR.", ["XOR"]),
    "no part of a word": ("A submatrix, a matrix-like thing, a sub-matrix.", []),
    "before a mark or in brackets": ("(“Matrix”, it says.)", ["Matrix"]),
    "in a list": ("- one\n- a matrix\n", ["matrix"]),
    "in emphasis": ("Such a *matrix* and **XOR** here.", ["matrix", "XOR"]),
    "after emphasis": ("Such *a* matrix.", ["matrix"]),
    "several in one text": ("A matrix for XOR.", ["matrix", "XOR"]),
    "in an admonition": ("!!! note\n    A matrix.", ["matrix"]),
    "in HTML with Markdown": ("<div markdown>\n\nA matrix.\n\n</div>", ["matrix"]),
    "not what is too common": ("A layer.", []),
    "not other words, unless they are named": ("A total.", []),
    "a long term hides the short one in it": ("Layers, hidden layers.", ["hidden layers"]),
    "not in a heading": ("# A matrix\n\n## XOR\n\nText.", []),
    "not in code": ("The `matrix`.\n\n    matrix\n\n```text\nmatrix\n```\n", []),
    "not in a link": ("[A matrix](x.md) and *[XOR](y.md)*.", []),
    "after a link of its own": ("[A matrix](x.md) and a matrix.", ["matrix"]),
    "not in a formula": ("$matrix$ and\n\n$$\nmatrix\n$$\n", []),
    "not in a table": ("| a | b |\n| --- | --- |\n| matrix | XOR |\n", []),
    "not in a footnote": ("Text.[^1]\n\n[^1]: A matrix.\n", []),
    "not in a question": ("```quiz\n```\n", []),
    "above the heading that explains it": ("A sum.\n\n## New {#the-first-idea}\n\nThe sum.", ["sum"]),
    "not below it": ("## New {#the-first-idea}\n\nThe sum.\n\n## Later {#later}\n\nA sum.", []),
    "not in references": ("Text.\n\n## References {#references}\n\n- A. Matrix. XOR.\n", []),
}


@pytest.mark.parametrize(("text", "expected"), MARKS.values(), ids=MARKS)
def test_first_mention_in_prose_is_marked(worded, text, expected):
    assert marked(convert(worded, text)) == expected


def test_marked_word_leads_to_the_glossary_and_its_meaning_comes_along(worded):
    html = convert(worded, "Two hidden layers.")
    assert (
        '<p>Two <a aria-describedby="term-hidden-layer" class="term" href="../../glossary/#hidden-layer">hidden layers</a>.</p>'
        in html
    )
    assert html.endswith(
        '<lesson-terms data-search-exclude=""><div id="term-hidden-layer" popover="manual" role="tooltip">'
        "A layer &lt;between&gt; layers.</div></lesson-terms>"
    )


def test_meaning_names_the_term_where_other_words_were_marked(worded):
    assert "<b>gradient</b> All slopes together." in convert(worded, "The slopes.")
    assert "<b>" not in convert(worded, "The gradients.")


@pytest.mark.parametrize("page", ["index.md", "glossary.md"])
def test_pages_that_promise_nothing_are_left_as_they_are(worded, page):
    assert "lesson-terms" not in convert(worded, "A matrix.", page)


def test_nothing_is_added_where_nothing_is_marked(worded):
    assert convert(worded, "Nothing of that kind.") == "<p>Nothing of that kind.</p>"


def test_book_without_glossary_marks_nothing(book):
    assert "term" not in convert(book, "A matrix.")


def test_list_says_what_it_knows_of_each_word(worded):
    html = convert(worded, "```glossary\n```", "glossary.md")
    assert re.findall(r'<a href="#(letter-.)">', html) == [f"letter-{x}" for x in "ghlmsx"]
    assert re.findall(r'<h3 id="(.*?)">', html) == [
        "gradient",
        "hidden-layer",
        "layer",
        "matrix",
        "sum",
        "xor",
    ]
    entry = re.search(r'<h3 id="sum">.*?</div>', html)[0]
    for part in (
        "<p>What comes out when numbers are added up.</p>",
        "<mi>a</mi><mo>+</mo><mi>b</mi>",
        "Also total",
        'First in <a href="../chapters/small-steps/#the-first-idea">Small steps, “The first idea”</a>',
        '<a href="../chapters/small-steps/#small-steps/sum-of-two-card">Card</a>',
    ):
        assert part in entry
    coming = re.search(r'<h3 id="matrix">.*?</div>', html)[0]
    assert '<p class="about">First in Long &lt;walks&gt; (coming)</p>' in coming
    assert "A layer &lt;between&gt; layers." in html


FAULTS = {
    "unknown key": ("    said:", "    sayd:", ":5:5: unknown key `sayd`; did you mean `said`?"),
    "no meaning": ("    means: A table.\n", "", ":15:5: `means:` is missing; add it"),
    "not sorted": ("term: layer", "term: yarn", ":15:11: `matrix` stands after `yarn`; sort the terms"),
    "a term twice": (
        "term: matrix",
        "term: layer",
        ":15:11: `layer` is a word for `layer` already; remove one",
    ),
    "another's word": ("[total]", "[stage]", ":20:12: `stage` is a word for `layer` already; remove one"),
    "another's mark": ("matrices]", "XORs, stage]", ":18:26: `stage` is a word for `layer` already"),
    "a word twice": ("[total]", "[total, total]", ":20:19: `total` is a word for `sum` already"),
    "one address for two": (
        "[total]",
        "[hidden-layer]",
        ":20:12: `hidden-layer` is a word for `hidden layer`",
    ),
    "unknown page": (
        "first: long-walks\n    mark: false",
        "first: long-walk\n    mark: false",
        ":13:12: there is no page `long-walk`; did you mean `long-walks`?",
    ),
    "a heading of no page": (
        "first: long-walks\n    mark: f",
        "first: long-walks#far\n    mark: f",
        ":13:12: `long-walks` is still to come; write its slug alone",
    ),
    "unknown heading": (
        "#the-first-idea\n    said",
        "#the-frist-idea\n    said",
        ":4:12: small-steps.md has no heading `#the-frist-idea`; did you mean `the-first-idea`?",
    ),
    "written without heading": (
        "#the-first-idea\n    said",
        "\n    said",
        ":4:12: `small-steps` is written; name the heading that explains it",
    ),
    "not said there": (
        "said: case",
        "said: nowhere",
        ":4:12: `gradient` does not occur below `#the-first-idea`",
    ),
    "unknown card": (
        "/sum-of-two-card",
        "/sum-of-tow-card",
        ":24:11: there is no card `small-steps/sum-of-tow-card`; did you mean `small-steps/sum-of-two-card`?",
    ),
    "no place at all": (
        "first: long-walks\n    mark: f",
        "first: Long walks\n    mark: f",
        ":13:12: `first:` expected the form `page#anchor`, or `page` alone, got 'Long walks'",
    ),
    "a formula without dollars": (
        "$a + b$",
        "a + b",
        ":22:14: `formula:` expected the form `$...$`, got 'a + b'",
    ),
    "an unreadable formula": ("$a + b$", "$\\alpah$", ":22:14: the formula `\\alpah` can't be read"),
}


@pytest.mark.parametrize(("before", "after", "says"), FAULTS.values(), ids=FAULTS)
def test_fault_of_the_glossary_has_its_place(worded, before, after, says):
    assert check_book(worded) == []
    assert before in WORDS
    (worded / "docs/glossary.yml").write_text(WORDS.replace(before, after, 1))
    found = [str(fault) for fault in check_book(worded)]
    assert any(fault.startswith(f"docs/glossary.yml{says}") for fault in found), found


def test_all_faults_are_said_at_once(worded):
    wrong = WORDS.replace("#the-first-idea", "#nowhere").replace("first: long-walks", "first: afar")
    (worded / "docs/glossary.yml").write_text(wrong)
    assert len(check_book(worded)) == 6


def test_fence_without_terms_says_what_to_write(worded):
    (worded / "docs/glossary.yml").unlink()
    [fault] = check_book(worded)
    assert "glossary.md:3:1: there are no terms to show; write docs/glossary.yml" in str(fault)


def test_fence_takes_no_lines(worded):
    (worded / "docs/glossary.md").write_text("# Glossary\n\n```glossary\nsum\n```\n")
    [fault] = check_book(worded)
    assert "glossary.md:4:1: expected an empty fence, got `sum`; remove it" in str(fault)
