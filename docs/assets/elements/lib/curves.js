// @ts-check
/** Functions of one input whose numbers a reader turns, and how badly they miss examples. */
import { shown } from "./format.js";
import { output, step } from "./tiny-network.js";

/** Sixteen examples of a wave, the same as on the home page. */
export const WAVE = Array.from({ length: 16 }, (_, i) => {
  const x = -3 + (6 * (i + 0.5)) / 16;
  return [x, 0.75 * Math.sin(1.5 * x + 0.4) + 0.12 * x];
});

/** Curves to aim at, each with examples; all but the wave are made by ten numbers. */
const hidden = (w, b, v, c) => WAVE.map(([x]) => [x, output({ w, b, v, c }, x)]);
export const GOALS = {
  wave: { name: "a wave", examples: WAVE },
  step: { name: "a step", examples: hidden([3], [-3], [0.8], 0) },
  hill: { name: "a hill", examples: hidden([2, 2], [2, -2], [0.8, -0.8], -0.6) },
};

/** The mean of the squared misses of f over examples, pairs of x and y. */
export const loss = (f, examples) => examples.reduce((sum, [x, y]) => sum + (f(x) - y) ** 2, 0) / examples.length;

/** A state w1, b1, v1, w2, …, c as the network of lib/tiny-network.js. */
const asNetwork = (state, units) => {
  const of = (letter) => Array.from({ length: units }, (_, i) => state[`${letter}${i + 1}`]);
  return { w: of("w"), b: of("b"), v: of("v"), c: state.c };
};

/** The function of a network with one input and some tanh units: c + Σ v·tanh(w·x + b). */
export function network(state, units) {
  const numbers = asNetwork(state, units);
  return (x) => output(numbers, x);
}

/** The state after some steps against the slopes; no number leaves ±limit. */
export function learned(state, units, examples, steps, limit) {
  let numbers = asNetwork(state, units);
  const within = (value) => Math.min(limit, Math.max(-limit, value));
  for (let i = 0; i < steps; i++) {
    const { w, b, v, c } = step(numbers, examples, 0.1);
    numbers = { w: w.map(within), b: b.map(within), v: v.map(within), c: within(c) };
  }
  const { w, b, v, c } = numbers;
  const parts = w.map((_, i) => ({ [`w${i + 1}`]: w[i], [`b${i + 1}`]: b[i], [`v${i + 1}`]: v[i] }));
  return Object.assign({ ...state, c }, ...parts);
}

/** The keys of a network's numbers, unit by unit. */
export const networkKeys = (units) =>
  [...Array.from({ length: units }, (_, i) => ["w", "b", "v"].map((letter) => letter + (i + 1))).flat(), "c"];

/** A network as a formula, its numbers put in. */
export const networkFormula = (state, units) =>
  `f(x) = ${sum([...Array.from({ length: units }, (_, i) => {
    const [w, b, v] = ["w", "b", "v"].map((letter) => state[letter + (i + 1)]);
    return [v, ` tanh(${sum([[w, " x"], [b, ""]])})`];
  }), [state.c, ""]])}`;

/** Line through corners at fixed places, level outside. */
function corners(heights) {
  return (x) => {
    const place = Math.min(Math.max((x + 3) / 1.5, 0), 4);
    const left = Math.min(Math.floor(place), 3);
    return heights[left] + (heights[left + 1] - heights[left]) * (place - left);
  };
}

const HEIGHTS = ["h1", "h2", "h3", "h4", "h5"];

/** Kinds of rule: name, numbers, function, formula, and numbers that fit the wave well. */
export const KINDS = {
  line: {
    name: "a line", keys: ["k", "b"], good: { k: 0.1, b: -0.05 },
    f: ({ k, b }) => (x) => k * x + b,
    formula: ({ k, b }) => `f(x) = ${sum([[k, " x"], [b, ""]])}`,
  },
  parabola: {
    name: "a parabola", keys: ["p", "q", "r"], good: { p: -0.05, q: 0.1, r: 0.1 },
    f: ({ p, q, r }) => (x) => p * x * x + q * x + r,
    formula: ({ p, q, r }) => `f(x) = ${sum([[p, " x²"], [q, " x"], [r, ""]])}`,
  },
  corners: {
    name: "a line with corners", keys: HEIGHTS, good: { h1: 0.35, h2: -1.15, h3: 0.4, h4: 0.7, h5: -0.75 },
    f: (state) => corners(HEIGHTS.map((key) => state[key])),
    formula: (state) => `Heights at x = −3, −1.5, 0, 1.5, 3: ${HEIGHTS.map((key) => shown(state[key])).join(", ")}`,
  },
  net: {
    name: "a small network", keys: networkKeys(2),
    good: { w1: 1.4, b1: 0.4, v1: 1.9, w2: -0.3, b2: -0.1, v2: 3, c: 0 },
    f: (state) => network(state, 2),
    formula: (state) => networkFormula(state, 2),
  },
};

/** A sum of [number, what follows it]: 2 x − 0.5. */
function sum(terms) {
  return terms.map(([value, rest], i) => {
    const sign = value < 0 ? (i ? " − " : "−") : i ? " + " : "";
    return sign + shown(Math.round(Math.abs(value) * 100) / 100) + rest;
  }).join("");
}
