"""Tell the page how far a `for` loop is that takes longer than a second.

The loops of a program are rewritten before it is compiled: `for x in things` goes through
`watched(things)`, which gives the same things. Only the outermost running loop over
something of known length is watched, so that the inner ones cost nothing.
"""

import ast
import builtins
import json
import time
from functools import lru_cache

NAME = "__watched__"
QUIET = 1.0  # seconds in which nothing is told
PAUSE = 0.25


def watch(loop):
    """Let a loop go through `watched(things)`."""
    name = ast.copy_location(ast.Name(NAME, ast.Load()), loop.iter)
    loop.iter = ast.copy_location(ast.Call(name, [loop.iter], []), loop.iter)


class Watch:
    """Goes through things, and tells after a while how many of them are done."""

    def __init__(self, emit):
        self.emit, self.busy = emit, False

    def __call__(self, things):
        if self.busy or not hasattr(things, "__len__"):
            return things
        return self.steps(things, len(things))

    def steps(self, things, total):
        self.busy = True
        start = told = time.perf_counter()
        try:
            for done, thing in enumerate(things):
                now = time.perf_counter()
                if now - told > PAUSE and now - start > QUIET:
                    told = now
                    self.emit("loop", json.dumps({"done": done, "total": total, "seconds": now - start}))
                yield thing
        finally:
            self.busy = False


@lru_cache(16)
def compiled(source, name):
    """The program, its loops watched; kept, since it may run again unchanged."""
    tree = ast.parse(source, name)
    for node in ast.walk(tree):
        if isinstance(node, ast.For):
            watch(node)
    return compile(tree, name, "exec")


def watched_code(source, name, emit):
    """The program compiled, with its loops watched."""
    setattr(builtins, NAME, Watch(emit))
    return compiled(source, name)
