// @ts-check
/**
 * A network with one input, some tanh units and one output, and its training.
 *
 * y(x) = c + Σ v·tanh(w·x + b): its numbers, held as one object of arrays.
 */

/** How many units a new network has: thirteen numbers. */
export const UNITS = 4;

/** Numbers in [0, 1) that depend on the seed alone. @param {number} seed */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A network that has learned nothing yet. @param {() => number} random */
export function newNetwork(random) {
  const draw = (/** @type {number} */ size) =>
    Array.from({ length: UNITS }, () => (random() * 2 - 1) * size);
  return { w: draw(1.5), b: draw(1.5), v: draw(0.5), c: 0 };
}

/** What each unit answers to x, before its weight. */
export const unitOutputs = (network, x) =>
  network.w.map((w, unit) => Math.tanh(w * x + network.b[unit]));

/** What the network answers to x. */
export const output = (network, x) =>
  unitOutputs(network, x).reduce((sum, h, unit) => sum + network.v[unit] * h, network.c);

/** The mean squared error over the examples, pairs of x and y. */
export const loss = (network, examples) =>
  examples.reduce((sum, [x, y]) => sum + (output(network, x) - y) ** 2, 0) / examples.length;

/** The network after one step of gradient descent on all the examples. */
export function step(network, examples, rate) {
  const { w, b, v, c } = network;
  const next = { w: [...w], b: [...b], v: [...v], c };
  for (const [x, y] of examples) {
    const h = unitOutputs(network, x);
    const error = h.reduce((sum, value, unit) => sum + v[unit] * value, c) - y;
    const size = (rate * 2 * error) / examples.length;
    next.c -= size;
    for (let unit = 0; unit < w.length; unit++) {
      const slope = size * v[unit] * (1 - h[unit] ** 2); // d tanh(z) = 1 - tanh(z)²
      next.v[unit] -= size * h[unit];
      next.b[unit] -= slope;
      next.w[unit] -= slope * x;
    }
  }
  return next;
}
