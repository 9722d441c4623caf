"""Fetch the third-party files anew and write their hashes: what `make vendor` runs.

manifest.json says what each package is: version, source, licence. To add one, write its
entry there (files may be listed as {}), put the files in place and run this: sizes and
hashes are filled in. Where the files can be had by npm, add a recipe to RECIPES.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import compiled
import heap

HERE = Path(__file__).parent
MANIFEST = HERE / "manifest.json"
ESBUILD = "esbuild@0.28.2"
EDITOR = """\
import "prism-code-editor/prism/languages/python";
import "prism-code-editor/languages/python";
export { createEditor } from "prism-code-editor";
export { defaultCommands, editHistory, setIgnoreTab } from "prism-code-editor/commands";
export { matchBrackets } from "prism-code-editor/match-brackets";
export { indentGuides } from "prism-code-editor/guides";
"""


def npm(*words, cwd):
    run = subprocess.run(["npm", "--silent", *words], cwd=cwd, capture_output=True)
    if run.returncode:
        sys.exit(f"npm {' '.join(words)} failed:\n{run.stderr.decode()}")
    return run.stdout.decode().strip()


def tarball(package, folder):
    """The npm tarball of a package; its integrity must be the one on record."""
    path = folder / npm("pack", package["source"].removeprefix("npm:"), cwd=folder)
    digest = base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()
    found, expected = f"sha512-{digest}", package["integrity"]
    if found != expected:
        sys.exit(
            f"{path.name} expected integrity {expected}, got {found};"
            " after a change of version, record the new one in manifest.json"
        )
    return path


def pyodide(package, folder):
    """Files as they are, but the lock file cut down to the one wheel that we serve."""
    with tarfile.open(tarball(package, folder)) as tar:
        for name in package["files"]:
            data = tar.extractfile(f"package/{Path(name).name}").read()
            if name.endswith("-lock.json"):
                lock = json.loads(data)
                kept = {"numpy": lock["packages"]["numpy"]}
                data = json.dumps(lock | {"packages": kept}, indent=1).encode() + b"\n"
            (HERE / name).write_bytes(data)


def editor(package, folder):
    """One module out of the editor's many; its layout as a stylesheet of its own."""
    npm("init", "--yes", cwd=folder)
    npm("install", str(tarball(package, folder)), ESBUILD, cwd=folder)
    (folder / "entry.js").write_text(EDITOR)
    options = ["--bundle", "--minify", "--format=esm", "--target=es2022"]
    out = HERE / "editor/prism-code-editor.js"
    npm("exec", "--", "esbuild", "entry.js", *options, f"--outfile={out}", cwd=folder)
    parts = folder / "node_modules/prism-code-editor/dist"
    css = (parts / "layout.css").read_bytes() + (parts / "guides.css").read_bytes()
    out.with_suffix(".css").write_bytes(css)


def made_here(maker):
    """The recipe of what is made of files before it: anew if they changed, for its bytes may never be the same twice."""

    def recipe(package, folder):
        if package.get("made_of") != maker.ingredients():
            maker.make()
            package["made_of"] = maker.ingredients()

    return recipe


RECIPES = {
    "pyodide": pyodide,
    "python": pyodide,
    "python-heap": made_here(heap),
    "numpy-compiled": made_here(compiled),
    "prism-code-editor": editor,
}


def fingerprint(name):
    data = (HERE / name).read_bytes()
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def refresh():
    packages = json.loads(MANIFEST.read_text(encoding="utf-8"))
    for name, package in packages.items():
        if name in RECIPES:
            with tempfile.TemporaryDirectory() as folder:
                RECIPES[name](package, Path(folder))
        package["files"] = {file: fingerprint(file) for file in package["files"]}
    text = json.dumps(packages, indent=2, ensure_ascii=False)
    MANIFEST.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    refresh()
