// @ts-check
/**
 * Is an answer right, and which reasons speak to it? Reads what people type as numbers, shapes and
 * code, and compares what programs print. Answers are the strings of answers.js.
 */

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

/** As a number, and where a comma may part thousands, as that number too: 50,890. */
function readings(text) {
  const whole = /^\s*[+\-−–]?[1-9]\d{0,2}(,\d{3})+\s*$/.test(text) ? text.replaceAll(",", "") : text;
  return [text, whole].map(parseNumber);
}

/** Binary fractions get the benefit of their last digits. */
function isNear(x, y, tolerance) {
  return Math.abs(x - y) <= tolerance + 4 * Number.EPSILON * Math.max(Math.abs(x), Math.abs(y));
}

/** The near miss that a wrong number is closest to, within a hundredth of it. */
function nearest(x, nears) {
  const close = nears.filter((near) => isNear(x, near, Math.abs(near) / 100));
  return close.sort((a, b) => Math.abs(x - a) - Math.abs(x - b))[0];
}

const tidyOutput = (text) => text.replace(/[^\S\n]+$/gm, "").replace(/\n+$/, "");

/** What two ways of writing the same short answer have in common; mkdocs_lesson/short.py says the same. */
const FORMS = {
  text: (text) => text.trim().replace(/\s+/g, " ").replace(/[’‘]/g, "'").replace(/[−–]/g, "-").replace(/\.$/, "").toLowerCase(),
  code: (text) => text.replace(/\s+/g, "").replace(/[’‘“”"]/g, "'").replace(/[−–]/g, "-").replace(/;$/, ""),
  int: (text) => (/^\s*[+\-−–]?\d+([ ,_]\d{3})*\s*$/.test(text) ? String(BigInt(text.replace(/[\s,_+]/g, "").replace(/[−–]/, "-"))) : null),
  shape(text) {
    const inner = text.trim().replace(/^(torch\.Size)?\s*[([]+|[)\]]+$/g, "");
    const sizes = inner.split(/\s*[,x×*;]\s*|\s+/i).filter(Boolean);
    return sizes.every((size) => /^\d+$/.test(size)) ? sizes.map(Number).join(",") : null;
  },
};

/** The common form of a text: `form` is text, code, int or shape; null if it can't be read as one. */
export const tidy = (text, form = "text") => FORMS[form](text);

const asList = (json) => JSON.parse(json || "[]");
const parts = (given) => given.split(" ");
const wrongBlanks = (given, { answer, form }) => asList(answer).map((forms, n) =>
  !forms.some((each) => tidy(each, form) === tidy(asList(given)[n] ?? "", form)));

const RIGHT = {
  numeric(given, { answer, tolerance }) {
    const found = readings(given).filter((x) => !Number.isNaN(x));
    return found.length ? found.some((x) => isNear(x, Number(answer), Number(tolerance))) : null;
  },
  order: (given, { answer }) => answer.split("|").includes(given),
  cloze: (given, key) => !wrongBlanks(given, key).includes(true),
  short(given, { answer, form }) {
    const read = tidy(given, form);
    return read === null ? null : asList(answer).some((each) => tidy(each, form) === read);
  },
};
const asPrinted = (given, { answer }) => tidyOutput(given) === tidyOutput(answer);

/** True, false, or null for what can't be read. @param {string} type @param {string} given @param {DOMStringMap} key */
export const isRight = (type, given, key) => (RIGHT[type] ?? asPrinted)(given, key);

const FORM_WORDS = { shape: "a shape, such as (3, 4)", int: "a whole number, such as 12" };

/** What to say when an answer can't be read. @param {DOMStringMap} key */
export const unreadable = ({ form }) => `Type ${FORM_WORDS[form] ?? "a number, such as 0.25, 1/4 or 2.5e-3"}.`;

/** Does the reason of a part (data-for, or data-missed where leaving it out was wrong) speak to the answer? */
const SPEAKS = {
  match: (given, { answer }, why) => parts(given)[parts(answer).indexOf(why.for)] !== why.for,
  cloze: (given, key, why) => wrongBlanks(given, key)["abcdefgh".indexOf(why.for)],
};
const isOfPart = (given, _, why) => (why.missed ? !parts(given).includes(why.missed) : parts(given).includes(why.for));

/** Which of the reasons speak to an answer. @param {string} type @param {string} given @param {DOMStringMap} key @param {DOMStringMap[]} whys @returns {boolean[]} */
export function reasons(type, given, key, whys) {
  const nears = whys.map((why) => Number(why.near));
  const near = readings(given).map((x) => nearest(x, nears)).find((x) => x !== undefined);
  return whys.map((why) => {
    if (why.near === undefined) return (SPEAKS[type] ?? isOfPart)(given, key, why);
    if (type !== "short") return Number(why.near) === near;
    return tidy(why.near, key.form) === tidy(given, key.form);
  });
}
