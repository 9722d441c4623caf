"""What `make audit` makes of answers: those here are what pip-audit and npm print of two pins that are known to be weak."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import audit
import pytest

ROOT = Path(__file__).parents[1]
JINJA = audit.Finding(
    "jinja2 2.11.2", ("PYSEC-2021-66", "GHSA-g3rq-g295-4j3m", "CVE-2020-28493"), "mended in 2.11.3"
)
LODASH = audit.Finding("lodash", ("GHSA-35jh-r3h4-6jhm",), "take one that is not <4.17.21")
OF_PIP = """{"dependencies": [{"name": "jinja2", "version": "2.11.2", "vulns": [{"id": "PYSEC-2021-66",
  "fix_versions": ["2.11.3"], "aliases": ["GHSA-g3rq-g295-4j3m", "CVE-2020-28493"],
  "description": "Regular Expression Denial of Service (ReDoS) in Jinja2"}]},
  {"name": "packaging", "version": "24.0", "vulns": []}], "fixes": []}"""
OF_NPM = """{"auditReportVersion": 2, "vulnerabilities": {
  "lodash": {"name": "lodash", "severity": "high", "isDirect": false, "via": [{"source": 1106913,
    "name": "lodash", "dependency": "lodash", "title": "Command Injection in lodash",
    "url": "https://github.com/advisories/GHSA-35jh-r3h4-6jhm", "severity": "high", "cwe": ["CWE-77", "CWE-94"],
    "cvss": {"score": 7.2, "vectorString": "CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H"}, "range": "<4.17.21"}],
    "effects": ["above"], "range": "", "nodes": ["node_modules/lodash"], "fixAvailable": false},
  "above": {"name": "above", "severity": "high", "isDirect": true, "via": ["lodash"], "effects": [],
    "range": "*", "nodes": ["node_modules/above"], "fixAvailable": false}},
  "metadata": {"vulnerabilities": {"high": 2, "total": 2}, "dependencies": {"prod": 3, "total": 2}}}"""
SKIPPED = """{"dependencies": [{"name": "jinja2", "skip_reason":
  "Dependency not found on PyPI and could not be audited: jinja2 (2.11.2)"}], "fixes": []}"""
REFUSED = '{"message": "405 Method Not Allowed - POST", "method": "POST", "statusCode": 405, "body": ""}'


def test_weak_pins_are_found():
    assert audit.of_pip(OF_PIP) == [JINJA]
    assert audit.of_npm(OF_NPM) == [LODASH], "what only uses a weak package is not named again"
    assert str(JINJA) == "jinja2 2.11.2: PYSEC-2021-66; mended in 2.11.3"


@pytest.mark.parametrize(
    ("read", "answer", "says"),
    [
        (audit.of_pip, SKIPPED, "1 of 1 packages, the first: Dependency not found"),
        (audit.of_pip, "<html>", "nothing that can be read"),
        (audit.of_npm, REFUSED, "405 Method Not Allowed"),
        (audit.of_npm, "", "nothing that can be read"),
    ],
)
def test_silence_is_no_clean_bill(read, answer, says):
    with pytest.raises(audit.NoAnswerError, match=says):
        read(answer)


def test_program_that_only_complains_gave_no_answer():
    with pytest.raises(audit.NoAnswerError, match="NameError"):
        audit.output_of(["python3", "-c", "no"])


KNOWN = {"package": "jinja2", "id": "CVE-2020-28493", "why": "It reads templates of ours only."}


def test_only_what_is_known_with_a_reason_passes():
    assert audit.judge([], []) == []
    assert audit.judge([JINJA], [KNOWN]) == [], "by any of its names"
    assert [line.partition(";")[0] for line in audit.judge([JINJA, LODASH], [KNOWN])] == [
        "lodash: GHSA-35jh-r3h4-6jhm"
    ]
    assert "is not found any more" in audit.judge([], [KNOWN])[0]
    assert "say `why:`" in audit.judge([JINJA], [KNOWN | {"why": ""}])[0]


def test_every_pin_is_asked_for_and_no_package_twice_at_once(tmp_path):
    pinned = audit.pins([ROOT / "requirements" / f"{name}.lock" for name in ("site", "test", "audit")])
    assert {"mkdocs", "pytest", "pip-audit", "torch"} <= pinned.keys()
    asked = [path.read_text().splitlines() for path in audit.to_ask(pinned, tmp_path)]
    assert sorted(line for lines in asked for line in lines) == sorted(
        f"{name}=={version}" for name in pinned for version in pinned[name]
    )
    for lines in asked:
        assert len({line.partition("==")[0] for line in lines}) == len(lines)


def test_a_third_party_file_that_changed_is_found(tmp_path):
    record = {"package": {"files": {"a.js": {"sha256": "0"}, "gone.js": {"sha256": "0"}}}}
    (tmp_path / "manifest.json").write_text(json.dumps(record))
    (tmp_path / "a.js").write_text("1")
    assert [line.split()[0] for line in audit.changed_files(tmp_path)] == ["a.js", "gone.js"]
    assert audit.changed_files(audit.VENDOR) == []


def unnamed(table: str, names: set[str]) -> set[str]:
    """Dependencies that the table of licences doesn't name."""
    said = {
        name.strip()
        for row in table.splitlines()
        for name in re.split(r"[,:]| \(", row.partition(" | ")[0].strip("| "))
    }
    return names - said


def test_every_dependency_stands_in_the_table_of_licences():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [project["dependencies"], *project["optional-dependencies"].values()]
    names = {re.match(r"[\w-]+", each)[0] for some in asked for each in some}
    names |= json.loads((ROOT / "tests/gates/package.json").read_text())["dependencies"].keys()
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("### Dependencies")[2]
    assert unnamed(table, names) == set(), "say in CONTRIBUTING.md why it is here, and its licence"
    assert unnamed(table, {*names, "left-pad"}) == {"left-pad"}
