"""A notebook becomes Markdown with the recorded outputs; nothing runs, and nothing of Jupyter's page is left."""

from __future__ import annotations

import json

import nbformat
import pytest
from markdown import Markdown
from mkdocs.config import load_config

from mkdocs_lesson.notebooks import front_matter, handed_on, to_take_home, use_own_templates

v4 = nbformat.v4
STEP = "A [step](../chapters/x.md#y) and [another](other.ipynb) with $a < b$ & `c < d`.\n\n## A heading"
SVG = '<svg role="img" viewBox="0 0 1 1">\n<title>A square</title>\n</svg>'


def cell(code: str, *outputs, **metadata):
    return v4.new_code_cell(code, outputs=list(outputs), metadata=metadata, execution_count=1)


@pytest.fixture
def notebook(tmp_path):
    """A text and three cells; the first leaves a file where it runs."""
    drawn = v4.new_output(
        "execute_result", {"image/svg+xml": SVG, "text/plain": "A drawing"}, execution_count=1
    )
    printed = [v4.new_output("stream", text=text) for text in ("recorded <1>\n", "guessed\n", "solved\n")]
    cells = [
        v4.new_markdown_cell(STEP),
        cell(f"open({str(tmp_path / 'ran')!r}, 'w')\n\nprint(1)", printed[0], drawn),
        cell("print(2)", printed[1], tags=["predict"]),
        cell("print(3)", printed[2], tags=["solution"]),
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    whole = v4.new_notebook(cells=cells, metadata={"kernelspec": kernel, "lab": {"summary": "Short."}})
    path = tmp_path / "a-lab.ipynb"
    nbformat.write(whole, path)
    return path


def converted(notebook, root) -> str:
    """What mkdocs-jupyter hands on, with the settings of the book."""
    use_own_templates()
    from mkdocs_jupyter.convert import nb2html

    settings = load_config(str(root / "mkdocs.yml")).plugins["mkdocs-jupyter"].config
    return nb2html(str(notebook), execute=settings["execute"])


def test_nothing_runs_and_the_record_is_shown(notebook, root, tmp_path):
    text = handed_on(converted(notebook, root))
    assert not (tmp_path / "ran").exists()
    assert text.lstrip().startswith(STEP)
    assert "recorded &lt;1&gt;" in text
    assert "jp-" not in text and "<style" not in text and "<script" not in text


def test_cells_survive_markdown_as_html(notebook, root):
    """Blank lines in code, a drawing, and what is folded away."""
    html = Markdown(extensions=["md_in_html", "pymdownx.superfences"]).convert(
        handed_on(converted(notebook, root))
    )
    assert html.count('<div class="program">') == 3
    assert html.count("<pre>") == 6
    assert "<p><" not in html.partition("</h2>")[2]
    assert '<figure class="drawing"><svg role="img" viewBox="0 0 1 1"><title>' in html
    guess, solution = html.split('<details class="hint">')[1:]
    assert guess.startswith('<summary>Show what comes out</summary><div class="output">')
    assert solution.startswith('<summary>Show a solution</summary><div class="program">')


def test_lab_says_what_it_is(notebook):
    assert front_matter(notebook) == {"summary": "Short.", "lab": "a-lab.ipynb", "minutes": 1}


def test_links_of_the_notebook_to_take_home_lead_to_the_site(notebook):
    source = json.loads(to_take_home(notebook, "https://example.org/book/"))["cells"][0]["source"]
    assert "[step](https://example.org/book/chapters/x/#y)" in "".join(source)
    assert "[another](https://example.org/book/labs/other/)" in "".join(source)
