"""The site as a book: what is taken off, what is printed instead, and where links lead."""

from __future__ import annotations

import re
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from mkdocs_lesson.ebook.backs import Backs
from mkdocs_lesson.ebook.book import make_book, xml
from mkdocs_lesson.ebook.built import Page, read_html, read_site
from mkdocs_lesson.ebook.epub import write_epub
from mkdocs_lesson.ebook.links import Links
from mkdocs_lesson.ebook.still import COLOURED, still
from mkdocs_lesson.quiz import load_quiz
from mkdocs_lesson.render.cards import render_card, render_deck
from mkdocs_lesson.render.question import render_question

HEAD = (
    '<!doctype html><html lang="en"><head><title>One - A book</title>'
    '<meta name="description" content="About it."><link rel="canonical" href="{base}"></head><body>'
)
MENU = (
    '<nav class="contents"><ul><li><a href="./">Home</a></li><li><a href="one/">One</a></li>'
    '<li><span class="part">Part</span><ul><li><a href="chapters/two/">Two</a></li></ul></li>'
    '<li><a href="review/">Review</a></li></ul></nav>'
)
FOOT = '<p class="licences">Free.</p><figure><svg viewBox="0 0 9 9"></svg></figure></body></html>'
ONE = (
    '<h1 id="one">One</h1><h2 id="here">Here</h2><p><a id="a" href="../chapters/two/#x/y">there</a>'
    '<a id="b" href="../chapters/two/#gone">top</a><a id="c" href="#here">here</a><a id="d" href="../review/">review</a>'
    '<a id="e" href="https://example.org/">out</a></p>'
)
TWO = '<h1 id="two">Two</h1><p id="x/y">Sought &ApplyFunction; found.</p>'


@pytest.fixture(params=["http://127.0.0.1:8000/", "https://example.org/book/"], ids=["here", "published"])
def site(request, tmp_path):
    """A built site of two pages that a book has, and two that it has not."""
    pages = {"": "", "one/": ONE, "chapters/two/": TWO, "review/": "<h1>Review</h1>"}
    for url, article in pages.items():
        (tmp_path / url).mkdir(parents=True, exist_ok=True)
        text = f"{HEAD.format(base=request.param)}{MENU}<article>{article}</article>{FOOT}"
        (tmp_path / url / "index.html").write_text(text)
    return read_site(tmp_path)


def test_pages_stand_in_the_order_of_the_menu_without_those_of_the_screen(site):
    assert [(page.slug, page.title, page.part) for page in site.pages] == [
        ("one", "One", ""),
        ("two", "Two", "Part"),
    ]
    assert (site.title, site.about, site.licences) == ("A book", "About it.", "Free.")


def test_links_lead_into_the_book_to_the_site_or_are_no_links(site):
    one = site.pages[0]
    links = {link.get("id"): link for link in one.body.iter("a")}
    Links(site).turn(one)
    found = {name: link.get("href") for name, link in links.items()}
    review = f"{site.address}review/" if site.address else None
    assert found == {
        "a": "two.xhtml#two.x.y",
        "b": "two.xhtml#two",
        "c": "one.xhtml#one.here",
        "d": review,
        "e": "https://example.org/",
    }
    assert links["d"].tag == ("a" if review else "span")


def test_epub_is_the_same_each_time_and_names_all_it_holds(site, tmp_path):
    book = make_book(site, "Its authors", "2026-01-02")
    files = {"book.css": b"", "cover.png": b""}
    first, second = tmp_path / "first.epub", tmp_path / "second.epub"
    for path in (first, second):
        write_epub(book, path, files)
    assert first.read_bytes() == second.read_bytes()
    with ZipFile(first) as bound:
        head = bound.infolist()[0]
        assert (head.filename, head.compress_type) == ("mimetype", ZIP_STORED)
        package = etree.fromstring(bound.read("book/package.opf"))
        listed = set(package.xpath("//*[local-name()='item']/@href")) | {"package.opf"}
        assert listed == {n.removeprefix("book/") for n in bound.namelist() if n.startswith("book/")}
        assert "Sought \u2061 found." in bound.read("book/two.xhtml").decode()


