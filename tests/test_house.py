"""The rules of CONTRIBUTING.md that a machine can check."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "src").rglob("*.py"))
SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
MOST_LINES = 350
MAY_IMPORT = {
    "plainnet": {"plainnet", "numpy"},
    "mkdocs_lesson": {
        "mkdocs_lesson",
        "mkdocs",
        "markdown",
        "pymdownx",
        "pygments",
        "yaml",
        "pydantic",
        "hatchling",
        "lxml",
        "math_core",
        "pikepdf",
        "genanki",
        "minify",
        "mkdocs_jupyter",
        "nbconvert",
        "tinycss2",
    },
}
ONLY_SHELL_KNOWS_MKDOCS = {"plugin.py", "config.py"}
EMPTY_NAMES = {"utils", "helpers", "common", "misc", "base", "core"}
TORCHS_NAMES = {"plainnet/utils", "plainnet/nn/utils"}  # torch calls them so


def name_of(path: Path) -> str:
    return path.relative_to(ROOT / "src").as_posix()


def tracked() -> list[Path]:
    """The files of the book: what git knows, or will when it is added."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:  # a copy without git
        return [p for p in ROOT.rglob("*") if p.is_file()]
    return [ROOT / line for line in done.stdout.splitlines() if (ROOT / line).is_file()]


