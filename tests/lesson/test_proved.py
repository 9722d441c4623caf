"""What a page says is proved of it is counted in what the tests hold."""

from __future__ import annotations

from importlib.metadata import version

from mkdocs_lesson.book import open_book
from mkdocs_lesson.export.dates import last_changes
from mkdocs_lesson.proved import proofs


def test_page_counts_what_is_proved_of_it(book):
    (book / "snippets/small-steps/first.svg").write_text("<svg/>")
    page = book / "docs/chapters/small-steps.md"
    figure = "```program\nfirst\nfigure: It.\nalt: It.\n"
    page.write_text(page.read_text().replace("```program\nfirst\n", figure))
    opened = open_book(book)
    lines = proofs(opened.pages["small-steps"], opened)
    assert lines[0] == (
        f"1 program, 1 printed line and 1 figure: the same natively (NumPy {version('numpy')}) "
        "and in the page (its own Python)."
    )
    assert lines[1:] == [
        "1 number in the text: inserted from what these programs computed.",
        "1 of 1 answer key: computed by code, which refutes 2 wrong keys as well.",
    ]
    assert proofs(opened.pages["index"], opened) == []


def test_programs_of_pytorch_name_the_versions_that_agreed(root):
    opened = open_book(root)
    found = "\n".join(proofs(opened.pages["artificial-neuron"], opened))
    engines = opened.programs["artificial-neuron/with-torch"].engines
    assert (
        f"1 PyTorch program: the same on plainnet {engines['plainnet']} and PyTorch {engines['torch']}."
        in found
    )
    assert "Python 3.12.7, NumPy 2.0.2" in found
    exercises = [e for name, e in opened.exercises.items() if name.startswith("artificial-neuron/")]
    assert f"{sum(len(e.mistakes) for e in exercises)} known mistakes" in found


def test_chapters_know_when_they_last_changed(root):
    changed = last_changes(root)
    assert all(len(date) == len("2026-01-01") for date in changed.values())
    assert not changed or "artificial-neuron" in changed  # a copy without git has no dates
