"""A Markdown page of the book: its front matter, its slug and its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markdown.extensions.toc import slugify, unique
from pydantic import Field

from mkdocs_lesson.faults import Fault, LessonError
from mkdocs_lesson.fences import VALUE
from mkdocs_lesson.fields import Model, Slug, Text
from mkdocs_lesson.marked_yaml import load_yaml
from mkdocs_lesson.models import build

WORDS_A_MINUTE = 200


class Objective(Model):
    """Something the reader can do at the end: "You can ..."."""

    id: Slug
    can: Text


class FrontMatter(Model):
    """What a chapter says of itself, and each other page that makes promises."""

    title: Text
    summary: Text
    objectives: tuple[Objective, ...] = Field(min_length=1)
    needs: tuple[Slug, ...] = ()
    sources: tuple[str, ...] = ()
    notes: Slug | None = None


@dataclass(frozen=True)
class Page:
    """One Markdown file. `body` begins at line `first_line` of it."""

    path: Path
    front: str
    body: str
    first_line: int

    @property
    def slug(self) -> str:
        """The name of the concept: what quiz file and snippet folder are called too."""
        return self.path.stem

    @property
    def is_chapter(self) -> bool:
        """Chapters live in docs/chapters and must have the whole front matter."""
        return self.path.parent.name == "chapters"

    @property
    def promises(self) -> bool:
        """True for pages that say what the reader will be able to do: every chapter, and others."""
        return self.is_chapter or bool(re.search(r"^objectives:", self.front, re.MULTILINE))

    def front_matter(self) -> FrontMatter:
        """Read the front matter of a page that makes promises.

        Raises:
            LessonError: It is missing or does not fit.
        """
        if not self.front:
            raise LessonError(
                [
                    Fault(
                        self.path,
                        1,
                        1,
                        "a chapter begins with front matter: `---`, title, summary, objectives, `---`",
                    )
                ]
            )
        return build(FrontMatter, load_yaml(self.path, self.front, first_line=2))

    @property
    def comes_back(self) -> bool:
        """False where the front matter says `review: false`: examples that no one must keep."""
        return not re.search(r"^review:[ \t]*false[ \t]*$", self.front, re.MULTILINE)

    @property
    def title(self) -> str:
        """What the page is called: as its front matter says, else by its slug."""
        found = re.search(r"^title:[ \t]*(.+?)[ \t]*$", self.front, re.MULTILINE)
        return found[1].strip("'\"") if found else self.slug.replace("-", " ").capitalize()

    def address(self, docs: Path) -> str:
        """Where the site serves the page, from the site's root: `chapters/<slug>/`."""
        parts = self.path.relative_to(docs).with_suffix("").parts
        return "/".join(part for part in parts if part != "index") + "/" * (parts != ("index",))

    @cached_property
    def anchors(self) -> list[str]:
        """The ids that its headings get, in order."""
        return anchors(self.body)

    @property
    def minutes(self) -> int:
        """How long reading takes."""
        return minutes(words(self.body))


NOT_READ = re.compile(
    r"^(?P<fence>```+|~~~+).*?^(?P=fence)\s*$"  # code
    r"|\$\$.*?\$\$|^\[\^[^\]\n]+\]:[^\n]*|\[\^[^\]\n]+\]"  # formulas on their own, notes and their marks
    r"|(?<=\])\([^)\n]*\)|\{:?[ ]*[#.][^}\n]*\}|<[^>\n]*>",  # addresses, attributes, tags
    re.MULTILINE | re.DOTALL,
)


def words(markdown: str) -> int:
    """How many words a text has for its reader: a value or a formula in a line counts as one."""
    prose = NOT_READ.sub("", VALUE.sub("1", markdown))
    return len(re.findall(r"\w[\w’'-]*", re.sub(r"\$[^$\n]+\$", "x", prose)))


def minutes(count: int) -> int:
    """How long it takes to read so many words."""
    return max(1, round(count / WORDS_A_MINUTE))


def parse_page(path: Path, text: str) -> Page:
    """Split a page into front matter and body."""
    found = re.match(r"---[ \t]*\n(.*?)^---[ \t]*\n", text, re.DOTALL | re.MULTILINE)
    front, rest = (found[1], text[found.end() :]) if found else ("", text)
    body = rest.lstrip("\n")  # as MkDocs does
    return Page(path, front, body, text[: len(text) - len(body)].count("\n") + 1)


HEADING = re.compile(r"^#{1,6}[ \t]+(?P<text>.*?)[ \t]*#*$")
EXPLICIT = re.compile(r"\{:?[^}]*#(?P<id>[\w-]+)[^}]*\}[ \t]*$")


def anchors(body: str) -> list[str]:
    """The ids that the headings of a page get, in order."""
    used: set[str] = set()
    return [_anchor(text, used) for _, text in headings(body)]


def titles(body: str) -> dict[str, str]:
    """Anchor → the Markdown of its heading."""
    texts = (EXPLICIT.sub("", text).strip() for _, text in headings(body))
    return dict(zip(anchors(body), texts, strict=True))


def sections(body: str) -> dict[str, str]:
    """Anchor → the text below a heading, up to the next one of its level, with the heading."""
    lines, found = body.splitlines(), list(headings(body))
    marks = [(index, len(lines[index]) - len(lines[index].lstrip("#"))) for index, _ in found]
    texts = {}
    for n, (anchor, (start, level)) in enumerate(zip(anchors(body), marks, strict=True)):
        stop = next((index for index, other in marks[n + 1 :] if other <= level), len(lines))
        texts[anchor] = "\n".join(lines[start:stop])
    return texts


def headings(body: str) -> Iterator[tuple[int, str]]:
    """Yield (index of the line, text) of each heading outside fences."""
    fence = ""
    for index, line in enumerate(body.splitlines()):
        mark = re.match(r"[ \t]*(`{3,}|~{3,})", line)
        if mark and not fence:
            fence = mark[1]
        elif mark and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        elif not fence and (found := HEADING.match(line)):
            yield index, found["text"]


def _anchor(text: str, used: set[str]) -> str:
    if found := EXPLICIT.search(text):
        used.add(found["id"])
        return found["id"]
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)|[`*$]", r"\1", text)
    return unique(slugify(plain, "-"), used)
