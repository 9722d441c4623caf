"""What the kit makes of a small book: readable HTML that holds what was recorded."""

from __future__ import annotations

import re

from markdown import Markdown
from plan import PLAN

from mkdocs_lesson.book import open_book
from mkdocs_lesson.extension import LessonExtension
from mkdocs_lesson.fences import find_fences, find_values
from mkdocs_lesson.maths import MathError, mathml
from mkdocs_lesson.page import anchors
from mkdocs_lesson.questions import Option, Single
from mkdocs_lesson.quiz import load_quiz
from mkdocs_lesson.render.decks import decks
from mkdocs_lesson.render.page import Renderer
from mkdocs_lesson.render.program import render_drawing
from mkdocs_lesson.render.question import render_question
from mkdocs_lesson.render.question_choices import shuffled
from mkdocs_lesson.render.text import blocks, first_and_rest, inline
from mkdocs_lesson.searchable import searchable


def convert(book, text: str, page: str = "chapters/small-steps.md") -> str:
    extension = LessonExtension()
    extension.use(open_book(book), ["small-steps"])
    extension.page = extension.book.page_at(book / "docs" / page)
    settings = {"pymdownx.arithmatex": {"generic": True}}
    return Markdown(
        extensions=["pymdownx.superfences", "pymdownx.arithmatex", extension], extension_configs=settings
    ).convert(text)


def test_program_shows_code_and_recorded_output(book):
    html = convert(book, "```program\nfirst\n```")
    assert (
        '<lesson-run class="program" id="program/small-steps/first" data-program="small-steps/first">' in html
    )
    assert '<samp tabindex="0">0.30\n</samp>' in html
    assert "<p>" not in html.replace('<p class="output-label">', "")


def test_section_shows_its_lines_and_keeps_the_whole_program(book):
    program = book / "snippets/small-steps/first.py"
    program.write_text(
        "# --8<-- [start:sum]\nif True:\n    # --8<-- [start:inner]\n    total = 0.3\n    # --8<-- [end:inner]\n# --8<-- [end:sum]\nprint(total)\n"
    )
    html = convert(book, "```program\nfirst#inner\n```")
    shown = re.search(r"<code.*?>(.*?)</code>", html, re.DOTALL)[1]
    assert re.sub("<.*?>", "", shown) == "total = 0.3\n"
    assert '<template class="source">if True:\n    total = 0.3\nprint(total)\n</template>' in html
    assert "<samp" not in html


def test_same_program_in_other_libraries_stands_in_tabs(book):
    twin = book / "snippets/small-steps/with-torch.py"
    twin.write_text("import torch\nprint(torch.tensor(0.1) + 0.2)\n")
    twin.with_suffix(".engines").write_text('{"plainnet": "1.0", "torch": "2.0", "difference": "0"}')
    twin.with_suffix(".out").write_text("tensor(0.3000)\n")
    html = convert(book, "```program\nfirst\ntabs: with-torch\n```")
    assert re.findall(r'value="(\d)"( checked)?>(\w+)</label>', html) == [
        ("0", " checked", "Python"),
        ("1", "", "PyTorch"),
    ]
    assert re.findall('<lesson-run[^>]*data-program="([^"]*)"', html) == [
        "small-steps/first",
        "small-steps/with-torch",
    ]
    assert "plainnet 1.0 and PyTorch 2.0: same output" in html


def test_figure_can_stand_without_its_code(book):
    (book / "snippets/small-steps/first.svg").write_text(
        '<?xml version="1.0"?>\n<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>\n'
    )
    html = convert(book, "```program\nfirst\ncode: false\nfigure: A *point*.\nalt: One point.\n```")
    assert "<code" not in html
    assert '<figure class="drawing"><svg role="img" aria-label="One point." viewBox="0 0 1 1">' in html
    assert "<figcaption>A <em>point</em>.</figcaption>" in html


