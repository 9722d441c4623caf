// @ts-check
/** Three losses of the logits z for the right class t (from 0), each with its slopes, in words too. */
import { shown, signed } from "./format.js";

export function softmax(z) {
  const highest = Math.max(...z);
  const powers = z.map((v) => Math.exp(v - highest));
  const total = powers.reduce((sum, v) => sum + v, 0);
  return powers.map((v) => v / total);
}

const wanted = (z, t) => z.map((_, i) => (i === t ? 1 : 0));
const sum = (values) => values.reduce((total, v) => total + v, 0);

/** ln Σ eᶻ − z_t, so that a share of 0 does no harm; its slopes are p − y. */
function crossEntropy(z, t) {
  const highest = Math.max(...z);
  const loss = highest - z[t] + Math.log(sum(z.map((v) => Math.exp(v - highest))));
  const y = wanted(z, t);
  return { loss, slopes: softmax(z).map((p, i) => p - y[i]) };
}

/** Σ (p − y)²; its slopes pass through the softmax. */
function squared(z, t) {
  const p = softmax(z);
  const misses = wanted(z, t).map((y, i) => p[i] - y);
  const mean = sum(misses.map((miss, i) => 2 * miss * p[i]));
  return { loss: sum(misses.map((miss) => miss * miss)), slopes: p.map((share, i) => share * (2 * misses[i] - mean)) };
}

/** The mean over all K classes of how far each rival is within 1 of the right score, or above it. */
function hinge(z, t) {
  const over = z.map((v, i) => (i === t ? 0 : v - z[t] + 1)).map((v) => (v > 1e-9 ? v : 0)); // no rounding noise
  const slopes = over.map((v) => (v ? 1 / z.length : 0));
  slopes[t] = -sum(slopes);
  return { loss: sum(over) / z.length, slopes: slopes.map((v) => v + 0) };
}

export const LOSSES = {
  cross_entropy: { name: "cross-entropy", f: crossEntropy },
  squared: { name: "squared error", f: squared },
  hinge: { name: "hinge", f: hinge },
};

/** The logits after some steps against the slopes, with learning rate 1, within limits. */
export function stepped(z, t, loss, steps, limit) {
  const within = (v) => Math.min(limit, Math.max(-limit, v));
  for (; steps > 0; steps--) {
    const { slopes } = LOSSES[loss].f(z, t);
    z = z.map((v, i) => within(v - slopes[i]));
  }
  return z;
}

/** What the right answer has, and what the chosen loss does with the logits. A state is {z, t, loss, names}. */
export function summary({ z, t, loss, names }) {
  const { name, f } = LOSSES[loss];
  const now = f(z, t);
  const pushes = names.map((word, i) => `${word} ${signed(-now.slopes[i], 3)}`).join(", ");
  const push = now.slopes.every((v) => Math.abs(v) < 0.0005) ? "It hardly pushes at all." : `A step moves: ${pushes}.`;
  return `The right one, ${names[t]}, has the share ${shown(softmax(z)[t], 3)}. The ${name} is ${shown(now.loss, 3)}. ${push}`;
}
