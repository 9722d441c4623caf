// @ts-check
/** What a network answers in every place of a square: numbers, colours, and the boundary line. */

export const SIDE = 32; // places along each edge

/** Room for what every unit gives in every place. */
export const emptyMaps = (net) => Array.from(net.a, () => new Float32Array(SIDE * SIDE));

/** Fills the maps, rows from the top, until `late()` says so. Returns the row to go on with. */
export function survey(net, [low, high], maps, row, late) {
  const place = (i) => low + ((high - low) * (i + 0.5)) / SIDE;
  do {
    for (let column = 0, at = row * SIDE; column < SIDE; column++, at++) {
      net.forward(place(column), place(SIDE - 1 - row));
      for (let unit = 0; unit < maps.length; unit++) maps[unit][at] = net.a[unit];
    }
    row++;
  } while (row < SIDE && !late());
  return row;
}

/** 256 colours from the negative one over the ground to the positive one, as pixels. */
export function palette(negative, ground, positive) {
  return Uint32Array.from({ length: 256 }, (_, i) => {
    const share = (i - 127.5) / 127.5, hue = share < 0 ? negative : positive;
    const [r, g, b] = ground.map((value, c) => Math.round(value + 0.55 * Math.abs(share) * (hue[c] - value)));
    return (255 << 24) | (b << 16) | (g << 8) | r;
  });
}

/** Values from `low` to `high` as pixels; what lies outside gets the last colour. */
export function paint(values, low, high, colours, pixels) {
  const scale = 255.99 / (high - low);
  for (let i = 0; i < values.length; i++) pixels[i] = colours[Math.max(0, Math.min(255, ((values[i] - low) * scale) | 0))];
}

/** Where the edge between two values crosses the level, as a share of the way. */
const crossing = (from, to, level) => (level - from) / (to - from);

/** The line on which the values have a level, as an SVG path on a square of `width`. */
export function contour(values, level, width) {
  const parts = [];
  const at = (place) => ((place + 0.5) / SIDE) * width;
  for (let y = 0; y < SIDE - 1; y++) {
    for (let x = 0; x < SIDE - 1; x++) {
      const i = y * SIDE + x;
      const a = values[i], b = values[i + 1], c = values[i + SIDE + 1], d = values[i + SIDE];
      const above = a > level;
      if (above === b > level && above === c > level && above === d > level) continue;
      const ends = [];
      if (above !== b > level) ends.push([x + crossing(a, b, level), y]);
      if (b > level !== c > level) ends.push([x + 1, y + crossing(b, c, level)]);
      if (c > level !== d > level) ends.push([x + crossing(d, c, level), y + 1]);
      if (d > level !== above) ends.push([x, y + crossing(a, d, level)]);
      for (let k = 0; k + 1 < ends.length; k += 2) {
        const [x1, y1] = ends[k], [x2, y2] = ends[k + 1];
        parts.push(`M${at(x1).toFixed(1)} ${at(y1).toFixed(1)}L${at(x2).toFixed(1)} ${at(y2).toFixed(1)}`);
      }
    }
  }
  return parts.join("");
}
