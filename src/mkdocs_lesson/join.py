"""ES modules come in, one goes out, and a signpost for each module that went into it.

A page then asks once instead of thirty times. The modules stay as they are written: each becomes a function that returns what the module exports, in the order of their imports.
Modules that are fetched later take what they share with it from there, so that what has state
(the reader's progress) is there once; each brings along the modules that only it needs.

Only the plain forms are understood: `import { a, b as c } from "./x.js";`,
`import "./x.js";`, and `export` in front of a function, a class or a const.
"""

from __future__ import annotations

import re
from os.path import relpath
from pathlib import Path

from mkdocs_lesson.faults import Fault, LessonError

IMPORT = re.compile(r'^import (?:\{(?P<names>[^}]*)\} from )?"(?P<path>\.[^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(
    r"^export (?P<kind>async function|function|class|const) (?P<names>\w+|\[[^\]]*\]|\{[^}]*\})",
    re.MULTILINE,
)


def join_modules(entry: Path) -> dict[str, str]:
    """Join a module with all that it imports, and those that are fetched later with what only they import.

    Returns:
        File name, relative to the entry's folder → new content: the entry itself, a signpost in
        place of every module that went into it, and the others, which ask the entry for what it has.

    Raises:
        LessonError: A module has an import or export in a form that isn't understood.
    """
    folder = entry.resolve().parent
    order: dict[Path, None] = {}
    _visit(entry.resolve(), order)
    names = {path: _name(path.relative_to(folder)) for path in order}
    parts = [_part(path, folder, names) for path in order if path != entry.resolve()]
    body = _body(entry.resolve(), folder, names)
    exported = ", ".join(name for path, name in names.items() if path != entry.resolve())
    made = {entry.name: "\n".join([*parts, body, f"export {{ {exported} }};\n"])}
    for path in order:
        if path != entry.resolve():
            made[path.relative_to(folder).as_posix()] = _signpost(path, entry, names[path])
    later = [path for path in sorted(folder.rglob("*.js")) if path not in order and _is_fetched(path)]
    for path, own in _own(later).items():
        made[path.relative_to(folder).as_posix()] = _later(path, own, entry.resolve(), names)
    return made


def _own(later: list[Path]) -> dict[Path, list[Path]]:
    """Each module that is fetched later, and what goes into it: modules that no other one needs."""
    needed = {path: set(_imports(path)) for path in later}
    firsts = [path for path in later if not any(path in each for each in needed.values())]
    reached = {}
    for path in firsts:
        reached[path] = order = {}
        _visit(path, order)
    firsts_of = {path: [first for first in firsts if path in reached[first]] for path in later}
    return {
        path: [each for each in reached.get(path, ()) if each != path and firsts_of.get(each) == [path]]
        for path in later
    }


def _later(path: Path, own: list[Path], entry: Path, joined: dict[Path, str]) -> str:
    """A module that is fetched later, with its own ones inside."""
    folder = path.parent
    inside = {each: _name(Path(relpath(each, folder))) for each in own}
    outside = {each: None for part in (*own, path) for each in _imports(part) if each not in inside}
    names = inside | {each: joined.get(each, _name(Path(relpath(each, folder)))) for each in outside}
    asked = {
        f'import {{ {names[each]} }} from "{_address(entry, folder)}";'
        if each in joined
        else f'import * as {names[each]} from "{_address(each, folder)}";': None
        for each in outside
    }
    exports = ", ".join(_exports(path.read_text(encoding="utf-8")))
    last = [f"export {{ {exports} }};"] if exports else []
    return "\n".join(
        [*asked, *(_part(each, folder, names) for each in own), _body(path, folder, names), *last, ""]
    )


def _address(path: Path, folder: Path) -> str:
    """How a module in the folder asks for another one."""
    where = relpath(path, folder)
    return where if where.startswith(".") else f"./{where}"


def _imports(path: Path) -> list[Path]:
    return [(path.parent / found["path"]).resolve() for found in IMPORT.finditer(path.read_text("utf-8"))]


def _is_fetched(path: Path) -> bool:
    """Whether pages import the module; what the Python worker is made of stays as it is written."""
    return not path.name.startswith("python")


def _visit(path: Path, order: dict[Path, None]) -> None:
    """Put a module into the order after all that it imports."""
    if path in order:
        return
    for imported in _imports(path):
        _visit(imported, order)
    order[path] = None


def _name(path: Path) -> str:
    return "module_" + re.sub(r"\W", "_", path.with_suffix("").as_posix())


def _part(path: Path, folder: Path, names: dict[Path, str]) -> str:
    """A module as a function that is called once and returns its exports."""
    inside = _body(path, folder, names)
    exports = ", ".join(_exports(path.read_text(encoding="utf-8")))
    return f"const {names[path]} = (() => {{\n{inside}\nreturn {{ {exports} }};\n}})();\n"


def _body(path: Path, folder: Path, names: dict[Path, str]) -> str:
    """The text of a module with its imports and exports turned into plain constants."""
    text = path.read_text(encoding="utf-8")

    def imported(found: re.Match) -> str:
        if not found["names"]:
            return ""
        source = names[(path.parent / found["path"]).resolve()]
        return f"const {{ {found['names'].replace(' as ', ': ').strip().rstrip(',')} }} = {source};\n"

    body = IMPORT.sub(imported, text)
    body = EXPORT.sub(lambda found: f"{found['kind']} {found['names']}", body)
    if path.parent != folder:
        here = relpath(path, folder)
        body = body.replace("import.meta.url", f'new URL("{here}", import.meta.url).href')
    for line, code in enumerate(body.splitlines(), start=1):
        if re.match(r"(import|export)\b", code) or (path.parent != folder and 'await import("./' in code):
            message = f"this form can't be joined: `{code.strip()[:60]}`; use named imports and exports of functions, classes and consts"
            raise LessonError([Fault(path, line, 1, message)])
    return body.strip("\n")


def _exports(text: str) -> list[str]:
    """The names that a module exports."""
    return [name for found in EXPORT.finditer(text) for name in re.findall(r"\w+", found["names"])]


def _signpost(path: Path, entry: Path, name: str) -> str:
    """What stands in a joined module's place: the same exports, from the joined file."""
    exports = ", ".join(_exports(path.read_text(encoding="utf-8")))
    where = _address(entry.resolve(), path.parent)
    if not exports:
        return f'import "{where}";\n'
    return f'import {{ {name} }} from "{where}";\nexport const {{ {exports} }} = {name};\n'
