"""The page "Gradient check" says what the engine computes today.

`make snippets` runs this with --update, which rewrites the tables of the page.
"""

import importlib
import warnings

import gradient_table as table
import pytest

PAGE = "docs/reference/gradient-check.md"
MARK = "<!-- made by tests/plainnet/test_gradient_table.py: run `make snippets` -->\n"
pytestmark = pytest.mark.slow
STALE = f"{PAGE}: the table is stale: run `make snippets`, and look at the difference"


@pytest.fixture(scope="module")
def parts():
    torch = pytest.importorskip("torch")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch's, and NumPy's about 1/0
        return {
            part: [
                table.measured(row, torch)
                for row in importlib.import_module(part).ROWS
                if row.inputs and not row.flat
            ]
            for part in table.PARTS
        }


def test_page_holds_every_operation_and_its_numbers(parts, root, pytestconfig):
    page = root / PAGE
    text, mark, old = page.read_text(encoding="utf-8").partition(MARK)
    assert mark, f"{PAGE}: the line {MARK!r} is missing"
    lines = [line for lines in parts.values() for line in lines]
    known = table.recorded(old)
    wrong = [line.name for line in lines if not table.is_recorded(line, known)]
    if pytestconfig.getoption("update") and (wrong or len(known) != len(lines)):
        page.write_text(text + mark + "\n" + table.text_of(parts), encoding="utf-8")
        return
    assert not wrong, f"{STALE}: {', '.join(wrong[:5])}"
    assert len(known) == len(lines), STALE


def test_every_gradient_is_the_slope_and_torchs(parts):
    for line in (line for lines in parts.values() for line in lines):
        slope, torch = line.errors
        assert slope is None or slope <= 1e-6, f"{line.name}: off the slope by {slope}"
        assert torch is None or torch <= 1e-12, f"{line.name}: off torch by {torch}"
