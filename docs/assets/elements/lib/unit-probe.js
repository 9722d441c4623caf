// @ts-check
/** What a hidden unit answers to many digits, and which of them it answers loudest. */
import { randomNumbers } from "./demo-state.js";

/** What can be asked, and how many there are of it. */
export const COUNTS = { first: 256, second: 128, mixture: 128 };

/** A unit's answer to each digit; a mixture adds up the second layer's answers, each times a random number. */
export function answers(hidden, layer, unit) {
  if (layer !== "mixture") return hidden.map((layers) => layers[layer === "first" ? 0 : 1][unit]);
  const next = randomNumbers(unit);
  const parts = Array.from({ length: COUNTS.second }, () => 2 * next() - 1);
  return hidden.map(([, second]) => second.reduce((sum, v, i) => sum + parts[i] * v, 0));
}

/** The places of the largest answers, the largest first. */
export function loudest(values, count) {
  return [...values.keys()].sort((a, b) => values[b] - values[a] || a - b).slice(0, count);
}

/** The mean answer to each of ten classes. */
export function means(values, labels) {
  const [sums, counts] = [new Float64Array(10), new Float64Array(10)];
  values.forEach((v, i) => {
    sums[labels[i]] += v;
    counts[labels[i]] += 1;
  });
  return [...sums].map((sum, k) => sum / (counts[k] || 1));
}

/** The class that comes most often, and how often. */
export function commonest(classes) {
  const counts = new Array(10).fill(0);
  for (const each of classes) counts[each] += 1;
  const most = Math.max(...counts);
  return { most, digit: counts.indexOf(most) };
}
