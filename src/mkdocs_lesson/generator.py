"""Families come in, one a line of JSON; for each, a line with its draws goes out.

This file is run in a process of its own, so that an endless family can be stopped. It
imports nothing of the kit and starts in a moment.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import random
import sys
from types import ModuleType

TRIES = 40
"""For each draw that is asked for, how often `make` may run."""


def draws(make: str, seed: int, count: int) -> list[dict]:
    """Up to `count` different draws; fewer where there are not as many."""
    code = compile(make, "make", "exec")
    made: dict[str, None] = {}
    for index in range(TRIES * count):
        names = _names(code, random.Random(f"{seed}/{index}"))
        if names is not None:
            made.setdefault(json.dumps(names, default=_plain, allow_nan=False))
        if len(made) == count:
            break
    return [json.loads(text) for text in made]


def _names(code, source: random.Random) -> dict | None:
    """What `make` sets, but for its modules and helpers; None when it refuses its own draw."""
    space = {"random": source, "math": math}
    try:
        exec(code, space)
    except AssertionError:
        return None
    return {name: value for name, value in space.items() if name[0] != "_" and _is_value(value)}


def _is_value(value: object) -> bool:
    return not callable(value) and not isinstance(value, (ModuleType, random.Random))


def _plain(value: object) -> object:
    """An array or a number of NumPy, if `make` imports it, as JSON."""
    return value.tolist()


def main() -> None:
    for line in sys.stdin:
        try:
            with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):  # `make` may print
                answer = {"draws": draws(**json.loads(line))}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