def test_fence_works_inside_an_admonition_and_a_list(book):
    html = convert(book, "- one\n\n    ```program\n    first\n    ```\n- two")
    assert html.count("<li>") == 2
    assert "lesson-run" in html


def test_fence_inside_a_longer_fence_is_shown_as_written(book):
    html = convert(book, "````markdown\n```program\nfirst\n```\n````")
    assert "lesson-run" not in html


def test_value_is_inserted_in_prose_and_formulas_and_not_in_code(book):
    html = convert(
        book,
        "It is {= first.total:.1f =} and $x = {= first.total:.1f =}$.\n\n```python\nx = '{= first.total =}'\n```\n\nWritten \\{= first.total =}.",
    )
    assert "It is 0.3 and <math>" in html
    assert "<mn>0.3</mn>" in html
    assert html.count("{= first.total =}") == 2


def test_negative_value_gets_a_minus_sign(book):
    (book / "snippets/small-steps/first.json").write_text('{"total": -0.5}')
    assert "It is −0.5." in convert(book, "It is {= first.total =}.")


def test_question_reads_without_script(book):
    html = convert(book, "```quiz\nsum-of-two\n```")
    assert 'id="small-steps/sum-of-two"' in html
    assert 'data-answer="0.3"' in html
    assert '<a href="#the-first-idea">' in html
    assert "<summary>Check my answer</summary>" in html


def test_empty_quiz_fence_shows_what_is_left(book):
    html = convert(book, "```quiz\nsum-of-two\n```\n\n```quiz\n```")
    assert html.count("<lesson-quiz") == 1


def test_review_leads_back_to_the_chapter(book):
    (book / "docs/review.md").write_text("# Review\n")
    html = convert(book, "```review\n```", page="review.md")
    assert 'data-href="../chapters/small-steps/"' in html
    assert 'href="../chapters/small-steps/#the-first-idea"' in html


def test_review_page_of_a_build_fetches_what_is_due(book):
    (book / "docs/review.md").write_text("# Review\n\n```review\n```\n")
    opened = open_book(book)
    page = opened.pages["review"]
    [fence] = find_fences(page.body)
    html = Renderer(page, opened, [], exports=True).render(fence)
    assert 'data-source="../assets/decks/small-steps.html"' in html
    assert 'class="card"' not in html
    [(path, deck)] = decks(opened).items()
    assert path == "assets/decks/small-steps.html"
    assert 'href="../chapters/small-steps/#the-first-idea"' in deck
    [items] = re.findall(r'data-items="([^"]+)"', html)
    held = re.findall(r'<(?:div class="card"|lesson-quiz[^>]*) id="small-steps/([^"]+)"', deck)
    assert held
    assert items.split() == held


def test_reverse_makes_a_second_card(book):
    path = book / "quizzes/small-steps.yml"
    path.write_text(path.read_text() + "    reverse: true\n")
    html = convert(book, "```cards\n```")
    assert 'id="small-steps/sum-of-two-card--reverse"' in html
    assert html.count('class="card"') == 2


def test_fault_behind_a_reversed_card_has_its_own_place(book):
    path = book / "quizzes/small-steps.yml"
    more = "    reverse: true\n  - {id: other, front: What?, back: That., teaches: a-section}\n"
    path.write_text(path.read_text() + more)
    quiz = load_quiz(path)
    assert quiz.place("other") == ("cards", 1)
    assert quiz.place("sum-of-two-card--reverse") == ("cards", 0)


def test_hostile_text_is_shown_as_text():
    html = blocks(
        "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)> [y](https://example.org)"
    )
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in html
    assert 'href="https://example.org"' in html


def test_text_renders_code_maths_and_emphasis():
    assert (
        inline("**not** `w @ x` and $w$")
        == "<strong>not</strong> <code>w @ x</code> and <math><mi>w</mi></math>"
    )


