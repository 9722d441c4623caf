"""A slug comes in; the four files of a new chapter are there, and the build still passes."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs_lesson.faults import Fault, LessonError
from mkdocs_lesson.fields import SLUG

PAGE = """---
title: {title}
summary: One sentence for search, cards and the tree.
objectives:
  - {{id: first-objective, can: say what this chapter is about}}
needs: []
sources: []
---

# {title}

The question, in the reader's words.

## The first idea {{#the-first-idea}}

One concrete case with small numbers: the sum is {{= first.total:.2f =}}.

```program
first
```

## Questions {{#questions}}

```quiz
```

## Cards {{#cards}}

```cards
```
"""
PROGRAM = 'total = sum([0.1, 0.2])\nprint(f"{total:.2f}")\n'
QUIZ = """# yaml-language-server: $schema=schema.json
questions:
  - id: sum-of-two
    type: numeric
    ask: What is $0.1 + 0.2$?
    teaches: the-first-idea
    objectives: [first-objective]
    answer: 0.3
    abs_tol: 0.001
    explain: The program above prints it.
    check: answer = sum([0.1, 0.2])
cards:
  - id: sum-of-two-card
    front: What is $0.1 + 0.2$?
    back: $0.3$
    teaches: the-first-idea
"""


def start_chapter(root: Path, slug: str) -> list[Path]:
    """Write the files of a new chapter and return their paths.

    Raises:
        LessonError: The slug has the wrong form, or one of the files is there already.
    """
    title = slug.replace("-", " ").capitalize()
    files = {
        root / f"docs/chapters/{slug}.md": PAGE.format(title=title),
        root / f"snippets/{slug}/first.py": PROGRAM,
        root / f"snippets/{slug}/first.out": "0.30\n",
        root / f"snippets/{slug}/first.json": '{\n  "total": 0.30000000000000004\n}\n',
        root / f"quizzes/{slug}.yml": QUIZ,
    }
    if not re.match(SLUG, slug):
        raise LessonError(
            [
                Fault(
                    Path(slug),
                    1,
                    1,
                    "expected a slug of small letters, digits and hyphens, like `gradient-descent`",
                )
            ]
        )
    if there := [path for path in files if path.exists()]:
        raise LessonError(
            Fault(path, 1, 1, "is there already; choose another slug or remove it") for path in there
        )
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(files)
