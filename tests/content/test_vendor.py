"""Third-party files are those on record: nothing more or less, byte for byte."""

import hashlib
import json
import sys
from pathlib import Path

import pytest

VENDOR = Path(__file__).parents[2] / "docs/assets/vendor"
sys.path.insert(0, str(VENDOR))
import compiled  # noqa: E402
import heap  # noqa: E402

OURS = {"manifest.json", ".gitattributes"}  # and the recipes, *.py
REMEDY = "run 'make vendor', or complete docs/assets/vendor/manifest.json"
PACKAGES = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
FILES = {name: record for package in PACKAGES.values() for name, record in package["files"].items()}


def sha256(name):
    return hashlib.sha256((VENDOR / name).read_bytes()).hexdigest()


@pytest.mark.parametrize("name", FILES)
def test_file_is_the_one_on_record(name):
    path = VENDOR / name
    assert path.is_file(), f"manifest.json names {name}, which is not there: {REMEDY}"
    found = {"sha256": sha256(name), "bytes": path.stat().st_size}
    assert found == FILES[name], f"{name} is not the file on record: {REMEDY}"


@pytest.mark.parametrize("name", PACKAGES)
def test_package_names_its_version_source_and_licence(name):
    package = PACKAGES[name]
    for key in ("version", "source", "licence", "licence_file"):
        assert package.get(key), f"manifest.json, {name}: {key} is missing"
    licence = VENDOR / package["licence_file"]
    assert licence.stat().st_size > 500, f"{name}: {licence.name} is no licence's text"


def test_no_file_is_off_the_record():
    there = {
        path.relative_to(VENDOR).as_posix()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc")
    }
    licences = {package["licence_file"] for package in PACKAGES.values()}
    unknown = sorted(there - set(FILES) - licences - OURS)
    assert not unknown, f"manifest.json does not name {', '.join(unknown)}: {REMEDY}"


def test_numpy_is_the_wheel_that_pyodide_names():
    lock = json.loads((VENDOR / "python/pyodide-lock.json").read_text(encoding="utf-8"))
    numpy = lock["packages"]["numpy"]
    assert lock["info"]["version"] == PACKAGES["pyodide"]["version"]
    assert numpy["version"] == PACKAGES["numpy"]["version"]
    assert numpy["sha256"] == sha256(f"python/{numpy['file_name']}")


@pytest.mark.parametrize(("name", "maker"), [("python-heap", heap), ("numpy-compiled", compiled)])
def test_what_is_made_here_is_made_of_the_files_beside_it(name, maker):
    assert PACKAGES[name]["made_of"] == maker.ingredients(), f"{name} is stale: {REMEDY}"


def test_python_serves_every_package_of_its_lock():
    lock = json.loads((VENDOR / "python/pyodide-lock.json").read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        assert f"python/{package['file_name']}" in FILES