def test_only_the_first_paragraph_of_a_question_is_its_legend():
    assert first_and_rest("Which of *these*?") == ("Which of <em>these</em>?", "")
    assert first_and_rest("Rows:\n\n- 8, 1\n\nHow many?") == (
        "Rows:",
        "<ul>\n<li>8, 1</li>\n</ul>\n<p>How many?</p>",
    )


def test_drawing_has_its_role_once():
    for given in ('<svg role="img">', "<svg>"):
        assert render_drawing(f"{given}</svg>", "Caption", "A dot.").count('role="img"') == 1


def test_unreadable_formula_is_quoted():
    try:
        mathml(r"\frac{1}{\foo}", False)
    except MathError as error:
        assert r"`\frac{1}{\foo}`" in str(error)
        assert "foo" in str(error)
    else:
        raise AssertionError("an unknown command was accepted")


def test_numbers_stand_in_order_and_words_are_shuffled_once():
    def option(text, value=None):
        return Option(text=text, value=value)

    numbers = (option("2", 2), option("1", 1), option("3", 3))
    assert [o.text for _, o in shuffled("a/b", numbers)] == ["1", "2", "3"]
    words = tuple(option(t) for t in "pqr")
    once = [letter for letter, _ in shuffled("a/b", words)]
    assert once == [letter for letter, _ in shuffled("a/b", words)]
    orders = {tuple(letter for letter, _ in shuffled(f"a/{n}", words)) for n in range(40)}
    assert len(orders) > 3


def test_key_of_a_choice_is_its_letter():
    question = Single(
        id="x",
        type="single",
        ask="?",
        teaches="t",
        objectives=("o",),
        explain="e",
        unchecked="words",
        options=(Option(text="no", why="w"), Option(text="yes", correct=True)),
    )
    assert 'data-answer="b"' in render_question("s/x", question, "#t")


def test_fences_and_values_have_places():
    text = "# A\n\n```program\nfirst\n```\n\n{= first.total[0]:.2f =} and {= oops"
    (fence,) = find_fences(text)
    assert (fence.kind, fence.start, fence.stop, fence.lines[0].index) == ("program", 2, 5, 3)
    good, bad = find_values(text)
    assert (good.expression, good.format, good.index, good.column) == ("total[0]", ".2f", 6, 1)
    assert (bad.program, bad.column) == (None, 30)


def test_anchors_are_those_that_the_page_gets():
    body = "# The neuron\n\n## By hand {#by-hand}\n\n```\n# no heading\n```\n\n## `w` and *b*\n\n## By hand\n\n## By hand\n"
    md = Markdown(extensions=["toc", "attr_list", "fenced_code"])
    md.convert(body)

    def ids(tokens):
        return [i for t in tokens for i in [t["id"], *ids(t["children"])]]

    assert anchors(body) == ids(md.toc_tokens)


def test_search_reads_words_and_code_but_no_drawings():
    page = (
        "<p>If <math><mi>z</mi><mo>&lt;</mo><mn>0</mn></math>, it is off.</p>"
        '<pre><code><span class="nb">print</span>(<span>z</span>)</code></pre>'
        "<figure><svg><title>A line</title><text>0.5</text></svg><figcaption>It turns.</figcaption></figure>"
    )
    expected = (
        "<p>If z&lt;0, it is off.</p><pre><code>print(z)</code></pre>"
        "<figure><figcaption>It turns.</figcaption></figure>"
    )
    assert searchable(page) == expected


def test_a_written_chapter_is_a_link_with_its_own_title_and_the_others_are_coming(book):
    (book / "docs" / "contents.yml").write_text(PLAN)
    html = convert(book, "```contents\n```\n", page="index.md")
    written, coming = re.findall(r"<li id=.*?</li>", html)
    assert 'href="chapters/small-steps/"' in written
    assert "Planned title" not in written and "minutes" in written
    assert 'class="coming"' in coming and 'data-needs="small-steps"' in coming
    assert "Long &lt;walks&gt;" in coming and 'builds on <a href="#small-steps">1</a>' in coming
    assert "/long-walks" not in html
