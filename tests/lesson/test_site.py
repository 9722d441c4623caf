"""What the build adds to a site: the wheel, one style sheet, a policy, a service worker."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile

import pytest

from mkdocs_lesson.offline import write_service_worker
from mkdocs_lesson.policy import script_hashes, write_policy
from mkdocs_lesson.styles import ORDER, join_styles
from mkdocs_lesson.wheel import build_wheel


def test_wheel_is_the_same_each_time_and_holds_the_engine(root):
    name, first = build_wheel(root)
    assert build_wheel(root) == (name, first)
    assert name.startswith("plainnet-")
    assert name.endswith("-py3-none-any.whl")


def test_wheel_asks_for_numpy_only(root, tmp_path):
    name, content = build_wheel(root)
    path = tmp_path / name
    path.write_bytes(content)
    with zipfile.ZipFile(path) as wheel:
        (meta,) = (n for n in wheel.namelist() if n.endswith("METADATA"))
        needs = re.findall(r"^Requires-Dist: (.*)$", wheel.read(meta).decode(), re.MULTILINE)
    assert [need for need in needs if "extra ==" not in need] == ["numpy>=2"]


def test_each_style_sheet_is_on_all_pages_or_on_those_that_need_it(root):
    sheets = {p.stem for p in (root / "docs/assets/styles").glob("*.css")}
    own = set(re.findall(r'^  "(\w+)": \[', (root / "theme/partials/sheets.html").read_text(), re.MULTILINE))
    assert own
    assert sheets == set(ORDER) | own, "name a sheet in styles.ORDER or in theme/partials/sheets.html"
    assert not own & set(ORDER)


def test_styles_are_joined_in_the_order_that_is_told(tmp_path):
    for name in [*reversed(ORDER), "other"]:
        (tmp_path / f"{name}.css").write_text(f"/* why\n   so */\n.{name} {{\n  color: red /* warm */;\n}}\n")
    rule = ".{} {{\ncolor: red ;\n}}\n".format
    assert join_styles(tmp_path) == {
        "lesson.css": "".join(map(rule, ORDER)),
        "sheets/other.css": rule("other"),
    }


@pytest.fixture
def site(tmp_path):
    (tmp_path / "a").mkdir()
    head = '<!doctype html><html><head><meta charset="utf-8"></head>'
    (tmp_path / "index.html").write_text(f"{head}<script>one()</script>")
    (tmp_path / "a/index.html").write_text(
        f'{head}<script>two()</script><script src="x.js"></script><script type="application/json">{{}}</script>'
    )
    (tmp_path / "assets/vendor/python").mkdir(parents=True)
    (tmp_path / "assets/vendor/python/numpy.whl").write_bytes(b"wheel")
    (tmp_path / "assets/data").mkdir()
    (tmp_path / "assets/data/digits.npz").write_bytes(b"digits")
    (tmp_path / "podcast").mkdir()
    for name, content in {"one.mp3": b"sound", "one.vtt": b"WEBVTT", "feed.xml": b"<rss/>"}.items():
        (tmp_path / "podcast" / name).write_bytes(content)
    return tmp_path


def test_every_page_names_every_script_of_the_site(site):
    policy = write_policy(site)
    assert policy.count("sha256-") == 2
    for page in ("index.html", "a/index.html"):
        text = (site / page).read_text()
        assert text.count("Content-Security-Policy") == 1
        assert policy in text
        assert all(h in policy for h in script_hashes(text))
    assert "unsafe-eval'" not in policy.replace("wasm-unsafe-eval'", "")


def test_service_worker_knows_every_file_by_its_hash(site):
    script = write_service_worker(site).read_text()
    assert "{{" not in script
    files = json.loads(re.search(r"const FILES = (\{.*?\n\})", script, re.DOTALL)[1])
    later = json.loads(re.search(r"const LATER = (\{.*?\n\})", script, re.DOTALL)[1])
    assert set(files) == {"./", "a/", "assets/offline.json", "podcast/one.vtt"}
    assert files["a/"] == hashlib.sha256((site / "a/index.html").read_bytes()).hexdigest()[:16]
    assert set(later["Python and data"]) == {"assets/vendor/python/numpy.whl", "assets/data/digits.npz"}
    assert set(later["The podcast"]) == {"podcast/one.mp3"}, "a feed is for other programs"


def test_page_is_told_how_much_there_is_to_keep(site):
    write_service_worker(site)
    told = json.loads((site / "assets/offline.json").read_text())
    assert told["later"] == {
        "Python and data": {"assets/data/digits.npz": 6, "assets/vendor/python/numpy.whl": 5},
        "The podcast": {"podcast/one.mp3": 5},
    }
    pages = [site / name for name in ("index.html", "a/index.html", "podcast/one.vtt")]
    assert told["book"] == {"files": 4, "bytes": sum(p.stat().st_size for p in pages) + len("{}")}


def test_service_worker_has_a_new_version_when_a_page_changes(site):
    before = write_service_worker(site).read_text()
    assert write_service_worker(site).read_text() == before
    (site / "index.html").write_text("changed")
    assert write_service_worker(site).read_text() != before
