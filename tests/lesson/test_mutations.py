"""Whatever an author's file holds, the checker answers at once: with places, or with a quiz."""

from __future__ import annotations

import re
import time

import pytest
from mutations import mutated

from mkdocs_lesson.check import check_files
from mkdocs_lesson.marked_yaml import MOST_PARTS

HOW_MANY = 10_000
SECONDS = 1.0  # of this process: other work on the machine does not count


def timed(folder, path):
    start = time.process_time()
    check_files(folder, [path])
    return time.process_time() - start


@pytest.mark.slow
def test_no_file_stops_the_checker_or_makes_it_wait(tmp_path):
    path = tmp_path / "spoilt.yml"
    slowest, faulty = (0.0, ""), 0
    for what, content in mutated(HOW_MANY):
        path.write_bytes(content)
        start = time.process_time()
        try:
            faults = check_files(tmp_path, [path]).faults
        except Exception as error:
            pytest.fail(f"{what}: {type(error).__name__}: {error}\n{content[:2000]!r}")
        took = time.process_time() - start
        if took > SECONDS:  # a neighbour that takes the caches costs time of ours too
            took = min(took, *(timed(tmp_path, path) for _ in range(3)))
        slowest = max(slowest, (took, what))
        last = (
            content.count(b"\n")
            + content.count(b"\r")
            + 2
            + len(re.findall(rb"\xc2\x85|\xe2\x80[\xa8\xa9]", content))
        )
        for fault in faults:
            assert 1 <= fault.line <= last, f"{what}: {fault}"
            assert fault.column >= 1, f"{what}: {fault}"
            assert fault.message, what
        faulty += bool(faults)
    assert slowest[0] < SECONDS, f"{slowest[1]} took {slowest[0]:.2f} s"
    assert faulty > 0.7 * HOW_MANY, (
        f"only {faulty} of {HOW_MANY} files had faults: the mutations are too mild"
    )


@pytest.mark.parametrize(
    "text",
    [
        f"questions: [{'a, ' * 300_000}]",
        f"questions: [{'{a: b}, ' * 100_000}]",
        "questions:\n" + "- a\n" * 200_000,
        "questions:\n" + "".join(f"  k{n}: 1\n" for n in range(80_000)),
    ],
)
def test_file_of_too_many_parts_is_left_where_it_became_too_many(tmp_path, text):
    """To read half a million parts takes three seconds."""
    path = tmp_path / "endless.yml"
    path.write_text(text, encoding="utf-8")
    assert timed(tmp_path, path) < SECONDS
    (fault,) = check_files(tmp_path, [path]).faults
    assert f"more than {MOST_PARTS} parts; make several files of it" in fault.message
