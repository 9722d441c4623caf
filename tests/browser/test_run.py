"""The page runs Python: what a reader sees, presses and types, in a real browser."""

from __future__ import annotations

import gzip
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect
from run_program import BY_HAND, CHAPTER, PATIENCE, Program
from waiting import until
from watch import watched

from mkdocs_lesson.book import open_book

ROOT = Path(__file__).parents[2]
PROGRAMS = open_book(ROOT).programs
GONE = [
    "caches",
    "indexedDB",
    "Worker",
    "SharedWorker",
    "navigator",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "BroadcastChannel",
    "importScripts",
    "postMessage",
    "fetch",
    "Request",
    "location",
    "close",
]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def warm(browser, site):
    """The chapter with Python loaded, for all tests that need no fresh page."""
    with watched(browser) as context:
        page = context.new_page()
        page.goto(site + CHAPTER)
        Program(page, "artificial-neuron/scale").run()
        yield page


@pytest.fixture
def program(warm):
    """The chapter's first program as it is printed."""
    program = Program(warm)
    yield program
    if program.button("Reset").is_visible():
        program.button("Reset").click()
    expect(program.button("Run")).to_be_visible()


def unopened(page):
    """A program whose editor no test has opened, and that shows all its code."""
    root = page.locator("lesson-run:not(:has(template.source)):has([data-action=edit]:not([hidden]))")
    return Program(page, root.last.get_attribute("data-program"))


def python_workers(page):
    """The theme's search has a worker too."""
    return [worker for worker in page.workers if worker.url.startswith("blob:")]


def wait_for_no_python(page):
    until(page, lambda: not python_workers(page))


def test_drawing_is_the_recorded_one_drawn_anew(warm):
    drawn = warm.locator("lesson-run:has(figure.drawing)").first
    program = Program(warm, drawn.get_attribute("data-program"))
    shapes = "svg => [...svg.querySelectorAll('*')].map(e => e.tagName + e.getAttribute('d') + e.getAttribute('fill') + e.textContent)"
    drawing = program.root.locator("figure.drawing svg")
    recorded = drawing.evaluate(shapes)
    program.run()
    assert drawing.evaluate(shapes) == recorded
    assert program.root.locator("figure.drawing figcaption").text_content()


def test_edited_program_runs_and_resets(program):
    recorded = program.output
    program.edit(program.root.locator(".highlight code").text_content() + "\nprint('mine')")
    expect(program.label).to_have_text("Recorded output")
    program.editor.press("Control+Enter")
    program.wait()
    expect(program.label).to_have_text("Output of your version")
    assert program.output == recorded + "mine\n"
    expect(program.status).not_to_contain_text("recorded")
    program.button("Reset").click()
    expect(program.label).to_have_text("Output")
    assert program.output == recorded
    expect(program.button("Reset")).to_be_hidden()
    expect(program.editor).to_be_focused()


def test_editing_moves_nothing(warm):
    program = unopened(warm)
    place = "e => { const r = e.getBoundingClientRect(); return [r.x, r.y + scrollY, r.width, r.height] }"
    code, whole = program.root.locator(".highlight code"), program.root
    before = code.evaluate(place), whole.evaluate(place)
    program.button("Edit").click()
    expect(program.editor).to_be_focused()
    after = program.root.locator(".prism-code-editor").evaluate(place), whole.evaluate(place)
    assert after == tuple(pytest.approx(box, abs=0.5) for box in before)


def test_endless_loop_stops_at_once_and_the_next_run_works(program):
    program.edit("print('on', flush=True)\nwhile True:\n    pass")
    program.button("Run").click()
    expect(program.root.locator(".output samp")).to_have_text("on\n", timeout=PATIENCE)
    program.stop()


def test_second_program_waits_for_the_first(program, warm):
    program.edit("import time\ntime.sleep(0.3)\nprint('first')")
    second = Program(warm, "artificial-neuron/scale")
    program.button("Run").click()
    second.run()
    assert program.output == "first\n"
    expect(second.status).to_contain_text("same as recorded")


