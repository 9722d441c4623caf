"""Sources as data: citations, lists, the bibliography, BibTeX, and each fault at its place."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown
from plan import PLAN

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import check_book
from mkdocs_lesson.citations import find_citations
from mkdocs_lesson.export.bibtex import bibtex
from mkdocs_lesson.extension import LessonExtension
from mkdocs_lesson.fences import find_fences
from mkdocs_lesson.render.page import Renderer
from mkdocs_lesson.render.sources import reference
from mkdocs_lesson.sources import Source

LIBRARY = """\
groups:
  - id: walking
    title: Walking & more
    sources:
      adams-2001:
        by: Adams, A.; Bell, B.
        year: 2001
        title: On steps
        venue: Journal of Feet
        at: 12(3), 4–56
        doi: 10.1000/182
        level: first
        why: It is short.
        when: Read it *before* walking.
      clark-1999:
        by: Clark, C. et al.
        year: 1999
        title: Walks & how long they are
        kind: book
        venue: Foot Press
        level: deep
        chapters: [long-walks]
        why: It is long.
        when: Read it later.
"""
CITES = "\nSteps are old ([@adams-2001]), says @clark-1999; `[@adams-2001]` is code.\n\n```sources\nclark-1999: Second edition.\n```\n"


@pytest.fixture
def read(book):
    """The small book with sources, a page that shows them all, and a chapter that cites them."""
    docs = book / "docs"
    (docs / "contents.yml").write_text(PLAN)
    (docs / "contents.md").write_text("# Contents\n\n```contents\n```\n")
    (docs / "sources.yml").write_text(LIBRARY)
    (docs / "resources.md").write_text("# Resources\n\n```bibliography\n```\n")
    chapter = docs / "chapters/small-steps.md"
    chapter.write_text(chapter.read_text() + CITES)
    return book


def renderer(root, slug: str) -> Renderer:
    book = open_book(root)
    return Renderer(book.pages[slug], book, ["small-steps", "resources"])


def only(root, slug: str, kind: str):
    [fence] = [fence for fence in find_fences(open_book(root).pages[slug].body) if fence.kind == kind]
    return fence


FORMS = {
    "one": ("Crick, F.", "Crick"),
    "two": ("Kingma, D. P.; Ba, J.", "Kingma and Ba"),
    "three": ("Rumelhart, D. E.; Hinton, G. E.; Williams, R. J.", "Rumelhart, Hinton and Williams"),
    "four": ("A, A.; B, B.; C, C.; D, D.", "A et al."),
    "others": ("van den Oord, A. et al.", "van den Oord et al."),
    "no person": ("European Union", "European Union"),
}


@pytest.mark.parametrize(("by", "names"), FORMS.values(), ids=FORMS)
def test_who_is_named_in_the_text(by, names):
    source = Source(by=by, title="T", year=1999, level="first", why="w", when="w")
    assert source.label == f"{names} 1999"


def test_a_reference_has_all_that_is_known_and_no_second_full_stop():
    about = {"by": "Bell, B.", "year": 1999, "level": "deep", "why": "w", "when": "w"}
    paper = Source(**about, title="Why?", venue="J", at="1, 2–3", doi="10.1000/1<2")
    doi = "https://doi.org/10.1000/1%3C2"
    assert reference(paper) == f'Bell, B. (1999). <a href="{doi}">Why?</a> <em>J</em> 1, 2–3.'
    preprint = Source(**about, title="T", arxiv="1706.03762")
    assert reference(preprint, "#x").endswith("T</a>. arXiv:1706.03762.")
    assert reference(preprint, "#x").startswith('<a href="#x">Bell, B. (1999)</a>. ')


def test_citations_lead_to_the_list_of_the_page_and_that_to_the_entry(read):
    assert check_book(read) == []
    extension = LessonExtension(root=str(read), page="docs/chapters/small-steps.md")
    html = Markdown(extensions=[extension]).convert((read / "docs/chapters/small-steps.md").read_text())
    assert '(<a class="cite" href="#adams-2001">Adams and Bell 2001</a>)' in html
    assert '<a class="cite" href="#clark-1999">Clark et al. (1999)</a>; <code>[@adams-2001]</code>' in html
    assert (
        '<li id="adams-2001"><a href="../../resources/#adams-2001">Adams, A.; Bell, B. (2001)</a>. ' in html
    )
    assert "<em>Walks &amp; how long they are</em>. Foot Press. Second edition.</li>" in html
    assert html.index('id="adams-2001"') < html.index('id="clark-1999"')


def test_where_a_page_has_no_list_citations_lead_to_the_entry(read):
    (read / "docs/index.md").write_text(
        "# Home\n\n## A {#a}\n\nSee [@adams-2001].[^x]\n\n[^x]: [@@clark-1999]\n"
    )
    extension = LessonExtension(root=str(read), page="docs/index.md")
    html = Markdown(extensions=[extension, "footnotes"]).convert((read / "docs/index.md").read_text())
    assert '<a class="cite" href="resources/#adams-2001">Adams and Bell 2001</a>' in html
    assert '<a href="resources/#clark-1999">Clark, C. et al. (1999)</a>. <em>Walks' in html


def test_an_entry_names_the_places_that_cite_it_and_chapters_to_come(read):
    pieces = renderer(read, "resources").pieces(only(read, "resources", "bibliography"))
    (_, controls), (heading, entries) = pieces
    assert heading == ("Walking &amp; more", "{#walking .group}")
    text = re.sub(r"<[^>]*>", "", entries)
    assert "It is short. Read it before walking.paper · first reading · cited in Small steps" in text
    assert re.search(r'cited in <a href="\.\./chapters/small-steps/#[\w-]+">Small steps</a>', entries)
    assert 'for <a class="coming" href="../contents/#long-walks">Long &lt;walks&gt;</a>' in entries
    assert 'data-for="small-steps long-walks"' in entries
    assert "2 sources." in controls
    assert '<option value="long-walks">Long &lt;walks&gt;</option>' in controls


def test_bibtex_is_what_managers_of_references_read(read):
    text = bibtex(open_book(read).library)
    assert "@article{adams-2001,\n  author = {Adams, A. and Bell, B.},\n  title = {{On steps}},\n" in text
    assert "  volume = {12},\n  number = {3},\n  pages = {4--56},\n  doi = {10.1000/182},\n}" in text
    assert (
        "@book{clark-1999,\n  author = {Clark, C. and others},\n  title = {{Walks \\& how long they are}},"
        in text
    )


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("[@a-1999] and @b-2000, (@c-2001)", ["a-1999", "b-2000", "c-2001"]),
        ("[@@a-1999]", ["a-1999"]),
        ("`[@a-1999]` ``x ` @b-2000`` me@b-2000 X @ W", []),
        ("```python\n@a-1999\n```\n[^1]: [@a-1999]", ["a-1999"]),
        ("@a-1999’s and @b-2000.", ["a-1999", "b-2000"]),
    ],
)
def test_citations_are_found_in_prose_only(text, keys):
    assert [citation.key for citation in find_citations(text)] == keys


FAULTS = {
    "mistyped key": ("docs/chapters/small-steps.md", "([@adams-2001])", "([@adam-2001])", "has no `adam-2001`; did you mean `adams-2001`?"),
    "mistyped line": ("docs/chapters/small-steps.md", "clark-1999: ", "clark-1989: ", "has no `clark-1989`; did you mean `clark-1999`?"),
    "line without a key": ("docs/chapters/small-steps.md", "clark-1999: ", ": ", "has no ``; write a key before the colon"),
    "unknown chapter": ("docs/sources.yml", "[long-walks]", "[long-walk]", ":22:20: there is no chapter `long-walk`; did you mean"),
    "cited where it serves": ("docs/sources.yml", "[long-walks]", "[long-walks, small-steps]", None),
    "key of a wrong form": ("docs/sources.yml", "clark-1999:", "Clark_1999:", ":15:7: expected a key like `kingma-2015`, got `Clark_1999`"),
    "unknown field": ("docs/sources.yml", "doi:", "dio:", ":11:9: unknown key `dio`; did you mean `doi`?"),
    "a number that is no DOI": ("docs/sources.yml", "10.1000/182", "1000/182", ":11:14: `doi:` expected the form"),
    "level": ("docs/sources.yml", "level: deep", "level: hard", ":21:16: `level:` expected one of"),
    "no reason": ("docs/sources.yml", "        why: It is short.\n", "", ":6:9: `why:` is missing; add it"),
    "no year": ("docs/sources.yml", "        year: 2001\n", "", ":5:7: `year:` is missing; a paper has one"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "before", "after", "says"), FAULTS.values(), ids=FAULTS)
def test_fault_has_its_place(read, file, before, after, says):
    path = read / file
    assert before in path.read_text()
    path.write_text(path.read_text().replace(before, after, 1))
    faults = list(map(str, check_book(read)))
    assert any(file in fault and says in fault for fault in faults) if says else faults == []


def test_what_nobody_cites_and_what_a_chapter_should_cite_are_found(read):
    chapter = read / "docs/chapters/small-steps.md"
    chapter.write_text(
        chapter.read_text()
        .replace("([@adams-2001])", "")
        .replace("@clark-1999;", "")
        .replace("clark-1999: Second edition.\n", "")
    )
    sources = read / "docs/sources.yml"
    sources.write_text(LIBRARY.replace("[long-walks]", "[small-steps]"))
    found = [str(fault).partition(": ")[2] for fault in check_book(read)]
    assert found == [
        "this page cites nothing; name sources here, one key a line, or remove the fence",
        "no page cites `adams-2001`, and `chapters:` names none to come; cite it or remove it",
        "`small-steps` is written and does not cite `clark-1999`; cite it there, or remove it here",
    ]
