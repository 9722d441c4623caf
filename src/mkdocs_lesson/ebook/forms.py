"""What was to be pressed or typed in comes in; what a pencil can do goes out."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, TBODY, TD, TH, THEAD, TR, B, E

LETTERS = "ABCDEFGHIJ"


def print_question(question: HtmlElement) -> None:
    """Letters instead of buttons, lines instead of fields; reasons say which answer they speak to."""
    letters = _letter_options(question)
    for tag, put in (("input", _line), ("textarea", _lines), ("select", _line)):
        for field in list(question.iter(tag)):
            put(field)
    for tag in ("form", "fieldset", "label"):
        for wrapper in list(question.iter(tag)):
            wrapper.tag = "p" if tag == "label" else "div"
    for legend in question.iter("legend"):
        legend.tag = "p"
        legend.set("class", "ask")
    for reason in question.xpath(".//ul[@class='whys']/li"):
        _address(reason, letters)


def _letter_options(question: HtmlElement) -> dict[str, str]:
    """Make the options a list; return the letter in print of each."""
    options = question.find_class("option")
    if not options:
        return {}
    listed = E.ol(CLASS("options"), type="A")
    options[0].addprevious(listed)
    letters = {}
    for letter, option in zip(LETTERS, options, strict=False):
        letters[option.find("input").get("value")] = letter
        option.find("input").drop_tree()
        option.tag = "li"
        del option.attrib["class"]
        listed.append(option)
    return letters


def _line(field: HtmlElement) -> None:
    field.addprevious(E.span(CLASS("blank"), "\u2003"))
    field.drop_tree()


def _lines(field: HtmlElement) -> None:
    field.getparent().addnext(E.div(CLASS("room"), "\u2003"))
    field.drop_tree()


def _address(reason: HtmlElement, letters: dict[str, str]) -> None:
    """Begin a reason with the answer that it speaks to, if it does not say so itself."""
    option, near = reason.attrib.pop("data-for", ""), reason.attrib.pop("data-near", "")
    reason.attrib.pop("data-missed", None)
    says = letters.get(option, "") or near.replace("-", "−")
    if says and not reason.find_class("which"):
        name = B(f"{says}: ")
        name.tail, reason.text = reason.text, None
        reason.insert(0, name)


def print_cards(deck: HtmlElement) -> None:
    """A table: with a sheet of paper over the right side, it asks as well as cards do."""
    rows = [_row(card) for card in deck.find_class("card")]
    head = THEAD(TR(TH("Question", scope="col"), TH("Answer, to be covered", scope="col")))
    deck.getparent().replace(deck, E.table(CLASS("cards"), head, TBODY(*rows)))


def _row(card: HtmlElement) -> HtmlElement:
    front, back = card.find_class("front")[0], card.find_class("back")[0]
    back.find("summary").drop_tree()
    return TR(TD(*front), TD(*back), id=card.get("id"))