def test_two_quick_presses_run_once(program):
    program.edit("print('once')")
    program.button("Run").evaluate("run => { run.click(); run.click() }")  # later Stop stands in its place
    program.wait()
    assert program.output == "once\n"


def test_error_shows_the_readers_lines_only(program):
    said = program.try_out("import numpy as np\n\ndef f(n):\n    return np.zeros(2) @ np.zeros(n)\n\nf(3)")
    files = re.findall(r'File "([^"]+)", line (\d+)', said)
    assert files == [("by-hand.py", "6"), ("by-hand.py", "4")]
    assert said.startswith("Traceback (most recent call last):\n")
    assert said.splitlines()[-1].startswith("ValueError: matmul")
    expect(program.status).to_contain_text("in line 4")
    failing = program.root.locator(".editor .failing")
    assert failing.text_content().strip() == "return np.zeros(2) @ np.zeros(n)"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("x = (1", "SyntaxError: '(' was never closed"),
        ("input('?')", "input() cannot ask you anything on this page"),
        ("import sys\nsys.exit('enough')", "enough"),
        ("def f(): f()\nf()", "RecursionError"),
        ("raise ValueError('<b>bold</b>')", "ValueError: <b>bold</b>"),
    ],
)
def test_failure_is_said_plainly(program, source, said):
    shown = program.try_out(source)
    assert said in shown
    assert "pyodide" not in shown and "python-runner" not in shown
    expect(program.status).to_contain_text("Failed")


def test_each_run_is_a_fresh_program(program):
    program.try_out(
        "import numpy as np, plainnet\nfrom pathlib import Path\nleft = 1\n"
        "Path('left.txt').touch()\nnp.set_printoptions(precision=1)\nplainnet.tensor = None"
    )
    said = program.try_out(
        "import numpy as np, plainnet\nfrom pathlib import Path\n"
        "print(__name__, 'left' in globals(), list(Path().glob('*.txt')), np.float64(1)/3, np.array([1/3]), plainnet.tensor is None)"
    )
    assert said == "__main__ False [] 0.3333333333333333 [0.33333333] False\n"


def test_digits_are_fetched_for_programs_that_name_them_and_laid_out_anew(program, warm):
    def fetched():
        return [url for url in warm.context.watch.requests if "/assets/data/" in url]

    program.run()
    assert not fetched()
    source = (
        "from pathlib import Path\nimport sysconfig\nfrom plainnet import data\n"
        "print(data.mnist()[0].shape)\n"
        "(Path(sysconfig.get_path('stdlib')) / 'data' / 'mnist-10k.npz').write_bytes(b'spoilt')\n"
    )
    for _ in range(2):
        assert "torch.Size([10000, 28, 28])" in program.try_out(source)
    assert len(fetched()) == 1


def test_output_streams_while_the_program_runs(program):
    program.edit("import time\nprint('early')\ntime.sleep(2)\nprint('late')")
    outputs = [output for output, *_ in program.watched()]
    assert "early\n" in outputs
    assert outputs[-1] == "early\nlate\n"


def test_errors_stand_between_the_lines_they_came_after(program):
    said = program.try_out("import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c', end='')")
    assert said == "a\nb\nc"


def test_output_is_capped(program):
    said = program.try_out("print('x' * 5_000_000)\nprint('never shown')")
    assert said.startswith("x" * 200_000 + "\n… ")
    assert "first 200,000 characters" in said and "never shown" not in said


def test_many_lines_do_not_freeze_the_page(program):
    program.edit("for i in range(100_000):\n    print(i)")
    longest = """() => new Promise(resolve => {
      let worst = 0, last = performance.now();
      const tick = () => { const now = performance.now(); worst = Math.max(worst, now - last); last = now };
      const timer = setInterval(tick, 10);
      addEventListener("lesson-run-ended", () => setTimeout(() => { tick(); clearInterval(timer); resolve(worst) }, 100), {once: true});
      document.activeElement.closest("lesson-run").querySelector("[data-action=run]").click();
    })"""
    assert program.page.evaluate(longest) < 1000  # ms; tens on an idle machine
    assert program.output.startswith("0\n1\n2\n")


