"""What the page says when a program goes wrong, by the reader's mistake or by bad luck."""

from __future__ import annotations

import pytest
from mistakes import MISTAKES
from playwright.sync_api import expect
from processor import Processor
from run_program import CHAPTER, PATIENCE, Program
from watch import watched

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def warm(browser, site):
    """The chapter with Python loaded."""
    with watched(browser, service_workers="allow") as context:
        page = context.new_page()
        page.goto(site + CHAPTER)
        Program(page, "artificial-neuron/scale").run()
        yield page


@pytest.fixture
def program(warm):
    program = Program(warm)
    yield program
    program.button("Reset").click()


def test_every_usual_mistake_gets_its_sentence(program):
    for name, (source, words) in MISTAKES.items():
        said = program.try_out(source)
        expect(program.root.locator(".program-help")).to_contain_text(words), (name, said)
    program.try_out("print('well')")
    expect(program.root.locator(".program-help")).to_be_empty()


UNLUCKY = {
    "more memory than there is": (
        "import numpy as np\nx = [np.ones(250_000_000) for _ in range(4)]",
        "more memory than the page has",
    ),
    "the network": (
        "import urllib.request\nurllib.request.urlopen('http://example.org')",
        "can’t reach the network",
    ),
    "ten megabytes of output": ("for _ in range(100):\n    print('x' * 100_000)\n1 / 0", "below the line"),
}


@pytest.mark.parametrize(("source", "words"), UNLUCKY.values(), ids=UNLUCKY.keys())
def test_unlucky_program_leaves_the_page_usable(program, source, words):
    program.try_out(source)
    expect(program.root.locator(".program-help")).to_contain_text(words)
    processor = Processor(program.page)
    before = processor.all
    assert program.try_out("import numpy as np\nprint(np.ones(2).sum())") == "2.0\n"
    assert processor.all - before < 2000  # ms; a tenth of it where nothing holds the page up


def test_deleted_files_are_back_for_the_next_program(program):
    said = program.try_out(
        "import shutil, numpy, plainnet\nprint('before')\n"
        "for p in (plainnet.__file__, numpy.__file__):\n    shutil.rmtree(p.rpartition('/')[0])\n1 / 0"
    )
    assert said.startswith("before\n")
    expect(program.root.locator(".program-help")).to_contain_text("below the line")
    assert program.try_out("import numpy.polynomial\nprint('there')") == "there\n"


def test_broken_worker_says_so_and_starts_again(browser, site):
    context = browser.new_context()  # that Python broke down is logged
    page = context.new_page()
    page.goto(site + CHAPTER)
    program = Program(page)
    program.try_out("import ctypes\nctypes.string_at(0xfffffff0, 1_000_000)")
    expect(program.status).to_contain_text("is starting again")
    assert program.try_out("print('back')") == "back\n"
    context.close()


def test_engines_row_is_about_the_recorded_program(warm):
    program = Program(warm, "artificial-neuron/with-torch")
    row = program.root.locator(".program-engines")
    expect(row).to_be_hidden()  # its tab is the second
    program.show()
    expect(row).to_have_text("plainnet 0.1.0 and PyTorch 2.13.0: same output")
    program.run()
    expect(program.status).to_contain_text("same as recorded ✓", timeout=PATIENCE)
    expect(row).to_be_visible()
    program.try_out("import torch\nprint(torch.ones(2))")
    expect(row).to_be_hidden()
    program.button("Reset").click()
    expect(row).to_be_visible()


def test_program_that_changes_torch_changes_it_for_itself_only(program):
    program.try_out("import torch\ntorch.ones = None\ntorch.nn.Linear = 3")
    assert (
        program.try_out("import torch\nprint(torch.ones(1), torch.nn.Linear.__name__)")
        == "tensor([1.]) Linear\n"
    )
