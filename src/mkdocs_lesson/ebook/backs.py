"""Tasks come in with their hints and answers; the tasks stay, and the rest goes to the back of the book.

A hint and an answer lead to their task, and the task leads to them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lxml.html import HtmlElement, fragment_fromstring
from lxml.html.builder import CLASS, H3, A, E, P

from mkdocs_lesson.ebook.built import Page
from mkdocs_lesson.ebook.forms import print_cards, print_question

LAB = {"Show a solution": "Solution", "Show what comes out": "Prediction"}


@dataclass
class Back:
    """A part at the end of the book: what was taken from each page, in the order of the pages."""

    slug: str
    title: str
    about: str
    entries: dict[str, list[HtmlElement]] = field(default_factory=dict)
    """Title of a page → its entries."""

    def take(self, page: Page, task: HtmlElement, label: str, nodes: list[HtmlElement]) -> HtmlElement:
        """Move nodes here, under a heading that leads back to the task; return the link that leads here."""
        name = f"{self.slug}.{task.get('id')}"
        back = A(label, href=f"{page.slug}.xhtml#{task.get('id')}")
        entry = E.div(CLASS("entry"), H3(back), id=name)
        for node in nodes:
            node.tail = None
            entry.append(node)
        self.entries.setdefault(page.title, []).append(entry)
        return A(self.title[:-1], href=f"{self.slug}.xhtml#{name}")

    def page(self) -> Page:
        """It as a page of the book."""
        body = fragment_fromstring(
            f'<article><h1>{self.title}</h1><p class="summary">{self.about}</p></article>'
        )
        for number, (title, entries) in enumerate(self.entries.items()):
            body.append(E.h2(title, id=f"{self.slug}.of-{number}"))
            body.extend(entries)
        return Page(self.slug, self.title, "", "", body)


@dataclass
class Backs:
    """Hints and answers."""

    hints: Back = field(
        default_factory=lambda: Back("hints", "Hints", "For when you are stuck. Each leads back to its task.")
    )
    answers: Back = field(
        default_factory=lambda: Back(
            "answers",
            "Answers",
            "What is right, why, and why other answers tempt. Each leads back to its task.",
        )
    )

    def move(self, page: Page) -> None:
        """Move what a page says of its own tasks."""
        counts: Counter[str] = Counter()
        for task in page.body.xpath("//*[@class='question' or @class='exercise']"):
            kind = task.get("class")
            counts[kind] += 1
            if kind == "question":
                print_question(task)
            self._move_task(page, task, f"{kind.capitalize()} {counts[kind]}")
        for folded in page.body.xpath("//details[@class='hint']"):  # what is left of them: a lab's
            kind = LAB[folded.findtext("summary")]
            counts[kind] += 1
            self._move_lab(page, folded, f"{kind} {counts[kind]}")
        for deck in page.body.find_class("deck"):
            print_cards(deck)

    def _move_task(self, page: Page, task: HtmlElement, label: str) -> None:
        ways = []
        if hints := task.find_class("hint"):
            ways.append(self.hints.take(page, task, label, [_unfolded(hint) for hint in hints]))
        answer = task.find_class("answer")[0]
        ways.append(self.answers.take(page, task, label, [_unfolded(answer)]))
        task.insert(0, _head(label, ways))

    def _move_lab(self, page: Page, folded: HtmlElement, label: str) -> None:
        head = _head(label, [])
        head.set("id", f"{page.slug}.{label.lower().replace(' ', '-')}")
        folded.addprevious(head)
        head.append(E.span(CLASS("see"), self.answers.take(page, head, label, [_unfolded(folded)])))


def _head(label: str, ways: list[HtmlElement]) -> HtmlElement:
    head = P(CLASS("task-head"), E.strong(label))
    for way in ways:
        head.append(E.span(CLASS("see"), way))
    return head


def _unfolded(details: HtmlElement) -> HtmlElement:
    details.tag = "div"
    summary = details.find("summary")
    if details.get("class") == "hint" and summary.text[-1].isdigit():
        summary.tag = "h4"
    else:
        summary.drop_tree()
    for whys in details.find_class("whys"):
        details.append(whys)  # on the screen the reader has answered, and hears of that first
    return details
