"""A page comes in, what axe-core finds wrong with it goes out.

axe-core 4.14.1 (npm, MPL-2.0) lies unchanged in vendor/axe.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parent / "vendor" / "axe" / "axe.min.js"
SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# A colour that is still fading in fails the contrast rule, so nothing may fade.
STILL = """
  const sheet = new CSSStyleSheet()
  sheet.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important }")
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
"""
OF_COLOURS = ["color-contrast", "link-in-text-block"]  # what another scheme can change
FOUND = """.violations.flatMap(
  ({ id, help, nodes }) => nodes.map(node => `${id}: ${help}: ${node.target.join(" ")}`))"""
SETTINGS = 'resultTypes: ["violations"], preload: false'  # no time for what passes
RUN = f"async ([only, off]) => (await axe.run({{ runOnly: only, rules: off, {SETTINGS} }})){FOUND}"
# Rules give elements their colours by tag, class and place: one element that says something stands for its kind.
RUN_KINDS = f"""async ([only]) => {{
  const kind = (element, up) => element && up
    ? `${{kind(element.parentElement, up - 1)}} > ${{element.tagName}}.${{element.getAttribute("class")}}` : ""
  const says = ({{ childNodes }}) => [...childNodes].some(node => node.nodeType === 3 && node.data.trim())
  const kinds = new Map([...document.querySelectorAll("body *")].filter(says).map(e => [kind(e, 4), e]))
  return (await axe.run({{ include: [...kinds.values()] }}, {{ runOnly: only, {SETTINGS} }})){FOUND}
}}"""


def violations(page: Page, *, but: list[str] = ()) -> list[str]:
    """One line for each element that breaks a rule (`but` these): the rule, what it wants, where."""
    return _run(page, RUN, TAGS, {rule: {"enabled": False} for rule in but})


def violations_of_colours(page: Page) -> list[str]:
    """The same of what a colour scheme can change, for one element of each kind."""
    return _run(page, RUN_KINDS, OF_COLOURS)


def _run(page: Page, script: str, *arguments) -> list[str]:
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(f"() => {{ {STILL} {AXE.read_text(encoding='utf-8')} }}")
    return page.evaluate(script, arguments)
