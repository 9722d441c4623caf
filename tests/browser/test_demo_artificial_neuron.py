"""The neuron demo on its page: controls obey, the address is the state, copies are true."""

from __future__ import annotations

import contextlib
import io
import re

import pytest
from demo import drawn, least_size, open_demo, page_width, press, rest, still_figure
from playwright.sync_api import expect

SLUG = "artificial-neuron"
AT_START = {"p1": "+0.40", "p2": "−0.36", "p3": "−0.35", "z": "−0.21", "a": "0.4477"}

pytestmark = pytest.mark.browser


@pytest.fixture
def demo(page, site):
    """The demo on the chapter's page, with words and address that follow at once."""
    return open_demo(page, site, SLUG)


def parts(demo):
    """What the demo shows, by the names of its parts."""
    drawn(demo)
    script = """demo => Object.fromEntries(
      [...demo.querySelectorAll('[data-part]')].map((part) => [part.dataset.part, part.textContent]))"""
    return demo.evaluate(script)


def test_start_shows_the_numbers_of_the_chapter(demo):
    assert AT_START.items() <= parts(demo).items()
    assert parts(demo)["formula"] == "z = 0.5·0.8 + (−0.3)·1.2 + 0.7·(−0.5) + 0.1 = −0.21"
    assert parts(demo)["said"] == "z is −0.21, and sigmoid makes it 0.4477."


def test_living_picture_starts_as_the_still_one(demo):
    look = """node => [...node.querySelectorAll('svg:not(.plot) > :not(desc)')].map(part =>
      [part.tagName, part.textContent, getComputedStyle(part).stroke, getComputedStyle(part).strokeWidth])"""
    beside = """node => {
      const still = node.parentElement.appendChild(document.createElement("div"));
      still.append(...node.still.map((part) => part.cloneNode(true)));
    }"""
    demo.evaluate(beside)
    assert demo.evaluate(look) == demo.page.locator(".demo > div").evaluate(look)


OUTPUTS = {
    "identity": "−0.2100", "step": "0.0000", "sigmoid": "0.4477", "tanh": "−0.2070",
    "relu": "0.0000", "leaky_relu": "−0.0021", "elu": "−0.1894", "selu": "−0.3330",
    "gelu": "−0.0875", "silu": "−0.0940", "softplus": "0.5936",
}  # fmt: skip


def test_activation_gives_its_output(demo):
    choice = demo.get_by_label("Activation", exact=True)
    assert set(choice.locator("option").evaluate_all("all => all.map(e => e.value)")) == set(OUTPUTS)
    for activation, output in OUTPUTS.items():
        choice.select_option(activation)
        shown = parts(demo)
        assert (activation, shown["a"], shown["out"]) == (activation, output, output)


