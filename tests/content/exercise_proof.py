"""Judge one exercise as the page would: its stub, its solution and each known mistake.

`python exercise_proof.py exercise.py` prints, as JSON, a verdict for each part by name.
"""

from __future__ import annotations

import contextlib
import io
import json
import runpy
import sys
from pathlib import Path

from mkdocs_lesson.exercise import Exercise
from mkdocs_lesson.program import Program

EXAM = Path(__file__).parents[2] / "docs/assets/elements/lib/python-exam.py"


def verdicts(exercise: Exercise) -> dict[str, dict]:
    """Part → verdict. An attempt that breaks down by itself has only a message."""
    judge = runpy.run_path(str(EXAM))["judge"]
    mistakes = [{"name": m.name, "code": m.code} for m in exercise.mistakes]
    exam = {"given": exercise.part("given"), "check": exercise.part("check"), "mistakes": mistakes}
    attempts = {"stub": exercise.part("stub"), "solution": exercise.part("solution")}
    attempts |= {m.name: m.code for m in exercise.mistakes}
    return {name: verdict(judge, code, exam) for name, code in attempts.items()}


def verdict(judge, code: str, exam: dict) -> dict:
    """What the page would say of an attempt."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return judge(compile(code, "attempt", "exec"), {"__name__": "__main__"}, exam)[0]
    except Exception as error:
        return {"passed": 0, "total": -1, "message": str(error), "mistake": ""}


if __name__ == "__main__":
    print(json.dumps(verdicts(Exercise(Program(Path(sys.argv[1]))))))
