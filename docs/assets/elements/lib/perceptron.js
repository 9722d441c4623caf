// @ts-check
/**
 * A perceptron with two inputs that learns from four points, one step after the other. A point is
 * {x, target} with x a pair; a step says what it met and what w and b are after it.
 */
import { shown } from "./format.js";

export const GATES = { AND: "0001", OR: "0111", NAND: "1110", XOR: "0110" };
export const MOST = 400; // steps
export const NAMES = ["A", "B", "C", "D"];

/** Ten digits keep noise such as 5e-17 from tipping an answer. */
const clean = (value) => Number(value.toFixed(10)) + 0;
const sum = ({ w, b }, x) => clean(w[0] * x[0] + w[1] * x[1] + b);
export const answer = (unit, x) => (sum(unit, x) >= 0 ? 1 : 0);

/** All steps from zero weights, until an epoch passes without a mistake or MOST are done. */
export function trace(points) {
  const steps = [];
  let [unit, mistakes] = [{ w: [0, 0], b: 0 }, 0];
  for (let i = 0; steps.length < MOST; i = (i + 1) % points.length) {
    if (i === 0) {
      if (steps.length && !mistakes) break;
      mistakes = 0;
    }
    const { x, target } = points[i];
    const z = sum(unit, x);
    const error = target - (z >= 0 ? 1 : 0);
    if (error) unit = { w: unit.w.map((w, d) => clean(w + error * x[d])), b: clean(unit.b + error) };
    mistakes += Math.abs(error);
    steps.push({ i, z, error, mistakes, ...unit });
  }
  return steps;
}

/** Mistakes of each epoch begun among the first `count` steps. */
export function epochs(steps, count, size) {
  const made = [];
  steps.slice(0, count).forEach(({ mistakes }, n) => (made[Math.floor(n / size)] = mistakes));
  return made;
}

/** The earlier epoch that ended with the same numbers as this one, counted from 1, or 0. */
export function repeats(steps, count, size) {
  if (!count || count % size) return 0;
  const numbers = ({ w, b }) => [...w, b].join();
  const now = numbers(steps[count - 1]);
  for (let n = size; n < count; n += size) if (numbers(steps[n - 1]) === now) return n / size;
  return 0;
}

/** What the unit numbers say at the moment, in one sentence or two. */
export function whatHappened(points, steps, count) {
  if (!count) return "Before the first step: both weights and the bias are 0, so every z is 0 and every answer is 1.";
  const { i, z, error, w, b } = steps[count - 1];
  const { x, target } = points[i];
  const met = `Step ${count}: ${NAMES[i]} at (${x.map((v) => shown(v)).join(", ")}) wants ${target}. z is ${number(z)}, so the answer is ${target - error}.`;
  const did = error ? `Wrong: the point is ${error > 0 ? "added to w, and 1 to b" : "taken from w, and 1 from b"}.` : "Right: nothing changes.";
  return `${met} ${did} Now w = (${w.map(number).join(", ")}), b = ${number(b)}.${ending(points, steps, count)}`;
}

function ending(points, steps, count) {
  const size = points.length;
  const epoch = count / size;
  if (count === steps.length && !steps[count - 1].mistakes && epoch % 1 === 0) return ` Epoch ${epoch} passed without a mistake: it is done.`;
  const again = repeats(steps, count, size);
  if (again) return ` These are the numbers that epoch ${again} ended with. From here it walks in a circle.`;
  return count === MOST ? ` ${MOST} steps are all that this demo makes.` : "";
}

const number = (value) => shown(clean(value));

/** The part of the square [low, high]² where w·x + b ≥ 0, and the ends of its boundary. */
export function cut({ w, b }, low, high) {
  const corners = [[low, low], [high, low], [high, high], [low, high]];
  const [polygon, ends] = [[], []];
  corners.forEach((p, k) => {
    const q = corners[(k + 1) % 4];
    const [atP, atQ] = [p, q].map(([x1, x2]) => w[0] * x1 + w[1] * x2 + b);
    if (atP >= 0) polygon.push(p);
    if (atP >= 0 === atQ >= 0) return;
    const share = atP / (atP - atQ);
    ends.push(p.map((v, d) => v + (q[d] - v) * share));
    polygon.push(ends.at(-1));
  });
  return { polygon, ends };
}
