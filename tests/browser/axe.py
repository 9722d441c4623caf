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
STILL = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important }")
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}"""
OF_COLOURS = ["color-contrast", "link-in-text-block"]  # what another scheme can change
RUN = """async only => (await axe.run({ runOnly: only })).violations.flatMap(
  ({ id, help, nodes }) => nodes.map(node => `${id}: ${help}: ${node.target.join(" ")}`))"""


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """One line for each element that breaks a rule: the rule, what it wants, where."""
    page.evaluate(STILL)
    page.evaluate(f"() => {{ {AXE.read_text(encoding='utf-8')} }}")
    return page.evaluate(RUN, rules or TAGS)
