"""A fence of one page comes in, HTML goes out. Knows the book, so that links lead home."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from html import escape
from os.path import relpath

from mkdocs_lesson.book import Book
from mkdocs_lesson.embeds import embeds
from mkdocs_lesson.fences import Fence, find_fences
from mkdocs_lesson.page import Page
from mkdocs_lesson.podcast.check import FOLDER
from mkdocs_lesson.podcast.values import filled
from mkdocs_lesson.questions import Misconception
from mkdocs_lesson.quiz import Quiz
from mkdocs_lesson.render.cards import render_card, render_deck
from mkdocs_lesson.render.contents import ContentsList
from mkdocs_lesson.render.demo import render_demo
from mkdocs_lesson.render.episode import render_episode
from mkdocs_lesson.render.exercise import render_exercise
from mkdocs_lesson.render.foot import render_foot
from mkdocs_lesson.render.glossary import GlossaryList
from mkdocs_lesson.render.lend import render_embeds, render_worksheets
from mkdocs_lesson.render.path import PROGRESS, render_path
from mkdocs_lesson.render.program import render_program
from mkdocs_lesson.render.question import render_question
from mkdocs_lesson.render.reference import Entries
from mkdocs_lesson.render.results import render_chapter, render_confusion, render_results, render_test
from mkdocs_lesson.render.sources import HOME, Bibliography, reference, render_references, short
from mkdocs_lesson.render.text import attributes, code, lined
from mkdocs_lesson.render.timeline import TimelineList
from mkdocs_lesson.render.ways import render_ways
from mkdocs_lesson.resolve import Resolver
from mkdocs_lesson.terms import Marker
from mkdocs_lesson.worksheets import worksheets
from mkdocs_lesson.written import written

DECKS = "assets/decks"  # where the build writes what the review page fetches
GLOSSARY = "glossary"  # the page that shows it
REFERENCES = "references"  # the heading of what a page cites
FOOT = "<!--foot-->"  # where the links below an answer go
WORTH_AN_INDEX = 4  # entries
WORTH_A_TEST = 3  # questions in a row
QUIZ_FILES = {"apkg": "Anki", "gift": "Moodle", "tsv": "Table", "json": "JSON"}
DECK_FILES = {"apkg": "Anki", "tsv": "Table", "json": "JSON"}


class Renderer:
    """Renders the fences of one page. `order` lists the slugs as the menu does; with
    `exports`, quizzes and decks link the files that the build makes of them; `report` is
    where mistakes are reported, with `{id}` in it, or empty; `site` is where the book is published."""

    def __init__(
        self,
        page: Page,
        book: Book,
        order: list[str],
        *,
        exports: bool = False,
        report: str = "",
        site: str = "",
    ):
        self.page, self.book, self.order = page, book, order
        self.exports, self.report, self.site = exports, report, site
        self.resolver = Resolver(page, book)
        self.shown: set[str] = set()

    def render(self, fence: Fence) -> str:
        """Return the HTML of a fence, in a block of its own.

        Raises:
            LessonError: The fence names what isn't there.
        """
        return f'<div class="lesson">{getattr(self, fence.kind)(fence)}</div>'

    def pieces(self, fence: Fence) -> list[tuple[tuple[str, str] | None, str]]:
        """(heading or None, HTML) in turn; a heading is its HTML and its attributes."""
        if fence.kind == "bibliography":
            self.resolver.bibliography(fence)
            return self.library.pieces()
        if fence.kind == "timeline":
            return TimelineList(self.book, self._link, self._entry).pieces(self.resolver.timeline(fence))
        if fence.kind != "reference":
            return [(None, self.render(fence))]
        things = self.resolver.reference(fence)
        entries = Entries(self._named, self._chapter, self.book.examples)
        found = [(None, entries.index(things))] if len(things) >= WORTH_AN_INDEX else []
        return found + [(entries.heading(t), entries.entry(t, self.book.api.also(t))) for t in things]

    def _named(self, name: str) -> str | None:
        """The address of a public name that a reference page describes."""
        page = self.book.places.get(name)
        if page is None:
            return None
        return f"#{name}" if page == self.page else f"{self._link(page)}#{name}"

    def _chapter(self, slug: str) -> tuple[str, str | None]:
        """The title and the address of a chapter; of one still to come, its slug's words."""
        page = self.book.pages.get(slug)
        if page is None or not page.is_chapter:
            return slug.replace("-", " ").capitalize(), None
        return page.front_matter().title, self._link(page)

    def program(self, fence: Fence) -> str:
        shown = self.resolver.program(fence)
        place = (shown.program.name, shown.section)
        first = place not in self.shown
        self.shown.add(place)
        return render_program(shown, named=first)

    def exercise(self, fence: Fence) -> str:
        return render_exercise(*self.resolver.exercise(fence))

    def quiz(self, fence: Fence) -> str:
        quiz, ids = self.resolver.quiz(fence)
        questions = "".join(self.questions(quiz, ids))
        if len(ids) >= WORTH_A_TEST:
            questions = render_test(questions)
        last = self.resolver.asked.issuperset(quiz.questions)
        return questions + (self._take_along(quiz, QUIZ_FILES) if last else "")

    def cards(self, fence: Fence) -> str:
        quiz, ids = self.resolver.cards(fence)
        return render_deck(quiz.slug, self._cards(quiz, ids)) + self._take_along(quiz, DECK_FILES)

    def _take_along(self, quiz: Quiz, kinds: dict[str, str]) -> str:
        """Links to the files that the build makes of a quiz file."""
        if not self.exports:
            return ""
        start = f"{self._root()}exports/{quiz.slug}"
        links = (f'<a href="{start}.{end}" download>{name}</a>' for end, name in kinds.items())
        return f'<p class="take-along">Take along: {" · ".join(links)}</p>'

    def _root(self) -> str:
        """The way from this page to the root of the site."""
        return "../" * self.page.address(self.book.docs).count("/")

    def written(self, fence: Fence) -> str:
        """What an author wrote for some questions or cards."""
        quiz, ids = self.resolver.written(fence)
        shown = "".join(lined(code(written(quiz, name), "yaml")) for name in ids)
        return f'<div class="written">{shown}</div>'

    def demo(self, fence: Fence) -> str:
        name, state = self.resolver.demo(fence)
        return render_demo(name, state, self.book)

    def review(self, fence: Fence) -> str:
        """Everything that can come back, chapter by chapter, for the review page.

        Search finds it in its chapter, and so not here. Where the build writes `decks`, a
        chapter's cards and questions are fetched when one of them is due.
        """
        sources = "".join(map(self._source, self._slugs(self._kept())))
        return f"<lesson-review data-search-exclude>{sources}</lesson-review>"

    def decks(self) -> dict[str, str]:
        """Slug → the cards and questions of a chapter, to stand on this page."""
        return {slug: self._deck(self.book.quizzes[slug]) for slug in self._kept()}

    def _deck(self, quiz: Quiz) -> str:
        return "".join(self._cards(quiz, list(quiz.cards)) + self.questions(quiz, list(quiz.questions)))

    def results(self, fence: Fence) -> str:
        """What the book asks, by objective, and the wrong ideas that its questions look for."""
        pages = [self.book.pages[slug] for slug in self._slugs(self._kept())]
        chapters = [
            render_chapter(page, self.book.quizzes[page.slug], self._link(page), self._teaches)
            for page in sorted(
                pages, key=lambda page: not page.is_chapter
            )  # what to do next is a chapter first
            if page.promises
        ]
        ideas = self.book.misconceptions.items()
        return render_results(chapters, [self._confusion(name, idea) for name, idea in ideas])

    def _confusion(self, name: str, idea: Misconception) -> str:
        title, link = self._chapter(idea.chapter)
        return render_confusion(name, idea, title, link)

    def _slugs(self, slugs: Iterable[str]) -> list[str]:
        """Slugs in the order of the menu; those that it lacks last."""
        known = [slug for slug in self.order if slug in slugs]
        return known + sorted(set(slugs) - set(known))

    def contents(self, fence: Fence) -> str:
        """The whole path, for the contents page."""
        return ContentsList(self.book, self._link).render()

    def path(self, fence: Fence) -> str:
        """The whole path, for readers to change."""
        return render_path(ContentsList(self.book, self._link))

    def progress(self, fence: Fence) -> str:
        """What a reader did: counted, taken along, brought in."""
        return PROGRESS

    def glossary(self, fence: Fence) -> str:
        """Every word of the book, for the page of the glossary."""
        return GlossaryList(self.book, self._link).render()

    def marker(self) -> Marker | None:
        """What marks the terms on a page that promises something; None on other pages."""
        terms = self.book.glossary.terms
        if not (terms and self.page.promises and GLOSSARY in self.book.pages):
            return None
        explained = {REFERENCES: [term.id for term in terms]}  # titles are their authors' words
        for term in terms:
            if term.slug == self.page.slug:
                explained.setdefault(term.anchor, []).append(term.id)
        return Marker(self.book.forms, self._link(self.book.pages[GLOSSARY]), explained)

    @cached_property
    def library(self) -> Bibliography:
        return Bibliography(self.book, self._link, self.order)

    def sources(self, fence: Fence) -> str:
        """What this page cites."""
        return render_references(self.resolver.sources(fence), self.book.library.sources, self._entry)

    def citation(self, key: str, *, whole: bool, named: bool) -> str:
        """A source that prose names. It leads to the page's own list, else to the entry."""
        source = self.book.library.sources[key]
        if whole:
            return reference(source, self._entry(key))
        address = f"#{key}" if self._lists else self._entry(key)
        name = short(source, named=named)
        return f'<a class="cite" href="{address}">{name}</a>' if address else name

    @cached_property
    def _lists(self) -> bool:
        return any(fence.kind == "sources" for fence in find_fences(self.page.body))

    def _entry(self, key: str) -> str | None:
        """The address of a source's entry, where a page shows all of them."""
        page = self.book.pages.get(HOME)
        return f"{self._link(page)}#{key}" if page else None

    def embeds(self, fence: Fence) -> str:
        """The lines that show something of the book on another site."""
        self.resolver.embeds(fence)
        return render_embeds(self._in_order(embeds(self.book)), self.site, self._root())

    def worksheets(self, fence: Fence) -> str:
        """The worksheets of the book."""
        self.resolver.worksheets(fence)
        return render_worksheets(self._in_order(worksheets(self.book)), self._root())

    def _in_order(self, found: list) -> list:
        """What has a page, in the order of the pages in the menu."""
        order = self._slugs({each.page.slug for each in found})
        return sorted(found, key=lambda each: order.index(each.page.slug))

    def ways(self, fence: Fence) -> str:
        """What there is to do on this page and where to go on, for the top of a summary."""
        return render_ways(self.resolver.ways(fence), self.book, self._link)

    def episode(self, fence: Fence) -> str:
        """An episode of the podcast: player, stops, transcript."""
        each, show = self.resolver.episode(fence), self.book.podcast.show.title
        summary = filled(each.episode.script.summary, self.book.programs)
        return render_episode(each, show, summary, f"{self._root()}{FOLDER}/", self._place)

    def _place(self, link: str) -> tuple[str, str]:
        """The title of the page of `page#anchor`, and the address of the place."""
        slug, _, anchor = link.partition("#")
        page = self.book.pages[slug]
        return page.title, f"{self._link(page)}#{anchor}"

    def _source(self, slug: str) -> str:
        quiz, page = self.book.quizzes[slug], self.book.pages[slug]
        about = attributes(
            class_="deck-source",
            data_deck=slug,
            data_href=self._link(page),
            data_items=" ".join([*quiz.cards, *quiz.questions]),
            data_source=f"{self._root()}{DECKS}/{slug}.html" if self.exports else None,
        )
        title = escape(page.title)
        number = f"Cards: {len(quiz.cards)}, questions: {len(quiz.questions)}"
        return (
            f'<section{about}><h2><a href="{self._link(page)}">{title}</a></h2>'
            f"{f'<p>{number}</p>' if self.exports else self._deck(quiz)}</section>"
        )

    def _kept(self) -> set[str]:
        """The quiz files that come back for review."""
        return {slug for slug in self.book.quizzes if self.book.pages[slug].comes_back}

    def questions(self, quiz: Quiz, ids: list[str]) -> list[str]:
        """Questions to stand on this page. Only their links differ from page to page."""
        made = self.book.asked
        for name in ids:
            full_id = f"{quiz.slug}/{name}"
            if full_id not in made:
                made[full_id] = render_question(full_id, quiz.questions[name], FOOT)
        return [made[f"{quiz.slug}/{name}"].replace(FOOT, self._foot(quiz, name)) for name in ids]

    def _cards(self, quiz: Quiz, ids: list[str]) -> list[str]:
        return [render_card(f"{quiz.slug}/{name}", quiz.cards[name], self._foot(quiz, name)) for name in ids]

    def _foot(self, quiz: Quiz, name: str) -> str:
        """The links below an answer. A card tells its address, since it shows only in its turn."""
        page = self.book.pages[quiz.slug]
        home = "" if page == self.page else self._link(page)
        entry = quiz.cards.get(name)
        teaches = self._teaches(quiz, entry or quiz.questions[name])
        return render_foot(f"{quiz.slug}/{name}", teaches, self.report, home if entry else None)

    def _teaches(self, quiz: Quiz, entry) -> str:
        slug, _, anchor = entry.teaches.rpartition("#")
        slug = slug or quiz.slug
        if slug == self.page.slug:
            return f"#{anchor}"
        return f"{self._link(self.book.pages[slug])}#{anchor}"

    def _link(self, page: Page) -> str:
        """A relative link from this page to another."""
        here, there = (p.address(self.book.docs) or "." for p in (self.page, page))
        return relpath(there, here) + "/"
