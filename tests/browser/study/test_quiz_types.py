"""Every type of question: answered rightly, wrongly, by keyboard, without script, on a phone, in the dark."""

import pytest
from axe import violations
from playwright.sync_api import expect
from server import listening, serve
from study.every_type import write_page

from mkdocs_lesson.short import tidy

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DARK = """document.body.dataset.mdColorScheme = "slate"
  document.body.style.background = "var(--ground)" """


@pytest.fixture(scope="session")
def every_type(tmp_path_factory):
    folder = tmp_path_factory.mktemp("every-type") / "book"
    folder.mkdir()
    write_page(folder)
    with listening() as server:
        yield serve(server, folder, "/book/")


@pytest.fixture
def opened(every_type, new_context):
    """Returns a function that opens the page in a browser of its own."""

    def open_page(**settings):
        page = new_context(**settings).new_page()
        page.goto(every_type)
        return page

    return open_page


def question(page, name):
    return page.locator(f"lesson-quiz[id='every-type/{name}']")


def check(asked):
    asked.get_by_role("button", name="Check").click()


def verdict(asked):
    return asked.locator(".question-status")


def choose(*labels):
    def answer(asked):
        for label in labels:
            asked.get_by_label(label, exact=True).check()

    return answer


def write(*texts):
    def answer(asked):
        for n, text in enumerate(texts):
            asked.locator("[name=answer]").nth(n).fill(text)

    return answer


def place(*lines):
    """The lines, one after the other, in the places from 1 on."""

    def answer(asked):
        for n, line in enumerate(lines, start=1):
            asked.get_by_label(f"Place of: {line}", exact=True).select_option(str(n))

    return answer


def pick(*labels):
    def answer(asked):
        for n, label in enumerate(labels):
            asked.locator("[name=answer]").nth(n).select_option(label=label)

    return answer


CLEAR, ERROR, ADD, STEP, CLIMB = (
    "gradient = 0",
    "error = w * x - y",
    "gradient += 2 * error * x",
    "w -= 0.1 * gradient",
    "w += 0.1 * gradient",
)
RIGHT = {
    "one-option": (choose("1.95"), "a"),
    "several-options": (choose("shape (4,)", "shape (3,1)"), "a c"),
    "true-or-false": (choose("True"), "a"),
    "a-number": (write("1/4"), "1/4"),
    "printed": (write("1\n3\n6"), "1\n3\n6"),
    "printed-choice": (choose("(3, 4)"), "a"),
    "a-formula": (choose("1 − tanh 2 \u2061 z"), "a"),
    "an-order": (place(ERROR, CLEAR, ADD, STEP), "b a c d"),
    "some-pairs": (pick("(3, 2)", "(3,)", "(2, 4)"), "a b c"),
    "some-formulas": (pick("B", "A"), "a b"),
    "some-blanks": (write(" 5", "2"), '["5","2"]'),
    "blanks-in-code": (write("−"), '["−"]'),
    "a-shape": (write("torch.Size([5, 2])"), "torch.Size([5, 2])"),
    "some-code": (write(".transpose( )"), ".transpose( )"),
    "another-one": (write("0.5"), "0.5"),
}
WRONG = {
    "one-option": (choose("2.05"), ["You added the step."]),
    "several-options": (choose("shape (4,)", "shape (3,)"), ["The threes seem to meet."]),
    "true-or-false": (choose("False"), ["Far from zero the curve is high"]),
    "a-number": (write("0.5"), ["Its slope there is half of that."]),
    "printed": (write("6"), []),
    "printed-choice": (choose("an error"), ["Axes of length 1 stretch."]),
    "a-formula": (choose("1 − tanh \u2061 z"), ["far to the left it would be 2"]),
    "an-order": (place(CLEAR, ERROR, ADD, CLIMB), ["This line would climb."]),
    "some-pairs": (pick("(3, 2)", "(2, 4)", "(3,)"), ["The axis that is named", "The inner lengths meet"]),
    "some-formulas": (pick("B", "B"), ["It is its own slope."]),
    "some-blanks": (write("5", "3"), ["Blank 2"]),
    "blanks-in-code": (write("+"), ["The gradient points uphill."]),
    "a-shape": (write("2x5"), ["The rows come from the first array."]),
    "some-code": (write(".t"), []),
    "another-one": (write("1.0"), ["is still to be added"]),
}


