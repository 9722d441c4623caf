// @ts-check
/**
 * Slopes of the activations, and a network of three layers, 1 → 4 → 4 → 1, with one activation
 * after each layer but the last. Its 33 numbers follow from a small whole number.
 */
import { ACTIVATIONS, erf } from "./neuron.js";

const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const { f: selu } = ACTIVATIONS.selu;
const bell = (z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** The slope of each activation; at a kink the one that PyTorch takes. */
export const SLOPES = {
  identity: () => 1,
  step: () => 0,
  sigmoid: (z) => sigmoid(z) * sigmoid(-z),
  tanh: (z) => 1 - Math.tanh(z) ** 2,
  relu: (z) => (z > 0 ? 1 : 0),
  leaky_relu: (z) => (z > 0 ? 1 : 0.01),
  elu: (z) => (z > 0 ? 1 : Math.exp(z)),
  selu: (z) => (z > 0 ? selu(1) : selu(z) + selu(1) * 1.6732632423543772),
  gelu: (z) => 0.5 * (1 + erf(z / Math.SQRT2)) + z * bell(z),
  silu: (z) => sigmoid(z) * (1 + z * sigmoid(-z)),
  softplus: sigmoid,
};

/** Numbers from −2 to 2 in hundredths, the same in Python (Park and Miller's generator). */
function* hundredths(seed) {
  for (let s = seed; ; ) {
    s = (s * 16807) % 2147483647;
    yield Math.floor((s / 2147483647) * 401) / 100 - 2;
  }
}

/** The layers of network number `net`: [{W: rows, b}, …]. */
export function layers(net) {
  const next = hundredths(net * 7919);
  const take = (count) => Array.from({ length: count }, () => next.next().value);
  return [[1, 4], [4, 4], [4, 1]].map(([into, out]) => ({ W: Array.from({ length: out }, () => take(into)), b: take(out) }));
}

/** What a network answers to one number. */
export function output(network, activation, x) {
  return network.reduce((values, { W, b }, depth) => {
    const sums = W.map((row, i) => row.reduce((sum, w, j) => sum + w * values[j], b[i]));
    return depth < network.length - 1 ? sums.map(ACTIVATIONS[activation].f) : sums;
  }, [x])[0];
}

/** The line through points that misses them least: slope, intercept, and the miss (RMS). */
export function bestLine(xs, ys) {
  const mean = (values) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [x0, y0] = [mean(xs), mean(ys)];
  const slope = mean(xs.map((x, i) => (x - x0) * (ys[i] - y0))) / mean(xs.map((x) => (x - x0) ** 2));
  const intercept = y0 - slope * x0;
  return { slope, intercept, miss: Math.sqrt(mean(xs.map((x, i) => (ys[i] - slope * x - intercept) ** 2))) };
}
