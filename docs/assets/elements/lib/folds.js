// @ts-check
/**
 * A line that is folded again and again: by layers of two ReLU units, and by a single hidden layer
 * that has as many units.
 */
const relu = (z) => (z > 0 ? z : 0);

/** The line from 0 to 1 after some folds; each is a hidden layer of two units. */
export function folded(x, folds) {
  let sum = x;
  for (let i = 0; i < folds; i++) sum = 2 * relu(sum) - 4 * relu(sum - 0.5);
  return sum;
}

/** One hidden layer that follows the folds with all its units, from the left, and then stays where it is. */
export function oneLayer(x, folds, units) {
  const pieces = 2 ** folds;
  const turn = (i) => (i === 0 ? pieces : (i % 2 ? -2 : 2) * pieces * (i === units - 1 && units < pieces ? 0.5 : 1));
  let sum = 0;
  for (let i = 0; i < Math.min(units, pieces); i++) sum += turn(i) * relu(x - i / pieces);
  return sum;
}

/** What folding costs and gives, beside one hidden layer. */
export const counts = (folds) => ({
  units: 2 * folds,
  numbers: 6 * folds + 1,
  pieces: 2 ** folds,
  most: 2 * folds + 1, // of one hidden layer with as many units
  needed: 2 ** folds, // units of one hidden layer for the same line
  neededNumbers: 3 * 2 ** folds + 1,
});
