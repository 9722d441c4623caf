"""Programs that hang, grow, fall or pry: the page stays alive, says so, and loses nothing of the reader's."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from processor import Processor
from run_program import CHAPTER, PATIENCE, Program
from server import Handler, listening

pytestmark = pytest.mark.browser

KEPT = "artificial-neuron/scale"
EVENT = ("|e|q|artificial-neuron/some-question|abc", '{"a":"1","ok":true,"v":"00000000"}')
STORED = "() => Object.entries(localStorage).filter(([key]) => !key.includes('by-hand')).sort().join('\\n')"


@pytest.fixture(scope="module")
def page(browser, site):
    """A reader with an answer and an edit of their own. That Python broke down may be logged."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    page = context.new_page()
    page.goto(site + CHAPTER)
    page.evaluate("([key, value]) => localStorage.setItem(`/${key}`, value)", EVENT)
    mine = Program(page, KEPT)
    assert mine.try_out("print('mine')") == "mine\n"
    page.wait_for_function(
        "Object.keys(localStorage).some(key => key.includes('program|artificial-neuron/scale'))"
    )
    yield page
    context.close()


@pytest.fixture
def program(page):
    """After each of them the reader's answer and edit are there, and the next program runs."""
    before = page.evaluate(STORED)
    assert "some-question" in before and "mine" in before
    program = Program(page)
    yield program
    assert program.try_out("print('well')") == "well\n"
    assert page.evaluate(STORED) == before
    expect(Program(page, KEPT).editor).to_have_value("print('mine')")
    program.button("Reset").click()


def answers_at_once(page) -> bool:
    """Whether the page draws, and hears what is asked, without much else to do before."""
    processor = Processor(page)
    before = processor.all
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    return processor.all - before < 500  # ms


ENDLESS = {
    "a loop inside an import": "from pathlib import Path\nPath('spin.py').write_text('while True:\\n    pass\\n')\nimport spin",
    "endless print": "while True:\n    print('x' * 1000)",
}


@pytest.mark.parametrize("source", ENDLESS.values(), ids=ENDLESS.keys())
def test_endless_program_leaves_the_page_free_and_is_stopped_at_once(page, program, source):
    program.edit(source)
    program.button("Run").click()
    program.button("Stop").wait_for(timeout=PATIENCE)
    assert answers_at_once(page)
    program.stop()


GREEDY = {
    "an array of 2 GB": "import numpy as np\nprint(np.zeros(2**28).nbytes)",
    "recursion deeper than the stack": "import sys\nsys.setrecursionlimit(10**6)\ndef f(_): return list(map(f, [0]))\nf(0)",
}


@pytest.mark.parametrize("source", GREEDY.values(), ids=GREEDY.keys())
def test_greedy_program_ends_and_says_how(page, program, source):
    program.edit(source)
    program.button("Run").click()
    assert answers_at_once(page)
    program.wait()
    expect(program.status).to_contain_text(re.compile("Finished|Failed|Python broke down .* starting again"))


PRYING = """
import js, urllib.request
from pyodide.http import open_url, pyfetch
def tried(do):
    try:
        return f"got {do()}"
    except BaseException as error:
        return "refused"
print([n for n in ("localStorage", "sessionStorage", "document", "cookieStore", "indexedDB", "caches") if hasattr(js, n)])
print(tried(lambda: open_url(URL).read()), tried(lambda: urllib.request.urlopen(URL).read()))
print(tried(lambda: pyfetch(URL).send(None)), tried(lambda: js.fetch(URL)), tried(lambda: js.eval(f"import('{URL}')")))
"""


def test_program_finds_no_progress_and_reaches_no_other_origin(program):
    asked = []
    with listening() as other:
        other.RequestHandlerClass = type(
            "Other", (Handler,), {"do_GET": lambda self: asked.append(self.path) or self.send_error(404)}
        )
        said = program.try_out(f"URL = 'http://127.0.0.1:{other.server_port}/x'\n{PRYING}")
        program.page.wait_for_timeout(200)
    assert said == "[]\nrefused refused\nrefused refused refused\n"
    assert asked == []
