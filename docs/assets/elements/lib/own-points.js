// @ts-check
/** Points that the reader sets, takes away or pastes: rows [x₁, x₂, t]. */

export const LIMIT = 1.5;
export const MANY = 200;
const NEAR = 0.12;
const rounded = (value) => Math.round(Math.min(LIMIT, Math.max(-LIMIT, value)) * 100) / 100 + 0;

/** The point at a place, or −1. */
export function near(points, x, y) {
  const gaps = points.map(([a, b]) => Math.hypot(a - x, b - y));
  const least = Math.min(...gaps);
  return least < NEAR ? gaps.indexOf(least) : -1;
}

/** One point more, or one less where there is one already. */
export function toggled(points, x, y, t) {
  const there = near(points, x, y);
  if (there >= 0) return points.filter((_, i) => i !== there);
  return points.length < MANY ? [...points, [rounded(x), rounded(y), t]] : points;
}

/** Rows of text like "0.5, -1, 1". Points that lie outside of the square are all moved into it. */
export function pasted(text) {
  const rows = text.split(/\n/).map((row) => row.trim()).filter(Boolean);
  const read = rows.map((row) => row.replaceAll("−", "-").split(/[\s,;]+/).map(Number));
  const good = read.filter((row) => row.length === 3 && row.every(Number.isFinite)).slice(0, MANY);
  const far = Math.max(0, ...good.flatMap(([x, y]) => [Math.abs(x), Math.abs(y)]));
  const points = far > LIMIT ? fitted(good) : good;
  return {
    points: points.map(([x, y, t]) => [rounded(x), rounded(y), t > 0 ? 1 : 0]),
    skipped: rows.length - good.length,
    moved: far > LIMIT,
  };
}

/** Shifted to the middle, each axis scaled to the square. */
function fitted(points) {
  const axes = [0, 1].map((axis) => {
    const values = points.map((point) => point[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return (value) => (((value - (low + high) / 2) * 2.6) / (high - low || 1));
  });
  return points.map(([x, y, t]) => [axes[0](x), axes[1](y), t]);
}
