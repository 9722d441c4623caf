// @ts-check
/**
 * A reader's progress. Each event has a storage key of its own and is never rewritten: two tabs
 * can't lose each other's, two machines merge by union. Damaged, full or refused storage stops no
 * page: `status` says what is amiss, and what can't be saved lives in memory until it can.
 */
import { LONGEST_ANSWER, attempt, mergeDocuments, readDocument, readEvent } from "./records.js";

const FULL = "Not saved: this browser’s storage is full.";
const REFUSED = "Not saved: this browser does not let the site store anything.";

/** Keys of other sites, and of kinds that only a newer version knows, are left alone. */
const OURS = /^(e\|[cpqx]|d\|[a-z-]+)\|/;

/**
 * @param {Storage | null} storage
 * @param {string} prefix  sets this site apart from others of the same origin
 * @param {() => number} now
 */
export function createStore(storage, prefix, now) {
  const events = new Map();
  const latest = new Map();
  const documents = new Map();
  const unsaved = new Map();
  const listeners = new Set();
  let status = storage ? "" : REFUSED;
  let loaded = false;
  let sorted;

  const changed = (elsewhere) => listeners.forEach((listener) => listener(elsewhere));

  const ownKeys = () => attempt(() => Object.keys(storage).filter((key) => key.startsWith(prefix)), []);

  function remember(event) {
    const subject = `${event.kind}|${event.id}`;
    if (!(latest.get(subject)?.t >= event.t)) latest.set(subject, event);
    events.set(event.key, event);
    sorted = null;
  }

  /** Takes in one record; null if it is damaged. */
  function take(key, text) {
    const name = key.slice(2);
    const value = attempt(() => JSON.parse(text));
    const record = key[0] === "e" ? readEvent(name, value) : readDocument(name, value);
    if (record && "t" in record) remember(record);
    else if (record) documents.set(name, record);
    return record;
  }

  function setAside(key, text) {
    storage.setItem(`${prefix}bad:${key}`, text);
    storage.removeItem(prefix + key);
  }

  function load() {
    if (loaded) return;
    loaded = true;
    for (const key of ownKeys().map((key) => key.slice(prefix.length)).filter((key) => OURS.test(key))) {
      const text = storage.getItem(prefix + key);
      if (text !== null && !take(key, text)) attempt(() => setAside(key, text));
    }
    for (const [key, text] of unsaved) take(key, text);
  }

  function forget() {
    for (const map of [events, latest, documents]) map.clear();
    sorted = null;
    loaded = false;
  }

  function put(key, value) {
    const text = JSON.stringify(value);
    if (!take(key, text)) throw new TypeError(`${key} can't be ${text}`);
    unsaved.set(key, text);
  }

  /** What finds no room keeps nothing smaller from being saved. */
  function save() {
    if (unsaved.size) status = "";
    for (const [key, text] of unsaved) {
      try {
        storage.setItem(prefix + key, text);
        unsaved.delete(key);
      } catch (error) {
        status = /quota/i.test(error.name) ? FULL : REFUSED;
      }
    }
  }

  function putDocuments(more) {
    const before = new Map(documents);
    for (const [name, document] of more) {
      const merged = mergeDocuments([document, before.get(name) ?? document]);
      if (JSON.stringify(merged) !== JSON.stringify(before.get(name))) put(`d|${name}`, merged);
    }
    return [...documents].filter(([name, document]) => before.get(name) !== document).length;
  }

  return {
    /** Empty while all is saved; else one sentence that says why not. */
    get status() {
      return status;
    },

    /** All events, oldest first: the same array until one is added. */
    events() {
      load();
      sorted ??= [...events.values()].sort((a, b) => a.t - b.t || (a.key < b.key ? -1 : 1));
      return sorted;
    },

    /** The last event of a kind about an id. */
    last(kind, id) {
      load();
      return latest.get(`${kind}|${id}`);
    },

    /** Time never runs backward for an id, though the clock may be set back. */
    addEvent(kind, id, value) {
      load();
      const subject = `${kind}|${id}`;
      let t = Math.max(now(), (latest.get(subject)?.t ?? 0) + 1);
      const key = () => `e|${subject}|${t.toString(36)}`;
      while (attempt(() => storage.getItem(prefix + key()), null) !== null) t += 1; // another tab's
      put(key(), value.a ? { ...value, a: value.a.slice(0, LONGEST_ANSWER) } : value);
      save();
      changed(false);
    },

    /** Documents {at, body, previous} by "kind|name". */
    documents() {
      load();
      return documents;
    },

    putDocument(kind, name, body) {
      load();
      const old = documents.get(`${kind}|${name}`);
      put(`d|${kind}|${name}`, { at: Math.max(now(), (old?.at ?? 0) + 1), body, previous: old?.previous });
      save();
      changed(false);
    },

    /** Takes in checked records; tells how many of each were new. */
    merge(moreEvents, moreDocuments) {
      load();
      const fresh = moreEvents.filter(({ key }) => !events.has(key));
      for (const { key, value } of fresh) put(`e|${key}`, value);
      const added = { events: fresh.length, documents: putDocuments(moreDocuments) };
      save();
      changed(true);
      return added;
    },

    /** Forgets this site's progress, and nothing else in the origin. */
    erase() {
      for (const key of ownKeys()) storage.removeItem(key);
      unsaved.clear();
      status = storage ? "" : REFUSED;
      this.reload();
    },

    /** Looks again: another tab wrote. */
    reload() {
      forget();
      changed(true);
    },

    /** `listener` hears whether the change came from elsewhere. Call what this returns to stop. */
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
