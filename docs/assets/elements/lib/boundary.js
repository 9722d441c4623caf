// @ts-check
/** A network of ReLU layers over the plane: its score, and the part of the plane where it is positive. */

/** Layers from a flat list, in PyTorch's order: weights row by row, then biases, layer after layer. */
export function layersOf(sizes, numbers) {
  let at = 0;
  return sizes.slice(1).map((out, i) => {
    const W = Array.from({ length: out }, () => numbers.slice(at, (at += sizes[i])));
    return { W, b: numbers.slice(at, (at += out)) };
  });
}

/** The score at a point: its last number, ReLU after every layer but the last. */
export function score(layers, point) {
  let values = point;
  for (let depth = 0; depth < layers.length; depth++) {
    const { W, b } = layers[depth];
    const sums = new Array(b.length);
    for (let i = 0; i < b.length; i++) {
      let z = b[i];
      for (let j = 0; j < values.length; j++) z += W[i][j] * values[j];
      sums[i] = depth < layers.length - 1 && z < 0 ? 0 : z;
    }
    values = sums;
  }
  return values[0];
}

/** Where f is positive in a square of n × n cells: polygons that cover it, and the line around it. */
export function positivePart(f, low, high, n) {
  const place = (i) => low + ((high - low) * i) / n;
  const rows = Array.from({ length: n + 1 }, (_, j) => Array.from({ length: n + 1 }, (_, i) => f([place(i), place(j)])));
  const polygons = [];
  const edges = [];
  for (let j = 0; j < n; j++) {
    let run = 0;
    for (let i = 0; i <= n; i++) {
      const corners = i < n ? [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]].map(([p, q]) => ({ x: place(p), y: place(q), v: rows[q][p] })) : [];
      if (corners.length && corners.every(({ v }) => v > 0)) run++;
      else {
        if (run) polygons.push([[i - run, j], [i, j], [i, j + 1], [i - run, j + 1]].map(([p, q]) => [place(p), place(q)]));
        run = 0;
        const { polygon, crossings } = cut(corners);
        if (polygon.length) polygons.push(polygon);
        for (let k = 0; k + 1 < crossings.length; k += 2) edges.push([crossings[k], crossings[k + 1]]);
      }
    }
  }
  return { polygons, edges };
}

/** The positive part of one cell, as if f were straight along its sides. */
function cut(corners) {
  const polygon = [];
  const crossings = [];
  corners.forEach((from, k) => {
    const to = corners[(k + 1) % corners.length];
    if (from.v > 0) polygon.push([from.x, from.y]);
    if (from.v > 0 === to.v > 0) return;
    const share = from.v / (from.v - to.v);
    const crossing = [from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)];
    polygon.push(crossing);
    crossings.push(crossing);
  });
  return { polygon, crossings };
}
