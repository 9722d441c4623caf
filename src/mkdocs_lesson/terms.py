"""A page as a tree comes in; in its prose the first mention of each term becomes a link to the glossary,
and below the text stands what the marked terms mean.

From the heading on that explains a term first, the page says it itself, and nothing is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from mkdocs_lesson.glossary import Term

PROSE = {"p", "li"}
THROUGH = {"div", "ul", "ol", "li", "p", "blockquote", "em", "strong", "details"}
NO_PROSE = {"footnote", "arithmatex"}
WORD = re.compile(r"\w+")
AFTER = re.compile(r"[\w-]")

Form = tuple[str, str, bool]  # as it is written, the id of its term, whether it is marked


def forms(terms: Iterable[Term]) -> dict[str, list[Form]]:
    """First word of a form, in small letters → the forms that begin with it, the longest first."""
    found: dict[str, tuple[str, bool]] = {}
    for term in terms:
        for name in (*term.names, *term.marked):
            for form in (name, plural(name)):
                found[form] = (term.id, name in term.marked)
    ordered: dict[str, list[Form]] = {}
    for form in sorted(found, key=len, reverse=True):
        ordered.setdefault(WORD.search(form)[0].casefold(), []).append((form, *found[form]))
    return ordered


def plural(name: str) -> str:
    """Several of it, by the rule; a term with another plural names it in `mark`."""
    if re.search(r"[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    return f"{name}es" if re.search(r"(s|x|ch|sh)$", name) else f"{name}s"


class Marker:
    """Marks one page. `address` is where the glossary is, `explained` says which terms (by their ids)
    a heading of the page explains: they are marked above it only."""

    def __init__(self, forms: dict[str, list[Form]], address: str, explained: Mapping[str, Iterable[str]]):
        self.forms, self.address, self.explained = forms, address, explained
        self.done: set[str] = set()
        self.marked: dict[str, str] = {}
        """The id of each term that was marked → the words that were."""

    def walk(self, element: Element, *, prose: bool = False) -> None:
        """Mark what stands in an element, in the order of reading."""
        self.done.update(self.explained.get(element.get("id", ""), ()))
        if element.tag not in THROUGH or NO_PROSE & set(element.get("class", "").split()):
            return
        prose = prose or element.tag in PROSE
        inner = list(element)
        if prose:
            element.text, element[:0] = self._split(element.text)
        for child in inner:
            self.walk(child, prose=prose)
            if prose:
                place = list(element).index(child) + 1
                child.tail, element[place:place] = self._split(child.tail)

    def _split(self, text: str | None) -> tuple[str | None, list[Element]]:
        """The text up to the first mention, and a link for each, with what follows it."""
        if not text or isinstance(text, AtomicString):
            return text, []
        links: list[Element] = []
        for start, stop, name in reversed(list(self._mentions(text))):
            link = Element("a", self._about(name))
            link.text, link.tail = text[start:stop], text[stop:]
            links.insert(0, link)
            text = text[:start]
        return text, links

    def _about(self, name: str) -> dict[str, str]:
        return {"class": "term", "href": f"{self.address}#{name}", "aria-describedby": f"term-{name}"}

    def _mentions(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, stop, id) of what is to be marked. A longer form hides the shorter ones inside it."""
        done = 0
        for word in WORD.finditer(text):
            if word.start() < done or text[word.start() - 1 : word.start()] == "-":
                continue
            if found := self._form_at(text, word):
                form, name, marked = found
                done = word.start() + len(form)
                if marked and name not in self.done:
                    self.done.add(name)
                    self.marked[name] = text[word.start() : done]
                    yield word.start(), done, name

    def _form_at(self, text: str, word: re.Match) -> Form | None:
        """The longest form that begins with a word."""
        for form in self.forms.get(word[0].casefold(), ()):
            stop = word.start() + len(form[0])
            if same(text[word.start() : stop], form[0]) and not AFTER.match(text, stop):
                return form
        return None


def same(written: str, form: str) -> bool:
    """Whether a text is the form, which may begin a sentence; names keep their capitals."""
    return written == form or (written[:1].lower() + written[1:] == form)


def definitions(terms: Iterable[Term], marked: Mapping[str, str]) -> Element:
    """What the marked terms mean, each in a popover that a script shows at its mention. It names the term
    where other words of it were marked."""
    whole = Element("lesson-terms", {"data-search-exclude": ""})
    for term in terms:
        if term.id in marked:
            about = {"id": f"term-{term.id}", "role": "tooltip", "popover": "manual"}
            shown = SubElement(whole, "div", about)
            if same(marked[term.id], term.term) or same(marked[term.id], plural(term.term)):
                shown.text = term.means
            else:
                SubElement(shown, "b").text = term.term
                shown[0].tail = f" {term.means}"
    return whole
