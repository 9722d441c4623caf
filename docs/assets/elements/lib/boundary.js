// @ts-check
/** A network of ReLU layers over the plane: its score, and the part of the plane where it is positive. */

/** Layers from a flat list in PyTorch's order: weights row by row, then biases, layer after layer. */
export function layersOf(sizes, numbers) {
  let at = 0;
  return sizes.slice(1).map((out, i) => {
    const W = Float64Array.from(numbers.slice(at, (at += out * sizes[i])));
    const b = Float64Array.from(numbers.slice(at, (at += out)));
    return { W, b, a: new Float64Array(out) }; // a: room for the outputs, used for every point
  });
}

/** The score at a point: ReLU after every layer but the last, which gives one number. */
export function score(layers, point) {
  let values = point;
  layers.forEach(({ W, b, a }, depth) => {
    const bent = depth < layers.length - 1;
    for (let i = 0, at = 0; i < b.length; i++) {
      let z = b[i];
      for (let j = 0; j < values.length; j++) z += W[at++] * values[j];
      a[i] = bent && z < 0 ? 0 : z;
    }
    values = a;
  });
  return values[0];
}

/** Where f is positive in a square of n × n cells: polygons that cover it, and the line around it. */
export function positivePart(f, low, high, n) {
  const at = Float64Array.from({ length: n + 1 }, (_, i) => low + ((high - low) * i) / n);
  const rows = Array.from(at, (y) => Float64Array.from(at, (x) => f([x, y])));
  const polygons = [];
  const edges = [];
  const corner = (i, j) => ({ x: at[i], y: at[j], v: rows[j][i] });
  for (let j = 0; j < n; j++) {
    const [here, above] = [rows[j], rows[j + 1]];
    for (let i = 0, start = 0; i < n; i++) {
      const positive = Number(here[i] > 0) + Number(here[i + 1] > 0) + Number(above[i] > 0) + Number(above[i + 1] > 0);
      const next = i + 1;
      if (positive === 4 && next < n) continue; // the run of full cells goes on
      const end = positive === 4 ? next : i;
      if (end > start) polygons.push([[at[start], at[j]], [at[end], at[j]], [at[end], at[j + 1]], [at[start], at[j + 1]]]);
      start = next;
      if (positive % 4 === 0) continue;
      const { polygon, crossings } = cut([corner(i, j), corner(next, j), corner(next, j + 1), corner(i, j + 1)]);
      polygons.push(polygon);
      for (let k = 0; k < crossings.length; k += 2) edges.push([crossings[k], crossings[k + 1]]);
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
