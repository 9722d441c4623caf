// @ts-check
/**
 * FSRS-6, the model of memory that Anki uses: a memory {s, d} has a stability (days until the
 * chance of recall falls to 0.9) and a difficulty (1 to 10). No clock inside: callers pass whole
 * study days. No learning steps, as the forgotten comes back in the same sitting; and no fuzz, so
 * that the same events give the same days.
 */

export const [AGAIN, HARD, GOOD, EASY] = [1, 2, 3, 4];

export const WEIGHTS = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
  1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

const clamp = (x, low, high) => Math.min(Math.max(x, low), high);

export function createScheduler(w = WEIGHTS, retention = 0.9) {
  const decay = -w[20];
  const factor = 0.9 ** (1 / decay) - 1;

  const retrievability = (days, s) => (1 + (factor * days) / s) ** decay;

  /** Days until the chance of recall falls to the wished retention. */
  const interval = (s) => clamp(Math.round((s / factor) * (retention ** (1 / decay) - 1)), 1, 36500);

  const firstDifficulty = (grade) => w[4] - Math.exp(w[5] * (grade - 1)) + 1;

  function nextDifficulty(d, grade) {
    const damped = d - (w[6] * (grade - GOOD) * (10 - d)) / 9;
    return w[7] * firstDifficulty(EASY) + (1 - w[7]) * damped;
  }

  function sameDay(s, grade) {
    const growth = Math.exp(w[17] * (grade - GOOD + w[18])) * s ** -w[19];
    return s * (grade === AGAIN ? growth : Math.max(growth, 1));
  }

  function forgotten({ s, d }, r) {
    const relearned = w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * Math.exp((1 - r) * w[14]);
    return Math.min(relearned, s / Math.exp(w[17] * w[18]));
  }

  function recalled({ s, d }, r, grade) {
    const bonus = (grade === HARD ? w[15] : 1) * (grade === EASY ? w[16] : 1);
    return s * (1 + Math.exp(w[8]) * (11 - d) * s ** -w[9] * (Math.exp((1 - r) * w[10]) - 1) * bonus);
  }

  function nextStability(memory, days, grade) {
    if (days < 1) return sameDay(memory.s, grade);
    const r = retrievability(days, memory.s);
    return grade === AGAIN ? forgotten(memory, r) : recalled(memory, r, grade);
  }

  /** The memory after a review, `days` after the last one; `memory` is null at first. */
  function step(memory, days, grade) {
    const s = memory ? nextStability(memory, days, grade) : w[grade - 1];
    const d = memory ? nextDifficulty(memory.d, grade) : firstDifficulty(grade);
    return { s: Math.max(s, 0.001), d: clamp(d, 1, 10) };
  }

  return { step, interval, retrievability };
}
