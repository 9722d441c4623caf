"""What a reader downloads for all of the study system: questions, cards, review, results, progress."""

import gzip
import re
from pathlib import Path

from mkdocs_lesson.join import join_modules

ELEMENTS = Path(__file__).parents[3] / "docs/assets/elements"
IMPORT = re.compile(r'(?:from |import )"(\.[^"]+)"')
BUDGET = 15_000


def modules_of(path, found):
    """The module and all that it imports."""
    if path not in found:
        found.add(path)
        for name in IMPORT.findall(path.read_text(encoding="utf-8")):
            modules_of((path.parent / name).resolve(), found)
    return found


def study_elements():
    """The elements of the study system: every lesson-* but those that run programs."""
    return [
        path for path in ELEMENTS.glob("lesson-*.js") if path.stem not in ("lesson-run", "lesson-exercise")
    ]


def test_all_scripts_of_the_study_system_are_small_together(tmp_path):
    paths = study_elements()
    entry = ELEMENTS / "every-study-element.js"
    entry.write_text("".join(f'import "./{path.name}";\n' for path in paths))
    try:
        joined = join_modules(entry)[entry.name].encode()
    finally:
        entry.unlink()
    size = len(gzip.compress(joined, 9))
    raw = set().union(*(modules_of(path.resolve(), set()) for path in paths))
    print(f"study system: {len(raw)} modules, {size} bytes compressed when joined")
    assert size < BUDGET
