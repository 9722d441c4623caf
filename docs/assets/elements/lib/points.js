// @ts-check
/** Points in the plane in two classes, to train on and to test on. Always the same ones. */
import { randomNumbers } from "./demo-state.js";

const SEED = 7;
const EACH = 100; // points to train on, and as many to test on
const rounded = (value) => Math.round(value * 1000) / 1000 + 0;
const circle = (radius, turn) => [radius * Math.cos(2 * Math.PI * turn), radius * Math.sin(2 * Math.PI * turn)];

/** A function that draws from a bell curve of mean 0 and spread 1 (Box and Muller). */
export function normalNumbers(seed) {
  const random = randomNumbers(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** How to place a point of class t: from a number in [0, 1) and bell-shaped ones. */
const PLACES = {
  four: (t, place) => (place < 0.5 ? [0, t] : [1, 1 - t]),
  squares: (t, place, random) => {
    const [x, y] = [0.1 + 0.9 * random(), 0.1 + 0.9 * random()];
    const side = place < 0.5 ? 1 : -1;
    return [side * x, (t ? -side : side) * y];
  },
  rings: (t, place) => circle(t ? 0.45 : 1.1, place),
  moons: (t, place) => {
    const [x, y] = circle(1, place / 2);
    return t ? [0.8 * (0.5 - x), 0.8 * (0.3 - y)] : [0.8 * (x - 0.5), 0.8 * (y - 0.2)];
  },
  spirals: (t, place) => circle(0.1 + 1.2 * place, place + t / 2),
  blobs: (t, place, random, normal) => [t ? 0.6 : -0.6, t ? 0.6 : -0.6].map((middle) => middle + 0.25 * normal()),
};

/** What each set is called. */
export const SETS = {
  four: "XOR, four rows", squares: "XOR, squares", rings: "two rings", moons: "two moons",
  spirals: "two spirals", blobs: "two blobs", own: "your own points",
};

/** The lowest and highest value of both axes. */
export const windowOf = (data) => (data === "four" ? [-0.5, 1.5] : [-1.5, 1.5]);

/** Examples [x₁, x₂, t] to train on and to test on. The four rows need no more than four. */
export function points(data, noise, own) {
  if (data === "own") return { train: own, test: [] };
  if (data === "four" && !noise) return { train: [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]], test: [] };
  const random = randomNumbers(SEED), normal = normalNumbers(SEED + 1);
  const some = () => Array.from({ length: EACH }, (_, i) => {
    const [x, y] = PLACES[data](i % 2, random(), random, normal);
    return [rounded(x + noise * normal()), rounded(y + noise * normal()), i % 2];
  });
  return { train: some(), test: some() };
}
