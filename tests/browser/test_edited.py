"""What a reader changes in a program is kept, can be compared, and its long loops say how far they are."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from run_program import CHAPTER, Program

pytestmark = pytest.mark.browser


def test_edited_program_is_there_after_a_reload_and_gone_after_reset(page, site):
    page.goto(site + CHAPTER)
    program = Program(page)
    recorded = program.output
    program.edit("print('mine')\n")
    page.reload()
    expect(program.editor).to_have_value("print('mine')\n")
    assert program.output == recorded
    expect(program.label).to_have_text("Recorded output")
    program.run()
    assert program.output == "mine\n"
    program.button("Reset").click()
    page.reload()
    expect(program.button("Edit")).to_be_visible()
    expect(program.editor).to_have_count(0)


def test_edited_program_runs_as_edited_though_its_editor_has_not_come(page, site):
    page.goto(site + CHAPTER)
    program = Program(page)
    program.edit("print('mine')\n")
    held = []
    page.route("**/prism-code-editor.js", lambda route: held.append(route))
    page.reload()
    program.run()
    assert program.output == "mine\n"
    expect(program.label).to_have_text("Output of your version")
    held.pop().continue_()
    expect(program.editor).to_have_value("print('mine')\n")


def test_changes_are_shown_line_by_line(page, site):
    page.goto(site + CHAPTER)
    program = Program(page)
    source = program.root.locator(".highlight code").text_content()
    program.edit(source.replace("b = 0.1  # the bias", "b = 0.31").replace("import math\n", ""))
    program.button("Compare").click()
    changes = program.root.locator(".program-changes")
    expect(changes.locator("del")).to_have_text(["− import math\n", "− b = 0.1  # the bias\n"])
    expect(changes.locator("ins")).to_have_text(["+ b = 0.31\n"])
    program.editor.fill(source + "\nprint(1)")
    expect(changes.locator("ins")).to_have_text(["+ \n", "+ print(1)\n"])
    expect(program.button("Compare")).to_have_attribute("aria-pressed", "true")
    program.button("Reset").click()
    expect(changes).to_have_count(0)
    expect(program.button("Compare")).to_be_hidden()


@pytest.mark.parametrize(
    ("before", "after", "marks"),
    [
        ("a\nb\nc", "a\nb\nc", "   "),
        ("a\nb\nc", "a\nc", " - "),
        ("a", "b\na", "+ "),
        ("", "a", "-+"),
        ("a\nb", "c\nd", "--++"),
    ],
)
def test_lines_are_compared(page, site, before, after, marks):
    page.goto(site + "404.html")
    found = page.evaluate(
        "async ([lib, before, after]) => (await import(lib)).lineDiff(before, after).map(({ kind }) => kind)",
        [f"{site}assets/elements/lib/line-diff.js", before, after],
    )
    assert "".join({"same": " ", "gone": "-", "new": "+"}[kind] for kind in found) == marks


LOOPS = """
def numbers():
    for n in (1, 2, 3):
        yield n
for n in numbers():
    if n == 2:
        continue
    print(n, end=" ")
else:
    print("end")
for key, value in {"a": 1}.items():
    print(key, value)
for n in [1, 2]:
    break
print(n, sorted(k for k in globals() if k[:2] != "__"))
d = {1: 2}
try:
    for k in d:
        d[k + 1] = 3
except RuntimeError as error:
    print(error)
"""


def test_long_loops_say_how_far_they_are_and_do_what_loops_do(page, site):
    page.goto(site + CHAPTER)
    program = Program(page)
    assert program.try_out(LOOPS) == (
        "1 3 end\na 1\n1 ['key', 'n', 'numbers', 'value']\ndictionary changed size during iteration\n"
    )
    program.edit(
        "import time\ntotal = 0\nfor step in range(30):\n    time.sleep(0.1)\n"
        "    for inner in [1, 2]:\n        total += inner\nprint(total)"
    )
    said = {words for _, end, words in program.watched() if end == 30}
    assert any(re.fullmatch(r"(about \d+ s|less than 1 s) left", words) for words in said), said
    assert program.output == "90\n"
    expect(program.root.locator(".program-progress")).to_be_hidden()


def test_tabs_show_one_library_at_a_time_by_keyboard_and_without_script(page, new_context, site):
    page.goto(site + CHAPTER)
    numpy, torch = (Program(page, f"artificial-neuron/with-{name}") for name in ("numpy", "torch"))
    expect(numpy.root).to_be_visible()
    expect(torch.root).to_be_hidden()
    page.get_by_role("radiogroup", name="Written with").get_by_role("radio", name="NumPy").focus()
    page.keyboard.press("ArrowRight")
    expect(torch.root).to_be_visible()
    expect(numpy.root).to_be_hidden()
    assert numpy.output == torch.output
    still = new_context(java_script_enabled=False).new_page()
    still.goto(site + CHAPTER)
    torch = Program(still, "artificial-neuron/with-torch")
    expect(torch.root).to_be_hidden()
    still.get_by_role("radio", name="PyTorch").check()
    expect(torch.root).to_be_visible()
