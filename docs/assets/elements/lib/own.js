// @ts-check
/**
 * What a reader's own things may be: notes, cards, questions, and what they changed of the path.
 * Each is a document of the progress, `<kind>|<name>`; its body has these fields and no others.
 */

const some = (most) => (x) => any(most)(x) && x.trim() !== "";
const any = (most) => (x) => typeof x === "string" && x.length <= most;
const isFlag = (x) => typeof x === "boolean";
const isText = (pattern) => (x) => typeof x === "string" && pattern.test(x);
const isPage = isText(/^(?=.{0,200}$)([a-z0-9-]+\/)*$/);
const isSlug = isText(/^[a-z0-9-]{1,100}$/);
const isId = isText(/^[a-z0-9]{8,20}$/);
const isSet = (list) => new Set(list).size === list.length;
const isOrder = (x) => Array.isArray(x) && x.length <= 1000 && x.every(isSlug) && isSet(x);

/** The most letters of a field, and options of a question. */
export const MOST = { text: 10_000, front: 4000, back: 4000, ask: 4000, explain: 4000, option: 500, options: 6, quote: 300, name: 200 };
const isOption = some(MOST.option);

const isOptions = (x) => Array.isArray(x) && x.length >= 2 && x.length <= MOST.options && x.every(isOption) && isSet(x);

/** Where a thing belongs, in words too: the page or its heading may be gone one day. */
const PLACE = { page: isPage, title: any(MOST.name), anchor: any(MOST.name), heading: any(500) };
const FIELDS = {
  note: { ...PLACE, quote: any(MOST.quote), text: some(MOST.text), removed: isFlag },
  card: { ...PLACE, front: some(MOST.front), back: some(MOST.back), removed: isFlag },
  question: { ...PLACE, ask: some(MOST.ask), options: isOptions, right: Number.isInteger, explain: any(MOST.explain), removed: isFlag },
  path: { title: any(MOST.name), hidden: isFlag, removed: isFlag },
};

const isObject = (x) => typeof x === "object" && x !== null && !Array.isArray(x);

function isBody(kind, body) {
  if (kind === "order") return isOrder(body);
  const fields = Object.entries(FIELDS[kind]);
  const whole = isObject(body) && Object.keys(body).length === fields.length;
  if (!whole || !fields.every(([name, fits]) => Object.hasOwn(body, name) && fits(body[name]))) return false;
  return kind !== "question" || (body.right >= 0 && body.right < body.options.length);
}

const isName = { note: isId, card: isId, question: isId, path: isSlug, order: (name) => name === "path" };
const kindOf = (key) => key.slice(0, key.indexOf("|"));
const isKind = (kind) => Object.hasOwn(isName, kind);

/** @param {string} key `<kind>|<name>` */
export function isOwn(key, body) {
  const kind = kindOf(key);
  return isKind(kind) && isName[kind](key.slice(kind.length + 1)) && isBody(kind, body);
}

const MOST_THINGS = 5000;
const MOST_LETTERS = 3_000_000; // a browser keeps five million for a whole site

/**
 * Refuses documents that are to come in if one of the reader's own is unsound, or if they are too many.
 * @param {[string, {body: unknown, previous?: {body: unknown}}][]} documents
 * @throws {Error} that says in words for the reader what is wrong
 */
export function demandSound(documents) {
  const own = documents.filter(([key]) => isKind(kindOf(key)));
  for (const [key, { body, previous }] of own) {
    if (isOwn(key, body) && (!previous || isOwn(key, previous.body))) continue;
    throw new Error(`This file holds an unsound ${kindOf(key)}, “${key.slice(0, 60)}”`);
  }
  if (own.length > MOST_THINGS) throw new Error(`This file holds more than ${MOST_THINGS} notes, cards and questions`);
  if (JSON.stringify(own).length > MOST_LETTERS) throw new Error("This file holds more than a browser can keep");
}

/** Eight hexadecimal digits that change when a text does. */
export function versionOf(text) {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
