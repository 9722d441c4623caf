"""Fences that show something of the whole book: its plan, its words, its sources, its history."""

from __future__ import annotations

from mkdocs_lesson.book import Book
from mkdocs_lesson.citations import cited
from mkdocs_lesson.faults import Fault, LessonError
from mkdocs_lesson.fences import Fence, Line
from mkdocs_lesson.page import Page
from mkdocs_lesson.timeline import Timeline, load_timeline


class BookResolver:
    """Says what such fences of one page mean, or what is wrong with them."""

    def __init__(self, page: Page, book: Book):
        self.page, self.book = page, book

    def fault(self, line: Line, message: str) -> Fault:
        return Fault(self.page.path, self.page.first_line + line.index, line.column, message)

    def first_line(self, fence: Fence) -> Line:
        """The line that opens the fence, to point at."""
        return Line("", fence.start, len(fence.indent) + 1)

    def contents(self, fence: Fence) -> None:
        """A ```contents fence shows the plan of the book, and takes no lines."""
        self._whole(fence, self.book.contents.parts, "there is no plan to show", "contents.yml")

    def path(self, fence: Fence) -> None:
        """A ```path fence shows the plan of the book for readers to change, and takes no lines."""
        self.contents(fence)

    def review(self, fence: Fence) -> None:
        """A ```review fence asks what is due, and takes no lines."""
        self._empty(fence)

    def results(self, fence: Fence) -> None:
        """A ```results fence shows what a reader knows, and takes no lines."""
        self._empty(fence)

    def progress(self, fence: Fence) -> None:
        """A ```progress fence shows what a reader did, to take along or bring in, and takes no lines."""
        self._empty(fence)

    def glossary(self, fence: Fence) -> None:
        """A ```glossary fence shows the words of the book, and takes no lines."""
        self._whole(fence, self.book.glossary.terms, "there are no terms to show", "glossary.yml")

    def bibliography(self, fence: Fence) -> None:
        """A ```bibliography fence shows all sources of the book, and takes no lines."""
        self._whole(fence, self.book.library.groups, "there are no sources to show", "sources.yml")

    def timeline(self, fence: Fence) -> Timeline:
        """The history of the subject, which a ```timeline fence shows; it takes no lines."""
        self._whole(fence, (), "there is no history to show", "timeline.yml")
        return load_timeline(self.book.docs / "timeline.yml", self.book)

    def _whole(self, fence: Fence, shown: tuple, missing: str, file: str) -> None:
        """A fence that shows the whole of a file needs it, and nothing else."""
        if not shown and not (self.book.docs / file).is_file():  # else its own faults are reported
            raise LessonError([self.fault(self.first_line(fence), f"{missing}; write docs/{file}")])
        self._empty(fence)

    def _empty(self, fence: Fence) -> None:
        if fence.lines:
            line = fence.lines[0]
            raise LessonError([self.fault(line, f"expected an empty fence, got `{line.text}`; remove it")])

    def embeds(self, fence: Fence) -> None:
        """An ```embeds fence lists what can stand on other sites, and takes no lines."""
        self._empty(fence)

    def worksheets(self, fence: Fence) -> None:
        """A ```worksheets fence lists what can be printed for a class, and takes no lines."""
        self._empty(fence)

    def _readable(self) -> None:
        if "sources" in self.book.unreadable:
            raise LessonError([])  # its own faults are reported

    def sources(self, fence: Fence) -> dict[str, str]:
        """Key → note: what a ```sources fence lists, which is all that its page cites.

        A line `key` adds one that the text does not cite, `key: note` says something of one.
        That the keys are known is checked with the citations.
        """
        self._readable()
        known = self.book.library.sources
        notes = {
            line.text.partition(":")[0].strip(): line.text.partition(":")[2].strip() for line in fence.lines
        }
        keys = {each.key for each in cited(self.page)} & known.keys()
        if not keys and not notes:
            message = "this page cites nothing; name sources here, one key a line, or remove the fence"
            raise LessonError([self.fault(self.first_line(fence), message)])
        return {key: notes.get(key, "") for key in sorted(keys, key=lambda key: known[key].order)}