def events(page):
    return page.evaluate("""Object.entries(localStorage)
      .filter(([key]) => key.includes("|e|q|")).map(([, value]) => JSON.parse(value))""")


def test_the_page_holds_every_type(opened):
    page = opened()
    types = page.locator("lesson-quiz").evaluate_all("all => all.map(each => each.dataset.type)")
    assert set(types) == {
        *("single", "multiple", "truefalse", "numeric", "output", "formula"),
        *("order", "match", "cloze", "short"),
    }
    assert len(types) == len(RIGHT) == len(WRONG)


@pytest.mark.parametrize("settings", [{}, PHONE], ids=["wide", "phone"])
def test_each_type_is_answered_rightly_and_kept(opened, settings):
    page = opened(**settings)
    for name, (answer, kept) in RIGHT.items():
        asked = question(page, name)
        answer(asked)
        check(asked)
        expect(verdict(asked), name).to_contain_text("Right.")
        expect(asked.locator(".key")).to_be_visible()
        expect(asked.locator(".whys li:visible")).to_have_count(0)
        assert {"a": kept, "ok": True}.items() <= events_of(page, name).items()


def events_of(page, name):
    return page.evaluate(
        """name => JSON.parse(Object.entries(localStorage).find(([key]) => key.includes(`|e|q|every-type/${name}|`))[1])""",
        name,
    )


@pytest.mark.parametrize("settings", [{}, PHONE], ids=["wide", "phone"])
def test_each_type_is_answered_wrongly_gets_its_reasons_and_is_tried_again(opened, settings):
    page = opened(**settings)
    for name, (answer, reasons) in WRONG.items():
        asked = question(page, name)
        before = given(asked)
        answer(asked)
        check(asked)
        expect(verdict(asked), name).to_contain_text("Not quite.")
        told = asked.locator(".whys li:visible")
        expect(told, name).to_have_count(len(reasons))
        for text in reasons:
            expect(told.filter(has_text=text), name).to_have_count(1)
        asked.get_by_role("button", name="Try again").click()
        expect(asked.locator(".key")).to_be_hidden()
        assert given(asked) == before, name
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def given(asked):
    return asked.locator("[name=answer]").evaluate_all(
        "all => all.map(field => field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value)"
    )


def test_a_right_option_that_was_missed_says_so(opened):
    asked = question(opened(), "several-options")
    asked.get_by_label("shape (3,1)", exact=True).check()
    check(asked)
    expect(asked.locator(".whys li:visible")).to_have_count(1)
    expect(asked.locator(".whys li:visible")).to_contain_text("and the 1 stretches")


LACKING = {
    "several-options": "Choose an answer first.",
    "an-order": "Give the lines their places first.",
    "some-pairs": "Choose one for each line first.",
    "some-blanks": "Fill in every blank first.",
    "a-shape": "Type an answer first.",
}


def test_an_answer_that_is_not_whole_is_no_attempt(opened):
    page = opened()
    pick("(3, 2)")(question(page, "some-pairs"))
    write("5")(question(page, "some-blanks"))
    for name, words in LACKING.items():
        check(question(page, name))
        expect(verdict(question(page, name))).to_have_text(words)
    write("five by two")(question(page, "a-shape"))
    check(question(page, "a-shape"))
    expect(verdict(question(page, "a-shape"))).to_have_text("Type a shape, such as (3, 4).")
    assert events(page) == []


# --- with the keyboard alone ------------------------------------------------------------

