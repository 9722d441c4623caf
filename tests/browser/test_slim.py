"""With the slim style sheet of the theme, every element looks as it does with the whole one."""

from __future__ import annotations

from pathlib import Path

import pytest
from material import __file__ as MATERIAL

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


def changed(slim: str, whole: str) -> list[str]:
    return sorted(set(slim.splitlines()) ^ set(whole.splitlines()))


@pytest.mark.parametrize(("path", "width"), [("contents/", 360), ("notation/", 1280)])
def test_every_element_looks_as_with_the_whole_theme(new_context, site, path, width):
    context = new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()

    def looks():
        page.goto(site + path, wait_until="networkidle")
        return page.evaluate(RULES), page.evaluate(LOOK)

    few, slim = looks()
    folder = Path(MATERIAL).parent / "templates"
    page.route(
        "**/stylesheets/*.css",
        lambda route: route.fulfill(
            path=folder / "assets/stylesheets" / route.request.url.rpartition("/")[2]
        ),
    )
    many, whole = looks()
    assert few < many
    both = slim.keys() & whole.keys()  # scripts still open one thing or another
    assert len(both) > 200
    assert {name: changed(slim[name], whole[name]) for name in both if slim[name] != whole[name]} == {}
