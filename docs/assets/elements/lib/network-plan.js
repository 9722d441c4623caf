// @ts-check
/** Where each unit and each weight of a network is drawn, and what it is called. */
import { shown } from "./format.js";

export const [WIDTH, UNIT] = [440, 30];
/** Tall enough for its widest layer. */
export const heightOf = (sizes) => Math.max(130, 42 * Math.max(...sizes) + 6);
const SUBS = "₀₁₂₃₄₅₆₇₈₉";

/** The middle of every unit, in the order of `a`: inputs, hidden layers, the output. */
export function places(sizes) {
  const across = (WIDTH - 76) / (sizes.length - 1), middle = heightOf(sizes) / 2;
  return sizes.flatMap((count, layer) =>
    Array.from({ length: count }, (_, j) => ({
      x: 42 + layer * across,
      y: middle + (j - (count - 1) / 2) * 42,
      name: unitName(sizes, layer, j),
      layer,
    })),
  );
}

function unitName(sizes, layer, j) {
  if (layer === 0) return `x${SUBS[j + 1]}`;
  if (layer === sizes.length - 1) return "the output";
  return sizes.length === 3 ? `unit ${j + 1}` : `unit ${j + 1} of layer ${layer}`;
}

/** Every number of theta in its order: an edge {from, to} or the bias of {to}, with a name. */
export function numbers({ layers }, spots) {
  const found = [];
  for (const { inputs, outputs, from, to, weights, biases } of layers) {
    for (let j = 0; j < outputs; j++) {
      const end = spots[to + j];
      for (let i = 0; i < inputs; i++) {
        const start = spots[from + i];
        found[weights + j * inputs + i] = { from: start, to: end, name: `weight from ${start.name} to ${end.name}` };
      }
      found[biases + j] = { to: end, name: `bias of ${end.name}` };
    }
  }
  return found;
}

/** How thick and how strong a number is drawn. */
export function look(value) {
  const size = Math.tanh(Math.abs(value) / 2);
  return { "stroke-width": (0.7 + 3.3 * size).toFixed(1), opacity: (0.35 + 0.65 * size).toFixed(2) };
}

const line = ({ from, to }, look) => `<path class="${look}" d="M${from.x + UNIT / 2} ${from.y}L${to.x - UNIT / 2} ${to.y}"/>`;
const square = ({ to }, look, grow) => `<rect class="${look}" x="${to.x - UNIT / 2 - 3 - grow}" y="${to.y + UNIT / 2 - 5 - grow}" width="${8 + 2 * grow}" height="${8 + 2 * grow}"/>`;

/** The network as SVG: edges, squares for biases, frames for units. */
export function drawn(spots, parts, theta) {
  const part = (number, i) => {
    const shape = (look, grow) => (number.from ? line(number, look) : square(number, look, grow));
    const label = `${number.name}: ${shown(theta[i], 2)}`;
    return `<g data-number="${i}" role="button" tabindex="${i ? -1 : 0}" aria-label="${label}">${shape("hit", 4)}${shape("number", 0)}</g>`;
  };
  const unit = ({ x, y, name, layer }, i) => {
    const side = UNIT / 2;
    return `<g data-unit="${i}" role="button" tabindex="${i ? -1 : 0}" aria-pressed="false" aria-label="${name}: show what it gives"><rect class="unit" x="${x - side}" y="${y - side}" width="${UNIT}" height="${UNIT}" rx="4"/>${layer ? "" : `<text x="${x - side - 6}" y="${y + 5}">${name}</text>`}</g>`;
  };
  return parts.map(part).join("") + spots.map(unit).join("");
}