KEYS = {
    "one-option": ["ArrowDown", "Enter"],
    "several-options": ["Tab", " ", "Tab", "Tab", " ", "Enter"],
    "true-or-false": [" ", "Enter"],
    "a-number": ["0", ".", "2", "5", "Enter"],
    "printed": ["1", "Enter", "3", "Enter", "6", "Control+Enter"],
    "printed-choice": ["ArrowUp", "Enter"],
    "a-formula": [" ", "Enter"],
    "some-blanks": ["5", "Tab", "2", "Enter"],
    "blanks-in-code": ["-", "Enter"],
    "a-shape": ["5", " ", "2", "Enter"],
    "some-code": [".", "T", "Enter"],
    "another-one": [".", "5", "Enter"],
    "some-formulas": ["B", "Tab", "A", "Tab", "Enter"],
    "some-pairs": ["(", "3", ",", " ", "Tab", "(", "3", ",", ")", "Tab", "(", "2", "Tab", "Enter"],
}


def test_each_type_is_answered_with_the_keyboard_alone(opened):
    page = opened()
    for name, keys in KEYS.items():
        asked = question(page, name)
        asked.locator("[name=answer]").first.focus()
        for key in keys:
            page.keyboard.press(key)
        expect(verdict(asked), name).to_contain_text("Right.")


def lines_of(asked):
    return asked.locator(".lines code").all_inner_texts()


def test_lines_move_up_and_down_by_buttons_with_the_keyboard(opened):
    page = opened()
    asked = question(page, "an-order")
    first = lines_of(asked)
    for line in (CLEAR, STEP, ERROR, ADD):
        asked.get_by_role("button", name=f"Move up: {line}", exact=True).focus()
        page.keyboard.press("Enter")
    assert lines_of(asked) == [CLEAR, STEP, ERROR, ADD, CLIMB]
    down = asked.get_by_role("button", name=f"Move down: {STEP}", exact=True)
    down.focus()
    page.keyboard.press("Enter")
    expect(down).to_be_focused()
    page.keyboard.press("Enter")
    expect(asked.locator("[aria-live]")).to_have_text("Now in place 4 of 4.")
    assert lines_of(asked) == [CLEAR, ERROR, ADD, STEP, CLIMB]
    check(asked)
    expect(verdict(asked)).to_contain_text("Right.")
    asked.get_by_role("button", name=f"Move up: {CLIMB}", exact=True).press("Enter")
    expect(asked.locator(".key")).to_be_hidden()
    check(asked)
    expect(verdict(asked)).to_contain_text("Not quite.")
    asked.get_by_role("button", name="Try again").click()
    assert lines_of(asked) == first


def test_a_chosen_place_makes_the_other_lines_make_room(opened):
    asked = question(opened(), "an-order")
    place(CLEAR, ADD, STEP)(asked)
    asked.get_by_label(f"Place of: {ERROR}", exact=True).select_option("2")
    assert lines_of(asked)[:4] == [CLEAR, ERROR, ADD, STEP]
    asked.get_by_label(f"Place of: {CLEAR}", exact=True).select_option("")
    assert lines_of(asked)[:3] == [ERROR, ADD, STEP]
    expect(asked.locator("[aria-live]")).to_have_text("Left out.")


# --- another one --------------------------------------------------------------------------


def test_a_family_asks_again_with_other_numbers(opened):
    page = opened()
    asked = question(page, "another-one")
    seen = set()
    for _ in range(8):
        seen.add(asked.locator("legend").inner_text())
        asked.locator("[name=answer]").fill(asked.get_attribute("data-answer"))
        check(asked)
        expect(verdict(asked)).to_contain_text("Right.")
        asked.get_by_role("button", name="Another one").click()
        expect(asked.locator("[name=answer]")).to_be_focused()
        expect(asked.locator("[name=answer]")).to_have_value("")
        expect(asked.locator(".key")).to_be_hidden()
        expect(asked.get_by_role("button", name="Another one")).to_have_count(1)
        expect(asked.get_by_role("button", name="Check")).to_have_count(1)
    assert len(seen) == 8
    assert asked.locator("legend").inner_text() in seen


