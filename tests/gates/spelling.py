"""Files of the book come in; words that no dictionary knows go out, each with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import node
from prose import cited, prose

from mkdocs_lesson.glossary import Glossary, load_glossary
from mkdocs_lesson.terms import plural

HERE = Path(__file__).parent
WORDS = HERE / "words.txt"
FILLER = ["basically", "essentially", "obviously", "simply", "trivially"]
WORD = re.compile(r"[^\W\d_]{2,}")
FOUND = re.compile(r"^(?P<place>.+?:\d+:\d+) - (?:Unknown|Forbidden) word \((?P<word>[^)]+)\)", re.MULTILINE)


def misspelt(root: Path, paths: Sequence[Path], scratch: Path) -> list[str]:
    """One line for each word that is unknown or not wanted: file, line, column, word.

    The prose of each file below `root` is laid into the folder `scratch`, where cspell reads it.
    """
    for path in paths:
        copy = scratch / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(prose(path), encoding="utf-8")
    names = terms(root) | cited(root / "docs/sources.yml")
    (scratch / "names.txt").write_text("\n".join(sorted(names)), encoding="utf-8")
    done = node.run(
        "cspell/bin.mjs",
        *("lint", "--config", settings(scratch), "--root", scratch),
        *("--no-progress", "--no-color", "--no-gitignore", "--relative", "docs/**", "labs/**", "quizzes/**"),
    )
    found = [f"{hit['place']}: {hit['word']}" for hit in FOUND.finditer(done.stdout)]
    assert bool(done.returncode) == bool(found), f"cspell: {done.stdout[-800:]}{done.stderr[-800:]}"
    return found


def terms(root: Path) -> set[str]:
    """The words of the glossary and what other books call them, one and several."""
    path = root / "docs/glossary.yml"
    glossary = load_glossary(path) if path.is_file() else Glossary()
    names = [name for term in glossary.terms for name in (*term.names, *term.marked)]
    return {word for name in names for form in (name, plural(name)) for word in WORD.findall(form)}


def settings(scratch: Path) -> Path:
    """What cspell is to know: British English, the book's own words, those of its glossary, the names it cites, and nothing else."""
    british = node.tool("@cspell/dict-en-gb-ise/cspell-ext.json")
    path = scratch / "cspell.json"
    known = {
        "version": "0.2",
        "language": "en-GB",
        "loadDefaultConfiguration": False,
        "import": [str(british)],
        "dictionaryDefinitions": [
            {"name": "book", "path": str(WORDS)},
            {"name": "names", "path": str(scratch / "names.txt")},
        ],
        "dictionaries": ["book", "names"],
        "flagWords": FILLER,
    }
    path.write_text(json.dumps(known))
    return path
