"""The folder of a package comes in; what its public names stand for goes out, by reading.

Nothing is imported: names are followed from `__init__.py` to where they are defined.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

METHOD = "method"  # the decorator that offers a function as a method too
SPACES = ("", "nn.functional.", "Tensor.")  # where one thing may have several names


@dataclass(frozen=True)
class Thing:
    """A function, class or value: what it is called, and what its docstring says."""

    name: str
    kind: str
    arguments: str
    doc: str
    place: tuple[Path, str]
    is_method: bool = False
    members: tuple[Thing, ...] = ()


@dataclass
class Module:
    """One Python file: what it defines, and what it imports from where."""

    path: Path
    defined: dict[str, ast.AST] = field(default_factory=dict)
    imported: dict[str, tuple[str, int, str]] = field(default_factory=dict)
    stars: list[tuple[str, int]] = field(default_factory=list)


class Api:
    """The names of a package, written from it: `nn.Linear`, `Tensor.backward`."""

    def __init__(self, package: Path):
        self.package = package
        self._modules: dict[Path, Module | None] = {}
        self._things: dict[str, Thing | None] = {}

    def find(self, name: str) -> Thing | None:
        """What a name stands for, or None where there is no such name."""
        if name not in self._things:
            self._things[name] = self._look_up(name)
        return self._things[name]

    def _look_up(self, name: str) -> Thing | None:
        *path, last = name.split(".")
        owner = self._walk(self.package, path)
        if isinstance(owner, Path):
            found = self._find(owner, last)
            return self._thing(name, *found) if found and isinstance(found[1], ast.AST) else None
        return self._member(name, path, last)

    def _member(self, name: str, path: list[str], last: str) -> Thing | None:
        whole = self.find(".".join(path)) if path else None
        if whole is None or whole.kind != "class":
            return None
        for member in whole.members:
            if member.name == last:
                return Thing(name, member.kind, member.arguments, member.doc, member.place, True)
        extra = self.methods.get(last) if path[-1] == "Tensor" else None
        return self._thing(name, *extra) if extra else None

    def also(self, thing: Thing) -> list[str]:
        """The other names of a thing."""
        path, own = thing.place
        defined = self._module(path).defined
        names = [own, *(n for n, node in defined.items() if _value(node) == own)]
        known = [space + name for name in names for space in SPACES]
        return [n for n in dict.fromkeys(known) if n != thing.name and self._stands_for(n, thing)]

    def _stands_for(self, name: str, thing: Thing) -> bool:
        found = self.find(name)
        return found is not None and found.place == thing.place

    @cached_property
    def methods(self) -> dict[str, tuple[Module, ast.AST]]:
        """The functions of the whole package that tensors have as methods."""
        found = {}
        for path in sorted(self.package.rglob("*.py")):
            module = self._module(path)
            for name, node in module.defined.items():
                if _is_method(node):
                    found[name] = module, node
        return found

    # --- following names --------------------------------------------------------------

    def _walk(self, folder: Path, path: list[str]) -> Path | None:
        """The folder or file of a module below `folder`, or None."""
        for part in path:
            here = folder / part
            if not here.is_dir() and not here.with_suffix(".py").is_file():
                return None
            folder = here if here.is_dir() else here.with_suffix(".py")
        return folder

    def _find(self, place: Path, name: str) -> tuple[Module, ast.AST] | None:
        module = self._module(place / "__init__.py" if place.is_dir() else place)
        if module is None:
            return None
        if name in module.imported:
            source, level, known = module.imported[name]
            there = self._source(module, source, level)
            return self._find(there, known) if there else None
        if name in module.defined:
            return module, module.defined[name]
        for source, level in module.stars:
            there = self._source(module, source, level)
            if there and (found := self._find(there, name)):
                return found
        return None

    def _source(self, module: Module, source: str, level: int) -> Path | None:
        folder = self.package.parent
        if level:
            folder = module.path.parents[level - 1]
        return self._walk(folder, source.split("."))

    def _module(self, path: Path) -> Module | None:
        if path not in self._modules:
            self._modules[path] = _read(path) if path.is_file() else None
        return self._modules[path]

    # --- describing what was found ----------------------------------------------------

    def _thing(self, name: str, module: Module, node: ast.AST) -> Thing:
        place = module.path, getattr(node, "name", name.rpartition(".")[2])
        if isinstance(node, ast.ClassDef):
            members = tuple(self._members(module, node))
            return Thing(name, "class", self._start(module, node), _doc(node), place, members=members)
        if isinstance(node, ast.FunctionDef):
            return Thing(name, "function", _arguments(node), _doc(node), place, _is_method(node))
        return Thing(name, "value", "", "", (module.path, _value(node)))

    def _start(self, module: Module, node: ast.ClassDef) -> str:
        """The arguments that make an instance, also where a base takes them."""
        for _owner, line in self._lineage(module, node):
            for part in line.body:
                if isinstance(part, ast.FunctionDef) and part.name == "__init__":
                    return _arguments(part, bound=True)
        return ""

    def _members(self, module: Module, node: ast.ClassDef):
        """The public methods and properties that no base has already."""
        (_, first), *bases = self._lineage(module, node)
        known = {part.name for _, base in bases for part in _public(base)}
        for part in _public(first):
            if part.name in known or not _doc(part) or _is_setter(part):
                continue
            kind = "property" if _decorators(part) & {"property", "cached_property"} else "function"
            place = module.path, f"{node.name}.{part.name}"
            yield Thing(part.name, kind, _arguments(part, bound=True), _doc(part), place)

    def _lineage(self, module: Module, node: ast.ClassDef) -> list[tuple[Module, ast.ClassDef]]:
        """A class and the classes of the package that it is made of."""
        found = [(module, node)]
        for base in node.bases:
            there = self._find(module.path, base.id) if isinstance(base, ast.Name) else None
            if there and isinstance(there[1], ast.ClassDef):
                found += self._lineage(*there)
        return found


def _read(path: Path) -> Module:
    module = Module(path)
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            module.defined[node.name] = node
        elif isinstance(node, ast.Assign):
            module.defined |= {t.id: node for t in node.targets if isinstance(t, ast.Name)}
        elif isinstance(node, ast.ImportFrom) and node.module:  # else it imports modules
            for alias in node.names:
                if alias.name == "*":
                    module.stars.append((node.module, node.level))
                else:
                    module.imported[alias.asname or alias.name] = node.module, node.level, alias.name
    return module


def _value(node: ast.AST) -> str:
    return ast.unparse(node.value) if isinstance(node, ast.Assign) else ""


def _doc(node: ast.AST) -> str:
    return ast.get_docstring(node) or ""


def _public(node: ast.ClassDef) -> list[ast.FunctionDef]:
    return [p for p in node.body if isinstance(p, ast.FunctionDef) and not p.name.startswith("_")]


def _decorators(node: ast.FunctionDef) -> set[str]:
    return {ast.unparse(d) for d in node.decorator_list}


def _is_method(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef) and METHOD in _decorators(node)


def _is_setter(node: ast.FunctionDef) -> bool:
    return any(name.endswith(".setter") for name in _decorators(node))


def _arguments(node: ast.FunctionDef, *, bound: bool = False) -> str:
    """The arguments as they are written; `bound` leaves out the first one, self."""
    arguments = node.args
    static = "staticmethod" in _decorators(node)
    if bound and not static and arguments.args:
        arguments = ast.arguments(**{**vars(arguments), "args": arguments.args[1:]})
    return ast.unparse(arguments)


def read_api(package: Path) -> Api:
    """The names of the package in a folder, read again only when a file has changed."""
    stamps = tuple((path, path.stat().st_mtime_ns) for path in sorted(package.rglob("*.py")))
    return _read_once(package, stamps)


@lru_cache(maxsize=2)
def _read_once(package: Path, stamps: tuple) -> Api:
    return Api(package)