def printed(program):
    """What a Python program prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(program, "copied.py", "exec"), {})
    return out.getvalue()


def test_copied_program_prints_the_numbers_of_the_demo(new_context, site):
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    demo = open_demo(context.new_page(), site, SLUG)
    collect = """async (demo) => {
      const frame = () => new Promise(requestAnimationFrame);
      const [, random, copy] = demo.querySelectorAll("button");
      const select = demo.querySelector("select");
      const found = [];
      for (let i = 0; i < 50; i++) {
        random.click();
        for (const { value } of select.options) {
          select.value = value;
          select.dispatchEvent(new Event("input", { bubbles: true }));
          await frame(); await frame();
          copy.click();
          const shown = (part) => demo.querySelector(`[data-part=${part}]`).textContent;
          found.push([await navigator.clipboard.readText(), ["p1", "p2", "p3", "z", "a"].map(shown), value]);
        }
      }
      return found;
    }"""
    found = demo.evaluate(collect)
    assert len({program for program, _, _ in found}) == 550
    for program, (*products, z, a), name in found:
        said = f"products: {' '.join(products).replace('+', '')}\nz: {z}\noutput: {a}\n"
        assert printed(program) == said.replace("−", "-"), name


def test_slider_number_and_picture_agree(demo):
    slider, number = demo.get_by_label("Weight w₁", exact=True), demo.get_by_label("Weight w₁, number")
    slider.focus()
    slider.press("ArrowRight")
    assert parts(demo)["w1"] == "+0.9" and number.input_value() == "0.9"
    assert slider.get_attribute("aria-valuetext") == "0.9"
    number.fill("-1.5")
    assert parts(demo)["w1"] == "−1.5" and slider.input_value() == "-1.5"
    number.fill("7")
    number.press("Enter")
    drawn(demo)
    assert number.input_value() == slider.input_value() == "2"
    number.fill("")
    number.blur()
    drawn(demo)
    assert number.input_value() == slider.input_value() == "2"


def test_words_say_what_a_change_did(demo):
    demo.get_by_label("Weight w₁, number").fill("0.9")
    rest(demo)
    assert parts(demo)["said"] == (
        "w₁ from 0.8 to 0.9: z rises from −0.21 to −0.16, the output rises from 0.4477 to 0.4601."
    )
    demo.get_by_role("combobox", name="Activation", exact=True).select_option("ReLU")
    rest(demo)
    assert parts(demo)["said"] == (
        "activation from sigmoid to ReLU: z stays −0.16, the output falls from 0.4601 to 0.0000."
    )
    assert demo.locator("[role=status]").count() == 1
    assert demo.locator("desc").text_content() == "z is −0.16, and ReLU makes it 0.0000."


def test_address_follows_and_brings_the_state_back(demo):
    chapter = demo.page.url
    steps = demo.page.evaluate("history.length")
    demo.page.goto(f"{chapter}#the-bias")
    demo.get_by_label("Bias b, number").fill("-1")
    rest(demo)
    assert demo.page.url == f"{chapter}?neuron=b:-1#the-bias"
    assert demo.page.evaluate("history.length") <= steps + 1
    demo.page.reload()
    demo.locator("form").wait_for()
    assert parts(demo)["b"] == "−1"
    press(demo, "Reset")
    rest(demo)
    assert demo.page.url == f"{chapter}#the-bias"
    assert parts(demo)["said"].startswith("Back at the start: b from −1 to 0.1: z rises")


def test_damaged_address_shows_the_start_and_says_so(page, site):
    demo = open_demo(page, site, SLUG, "?neuron=w1:99")
    assert AT_START.items() <= parts(demo).items()
    assert parts(demo)["said"].startswith("The address asks for a neuron that cannot be set.")


def test_links_of_the_text_set_the_demo_without_a_reload(demo):
    demo.page.evaluate("window.stays = true")
    demo.page.get_by_role("link", name="Switch to ReLU").click()
    rest(demo)
    assert demo.page.evaluate("window.stays")
    assert parts(demo)["activation"] == "ReLU" and parts(demo)["said"].startswith("As the link says:")
    assert demo.page.url.endswith("?neuron=activation:relu")
    box = demo.locator("svg").first.bounding_box()
    assert 0 <= box["y"] < 900


@pytest.mark.parametrize("query", ["", "?neuron=b:-1"])
def test_links_to_headings_keep_the_state(page, site, query):
    demo = open_demo(page, site, SLUG, query)
    demo.get_by_label("Weight w₁, number").fill("2")
    for heading in (0, 1):  # at once, before the address has followed
        page.locator("h2 .headerlink").nth(heading).evaluate("link => link.click()")
        rest(demo)  # the theme fetches the page again at its first link to a heading
        demo.locator("form").wait_for()
        assert parts(demo)["w1"] == "+2"
        assert re.search(r"\?neuron=w1:2(,b:-1)?#.+", page.url)


def test_going_back_brings_the_earlier_state(page, site):
    demo = open_demo(page, site, SLUG, "?neuron=b:-1")
    page.evaluate("history.pushState(null, '', location.href + '#here')")
    demo.get_by_label("Weight w₁, number").fill("2")
    rest(demo)
    page.go_back()
    rest(demo)
    demo.locator("form").wait_for()
    assert (parts(demo)["w1"], parts(demo)["b"]) == ("+0.8", "−1")


def test_random_neurons_come_in_one_order_for_everyone(page, site):
    def draw_two():
        demo = open_demo(page, site, SLUG)
        for _ in range(2):
            press(demo, "Random")
        rest(demo)
        return parts(demo)

    first = draw_two()
    assert first["said"].startswith("Random neuron 2: z is ")
    assert draw_two()["formula"] == first["formula"]


def test_refused_copy_shows_the_program_to_select(demo):
    demo.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    press(demo, "Copy as Python")
    demo.locator("pre").wait_for()
    assert "Select the program here" in parts(demo)["said"]
    assert printed(demo.locator("pre").inner_text()).endswith("output: 0.4477\n")


def test_every_control_has_a_name_and_takes_focus_in_order(demo):
    demo.locator("input").first.focus()
    names = []
    for _ in range(18):
        script = "(document.activeElement.ariaLabel ?? document.activeElement.textContent)"
        names.append(demo.page.evaluate(script))
        demo.page.keyboard.press("Tab")
    assert names[:2] == ["Input x₁", "Input x₁, number"]
    assert names[13] == "Bias b, number" and names[14] == "Activation"
    assert names[15:] == ["Reset", "Random", "Copy as Python"]


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_demo_fits_its_page(new_context, site, width):
    page = new_context(viewport={"width": width, "height": 740}, has_touch=width < 400).new_page()
    demo = open_demo(page, site, SLUG)
    assert demo.evaluate("demo => demo.scrollWidth <= demo.clientWidth")
    assert page_width(page) <= width
    assert least_size(demo.locator("button, select, input")) >= 24


def test_focus_is_never_hidden_behind_the_picture(new_context, site):
    page = new_context(viewport={"width": 360, "height": 640}).new_page()
    demo = open_demo(page, site, SLUG)
    covers = """demo => {
      const picture = demo.querySelector("svg").getBoundingClientRect();
      const control = document.activeElement.getBoundingClientRect();
      return control.top >= picture.top && control.bottom <= picture.bottom;
    }"""
    demo.get_by_role("button", name="Copy as Python").focus()
    for _ in range(17):
        page.keyboard.press("Shift+Tab")
        hidden = demo.evaluate(covers)
        assert not hidden, page.evaluate("document.activeElement.ariaLabel")


def test_without_script_the_figure_says_it(new_context, site):
    figure = still_figure(new_context, site, SLUG)
    assert figure.is_visible() and "0.4477" in figure.inner_text()


def test_demo_survives_a_page_change_and_leaves_nothing_behind(demo):
    demo.evaluate("demo => { window.kept = demo; window.place = demo.parentElement; demo.remove(); }")
    assert demo.page.evaluate("kept.children.length === 1 && kept.querySelector('figure') !== null")
    demo.page.evaluate("place.append(kept)")
    demo.get_by_label("Bias b, number").fill("-1")
    assert parts(demo)["b"] == "−1" and parts(demo)["z"] == "−1.31"


def test_demo_wakes_up_after_a_change_of_pages(demo):
    page = demo.page
    page.evaluate("window.stays = true")
    page.get_by_role("link", name="Notation").first.click()
    page.wait_for_url("**/notation/")
    expect(page.locator("demo-artificial-neuron")).to_have_count(0)
    page.get_by_role("link", name="The artificial neuron").first.click()
    demo.get_by_label("Bias b, number").fill("-1")
    assert page.evaluate("window.stays") and parts(demo)["z"] == "−1.31"
