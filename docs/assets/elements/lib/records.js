// @ts-check
/** What a stored or imported record may be. What doesn't fit, wherever it comes from, is null. */

/** q question, c card, p prediction, x exercise; the full id; the time in base 36. */
const EVENT = /^([cpqx])\|([a-z0-9-]+(?:\/[a-z0-9-]+)+)\|([1-9a-z][0-9a-z]{7,8})$/;
const DOCUMENT = /^[a-z-]{1,20}\|.{1,200}$/s;
export const LONGEST_ANSWER = 2000;
const LONGEST_BODY = 300_000;

export function attempt(action, otherwise) {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

/** Between 2001 and 2103. */
const isTime = (t) => Number.isInteger(t) && t >= 1e12 && t < 4.2e12;
const isObject = (x) => typeof x === "object" && x !== null && !Array.isArray(x);
const isFlat = (x) => (typeof x === "string" ? x.length <= LONGEST_ANSWER : typeof x === "boolean" || Number.isFinite(x));

function isValue(kind, value) {
  if (!isObject(value) || !Object.values(value).every(isFlat)) return false;
  if (kind === "c") return [0, 1, 2, 3, 4].includes(value.g); // 0 makes it new again
  return typeof value.ok === "boolean" && (kind !== "q" || typeof value.a === "string");
}

/** @param {string} key */
export function readEvent(key, value) {
  const [, kind, id, time] = (key.length < 200 && EVENT.exec(key)) || [];
  const t = parseInt(time, 36);
  return isTime(t) && isValue(kind, value) ? { key, kind, id, t, value } : null;
}

const text = ({ body }) => attempt(() => JSON.stringify(body));
const isVersion = (x) => isObject(x) && isTime(x.at) && text(x)?.length <= LONGEST_BODY;

/** @param {string} key */
export function readDocument(key, value) {
  if (!DOCUMENT.test(key) || !isVersion(value)) return null;
  const { at, body, previous } = value;
  if (!previous) return { at, body };
  return isVersion(previous) ? { at, body, previous: { at: previous.at, body: previous.body } } : null;
}

/** The newest of all versions, and the newest that differs from it; the same in either order. */
export function mergeDocuments(documents) {
  const versions = documents.flatMap(({ at, body, previous }) => [{ at, body }, ...(previous ? [previous] : [])]);
  versions.sort((a, b) => b.at - a.at || (text(a) < text(b) ? -1 : 1));
  const previous = versions.find((version) => text(version) !== text(versions[0]));
  return previous ? { ...versions[0], previous } : versions[0];
}
