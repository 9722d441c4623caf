"""What a chapter has: programs, exercises, cards, words with a meaning, notes, and ways on."""

from __future__ import annotations

from playwright.sync_api import expect
from run_program import Program
from test_exercise import Exercise
from waiting import alive

from kinds import kind

CHAPTER = "chapters/artificial-neuron/"
PHONE = {"width": 360, "height": 740}


def button(part, name):
    return part.get_by_role("button", name=name, exact=True)


@kind(CHAPTER, shared=True)
def program(page):
    program = Program(page)
    program.button("Edit").wait_for()
    yield "as it is printed", program.root
    program.button("Run").press("Enter")
    program.wait()
    yield "run", program.root
    program.button("Edit").press("Enter")
    expect(program.editor).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("z = 1 / 0")
    yield "changed", program.root
    page.keyboard.press("Control+Enter")
    expect(program.status).to_contain_text("Failed")
    yield "failed", program.root
    program.button("Compare").press("Enter")
    expect(program.root.get_by_role("group", name="Your changes")).to_be_visible()
    yield "compared", program.root
    program.button("Reset").press("Enter")
    expect(program.button("Reset")).to_be_hidden()
    yield "reset", program.root


@kind(CHAPTER)
def program_tabs(page):
    tabs = page.locator(".program-tabs").first
    button(tabs, "Edit").first.wait_for()
    yield "the first", tabs
    tabs.get_by_role("radio", name="NumPy").press("ArrowRight")
    yield "the other, after an arrow key", tabs


@kind(CHAPTER)
def prediction(page):
    program = page.locator("lesson-run[data-predict]").first
    guess = program.get_by_role("textbox")
    guess.wait_for()
    yield "asked", program
    guess.press_sequentially("ride")
    button(program, "Show the recorded output").press("Enter")
    expect(program.locator(".guess")).to_be_visible()
    yield "shown", program


@kind(CHAPTER, shared=True)  # Python is there
def exercise(page):
    exercise = Exercise(page)
    exercise.button("Check").wait_for()
    yield "untouched", exercise.root
    exercise.root.locator("summary").first.press("Enter")
    exercise.button("Edit").press("Enter")
    expect(exercise.editor).to_be_focused()
    for heading, last in [("a wrong attempt", "X @ w"), ("a right one", "1 / (1 + np.exp(-(X @ w + b)))")]:
        page.keyboard.press("Control+a")
        page.keyboard.type(f"def neuron(X, w, b):\nreturn {last}")  # the editor indents
        page.keyboard.press("Control+Enter")
        expect(exercise.root).to_have_attribute("data-result", heading.split()[1], timeout=120_000)
        yield heading, exercise.root


@kind(CHAPTER)
def card(page):
    deck = page.locator("lesson-cards").first
    answer = deck.locator("summary:visible")
    expect(deck.get_by_text("1 of 12")).to_be_visible()
    yield "the front", deck
    answer.press("Space")
    expect(button(deck, "Good1 d").or_(deck.get_by_role("button", name="Good"))).to_be_visible()
    yield "turned", deck
    page.keyboard.press("3")
    expect(deck.get_by_text("2 of")).to_be_visible()
    yield "the next one, after 3", deck


@kind(CHAPTER)
def term(page):
    alive(page)
    word = page.locator("a.term").first
    text = word.locator("xpath=ancestor::p[1]")
    yield "in the text", text
    word.focus()
    yield "its meaning, shown on focus", page.locator(f"#{word.get_attribute('aria-describedby')}")


@kind(CHAPTER)
def page_end(page):
    part = page.get_by_role("complementary", name="About this page")
    expect(button(part, "Take notes")).to_be_enabled()
    yield "what can be done with the page", part


@kind(CHAPTER)
def note(page):
    text = page.locator(".md-content")
    expect(button(text, "Take notes")).to_be_enabled()
    button(text, "Take notes").press("Enter")
    heading = "The bias slides the line"
    add = button(text, f"Note on “{heading}”")
    expect(add).to_be_visible()
    yield "where notes are taken", page.locator("lesson-notes")
    add.press("Enter")
    form = page.get_by_role("form", name=f"A note on “{heading}”")
    expect(form.get_by_label("Your note")).to_be_focused()
    yield "the form", form
    page.keyboard.type("First.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".note").get_by_role("button", name="Edit your note")).to_be_focused()
    yield "written", page.locator(".note")


@kind("notation/", viewport=PHONE)
def sections(page):
    part = page.locator(".sections")
    yield "folded", part
    part.locator("summary").press("Enter")
    yield "open", part
