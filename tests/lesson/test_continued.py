"""A program that goes on where another one ended: in its record, on the page and at home."""

from __future__ import annotations

import pytest
from markdown import Markdown

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import check_book
from mkdocs_lesson.extension import LessonExtension
from mkdocs_lesson.record import ProgramFailed, run_program
from mkdocs_lesson.take_home import as_file, cells_of

PAGE = "# Steps\n\n```program\nfirst\n```\n\n```program\nsecond\ncontinues: first\n```\n\n```program\nthird\ncontinues: second\n```\n"


@pytest.fixture
def chain(book):
    """Three programs; the later ones use what is there already."""
    folder = book / "snippets/small-steps"
    (folder / "first.py").write_text("def twice():\n    return 2 * total\n\n\ntotal = 1\nprint(total)\n")
    (folder / "second.py").write_text("total += 1\nprint(total, twice(), __name__)\n")
    (folder / "third.py").write_text("last = total + twice()\n")
    (book / "docs/chapters/small-steps.md").write_text(PAGE)
    return open_book(book)


def test_record_is_of_the_last_program_after_those_before_it(chain):
    """And functions see the names as they are now: it is one Python, not copies."""
    run = run_program(chain.programs["small-steps/third"], ["last"])
    assert (run.output, run.values) == ("", {"last": 6})
    assert run_program(chain.programs["small-steps/second"], []).output == "2 4 __main__\n"


def test_failure_of_a_program_before_it_is_a_failure(chain):
    (chain.root / "snippets/small-steps/first.py").write_text("1 / 0\n")
    with pytest.raises(ProgramFailed, match=r"first\.py"):
        run_program(chain.programs["small-steps/third"], [])


def test_program_speaks_torch_if_what_it_continues_does(chain):
    (chain.root / "snippets/small-steps/first.py").write_text("import torch\n")
    third = open_book(chain.root).programs["small-steps/third"]
    assert third.speaks_torch
    assert third.made_with == "PyTorch"


def test_page_names_all_that_runs_before(chain):
    extension = LessonExtension()
    extension.use(chain, ["small-steps"])
    extension.page = chain.pages["small-steps"]
    html = Markdown(extensions=["pymdownx.superfences", extension]).convert(PAGE)
    assert 'data-program="small-steps/third" data-after="small-steps/first small-steps/second"' in html
    assert 'goes on after <a href="#program/small-steps/second">second.py</a>' in html


def test_what_is_taken_home_runs(chain, tmp_path):
    whole = chain.programs["small-steps/third"].whole
    assert whole.index("total = 1") < whole.index("total += 1") < whole.index("last =")
    file = as_file(cells_of(chain.pages["small-steps"], chain, "https://example.org/", "wheel.whl"))
    scope: dict = {"__name__": "__main__"}
    exec(file, scope)
    assert scope["last"] == 6


def test_two_fences_must_agree(chain):
    other = chain.root / "docs/other.md"
    other.write_text("# Other\n\n```program\nsmall-steps/third\n```\n")
    faults = [str(fault) for fault in check_book(chain.root)]
    assert "docs/other.md:4:1: it continues `small-steps/second`, which the page must show above it" in faults
