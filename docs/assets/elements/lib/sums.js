// @ts-check
/** Sums of products of letters and numbers, as a reader writes them: "in·out + out". */

/** Products of a sum: "in·out + out" → [["in", "out"], ["out"]]. */
const products = (sum) => (sum ? sum.split(" + ").map((product) => product.split("·")) : []);

const number = (name, sizes) => (name in sizes ? sizes[name] : Number(name));

/** The value of a sum of products for these sizes. */
export function value(sum, sizes) {
  return products(sum).reduce((total, names) => total + names.reduce((product, name) => product * number(name, sizes), 1), 0);
}

/** The same with numbers in place of letters: "784·256 + 256". */
export function written(sum, sizes) {
  return products(sum).map((names) => names.map((name) => number(name, sizes)).join("·")).join(" + ");
}
