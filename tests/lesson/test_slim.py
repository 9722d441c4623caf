"""The theme's style sheet loses what no page asks for, and nothing else."""

from __future__ import annotations

import pytest

from mkdocs_lesson.slim import slim_theme

PAGE = '<body class="wide dark"><p id=top class=\'note\' style="top:var(--of-page)">never</p><script src="x.js"></script></body>'


@pytest.fixture
def slim(tmp_path):
    def shrink(css: str) -> str:
        (tmp_path / "assets/stylesheets").mkdir(parents=True)
        (tmp_path / "assets/javascripts").mkdir()
        (tmp_path / "index.html").write_text(PAGE)
        (tmp_path / "assets/javascripts/bundle.js").write_text('el.classList.add("open", "--of-script")')
        (tmp_path / "assets/lesson.css").write_text("a{b:var( --of-style )}")
        sheet = tmp_path / "assets/stylesheets/main.min.css"
        sheet.write_text(css)
        slim_theme(tmp_path)
        return sheet.read_text()

    return shrink


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".never{color:red}", ""),  # a word of the text, no class
        (".wide{color:red}", ".wide{color:red}"),
        (".wide .gone{color:red}.wide .note{color:red}", ".wide .note{color:red}"),
        (".gone,.note,#top,#gone{color:red}", ".note,#top{color:red}"),
        (".open{color:red}", ".open{color:red}"),  # a script adds it
        ("a:hover,[hidden]{color:red}", "a:hover,[hidden]{color:red}"),
        (".note:not(.gone){color:red}", ".note:not(.gone){color:red}"),
        (".note:is(.gone,.other){color:red}", ".note:is(.gone,.other){color:red}"),  # not looked into
        ("@media print{.gone{color:red}.note{color:red}}", "@media print{.note{color:red}}"),
        ("@media print{.gone{color:red}}", ""),
        ("@keyframes gone{0%{top:0}to{top:1px}}", "@keyframes gone{0%{top:0}to{top:1px}}"),
        (":root{--x:url('data:a{b}')}a{b:var(--x)}", ':root{--x:url("data:a{b}")}a{b:var(--x)}'),
        (":root{--x:url('data:a{b;c}');top:0}", ":root{top:0}"),  # nothing asks for it
        (":root{--x:1}.gone{b:var(--x)}", ""),
        (":root{--of-script:1;--of-style:2;--of-page:3}", ":root{--of-script:1;--of-style:2;--of-page:3}"),
        ('@charset "UTF-8";.note{color:red}', '@charset "UTF-8";.note{color:red}'),
    ],
)
def test_a_rule_stays_if_something_on_a_page_can_ask_for_it(slim, css, left):
    assert slim(css) == left
