// @ts-check
/** Where things stand in the neuron demo's second picture: bars add up to z, a(z) is below them. */
import { ACTIVATIONS } from "./neuron.js";

const [LEFT, RIGHT, TOP, BOTTOM] = [46, 294, 118, 200];

/** The scales of z and a that have room for every partial sum. */
export function scales(sums, activation) {
  const limit = [2, 4].find((size) => sums.every((sum) => Math.abs(sum) <= size)) ?? 8;
  const outputs = samples(limit).map(ACTIVATIONS[activation].f);
  const lowest = Math.min(0, ...outputs);
  const low = lowest > -0.5 ? lowest : Math.floor(lowest);
  const high = Math.ceil(Math.max(...outputs) - 0.1);
  const x = (z) => LEFT + ((z / limit + 1) / 2) * (RIGHT - LEFT);
  const y = (a) => BOTTOM - ((a - low) / (high - low)) * (BOTTOM - TOP);
  return { limit, low, high, x, y };
}

/** The curve of an activation as the points of a polyline. */
export function curve(activation, limit, x, y) {
  return samples(limit).map((z) => `${x(z).toFixed(1)},${y(ACTIVATIONS[activation].f(z)).toFixed(1)}`).join(" ");
}

/** The small curve inside the unit, around its middle. */
export function unitCurve(activation) {
  const outputs = samples(4).map(ACTIVATIONS[activation].f);
  const [low, high] = [Math.min(...outputs), Math.max(...outputs)];
  return curve(activation, 4, (z) => 5.5 * z, (a) => 24 - (22 * (a - low)) / (high - low));
}

/** Values of z from −limit to limit, two of them next to 0, where the step is. */
const samples = (limit) => Array.from({ length: 98 }, (_, i) => limit * (i < 49 ? i / 48 - 1 - 1e-9 : (i - 49) / 48));
