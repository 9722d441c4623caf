"""Quiz files that nobody would write: from good ones, by seeded accidents and by malice."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

EVERY_TYPE = Path(__file__).parents[1] / "every-type/quizzes/every-type.yml"
SCALARS = (
    "", "~", "null", "true", "no", "yes", "0", "-0", "1e999", "-1e999", ".nan", ".inf", "010", "0x", "0xffffffffffffffffffff",
    "1_000", "1:30", "2020-01-01", "2020-99-99", "9" * 5000, "-" + "1" * 20000, "[]", "{}", "[[]]", "[1, [2, [3]]]", "{a: {b: {c: 1}}}",
    "''", '""', "'it''s'", '"\\x00"', '"\\ud800"', '"\\u202e"', "!!binary aGk=", "!!binary ???", "!!int x", "!!int 0x", "!!float x", "!!bool maybe",
    "!!null x", "!!timestamp 2020-99-99", "!!timestamp now", "!!set {a, b}", "!!omap [a: 1]", "!!pairs [a: 1]", "!!str [a]", "!!seq a", "!!map a",
    "!!python/object/apply:os.system ['true']", "!!python/name:os.system", "!local x", "!<tag:yaml.org,2002:int> 1", "!!merge <<", "&a x", "*a", "&a [*a]",
    "&a {k: *a}", "*missing", "<<", "=", "@x", "`x`", "%x", "|", ">-", "|9", "? x", "- x", "a: b: c", "'", '"', "[", "{", "]", "}", ",", "#", "$", "$$", "$x",
    "${\\frac{1}{", "$\\def\\a{\\a\\a}\\a$", "{= x =}", "{= x[99999999999999999999] =}", "{= =}", "[[a]]", "**", "`", "```", "x" * 70000, "a " * 20000, "$" * 3000, "`" * 3000,
    "*" * 3000, "[" * 300 + "]" * 300, "\u0000", "\u2028", "\ufeff", "\u202e", "e\u0301" * 500, "\U0001f9e0", "\ud7ff", "İ", "ﬀ", "१२३", "−1", "1\u00a02",
)  # fmt: skip
BYTES = (b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\t", b"\r", b"\x85", b"\x1b[31m", b"\x7f", b"%YAML 9.9\n", b"---\n", b"...\n", b"&a ", b"*a ", b"<<: *a\n", b"? ", b"!!int ")  # fmt: skip


def mutated(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield (what was done, the file) of so many spoilt quiz files."""
    draw = random.Random(seed)
    good = [part.encode() for part in _singles()]
    ways = [_bytes, _bytes, _lines, _lines, _scalar, _scalar, _scalar, _keys, _keys]
    for number in range(count):
        if number % 50 == 49:
            yield _monster(draw)
            continue
        content, names = draw.choice(good), []
        for _ in range(draw.choice((1, 1, 1, 2, 4))):
            way = draw.choice(ways)
            names.append(way.__name__)
            content = way(draw, content)
        yield "+".join(names), content


def _singles() -> list[str]:
    """Each question of the file that holds every type, in a file of its own."""
    text = EVERY_TYPE.read_text(encoding="utf-8")
    head, *rest = re.split(r"^(?=  - id: )", text, flags=re.MULTILINE)
    card = "cards:\n  - {id: c, front: What?, back: That., teaches: a, reverse: true}\n"
    return [head + question.split("\ncards:")[0] + "\n" + card for question in rest]


def _bytes(draw: random.Random, content: bytes) -> bytes:
    """One byte changed, lost or doubled, or something strange between two."""
    at = draw.randrange(len(content) + 1)
    other = draw.choice(
        (bytes([draw.randrange(256)]), b"", content[at : at + draw.randrange(40)], draw.choice(BYTES))
    )
    return content[:at] + other + content[at + draw.choice((0, 1, 1, 7)) :]


def _lines(draw: random.Random, content: bytes) -> bytes:
    """A line lost, doubled, moved or indented otherwise."""
    lines = content.split(b"\n")
    at = draw.randrange(len(lines))
    line = lines[at]
    other = draw.choice(
        ([], [line, line], [b" " + line], [line[1:]], [b"    " + line], [line.strip()], [b"- " + line])
    )
    lines[at : at + 1] = other
    if draw.random() < 0.2:
        draw.shuffle(lines)
    return b"\n".join(lines)


def _scalar(draw: random.Random, content: bytes) -> bytes:
    """A value replaced by one of another type."""
    places = [found.end() for found in re.finditer(rb"[:,\[{-] ", content)] or [0]
    at = draw.choice(places)
    end = re.compile(rb"[,}\]\n]|$").search(content, at).start()
    return content[:at] + draw.choice(SCALARS).encode("utf-8", "surrogatepass") + content[end:]


def _keys(draw: random.Random, content: bytes) -> bytes:
    """A key mistyped, replaced by another one, or by no text at all."""
    keys = list(re.finditer(rb"\b(\w{1,30}):", content))
    if not keys:
        return content
    key, other = draw.choice(keys), draw.choice(keys)[1]
    new = draw.choice(
        (
            other,
            key[1][::-1],
            key[1].upper(),
            key[1] + b"x",
            b"1",
            b"true",
            b"[a]",
            b"? {a: b}",
            b"*a",
            b"<<",
            b"",
        )
    )
    return content[: key.start()] + new + b":" + content[key.end() :]


def _monster(draw: random.Random) -> tuple[str, bytes]:
    """A file that is too deep, too long or refers to itself."""
    size = draw.choice((10, 45, 200, 2000, 20000))
    kind, text = draw.choice(
        (
            ("deep list", "questions: " + "[" * size),
            ("deep list, closed", "questions: " + "[" * size + "]" * size),
            ("deep map", "{a: " * size),
            ("deep lines", "".join(f"{' ' * n}a:\n" for n in range(min(size, 2000)))),
            ("deep dashes", "- " * size),
            ("laughs", "a: &a [x,x]\n" + "".join(f"b{n}: &b{n} [*{'a' if not n else f'b{n - 1}'},*a]\n" for n in range(min(size, 300)))),
            ("anchors", "".join(f"a{n}: &a{n} {n}\n" for n in range(size // 4))),
            ("many keys", "questions:\n  - id: a\n" + "".join(f"    k{n}: {n}\n" for n in range(size // 4))),
            ("same key", "questions: []\n" * (size // 4)),
            ("many entries", "cards:\n" + "".join(f"  - id: c{n}\n" for n in range(size // 20))),
            ("many types", "questions:\n" + "".join(f"  - {{id: a, type: t{n}}}\n" for n in range(size // 20))),
            ("long key", f"questions:\n  - {{{'k' * size}: 1, id: {'i' * size}, type: {'t' * size}}}\n"),
            ("long line", f"questions:\n  - {{id: a, type: short, ask: '{'$x ' * size}'}}\n"),
            ("documents", "--- {}\n" * size),
            ("quotes", "questions: " + "'" * size),
            ("colons", "a: " * size),
            ("blanks", " " * size + "\t" * size),
            ("comment", "#" * size),
            ("nothing", ""),
            ("huge", f"questions: [{'[], ' * (size * 40)}]"),
        )
    )  # fmt: skip
    return f"{kind} {size}", text.encode()