# --- without script, on paper -------------------------------------------------------------

UNSCRIPTED = {
    "one-option": ["You added the step."],
    "several-options": ["The threes seem to meet."],
    "true-or-false": ["Far from zero the curve is high"],
    "printed-choice": ["Axes of length 1 stretch."],
    "a-formula": ["far to the left it would be 2"],
    "an-order": ["This line would climb."],
    "a-number": ["Its slope there is half of that."],
    "some-blanks": ["Blank 1", "Blank 2"],
}


def test_without_script_each_type_can_be_answered_and_the_chosen_reason_shows(opened):
    page = opened(java_script_enabled=False, **PHONE)
    expect(page.get_by_role("button", name="Move up")).to_have_count(0)
    for name, (answer, _) in WRONG.items():
        asked = question(page, name)
        answer(asked)
        asked.locator("summary", has_text="Check my answer").click()
        expect(asked.locator(".key")).to_be_visible()
        if name in UNSCRIPTED:
            told = asked.locator(".whys li:visible")
            expect(told, name).to_have_count(len(UNSCRIPTED[name]))
            for text in UNSCRIPTED[name]:
                expect(told.filter(has_text=text), name).to_have_count(1)


def test_on_paper_each_question_has_its_key_and_nothing_to_press(opened):
    page = opened()
    page.emulate_media(media="print")
    for name in RIGHT:
        expect(question(page, name).locator(".key"), name).to_be_visible()
    assert page.locator("button:visible").all_inner_texts() == []
    expect(question(page, "some-pairs").locator(".rights li").first).to_be_visible()


# --- for everyone ---------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("answers", [RIGHT, WRONG], ids=["right", "wrong"])
def test_axe_finds_nothing_in_any_state(opened, scheme, answers):
    page = opened(**PHONE)
    if scheme == "dark":
        page.evaluate(DARK)
    if answers is RIGHT:
        assert violations(page) == []
    for name, (answer, *_) in answers.items():
        answer(question(page, name))
        check(question(page, name))
    for hint in page.locator(".hint summary").all():
        hint.click()
    assert violations(page) == []


def test_targets_are_large_enough_for_a_finger(opened):
    page = opened(**PHONE)
    small = page.locator(
        "button:visible, select:visible, input.blank, .option, summary:visible"
    ).evaluate_all(
        """all => all.map(each => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
          .filter(([, box]) => box.height < 40 || box.width < 28).map(([html]) => html)"""
    )
    assert small == []


# --- what counts as the same answer ---------------------------------------------------------

TYPED = {
    "text": ["The  Sigmoid.", " the sigmoid", "it’s", "it's", "−1", "-1", "Tanh", ""],
    "code": ["x . T", "x.T", 'f("a")', "f('a')", "a − b;", "a-b", ""],
    "int": ["12", " 12 ", "+12", "−12", "1,000", "1 000", "1_000", "12.0", "1e3", "1,00", "", "007"],
    "shape": [
        *("(3, 4)", "3x4", "3 × 4", "[3,4]", "torch.Size([3, 4])", "3 4", "(3,)", "3", "()", "(3, 4", "3;4"),
        *("a", "3.5", "-1, 2", "", "(03, 4)", "3X4"),
    ],
}


def test_the_page_and_the_proof_read_short_answers_alike(opened):
    pairs = [(text, form) for form, texts in TYPED.items() for text in texts]
    read = opened().evaluate(
        """async pairs => {
          const { tidy } = await import("./assets/elements/lib/grade.js")
          return pairs.map(([text, form]) => tidy(text, form))
        }""",
        pairs,
    )
    assert read == [tidy(text, form) for text, form in pairs]
    assert tidy("torch.Size([3, 4])", "shape") == tidy("3x4", "shape") == "3,4"
    assert tidy("12.0", "int") is None