def test_python_reaches_nothing_of_the_browser(program):
    said = program.try_out(
        f"import js\nnames = {GONE}\nprint([n for n in names if hasattr(js, n)])\n"
        "def tried(do):\n    try:\n        return do()\n    except BaseException as error:\n        return 'blocked'\n"
        "from pyodide.code import run_js\n"
        "print(tried(lambda: js.Object.constructor('return typeof caches')()))\n"
        "print(tried(lambda: run_js('typeof indexedDB')))\n"
        "print(tried(lambda: js.eval('typeof fetch')))\n"
        "print(tried(lambda: js.Object.getPrototypeOf(js.globalThis).postMessage))\n"
        "import asyncio, hashlib, random, secrets\nimport numpy.fft, numpy.linalg\n"
        "print(len(secrets.token_bytes(4)), numpy.linalg.norm([3, 4]), numpy.random.default_rng(0).integers(9))"
    )
    assert said == "[]\nblocked\nblocked\nblocked\nblocked\n4 5.0 7\n"


HOSTILE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)">
  <script>alert(2)</script><foreignObject><p>x</p></foreignObject>
  <a href="https://example.org/"><text>link</text></a>
  <image href="https://example.org/x.png"/><use href="#a"/><animate attributeName="fill"/>
  <style>* { fill: red }</style><linearGradient id="a"/>
  <rect class="bar" width="3" fill="url(#a)" stroke="url(https://example.org/#b)"
    style="stroke-width: 2; background: url(https://example.org/)"/>
  <circle r="2" onclick="alert(3)" stroke="var(--positive, #1f5fbf)"
    style="fill: none; position: fixed"/></svg>"""


def test_drawing_loses_what_could_run_or_fetch(browser, site):
    context = browser.new_context()  # that the policy also refuses these is logged
    page = context.new_page()
    page.goto(site)
    kept = page.evaluate(
        """async ([lib, text]) => {
          const { cleanDrawing } = await import(lib);
          const svg = cleanDrawing(new DOMParser().parseFromString(text, "image/svg+xml"), "one/");
          const attribute = ({ name, value }) => `${name}=${value}`;
          return [svg, ...svg.querySelectorAll("*")].map(e => [e.localName, ...[...e.attributes].map(attribute)].join(" "));
        }""",
        [f"{site}assets/elements/lib/drawing.js", HOSTILE],
    )
    context.close()
    assert kept == [
        "svg xmlns=http://www.w3.org/2000/svg viewBox=0 0 9 9",
        "linearGradient id=one/a",
        "rect class=bar width=3 fill=url(#one/a)",
        "circle r=2 stroke=var(--positive, #1f5fbf) style=fill: none",
    ]


def test_drawing_of_an_edited_program_is_shown_in_the_pages_colours(program):
    program.try_out(
        'svg = \'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        '<circle r="2" fill="var(--positive)"/></svg>\'\n'
        "open('mine.svg', 'w').write(svg)"
    )
    figure = program.root.locator("figure.drawing.fresh")
    expect(figure.locator("figcaption")).to_have_text("mine.svg")
    fill = "e => getComputedStyle(e).fill"
    ours = "() => getComputedStyle(document.body).getPropertyValue('--positive')"
    assert figure.locator("circle").evaluate(fill) == program.page.evaluate(ours)
    program.button("Reset").click()
    expect(figure).to_have_count(0)


def test_keyboard_alone_is_enough(warm):
    program, keyboard = unopened(warm), warm.keyboard
    program.button("Edit").focus()
    keyboard.press("Enter")
    expect(program.editor).to_be_focused()
    described = program.editor.get_attribute("aria-describedby")
    assert "Escape" in program.page.locator(f"[id='{described}']").text_content()
    keyboard.press("Control+a")
    keyboard.type("if True:\nprint('typed')")  # the editor indents after the colon
    keyboard.press("Control+Enter")
    program.wait()
    assert program.output == "typed\n"
    keyboard.press("Home")
    keyboard.press("Tab")
    expect(program.editor).to_be_focused()
    assert "        print" in program.editor.input_value()
    keyboard.press("Escape")
    keyboard.press("Tab")
    expect(program.editor).not_to_be_focused()
    keyboard.press("Shift+Tab")
    expect(program.editor).to_be_focused()


def test_focus_follows_run_to_stop_and_back(program):
    program.edit("while True: pass")
    program.button("Run").focus()
    program.page.keyboard.press("Enter")
    expect(program.button("Stop")).to_be_focused(timeout=PATIENCE)
    program.page.keyboard.press("Enter")
    expect(program.button("Run")).to_be_focused()


def test_copy_takes_the_program_as_it_stands(warm, program):
    warm.context.grant_permissions(["clipboard-read", "clipboard-write"])
    program.edit("print('copied')")
    assert program.pressed("Copy") == "Copied"
    assert warm.evaluate("navigator.clipboard.readText()") == "print('copied')\n"
    warm.context.clear_permissions()
    expect(program.button("Copy")).to_be_visible()


def test_python_lives_on_when_the_page_is_swapped(page, site):
    page.goto(site + CHAPTER)
    Program(page, "artificial-neuron/scale").run()
    page.evaluate("window.sameDocument = true")
    workers = python_workers(page)
    fetched = len(page.context.watch.requests)
    page.locator(".md-header a.md-logo, .md-header a[href]").first.click()
    expect(page.locator("h1")).to_contain_text("A neural network is")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("The artificial neuron")
    program = Program(page, "artificial-neuron/scale")
    program.run()
    assert page.evaluate("window.sameDocument") is True
    assert len(workers) == 1 and python_workers(page) == workers
    later = page.context.watch.requests[fetched:]
    assert not [url for url in later if "/vendor/python/" in url]


def test_nothing_of_python_is_fetched_until_run_is_pointed_at(page, site):
    def fetched():
        return [url for url in page.context.watch.requests if "/vendor/python/" in url]

    page.goto(site + CHAPTER, wait_until="networkidle")
    program = Program(page)
    program.root.scroll_into_view_if_needed()
    program.root.locator(".highlight").hover()
    page.wait_for_timeout(200)
    assert not fetched() and not python_workers(page)
    with page.expect_worker():
        program.button("Run").hover()
    program.run()
    assert len([url for url in fetched() if url.endswith(".wasm")]) == 1


def test_metered_connection_is_asked_first_with_the_size(page, site):
    page.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page.goto(site + CHAPTER)
    program = Program(page, "artificial-neuron/scale")
    program.button("Run").click()
    expect(program.status).to_contain_text("17 MB")
    assert not python_workers(page)
    program.root.get_by_role("button", name="Fetch it and run").click()
    program.wait()
    expect(program.status).to_contain_text("same as recorded", timeout=PATIENCE)
    assert not [url for url in page.context.watch.requests if url.endswith((".heap", "-compiled.whl"))]


@pytest.mark.parametrize(
    "heap", [b"no memory at all", gzip.compress(bytes(400)), None], ids=["spoilt", "empty", "absent"]
)
def test_python_starts_by_itself_where_its_memory_does_not_serve(browser, site, heap):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route("**/python.heap", lambda route: route.abort() if heap is None else route.fulfill(body=heap))
    page.goto(site + CHAPTER)
    program = Program(page, "artificial-neuron/scale")
    program.run()
    expect(program.status).to_contain_text("same as recorded", timeout=PATIENCE)
    context.close()


def test_python_that_does_not_come_can_be_asked_for_again(browser, site):
    context = browser.new_context(service_workers="block")  # failed requests are meant here
    page = context.new_page()
    page.route("**/pyodide.asm.wasm", lambda route: route.abort())
    page.goto(site + CHAPTER)
    program = Program(page)
    program.run()
    expect(program.status).to_contain_text("Python could not be loaded")
    expect(program.status).to_contain_text("Press Run to try again")
    page.mouse.move(0, 0)  # a pointer on Run loads ahead, and a press would join that attempt
    wait_for_no_python(page)
    page.unroute("**/pyodide.asm.wasm")
    program.run()
    expect(program.status).to_contain_text("same as recorded", timeout=PATIENCE)
    context.close()


def test_loading_without_progress_is_given_up(browser, site):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.clock.install()
    page.route("**/pyodide.asm.wasm", lambda route: None)  # an answer that never comes
    page.goto(site + CHAPTER)
    program = Program(page)
    with page.expect_request("**/pyodide.asm.wasm"):
        program.button("Run").click()
    expect(program.status).to_have_text("Starting Python")
    page.clock.fast_forward(120_000)
    expect(program.status).to_contain_text("it took too long")
    context.close()


def test_python_stays_however_long_nothing_is_run(browser, site):
    context = browser.new_context()
    page = context.new_page()
    page.clock.install()
    page.goto(site + CHAPTER)
    program = Program(page, "artificial-neuron/scale")  # it needs NumPy
    program.run()
    page.wait_for_timeout(1000)  # packages may be put in place after it
    workers = python_workers(page)
    assert len(workers) == 1
    page.clock.fast_forward(3_600_000)
    page.wait_for_timeout(500)
    assert python_workers(page) == workers
    program.edit("import time\nprint('begun', flush=True)\ntime.sleep(4)\nprint('done')")
    program.button("Run").click()
    expect(program.root.locator(".output samp")).to_contain_text("begun", timeout=PATIENCE)
    page.clock.fast_forward(3_600_000)
    program.wait()
    assert program.output == "begun\ndone\n"
    context.close()


def test_program_that_ends_at_once_changes_the_page_once(browser, site):
    """To draw a long page takes longer than to run a short program."""
    with watched(browser) as context:
        page = context.new_page()
        page.clock.install()
        page.goto(site + CHAPTER)
        program = Program(page)
        program.run()
        page.clock.pause_at(time.time() + 86_400)  # nothing shows because time has passed
        changes = program.root.evaluate(
            """root => new Promise(resolve => {
              let changes = 0;
              new MutationObserver(() => changes++).observe(root, {subtree: true, childList: true, attributes: true, attributeFilter: ["class", "hidden", "style"]});
              root.addEventListener("lesson-run-ended", () => queueMicrotask(() => resolve(changes)), {once: true});
              root.querySelector("[data-action=run]").click();
            })"""
        )
        assert changes == 1


def test_prediction_comes_before_the_output(page, site):
    page.goto(site + CHAPTER)
    root = page.locator("lesson-run[data-predict]").first
    program = Program(page, root.get_attribute("data-program"))
    recorded = program.root.locator(".output pre")
    expect(recorded).to_be_hidden()
    program.root.get_by_label("What will it print?").fill(program.output.strip())
    program.run()
    expect(recorded).to_be_visible()
    expect(program.root.locator(".guess")).to_contain_text("You predicted")
    kept = page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes('|e|p|'))")
    assert len(kept) == 1
    assert program.root.get_attribute("data-program") in kept[0][0]
    assert '"ok":true' in kept[0][1].replace(" ", "")


def test_without_script_the_program_is_a_text_with_its_output(new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site + CHAPTER)
    root = page.locator(f"lesson-run[data-program='{BY_HAND}']").first
    expect(root.locator("code")).to_contain_text("import math")
    assert root.locator("samp").text_content() == PROGRAMS[BY_HAND].output
    assert not root.locator("button").count()
    for hidden in page.locator("lesson-run[data-predict] .output pre").all():
        expect(hidden).to_be_visible()


def test_actions_wrap_and_code_scrolls_on_a_phone(new_context, site):
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(site + CHAPTER)
    program = Program(page)
    program.button("Edit").click()
    expect(program.editor).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for name, value in {"autocorrect": "off", "autocapitalize": "off", "spellcheck": "false"}.items():
        assert program.editor.get_attribute(name) == value
