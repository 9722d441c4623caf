"""The plan of the book comes in; `<lesson-path>` goes out, which readers change: the parts, and their
chapters as a list of links. `<lesson-progress>`, which takes all of that along, stands here too.
"""

from __future__ import annotations

from html import escape

from mkdocs_lesson.contents import Part, Planned
from mkdocs_lesson.effort import span
from mkdocs_lesson.render.contents import ContentsList
from mkdocs_lesson.render.text import attributes

PROGRESS = (
    '<lesson-progress><p class="without-script">Progress needs JavaScript, which is off in this browser. '
    "The cards and questions of a chapter stand in it and can be read all the same.</p>"
    '<p class="progress-counts"></p><div class="progress-actions">'
    '<button type="button" class="button-quiet" data-do="takeOut" disabled>Export</button>'
    '<button type="button" class="button-quiet" data-do="choose" disabled>Import</button>'
    '<button type="button" class="button-quiet" data-do="erase" disabled>Erase</button>'
    '<button type="button" class="button-quiet" data-do="bringBack" hidden>Undo</button>'
    '<input type="file" accept=".json" aria-label="A file of progress" hidden></div>'
    '<p role="status" tabindex="-1"></p></lesson-progress>'
)
"""Counts, buttons and a line for news, which the script fills; hidden without it."""


def render_path(plan: ContentsList) -> str:
    """Return the path as the book has it. A part is known by its first chapter: titles and numbers may change."""
    parts = "".join(_part(part, plan) for part in plan.book.contents.parts)
    return f'<lesson-path data-search-exclude><div class="path-tools"></div><div class="parts">{parts}</div></lesson-path>'


def _part(part: Part, plan: ContentsList) -> str:
    chapters = "".join(_chapter(chapter, plan) for chapter in part.chapters)
    return (
        f'<section data-item="part-{part.chapters[0].slug}"><div class="path-head"><h3>{escape(part.title)}</h3></div>'
        f"<ol>{chapters}</ol></section>"
    )


def _chapter(chapter: Planned, plan: ContentsList) -> str:
    slug, quiz = chapter.slug, plan.book.quizzes.get(chapter.slug)
    page = plan.book.pages.get(slug)
    opening = attributes(
        data_item=slug,
        class_=None if page else "coming",
        data_questions=len(quiz.questions) if quiz else None,
        data_cards=len(quiz.cards) if quiz else None,
    )
    title = escape(plan.title(chapter))
    shown = f'<a href="{plan.link(page)}">{title}</a>' if page else f"<span>{title}</span>"
    time = span(plan.minutes[slug]) if page else "coming"
    return (
        f'<li{opening}><span class="number">{plan.numbers[slug]}</span><span class="title">{shown}</span>'
        f'<span class="about">{time}</span><span class="state"></span></li>'
    )