SCREEN = (
    '<article><h2 id="h">Head<a class="headerlink" href="#h">#</a></h2>'
    '<div class="lesson"><div class="program-tabs"><div class="segmented">'
    '<label><input type="radio">NumPy</label><label><input type="radio">PyTorch</label></div>'
    + 2
    * (
        '<lesson-run class="program" data-program="x/y"><div class="program-head"></div><div class="highlight">'
        '<pre><span></span><code tabindex="0"><span class="k">if</span> <span class="n">x</span></code></pre></div>'
        '<div class="output" hidden></div></lesson-run>'
    )
    + '</div></div><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0" fill="var(--ground, #fff)"'
    ' stroke="var(--ink)" font-family="var(--font-ui, system-ui, sans-serif)"></path></svg>'
    "<button>Press</button><template>later</template><math><mfrac displaystyle=true><mn>1</mn><mn>2</mn></mfrac></math>"
    "</article>"
)


def test_what_needs_a_screen_goes_and_the_rest_stays():
    body = read_html(SCREEN)
    still(body)
    text = xml(body)
    assert not re.search(
        r"headerlink|button|template|input|hidden|data-|tabindex|lesson-|var\(|class=\"n\"", text
    )
    assert re.findall(r'<span class="made-with">(\w+)</span>', text) == ["NumPy", "PyTorch"]
    assert '<code><span class="k">if</span> x</code>' in text
    assert '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">' in text
    assert 'fill="#fff" stroke="currentColor" font-family="system-ui, sans-serif"' in text
    assert '<mstyle displaystyle="true"><mfrac>' in text


def test_words_of_programs_that_keep_their_kind_have_a_colour(root):
    sheet = (root / "src/mkdocs_lesson/ebook/book.css").read_text()
    assert (
        set(re.findall(r"\.(\w+)\b(?=[^{}]*\{ color)", sheet.split("/* Programs' colours */")[1])) == COLOURED
    )


@pytest.fixture(scope="module")
def every_type(root):
    """A page with a question of every type, printed; and the two parts at the back."""
    quiz = load_quiz(root / "tests/every-type/quizzes/every-type.yml")
    questions = "".join(
        render_question(f"every-type/{each.id}", each, '<p class="teaches">again</p>')
        for each in quiz.questions.values()
    )
    deck = render_deck("every-type", [render_card(f"every-type/{c.id}", c, "") for c in quiz.cards.values()])
    page = Page(
        "every-type", "Every type", "", "every-type/", read_html(f"<article>{questions}{deck}</article>")
    )
    backs = Backs()
    still(page.body)
    backs.move(page)
    return quiz, page.body, backs


def test_every_type_of_question_is_printed_without_its_answer(every_type):
    quiz, body, _ = every_type
    text = xml(body)
    assert len(body.find_class("question")) == len(quiz.questions)
    assert not re.search(r"<(form|fieldset|legend|label|input|select|textarea|details|summary)\b", text)
    assert not any(body.find_class(name) for name in ("answer", "key", "hint", "whys"))


def test_every_answer_stands_at_the_back_and_leads_to_its_question(every_type):
    quiz, body, backs = every_type
    entries = backs.answers.entries["Every type"]
    asked = [question.get("id") for question in body.find_class("question")]
    assert [entry.xpath("string(h3/a/@href)") for entry in entries] == [
        f"every-type.xhtml#{each}" for each in asked
    ]
    assert [f"answers.xhtml#{entry.get('id')}" for entry in entries] == body.xpath("//a[.='Answer']/@href")
    assert all(entry.find_class("key")[0].text_content().strip() for entry in entries)
    hinted = [question for question in quiz.questions.values() if question.hints]
    assert len(backs.hints.entries["Every type"]) == len(hinted) == len(body.xpath("//a[.='Hint']"))


def test_reasons_say_which_answer_they_speak_to(every_type):
    _, body, backs = every_type
    for question, entry in zip(body.find_class("question"), backs.answers.entries["Every type"], strict=True):
        options = len(question.xpath(".//ol[@class='options']/li"))
        for reason in entry.xpath(".//ul[@class='whys']/li[b]"):
            letter = reason.findtext("b").strip(": ")
            assert not options or letter in "ABCDEFGHIJ"[:options]


def test_cards_are_a_table_to_be_covered(every_type):
    quiz, body, _ = every_type
    (table,) = body.find_class("cards")
    assert len(table.xpath("tbody/tr[@id]")) == len(quiz.cards)
