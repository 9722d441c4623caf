// @ts-check
/**
 * What one stored or imported record may be. Everything that comes from storage or from a file
 * passes here; what doesn't fit is null.
 *
 * @typedef {{key: string, kind: string, id: string, t: number, value: any}} Event
 * @typedef {{at: number, body: any, previous?: {at: number, body: any}}} Document
 */

/** q question, c card, p prediction, x exercise; then the full id; then the time in base 36. */
const EVENT = /^([cpqx])\|([a-z0-9-]+(?:\/[a-z0-9-]+)+)\|([1-9a-z][0-9a-z]{7,8})$/;
const DOCUMENT = /^[a-z-]{1,20}\|.{1,200}$/s;
export const LONGEST_ANSWER = 2000;
const LONGEST_BODY = 300_000;

/** Between 2001 and 2103: further off, no clock was right. */
const isTime = (t) => Number.isInteger(t) && t >= 1e12 && t < 4.2e12;
const isObject = (x) => typeof x === "object" && x !== null && !Array.isArray(x);
const isFlat = (x) =>
  typeof x === "boolean" || Number.isFinite(x) || (typeof x === "string" && x.length <= LONGEST_ANSWER);

function isValue(kind, value) {
  if (!isObject(value) || !Object.values(value).every(isFlat)) return false;
  if (kind === "c") return [1, 2, 3, 4].includes(value.g);
  return typeof value.ok === "boolean" && (kind !== "q" || typeof value.a === "string");
}

/** @param {string} key @param {any} value @returns {Event | null} */
export function readEvent(key, value) {
  const [, kind, id, time] = (key.length < 200 && EVENT.exec(key)) || [];
  const t = parseInt(time, 36);
  return isTime(t) && isValue(kind, value) ? { key, kind, id, t, value } : null;
}

const isVersion = (x) => isObject(x) && isTime(x.at) && JSON.stringify(x.body)?.length <= LONGEST_BODY;

/** @param {string} key @param {any} value @returns {Document | null} */
export function readDocument(key, value) {
  if (!DOCUMENT.test(key) || !isVersion(value)) return null;
  const { at, body, previous } = value;
  if (previous === undefined) return { at, body };
  return isVersion(previous) ? { at, body, previous: { at: previous.at, body: previous.body } } : null;
}

/**
 * The newest of all versions, with the next older one as `previous`: whichever side comes first.
 * @param {Document[]} documents @returns {Document}
 */
export function mergeDocuments(documents) {
  const versions = new Map();
  for (const { at, body, previous } of documents) {
    for (const version of [{ at, body }, ...(previous ? [previous] : [])]) {
      const text = JSON.stringify(version.body);
      if (!(versions.get(text)?.at >= version.at)) versions.set(text, version);
    }
  }
  const order = ([a, x], [b, y]) => y.at - x.at || (a < b ? -1 : 1);
  const [[, newest], older] = [...versions].sort(order);
  return older ? { ...newest, previous: older[1] } : newest;
}
