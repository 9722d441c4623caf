"""Run a reader's program inside the page's Python as `python program.py` would.

In: its source, its name, and the programs that it continues. Out, as JSON: whether it ended
well, how long it took, its error, the line of it and help with it, the drawings that it left in
its folder, and whether it deleted what the next program needs; of an attempt at an exercise also
the verdict. `TOOLS` are the functions of the files beside this one, put there by the worker:
`judge` of python-exam.py, `help_for` of python-help.py, `watched_code` of python-loops.py.
"""

import builtins
import importlib
import io
import json
import linecache
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
import types
import warnings
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path

MOST_DRAWINGS = 8
LARGEST_DRAWING = 300_000
LONGEST_ERROR = 20_000
TOOLS = {}
random.seed()  # Python's memory was made once, for everybody: chance must not be


class Settings:
    """How NumPy and plainnet are set before the first program that uses them."""

    def __init__(self):
        self.numpy = importlib.import_module("numpy")
        self.torch = importlib.import_module("plainnet.as_torch")
        self.torch.install()  # loads what a PyTorch program may ask for
        self.torch.uninstall()
        self.files = [Path(module.__file__) for module in (self.numpy, self.torch)]
        self.print_options = self.numpy.get_printoptions()
        self.error_options = self.numpy.geterr()
        modules = [m for n, m in sys.modules.items() if n.partition(".")[0] == "plainnet"]
        # the names of each module, and a copy of each table that a name stands for
        self.modules = [
            (names, dict(names), {k: dict(v) for k, v in names.items() if is_table(k, v)})
            for names in map(vars, modules)
        ]

    def restore(self):
        """Undo what a program set: how numbers print, whether gradients are on, torch's names."""
        self.torch.uninstall()
        self.numpy.set_printoptions(**self.print_options)
        self.numpy.seterr(**self.error_options)
        for names, before, tables in self.modules:
            names.clear()
            names.update(before)
            for name, table in tables.items():
                names[name].clear()
                names[name].update(table)
        self.torch.install()


    def spoilt(self):
        """Are files gone that a later import would read?"""
        return not all(file.exists() for file in self.files)


def is_table(name, value):
    return isinstance(value, dict) and not name.startswith("__")


SETTINGS = []


def prepare():
    """Import the packages ahead, so that programs need not wait for them."""
    importlib.invalidate_caches()
    SETTINGS.append(Settings())


class Screen(io.RawIOBase):
    """A stream that ends on the page."""

    def __init__(self, emit, kind):
        self._emit, self._kind, self._room = emit, kind, 1

    def writable(self):
        return True

    def write(self, data):
        if self._room:
            text = bytes(data).decode("utf-8", "replace")
            self._room = self._emit(self._kind, text)
        return len(data)


def screen(emit, kind):
    buffered = io.BufferedWriter(Screen(emit, kind))
    return io.TextIOWrapper(buffered, "utf-8", "replace", line_buffering=True)


def no_input(prompt=""):
    raise RuntimeError(
        "input() cannot ask you anything on this page. Write the value into the program instead."
    )


class Session:
    """A folder, a `__main__` and settings of its own, so that no program sees another.

    It lasts until the next one begins: the programs of a page that continue each other share it.
    """

    def __init__(self):
        self.main, self.folder = types.ModuleType("__main__"), tempfile.mkdtemp()
        self.ran = []  # name and source of the programs that ended well in it
        self.set = False

    def set_packages(self):
        """Before its first program that uses the packages: undo what other sessions set."""
        if not self.set:
            for settings in SETTINGS:
                settings.restore()
        self.set = True

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def entered(self, name, source):
        """Be where a program expects to be."""
        before = os.getcwd()
        self.main.__file__ = f"{self.folder}/{name}"
        Path(self.main.__file__).write_text(source, encoding="utf-8")
        os.chdir(self.folder)
        sys.modules["__main__"], sys.argv = self.main, [name]
        builtins.input = no_input
        lines = [f"{line}\n" for line in source.split("\n")]
        linecache.cache[name] = len(source), None, lines, name
        try:
            with warnings.catch_warnings():
                yield vars(self.main)
        finally:
            os.chdir(before)


