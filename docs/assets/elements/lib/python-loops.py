"""Tell the page how far a `for` loop is that takes longer than a second.

The loops of a program are rewritten before it is compiled: `for x in things` goes through
`watched(things)`, which gives the same things. Only the outermost running loop over
something of known length is watched, so that the inner ones cost nothing.
"""

import ast
import builtins
import json
import time

NAME = "__watched__"
QUIET = 1.0  # seconds in which nothing is told
PAUSE = 0.25


class Rewriter(ast.NodeTransformer):
    def visit_For(self, node):
        self.generic_visit(node)
        name = ast.copy_location(ast.Name(NAME, ast.Load()), node.iter)
        node.iter = ast.copy_location(ast.Call(name, [node.iter], []), node.iter)
        return node


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


def watched_code(source, name, emit):
    """The program compiled, with its loops watched."""
    setattr(builtins, NAME, Watch(emit))
    return compile(Rewriter().visit(ast.parse(source, name)), name, "exec")
