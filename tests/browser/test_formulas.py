"""Every letter and sign of every formula is drawn in the book's own math font.

The font is cut to what formulas need, so that pages stay light. A letter that is missing would come from another
font, of another weight and height, or from none.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

FONT = "assets/vendor/fonts/stix-two-math.woff2"
REMEDY = "add it to docs/assets/vendor/fonts/subset.py, and cut the font anew"
FORMULA = re.compile(r"<math.*?</math>", re.DOTALL)
LEAF = re.compile(r"<(mi|mn|mo|mtext)\b[^>]*>[^<]+</\1>")  # its attributes say how it is drawn
SHOW = """async ([font, leaves]) => {
  document.fonts.add(await new FontFace("formulas", `url(${font})`).load())
  document.querySelector("article").innerHTML =
    leaves.map(leaf => `<math style="font-family: formulas">${leaf}</math> `).join("")
}"""


def leaves_of(folder: Path) -> list[str]:
    """Each letter, number and sign that stands in a formula of the book, once."""
    pages = (page.read_text(encoding="utf-8") for page in folder.rglob("*.html"))
    formulas = (formula for page in pages for formula in FORMULA.findall(page))
    return sorted({leaf[0] for formula in formulas for leaf in LEAF.finditer(formula)})


def drawn_otherwise(page, site: str, leaves: list[str]) -> list[str]:
    """Those leaves that the browser draws in any other font."""
    page.goto(f"{site}notation/")
    page.evaluate(SHOW, [site + FONT, leaves])
    devtools = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        devtools.send(f"{domain}.enable")
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    shown = devtools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "article math > *"})["nodeIds"]
    faults = []
    for leaf, node in zip(leaves, shown, strict=True):
        fonts = devtools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        others = [font["familyName"] for font in fonts if not font["isCustomFont"]]
        if others:
            faults.append(f"{leaf} is drawn in {', '.join(others)}: {REMEDY}")
    return faults


def test_every_letter_of_every_formula_is_in_the_font(page, site, site_folder, record_property):
    leaves = leaves_of(site_folder)
    record_property("counted", f"{len(leaves)} letters, numbers and signs of formulas")
    assert leaves and drawn_otherwise(page, site, leaves) == []


def test_letter_that_is_missing_is_found(page, site):
    [fault] = drawn_otherwise(page, site, ["<mi>x</mi>", "<mi>ж</mi>", "<mo>+</mo>"])
    assert fault.startswith("<mi>ж</mi> is drawn in ") and fault.endswith(REMEDY)
