"""With the slim style sheet of the theme, every element looks as it does with the whole one."""

from __future__ import annotations

from pathlib import Path

import pytest
from material import __file__ as MATERIAL
from waiting import alive

from mkdocs_lesson.light_page import AS, AS_AROUND

pytestmark = pytest.mark.browser

RULES = "[...document.styleSheets].reduce((sum, { cssRules }) => sum + cssRules.length, 0)"
LOOK = """() => {
  const kinds = new Map()  // one element of each kind is enough
  const real = (name) => !name.startsWith("--")  // these are kept as they were written, not as they work
  const kind = (element) => element && `${element.tagName}.${element.getAttribute("class") ?? ""}`
  for (const element of document.querySelectorAll("body, body *"))
    kinds.set(`${kind(element.parentElement)} > ${kind(element)}`, element)
  return Object.fromEntries([...kinds].flatMap(([name, element]) => [null, "::before", "::after"].map((part) => {
    const style = getComputedStyle(element, part)
    if (part && style.content === "none") return [name + part, ""]
    return [name + (part ?? ""), [...style].filter(real).map((key) => `${key}: ${style.getPropertyValue(key)}`).join("\\n")]
  })))
}"""


MARKED = """(kinds) => {
  const html = `<div class="highlight"><pre><code>${kinds.map((kind) => `<span class="${kind}">x</span>`).join("")}</code></pre></div>`
  document.querySelector("article").insertAdjacentHTML("afterbegin", html)
  const code = document.querySelector("article .highlight code")
  const look = (element) => [...getComputedStyle(element)].map((key) => getComputedStyle(element).getPropertyValue(key)).join()
  const spans = [document.createElement("span"), ...code.children]
  code.append(spans[0])
  spans[0].textContent = "x"
  return Object.fromEntries(spans.map((span) => [span.className, look(span)]))
}"""


def whole_theme(page) -> None:
    """From now on pages get the theme's style sheet as the theme has it."""
    folder = Path(MATERIAL).parent / "templates"
    page.route(
        "**/stylesheets/*.css",
        lambda route: route.fulfill(
            path=folder / "assets/stylesheets" / route.request.url.rpartition("/")[2]
        ),
    )


def fonts_in_time(page) -> None:
    """From now on pages wait for their fonts, where a reader's go without those that come late."""

    def patient(route) -> None:
        sheet = route.fetch().text()
        assert "font-display:optional" in sheet.replace(" ", "")
        route.fulfill(body=sheet.replace("optional", "block"), content_type="text/css")

    page.route("**/lesson.css", patient)


REDDER = "document.querySelector('article').style.color = 'red'"


def differing(slim: dict[str, str], whole: dict[str, str]) -> dict[str, list[str]]:
    """Kind of element → the lines of its style that are not the same on both sides."""
    both = slim.keys() & whole.keys()  # scripts still open one thing or another
    assert len(both) > 200
    lines = {name: (set(slim[name].splitlines()), set(whole[name].splitlines())) for name in both}
    return {name: sorted(one ^ other) for name, (one, other) in lines.items() if one != other}


@pytest.mark.parametrize(("path", "width"), [("contents/", 360), ("notation/", 1280)])
def test_every_element_looks_as_with_the_whole_theme(new_context, site, path, width):
    context = new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    fonts_in_time(page)

    def looks():
        page.goto(site + path)
        alive(page)
        page.evaluate("document.fonts.ready.then(() => {})")  # formulas are as high as their font
        return page.evaluate(RULES), page.evaluate(LOOK)

    few, slim = looks()
    whole_theme(page)
    many, whole = looks()
    assert few < many
    assert differing(slim, whole) == {}
    page.evaluate(REDDER)
    assert differing(page.evaluate(LOOK), whole) != {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_of_code_that_are_left_out_change_no_colour(new_context, site, scheme):
    page = new_context(color_scheme=scheme, bypass_csp=True).new_page()
    whole_theme(page)
    page.goto(site + "notation/")
    looks = page.evaluate(MARKED, [*AS_AROUND, *AS, *AS.values(), "c1"])
    assert looks["c1"] != looks[""]
    assert {kind for kind in AS_AROUND if looks[kind] != looks[""]} == set()
    assert {kind for kind, other in AS.items() if looks[kind] != looks[other]} == set()
