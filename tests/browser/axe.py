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
SETTINGS = '{ resultTypes: ["violations"], preload: false, runOnly: only }'  # no time for what passes
# Style sheets give elements their colours by tag, class and place: one that says something stands for its kind.
STAND = "data-stands-for-its-kind"
MARK_KINDS = f"""() => {{
  const kind = (element, up) => element && up
    ? `${{kind(element.parentElement, up - 1)}} > ${{element.tagName}}.${{element.getAttribute("class")}}` : ""
  const says = (element) => element.matches("input, select, textarea")
    || [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  const name = (element) => kind(element, 4) + (element.getAttribute("style") ?? "")
  const kinds = new Map([...document.querySelectorAll("body *")].filter(says).map(one => [name(one), one]))
  for (const one of document.querySelectorAll("[{STAND}]")) one.removeAttribute("{STAND}")
  for (const one of kinds.values()) one.setAttribute("{STAND}", "")
}}"""
RUN = f"""async ([only, colours]) => {{
  axe.configure({{ rules: [
    {{ id: "color-contrast", selector: `*${{colours}}` }}, {{ id: "link-in-text-block", selector: `a[href]${{colours}}` }}] }})
  return (await axe.run({SETTINGS})).violations.flatMap(
    ({{ id, help, nodes }}) => nodes.map(node => `${{id}}: ${{help}}: ${{node.target.join(" ")}}`))
}}"""


def violations(page: Page, only: list[str] = TAGS, *, by_kind: bool = False) -> list[str]:
    """One line for each element that breaks a rule: the rule, what it wants, where.

    Args:
        by_kind: look at the colours of one element of each kind, where those of all were looked at before.
    """
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(f"() => {{ {STILL} {AXE.read_text(encoding='utf-8')} }}")
    if by_kind:
        page.evaluate(MARK_KINDS)
    return page.evaluate(RUN, [only, f"[{STAND}]" if by_kind else ""])


def violations_of_colours(page: Page) -> list[str]:
    """The same of what a colour scheme can change, by kind."""
    return violations(page, OF_COLOURS, by_kind=True)
