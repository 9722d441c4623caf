"""The plan of the book comes in; a place for each chapter, and a line along each step, go out.

A layered drawing: a chapter stands below all that it needs. A step that others imply is not drawn.
A line that passes a row has a place of its own there, so it runs behind no chapter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from mkdocs_lesson.contents import Planned

MOST = 5  # chapters in a row
SWEEPS = 24
STRAIGHT = 8
WIDE, NARROW = 1.0, 0.22  # room of a chapter and of a passing line, in columns

Spot = str | tuple[str, str, int]
"""What stands in a row: a chapter, or the line from one to another as it passes that row."""


@dataclass(frozen=True)
class Tree:
    """Where chapters stand, as (column, row), and the points that each line passes."""

    places: dict[str, tuple[float, int]]
    lines: dict[tuple[str, str], list[tuple[float, int]]]

    @property
    def columns(self) -> float:
        return max(x for line in [[*self.places.values()], *self.lines.values()] for x, _ in line) + 1

    @property
    def rows(self) -> int:
        return max(y for _, y in self.places.values()) + 1


def grow(chapters: Sequence[Planned]) -> Tree:
    """Lay the chapters out, each below all that it needs."""
    rows = levels(chapters)
    steps = [(need, each.slug) for each in chapters for need in direct_needs(each.slug, chapters)]
    lines = {(a, b): [a, *((a, b, y) for y in range(rows[a] + 1, rows[b])), b] for a, b in steps}
    grid = _ordered(_grid(rows, lines), [*lines.values()])
    across = _across(grid, [*lines.values()])
    place = {spot: (across[spot], y) for y, row in enumerate(grid) for spot in row}
    return Tree(
        {slug: place[slug] for slug in rows},
        {step: [place[spot] for spot in spots] for step, spots in lines.items()},
    )


def levels(chapters: Sequence[Planned]) -> dict[str, int]:
    """The row of each chapter: the first with room below all that it needs."""
    rows: dict[str, int] = {}
    for each in chapters:
        row = max((rows[need] + 1 for need in each.needs), default=0)
        while [*rows.values()].count(row) == MOST:
            row += 1
        rows[each.slug] = row
    return rows


def ways_back(chapters: Sequence[Planned]) -> dict[str, set[str]]:
    """For each chapter all that it builds on, back to the first."""
    back: dict[str, set[str]] = {}
    for each in chapters:
        back[each.slug] = set(each.needs).union(*(back[need] for need in each.needs))
    return back


def direct_needs(slug: str, chapters: Sequence[Planned]) -> list[str]:
    """What a chapter needs, without what its other needs need already."""
    back = ways_back(chapters)
    needs = next(each.needs for each in chapters if each.slug == slug)
    return [need for need in needs if not any(need in back[other] for other in needs)]


def _grid(rows: dict[str, int], lines: dict) -> list[list[Spot]]:
    grid: list[list[Spot]] = [[] for _ in range(max(rows.values()) + 1)]
    for slug, row in rows.items():
        grid[row].append(slug)
    for spots in lines.values():
        for spot in spots[1:-1]:
            grid[spot[2]].append(spot)
    return grid


def _neighbours(lines: list[list[Spot]]) -> tuple[dict, dict]:
    """What stands above and below each spot on its lines."""
    above: dict[Spot, list[Spot]] = {}
    below: dict[Spot, list[Spot]] = {}
    for spots in lines:
        for a, b in pairwise(spots):
            above.setdefault(b, []).append(a)
            below.setdefault(a, []).append(b)
    return above, below


def _ordered(grid: list[list[Spot]], lines: list[list[Spot]]) -> list[list[Spot]]:
    """Sort each row by the mean place of its neighbours, down and up in turn; keep the best."""
    above, below = _neighbours(lines)
    best, fewest = grid, crossings(grid, below)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        grid = [*grid]
        for y in range(1, len(grid)) if down else range(len(grid) - 2, -1, -1):
            near = grid[y - 1] if down else grid[y + 1]
            grid[y] = _sorted(grid[y], near, above if down else below)
        grid = _swapped(grid, below)
        if (count := crossings(grid, below)) < fewest:
            best, fewest = grid, count
    return best


def _swapped(grid: list[list[Spot]], below: dict) -> list[list[Spot]]:
    """Swap neighbours in a row wherever fewer lines cross then."""
    for y, row in enumerate(grid):
        for i in range(len(row) - 1):
            other = [*row[:i], row[i + 1], row[i], *row[i + 2 :]]
            near = grid[max(y - 1, 0) : y], grid[y + 1 : y + 2]
            if crossings([*near[0], other, *near[1]], below) < crossings([*near[0], row, *near[1]], below):
                row = grid[y] = other
    return grid


def _sorted(row: list[Spot], near: list[Spot], neighbours: dict) -> list[Spot]:
    place = {spot: i / len(near) for i, spot in enumerate(near)}
    own = {spot: i / len(row) for i, spot in enumerate(row)}
    return sorted(row, key=lambda spot: _mean([place[n] for n in neighbours.get(spot, ())], own[spot]))


def crossings(grid: list[list[Spot]], below: dict) -> int:
    """How many pairs of lines cross between one row and the next."""
    count = 0
    for upper, lower in pairwise(grid):
        place = {spot: i for i, spot in enumerate(lower)}
        ends = [(i, place[b]) for i, a in enumerate(upper) for b in below.get(a, ())]
        count += sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for a, b in combinations(ends, 2))
    return count


def _across(grid: list[list[Spot]], lines: list[list[Spot]]) -> dict[Spot, float]:
    """Columns: each spot as near to its neighbours' mean as the order of its row allows."""
    above, below = _neighbours(lines)
    across = {spot: x for row in grid for spot, x in zip(row, _apart(row, [0.0] * len(row)), strict=True)}
    for sweep in range(SWEEPS):
        for row in grid if sweep % 2 == 0 else reversed(grid):
            near = [[*above.get(spot, ()), *below.get(spot, ())] for spot in row]
            wanted = [_pulled(spot, spots, across) for spot, spots in zip(row, near, strict=True)]
            across |= zip(row, _apart(row, wanted), strict=True)
    first = min(across.values())
    return {spot: round(x - first, 3) for spot, x in across.items()}


def _pulled(spot: Spot, near: list[Spot], across: dict[Spot, float]) -> float:
    """The mean place of its neighbours. A line is pulled most by itself, so that it runs straight."""
    pull = [STRAIGHT if isinstance(spot, tuple) and isinstance(other, tuple) else 1 for other in near]
    weighted = (p * across[other] for p, other in zip(pull, near, strict=True))
    return sum(weighted) / sum(pull) if near else across[spot]


def _apart(row: list[Spot], wanted: list[float]) -> list[float]:
    """The places nearest to those wanted (least squares) that keep the order and the room of each."""
    room = [WIDE if isinstance(spot, str) else NARROW for spot in row]
    starts = [sum((a + b) / 2 for a, b in pairwise(room[: i + 1])) for i in range(len(row))]
    blocks: list[list[float]] = []
    for want, start in zip(wanted, starts, strict=True):
        blocks.append([want - start])
        while len(blocks) > 1 and _mean(blocks[-2]) > _mean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    flat = [_mean(block) for block in blocks for _ in block]
    return [x + start for x, start in zip(flat, starts, strict=True)]


def _mean(xs: Sequence[float], otherwise: float = 0.0) -> float:
    return sum(xs) / len(xs) if xs else otherwise