def imported(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_imports_what_its_package_may(path):
    package = path.relative_to(ROOT / "src").parts[0]
    roots = {name.split(".")[0] for name in imported(ast.parse(path.read_text(encoding="utf-8")))}
    strangers = roots - MAY_IMPORT[package] - set(sys.stdlib_module_names)
    assert not strangers, f"{path}:1: {package} may not import {sorted(strangers)}"
    if package == "mkdocs_lesson" and path.name not in ONLY_SHELL_KNOWS_MKDOCS:
        assert "mkdocs" not in roots, f"{path}:1: only {sorted(ONLY_SHELL_KNOWS_MKDOCS)} may import mkdocs"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_is_small_and_well_named(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= MOST_LINES, (
        f"{path}:{MOST_LINES}: {lines} lines, expected at most {MOST_LINES}; split it by idea"
    )
    name = name_of(path).removesuffix(".py").removesuffix("/__init__")
    if not any(name == torchs or name.startswith(f"{torchs}/") for torchs in TORCHS_NAMES):
        assert path.stem not in EMPTY_NAMES, f"{path}: the name says nothing; name the noun it holds"


def local_imports(path: Path) -> set[str]:
    """The modules of our own that a module imports when it is itself imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    package = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts[:-1])
    found = set()
    for node in tree.body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*parts, *([node.module] if node.module else [])])
            found |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return found


def test_no_import_cycle():
    modules = {".".join(p.relative_to(ROOT / "src").with_suffix("").parts): p for p in MODULES}
    # a package's __init__ only gathers: what it re-exports is no edge of the graph
    graph = {
        name: {found for found in local_imports(path) if found in modules and found != name}
        for name, path in modules.items()
        if path.name != "__init__.py"
    }
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, f"import cycle: {' -> '.join([*trail[trail.index(name) :], name])}"
        if name not in done:
            for inner in sorted(graph.get(name, ())):
                visit(inner, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_every_quiz_and_snippet_folder_has_a_page():
    pages = {path.stem for path in (ROOT / "docs").rglob("*.md")}
    owners = {p.stem for p in (ROOT / "quizzes").glob("*.yml")} - {"misconceptions"}
    owners |= {p.name for p in (ROOT / "snippets").iterdir() if p.is_dir()}
    assert owners <= pages, f"no page for {sorted(owners - pages)}; files have the page's slug"


def test_slugs_are_kebab_case():
    named = [
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "snippets").rglob("*.py"),
        *(ROOT / "quizzes").glob("*.yml"),
    ]
    wrong = [str(p.relative_to(ROOT)) for p in named if not SLUG.match(p.stem)]
    assert not wrong, f"expected names like `gradient-descent`: {wrong}"


def test_chapters_are_in_the_menu_and_nowhere_numbered():
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    missing = [p.name for p in (ROOT / "docs/chapters").glob("*.md") if f"chapters/{p.name}" not in menu]
    assert not missing, f"mkdocs.yml:1: the nav lacks {missing}"


FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,})[ \t]*(.*)$", re.MULTILINE)


def test_every_python_fence_is_collected_by_something():
    """pytest-codeblocks takes a fence only when its whole info string is `python`."""
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            found = FENCE.match(line)
            info = found[3].strip() if found else ""
            if re.match(r"\W*(python|py|pycon|python3)\b", info):
                assert info == "python", (
                    f"{path.relative_to(ROOT)}:{number}: write ```python and nothing else, or it is never run (got `{info}`)"
                )


@pytest.mark.parametrize("path", sorted((ROOT / "docs/assets/elements").rglob("*.js")), ids=lambda p: p.name)
def test_script_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("// @ts-check\n"), f"{path}:1: begin with // @ts-check"
    if path.parent.name == "lib":
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)
        found = re.search(r"(?<![.\w])(document|window|localStorage)\b\s*[.\[]", code)
        assert not found, f"{path}: a lib touches no document, window or storage; take it as an argument"
    assert ".innerHTML" not in text, f"{path}: use textContent or nodes, never innerHTML"


def test_file_of_an_element_has_its_name():
    for path in (ROOT / "docs/assets/elements").glob("*.js"):
        for tag in re.findall(r'customElements\.define\(\s*"([\w-]+)"', path.read_text(encoding="utf-8")):
            assert tag == path.stem, f"{path}: defines <{tag}>; name the file {tag}.js"


PRIVATE = re.compile(r"/work/|/root/|/home/\w+/|/opt/(wheels|pypi)|helper-\d|subagent", re.IGNORECASE)


def test_no_file_names_a_machine():
    for path in tracked():
        if path.suffix in {
            ".py",
            ".md",
            ".js",
            ".css",
            ".yml",
            ".toml",
            ".html",
            ".txt",
            ".in",
            ".json",
        } and path != Path(__file__):
            found = PRIVATE.search(path.read_text(encoding="utf-8", errors="replace"))
            assert not found, (
                f"{path.relative_to(ROOT)}: names `{found[0]}`, which exists on one machine only"
            )


def test_locks_agree_and_pin_with_hashes():
    locks = {
        name: pins(ROOT / f"requirements/{name}.lock")
        for name in ("site", "ebook", "test", "gates", "audit", "audio")
    }
    tested = {name for name, _ in locks["test"]}
    others = locks["gates"] | locks["audit"] | locks["audio"]
    shared = locks["site"] | locks["ebook"] | {pin for pin in others if pin[0] in tested}
    assert shared <= locks["test"], (
        f"requirements/: other versions than test.lock has of {shared - locks['test']}; run `make lock`"
    )
    for name in locks:
        text = (ROOT / f"requirements/{name}.lock").read_text()
        assert text.count("--hash=sha256:") >= len(locks[name]), (
            f"requirements/{name}.lock: a pin has no hash"
        )


def pins(path: Path) -> set[tuple[str, str]]:
    """(name, version) of each pin; on which machines it stands may differ from file to file."""
    return set(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", path.read_text(), re.MULTILINE))


def test_engine_is_one_version():
    from importlib.metadata import version

    import plainnet

    assert plainnet.__version__ == version("plainnet"), (
        "src/plainnet/__init__.py:1: not the version of pyproject.toml"
    )


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests").rglob("*.py")), ids=lambda p: p.relative_to(ROOT).as_posix()
)
def test_no_test_imports_a_conftest(path):
    """Several files bear that name: which one comes depends on what was imported before."""
    assert "conftest" not in imported(ast.parse(path.read_text(encoding="utf-8")))


MERGE = re.compile(r"^(<{7} |>{7} |\|{7} )", re.MULTILINE)


def test_no_file_holds_a_half_done_merge():
    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in tracked()}
    left = [path.relative_to(ROOT).as_posix() for path, text in texts.items() if MERGE.search(text)]
    assert not left, f"lines of a merge stand in {', '.join(left)}; keep what is right and remove them"
