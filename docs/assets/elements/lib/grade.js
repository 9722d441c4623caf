// @ts-check
/** Is an answer right? Reads what people type as numbers, and compares what programs print. */

/** 0.1, .1, 0,1, 2e-3, 2×10^-3, 10^-3; NaN for all else. */
function decimal(text) {
  const plain = text
    .replace(/(?<=\d)[×*x·]10(\^|\*\*)/, "e")
    .replace(/^([+-]?)10(\^|\*\*)/, (_, sign) => `${sign}1e`)
    .replace(/^([^.,]*),([^.,]*)$/, "$1.$2");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(plain) ? Number(plain) : NaN;
}

/** A decimal number or a fraction of two; NaN for all else. @param {string} text */
export function parseNumber(text) {
  const tidy = text.replace(/\s/g, "").replace(/[−–]/g, "-").toLowerCase();
  const [top, bottom = 1, more] = tidy.split("/").map(decimal);
  return more === undefined && Number.isFinite(top / bottom) ? top / bottom : NaN;
}

/** Binary fractions get the benefit of their last digits. */
function isNear(x, y, tolerance) {
  return Math.abs(x - y) <= tolerance + 4 * Number.EPSILON * Math.max(Math.abs(x), Math.abs(y));
}

/** The near miss that a wrong number is closest to, within a hundredth of it. */
export function nearest(x, nears) {
  const close = nears.filter((near) => isNear(x, near, Math.abs(near) / 100));
  return close.sort((a, b) => Math.abs(x - a) - Math.abs(x - b))[0];
}

const tidyOutput = (text) => text.replace(/[^\S\n]+$/gm, "").replace(/\n+$/, "");

const RIGHT = {
  choice: (given, { answer }) => given === answer,
  numeric(given, { answer, tolerance }) {
    const x = parseNumber(given);
    return Number.isNaN(x) ? null : isNear(x, Number(answer), Number(tolerance));
  },
  output: (given, { answer }) => tidyOutput(given) === tidyOutput(answer),
};

/** True, false, or null for what can't be read. @param {string} type @param {string} given @param {DOMStringMap} key */
export const isRight = (type, given, key) => RIGHT[type](given, key);
