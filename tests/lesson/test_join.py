"""Modules are joined into one that behaves as they did, and found again by their names."""

from __future__ import annotations

import gzip
import re
import shutil

import pytest
from budgets import BUDGETS

from mkdocs_lesson.faults import LessonError
from mkdocs_lesson.join import join_modules
from mkdocs_lesson.small import smaller, with_smaller_scripts


@pytest.fixture
def entry(tmp_path):
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib/count.js").write_text(
        "// @ts-check\nlet n = 0;\nexport function up() {\n  return ++n;\n}\nexport const HERE = import.meta.url;\nexport const [ONE, TWO] = [1, 2];\n"
    )
    (tmp_path / "state.js").write_text(
        'import { up as more, ONE } from "./lib/count.js";\nexport class State {\n  next = () => more() + ONE;\n}\n'
    )
    (tmp_path / "silent.js").write_text('import { up } from "./lib/count.js";\nup();\n')
    (tmp_path / "index.js").write_text(
        'import "./silent.js";\nimport { State } from "./state.js";\nimport { HERE } from "./lib/count.js";\nconst result = [new State().next(), HERE];\n'
    )
    return tmp_path / "index.js"


def test_imports_become_constants_in_the_order_of_need(entry):
    joined = join_modules(entry)["index.js"]
    assert [n for n in re.findall(r"^const (module_\w+)", joined, re.MULTILINE)] == [
        "module_lib_count",
        "module_silent",
        "module_state",
    ]
    assert "const { up: more, ONE } = module_lib_count;" in joined
    assert "return { up, HERE, ONE, TWO };" in joined
    assert 'new URL("lib/count.js", import.meta.url).href' in joined
    assert not re.search(r"^import", joined, re.MULTILINE)


def test_signposts_lead_to_the_joined_file(entry):
    made = join_modules(entry)
    assert (
        made["lib/count.js"]
        == 'import { module_lib_count } from "../index.js";\nexport const { up, HERE, ONE, TWO } = module_lib_count;\n'
    )
    assert made["silent.js"] == 'import "./index.js";\n'


STUDY = ("quiz", "order", "draws", "test", "cards", "due", "review", "plan", "results", "progress")


def test_the_study_scripts_keep_to_their_budget(root, tmp_path, record_property):
    """All that questions, cards and review need, on every page together, as it is served."""
    folder = tmp_path / "elements"
    shutil.copytree(root / "docs/assets/elements", folder)
    entry = folder / "study.js"
    entry.write_text("".join(f'import "./lesson-{name}.js";\n' for name in STUDY))
    weight = len(gzip.compress(smaller(join_modules(entry))["study.js"].encode(), 9))
    record_property("counted", f"study scripts: {weight} bytes compressed")
    assert weight <= BUDGETS["study"]["bytes"]


@pytest.fixture
def later(entry):
    """Two modules that pages fetch when they need them; `lib/shared.js` serves both, `lib/only.js` one."""
    folder = entry.parent
    (folder / "lib/only.js").write_text('import { ONE } from "./count.js";\nexport const only = ONE + 10;\n')
    (folder / "lib/shared.js").write_text(
        'import { ONE } from "./count.js";\nexport const both = ONE + 20;\n'
    )
    (folder / "later.js").write_text(
        'import { up, HERE } from "./lib/count.js";\nimport { only } from "./lib/only.js";\n'
        'import { both as two } from "./lib/shared.js";\nwindow.seen = [up(), HERE, only, two];\n'
        "export function again() {\n  return up();\n}\n"
    )
    (folder / "other.js").write_text('import { both } from "./lib/shared.js";\nwindow.other = both;\n')
    return entry


def test_what_comes_later_brings_what_only_it_needs(later):
    made = join_modules(later)
    assert re.findall(r'from "([^"]+)"', made["later.js"]) == ["./index.js", "./lib/shared.js"]
    assert "const only = ONE + 10" in made["later.js"]
    assert made["later.js"].endswith("export { again };\n")
    assert re.findall(r'from "([^"]+)"', made["other.js"]) == ["./lib/shared.js"]
    assert re.findall(r'from "([^"]+)"', made["lib/shared.js"]) == ["../index.js"]


def test_what_only_authors_need_stays_at_home(later):
    (later.parent / "silent.js").write_text(
        '/**\n * Says it.\n */\n// @ts-check\nconst kept = "// kept"; // so\nwindow.said = `${kept ? `one  - two` : ""}  `;\n'
    )
    made = join_modules(later)
    small = smaller(made)
    assert small.keys() == made.keys()
    assert "Says it" in made["index.js"]
    assert "Says it" not in small["index.js"]
    assert '"// kept"' in small["index.js"]
    assert "`one  - two`" in small["index.js"]
    assert sum(map(len, small.values())) < 0.8 * sum(map(len, made.values()))


@pytest.mark.parametrize(
    "line",
    ["export default 1;", 'import x from "./state.js";', "export { State };", 'export * from "./state.js";'],
)
def test_other_forms_are_refused_with_their_place(entry, line):
    (entry.parent / "silent.js").write_text(f"// first\n{line}\n")
    with pytest.raises(LessonError, match=rf"silent\.js:2:1: this form can't be joined: `{re.escape(line)}`"):
        join_modules(entry)


def test_names_are_kept_or_private_ones_would_be_lost():
    script = "class A { #own = 1; static of(a) { return a.#own + a?.#own } }"
    assert smaller({"a.js": script})["a.js"].count("#own") == 3


def test_scripts_in_a_page_are_made_smaller_and_data_and_other_scripts_are_left_alone():
    page = '<script>\n  const one = 1  // why\n  show(one)\n</script><script type="application/json">{ "a": 1 }</script><p> a  b </p>'
    assert with_smaller_scripts(page) == (
        '<script>const one=1;show(one)</script><script type="application/json">{ "a": 1 }</script><p> a  b </p>'
    )
