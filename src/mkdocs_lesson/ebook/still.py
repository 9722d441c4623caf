"""A page of the site comes in; what only works on a screen is taken off, what can be printed stays."""

from __future__ import annotations

import re

from lxml import html
from lxml.html import HtmlElement

GONE_TAGS = ("button", "lesson-draws", "lesson-terms", "lesson-ways", "link", "script", "style", "template")
GONE_CLASSES = (
    "headerlink",
    "page-end",
    "proofs",
    "sections",
    "segmented",
    "source-filters",
    "source-marks",
    "source-status",
    "switch",
    "take-along",
    "take-home",
    "teaches",
    "test-foot",
)
GONE_ATTRIBUTES = re.compile(r"(data-.*|tabindex|aria-describedby|download)$")
COLOURED = {
    *("c1", "c", "k", "kn", "kc", "ow", "nb", "nf", "nc", "fm"),
    *("s", "s1", "s2", "sd", "sa", "se", "si", "mi", "mf"),
}
"""Kinds of words in a program that have a colour; of the others, 40,000 spans say nothing."""
VARIABLE = re.compile(r"var\(--[\w-]+(?:,\s*((?:[^()]|\([^()]*\))*))?\)")


def still(body: HtmlElement) -> None:
    """Make a page one that nobody has to touch."""
    _name_tabs(body)
    _take_off(body)
    for node in body.iter(html.etree.Element):
        if "-" in node.tag:
            node.tag = "div"
        if (
            node.getparent() is None or node.getparent().get("class") != "whys"
        ):  # these say what they speak to
            for name in list(filter(GONE_ATTRIBUTES.match, node.attrib)):
                del node.attrib[name]
    for svg in body.iter("svg"):
        _colour(svg)
    for formula in body.iter("math"):
        _mathml3(formula)
    for table in body.find_class("wide-table"):
        for name in ("role", "aria-label"):
            table.attrib.pop(name, None)


def _take_off(body: HtmlElement) -> None:
    gone = [*body.iter(*GONE_TAGS, html.etree.Comment), *body.xpath("//*[@hidden]")]
    gone += [node for name in GONE_CLASSES for node in body.find_class(name)]
    gone += body.xpath("//*[@id='page-end'] | //pre/span[not(node())]")
    for node in gone:
        if node.getparent() is not None:
            node.drop_tree()
    plain = (span for span in body.xpath("//code//span") if span.get("class") not in COLOURED)
    for wrapper in [*body.find_class("lesson"), *plain]:
        wrapper.drop_tag()


def _name_tabs(body: HtmlElement) -> None:
    """Programs that stood in tabs stand below each other: their heads say what the tabs said."""
    for tabs in body.find_class("program-tabs"):
        for label, head in zip(tabs.iter("label"), tabs.find_class("program-head"), strict=True):
            label.tag, label.tail = "span", None
            label.set("class", "made-with")
            label[0].drop_tag()
            head.append(label)


def _colour(svg: HtmlElement) -> None:
    """Colours as they are on paper: readers of books may not know variables."""
    for node in svg.iter(html.etree.Element):
        for name, value in node.attrib.items():
            if "var(" in value:
                node.set(name, VARIABLE.sub(lambda found: found[1] or "currentColor", value))
    svg.attrib.pop("xmlns", None)


def _mathml3(formula: HtmlElement) -> None:
    """Say in MathML 3, which books are checked by, what MathML Core says shorter."""
    for table in formula.iter("mtable"):
        table.attrib.pop("scriptlevel", None)
    for fraction in list(formula.iter("mfrac")):
        if style := fraction.attrib.pop("displaystyle", None):
            around = fraction.makeelement("mstyle", displaystyle=style)
            around.tail, fraction.tail = fraction.tail, None
            fraction.getparent().replace(fraction, around)
            around.append(fraction)
