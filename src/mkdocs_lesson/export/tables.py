"""A pack comes in; a table with tabs goes out, for Quizlet, Mochi and spreadsheets."""

from __future__ import annotations

import csv
import io

from mkdocs_lesson.export.faces import sides
from mkdocs_lesson.export.pack import Pack
from mkdocs_lesson.export.sides import as_markdown

COLUMNS = ("id", "front", "back", "link")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def tsv(pack: Pack) -> str:
    """One line for each entry, its sides in Markdown; a first line with the names."""
    out = io.StringIO()
    table = csv.writer(out, "excel-tab", lineterminator="\n")
    table.writerow(COLUMNS)
    for full_id, entry in pack.entries():
        front, back = (as_markdown(parts) for parts in sides(full_id, entry))
        table.writerow(map(harmless, (full_id, front, back, pack.teaches(entry))))
    return out.getvalue()


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula: those signs get an apostrophe in front."""
    return f"'{text}" if text.startswith((*FORMULA_SIGNS, "'")) else text
