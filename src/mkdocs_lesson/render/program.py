"""A program with its record comes in; the element `<lesson-run>` goes out."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from html import escape

from mkdocs_lesson.program import Program
from mkdocs_lesson.render.text import attributes, code, inline
from mkdocs_lesson.resolve import ShownProgram


def render_program(shown: ShownProgram, *, named: bool = True) -> str:
    """Return a program ready to be run, or several in tabs.

    `named` gives it an address on the page: the first showing has it.
    """
    if not shown.tabs:
        return _program(shown, named)
    others = (ShownProgram(each, None, False, True, shown.output, None, None) for each in shown.tabs)
    group = f"tabs/{shown.program.name}"
    labels = "".join(
        f'<label><input type="radio" name="{group}" value="{n}"{" checked" if not n else ""}>{program.made_with}</label>'
        for n, program in enumerate(shown.programs)
    )
    runs = "".join(_program(each, named) for each in (replace(shown, tabs=()), *others))
    return (
        '<div class="program-tabs"><div class="segmented" role="radiogroup" aria-label="Written with">'
        f"{labels}</div>{runs}</div>"
    )


def _program(shown: ShownProgram, named: bool) -> str:
    """Code, recorded output and figure of one program."""
    program = shown.program
    if not shown.with_code:
        return render_drawing(program.drawing, shown.caption, shown.alt)
    place = program.name + (f"/{shown.section}" if shown.section else "")
    opening = attributes(
        class_="program",
        id=f"program/{place}" if named else None,
        data_program=program.name,
        data_predict=shown.predict,
        data_after=" ".join(each.name for each in program.before) or None,
    )
    parts = [
        f"<lesson-run{opening}>",
        f'<div class="program-head"><span class="program-name">{escape(program.path.name)}</span>{_after(program)}</div>',
        code(shown.code),
        f'<template class="source">{escape(program.source)}</template>' if shown.section else "",
        render_output(program.output, engines(program)) if shown.output and program.output else "",
        render_drawing(program.drawing, shown.caption, shown.alt) if shown.caption else "",
        "</lesson-run>",
    ]
    return "".join(parts)


def _after(program: Program) -> str:
    """Say which program this one continues; empty for most."""
    if not program.before:
        return ""
    last = program.before[-1]
    return f'<span class="program-after">goes on after <a href="#program/{last.name}">{escape(last.path.name)}</a></span>'


def render_output(text: str, note: str = "") -> str:
    """Return what a program printed, and a quiet note on it."""
    note = f'<p class="program-engines">{escape(note)}</p>' if note else ""
    return (
        '<div class="output"><p class="output-label">Output</p>'
        f'<pre><samp tabindex="0">{escape(text)}</samp></pre>{note}</div>'
    )


def engines(program: Program) -> str:
    """Say which engines printed the same, as the tests found; empty for other programs."""
    found = program.engines
    if not found:
        return ""
    names = f"plainnet {found['plainnet']} and PyTorch {found['torch']}"
    if not Decimal(found["difference"]):
        return f"{names}: same output"
    return f"{names}: the printed numbers differ by at most {found['difference']} ({program.tolerance})"


def render_drawing(svg: str, caption: str, alt: str | None) -> str:
    """Return a figure: the SVG itself, so that it sees the page's colours."""
    svg = re.sub(r"^.*?<svg\b", "<svg", svg, count=1, flags=re.DOTALL)
    role = None if " role=" in svg.partition(">")[0] else "img"
    svg = svg.replace("<svg", f"<svg{attributes(role=role, aria_label=alt)}", 1)
    svg = re.sub(r">\s*\n\s*<", "><", svg.strip())
    return f'<figure class="drawing">{svg}<figcaption>{inline(caption)}</figcaption></figure>'