SESSIONS = []  # the last one


def session_after(above):
    """The session in which `above` has just run; else a fresh one, and what must run in it first."""
    if above and SESSIONS and SESSIONS[-1].ran == above:
        return SESSIONS[-1], []
    while SESSIONS:
        SESSIONS.pop().close()
    SESSIONS.append(Session())
    return SESSIONS[-1], above


def own_lines(report, name):
    """Leave of a traceback, and of those that led to it, the program's own lines."""
    own = [frame for frame in report.stack if frame.filename == name]
    report.stack = traceback.StackSummary.from_list(own) if own else None
    for other in (report.__cause__, report.__context__, *(report.exceptions or ())):
        if other and other.stack is not None:
            own_lines(other, name)


def explained(error, name):
    """The error as Python shows it, and the line to mark."""
    report = traceback.TracebackException.from_exception(error)
    own_lines(report, name)
    line = report.stack[-1].lineno if report.stack else None
    if isinstance(error, SyntaxError) and error.filename == name:
        line = error.lineno
    return "".join(report.format())[-LONGEST_ERROR:], line


def execute(work, name):
    """Do the work to its end; how it went."""
    try:
        work()
    except SystemExit as stop:
        message = "" if stop.code is None or isinstance(stop.code, int) else stop.code
        return {"ok": stop.code in (None, 0), "error": str(message)}
    except BaseException as error:
        text, line = explained(error, name)
        return {"ok": False, "error": text, "line": line, "help": TOOLS["help_for"](error)}
    return {"ok": True}


def drawings():
    """Name and text of every drawing in the working folder."""
    found = []
    for path in sorted(Path().rglob("*.svg")):
        if path.stat().st_size <= LARGEST_DRAWING:
            text = path.read_text(encoding="utf-8", errors="replace")
            found.append({"name": path.name, "svg": text})
    return found


def attempt(code, scope, exam, verdict):
    """Run an attempt at an exercise and its checks; fills `verdict`."""
    found, broken = TOOLS["judge"](code, scope, exam)
    verdict |= found
    if broken:
        raise broken


def play(source, name, emit, scope, run=exec):
    run(TOOLS["watched_code"](source, name, emit), scope)


def catch_up(session, missing, emit):
    """Run what a program continues, without its output; how that went."""
    for name, source in missing:
        with session.entered(name, source) as scope, open(os.devnull, "w") as nowhere, redirect_stdout(nowhere):
            result = execute(partial(play, source, name, emit, scope), name)
        if not result["ok"]:
            return result | {"line": None, "drawings": []}
        session.ran.append([name, source])
    return {"ok": True}


def run_last(session, source, name, emit, exam, verdict):
    """Run the program itself; how it went, and what it drew."""
    with session.entered(name, source) as scope:
        before = drawings()

        judge = partial(attempt, exam=json.loads(exam), verdict=verdict) if exam else exec
        result = execute(partial(play, source, name, emit, scope, judge), name)
        found = [drawing for drawing in drawings() if drawing not in before]
    if result["ok"]:
        session.ran.append([name, source])
    return result | {"drawings": found[:MOST_DRAWINGS]}


def run(source, name, emit, exam="", above="[]", packages=True):
    out, err = screen(emit, "out"), screen(emit, "err")
    session, missing = session_after(json.loads(above))
    if packages:
        session.set_packages()
    verdict = {}
    start = time.perf_counter()
    with redirect_stdout(out), redirect_stderr(err):
        result = catch_up(session, missing, emit)
        if result["ok"]:
            result = run_last(session, source, name, emit, exam, verdict)
        for stream in (out, err):
            if not stream.closed:
                stream.flush()
    result["ms"] = (time.perf_counter() - start) * 1000
    if verdict:
        result["verdict"] = verdict
    result["spoilt"] = any(settings.spoilt() for settings in SETTINGS)
    return json.dumps(result)
