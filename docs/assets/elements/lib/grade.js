// @ts-check
/** Is an answer right? Reads what people type as numbers; compares what programs print. */

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/;

/** One decimal number: 0.1, .1, 0,1, 2e-3, 2 × 10^-3, 10^-3. */
function decimal(text) {
  const plain = text
    .replace(/(?<=\d)[×*x·]10(\^|\*\*)/, "e")
    .replace(/^([+-]?)10(\^|\*\*)/, (_, sign) => `${sign}1e`)
    .replace(/^([^.,]*),([^.,]*)$/, "$1.$2");
  return NUMBER.test(plain) ? Number(plain) : null;
}

/** @param {string} text @returns {number | null} null if it is not a number, or a fraction of two */
export function parseNumber(text) {
  const tidy = text.replace(/\s/g, "").replace(/[−–]/g, "-").toLowerCase();
  const parts = tidy.split("/").map(decimal);
  if (parts.includes(null) || parts.length > 2) return null;
  const [top, bottom = 1] = /** @type {number[]} */ (parts);
  return Number.isFinite(top / bottom) ? top / bottom : null;
}

/** Within the tolerance; binary fractions get the benefit of their last digits. */
export function isNear(x, answer, tolerance) {
  const slack = 4 * Number.EPSILON * Math.max(Math.abs(x), Math.abs(answer));
  return Math.abs(x - answer) <= tolerance + slack;
}

/** The near miss that a wrong number stands closest to, within a hundredth. */
export function nearest(x, nears) {
  const close = nears.filter((near) => isNear(x, near, Math.abs(near) / 100));
  return close.sort((a, b) => Math.abs(x - a) - Math.abs(x - b))[0];
}

/** Equal but for white space at the ends of lines and after the last one. */
export function sameOutput(a, b) {
  const tidy = (text) => text.replace(/[^\S\n]+$/gm, "").replace(/\n+$/, "");
  return tidy(a) === tidy(b);
}

const FIELDS = {
  choice: (given, { answer }) => given === answer,
  numeric: (given, { answer, tolerance }) => {
    const x = parseNumber(given);
    return x === null ? null : isNear(x, Number(answer), Number(tolerance ?? 0));
  },
  output: (given, { answer }) => sameOutput(given, answer),
};

/**
 * Right (true), wrong (false), or unreadable (null).
 * @param {string} type @param {string} given @param {DOMStringMap} data
 */
export const isRight = (type, given, data) => FIELDS[type](given, data);
