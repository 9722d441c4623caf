// @ts-check
/**
 * A reader's progress. Each event has a storage key of its own and is never rewritten: two tabs
 * can't lose each other's, and two machines merge by union. Notes and the like are documents.
 * Storage that is damaged, full or refused never stops a page: `status` then says what is amiss,
 * and what could not be saved lives in memory and is tried again with the next write.
 */
import { mergeDocuments, readDocument, readEvent } from "./records.js";

const FULL = "Not saved: this browser’s storage is full.";
const REFUSED = "Not saved: this browser does not let the site store anything.";

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {Storage | null} storage
 * @param {string} prefix  sets this site's keys apart from others of the same origin
 * @param {() => number} now
 */
export function createStore(storage, prefix, now) {
  /** @type {Map<string, import("./records.js").Event>} */
  const events = new Map();
  /** @type {Map<string, import("./records.js").Document>} */
  const documents = new Map();
  const latest = new Map();
  const unsaved = new Map();
  const listeners = new Set();
  let sorted = null;
  let loaded = false;
  let status = "";

  const changed = () => listeners.forEach((listener) => listener());

  function remember(event) {
    const subject = `${event.kind}|${event.id}`;
    if (!(latest.get(subject)?.t >= event.t)) latest.set(subject, event);
    events.set(event.key, event);
    sorted = null;
  }

  /** Takes in one stored record; false if it is damaged. */
  function take(key, text) {
    const [place, name] = [key.slice(0, 2), key.slice(2)];
    const event = place === "e|" && readEvent(name, parsed(text));
    const document = place === "d|" && readDocument(name, parsed(text));
    if (event) remember(event);
    if (document) documents.set(name, document);
    return Boolean(event || document);
  }

  /** Kinds that a newer version of the site may have written are none of our business. */
  const isOurs = (key) => /^(e\|[cpqx]|d\|[a-z-]+)\|/.test(key);

  function ownKeys() {
    try {
      const keys = Object.keys(storage ?? {}).filter((key) => key.startsWith(prefix));
      return keys.map((key) => key.slice(prefix.length));
    } catch {
      return [];
    }
  }

  function setAside(key, text) {
    try {
      storage.setItem(`${prefix}bad:${key}`, text);
      storage.removeItem(prefix + key);
    } catch {
      // No room for a copy: it stays where it is, and is passed over again next time.
    }
  }

  function load() {
    if (loaded) return;
    loaded = true;
    for (const key of ownKeys().filter(isOurs)) {
      const text = storage.getItem(prefix + key);
      if (text !== null && !take(key, text)) setAside(key, text);
    }
    for (const [key, text] of unsaved) take(key, text);
  }

  function forget() {
    for (const map of [events, documents, latest]) map.clear();
    sorted = null;
    loaded = false;
  }

  function flush() {
    status = "";
    try {
      for (const [key, text] of unsaved) {
        storage.setItem(prefix + key, text);
        unsaved.delete(key);
      }
    } catch (error) {
      status = /quota/i.test(error.name) ? FULL : REFUSED;
    }
  }

  function save(key, value) {
    const text = JSON.stringify(value);
    take(key, text);
    unsaved.set(key, text);
  }

  /** Another tab may have written the same id in the same millisecond. */
  function isTaken(key) {
    try {
      return events.has(key) || storage.getItem(`${prefix}e|${key}`) !== null;
    } catch {
      return false;
    }
  }

  return {
    /** Empty while everything is saved; else one sentence that says why not. */
    get status() {
      return status;
    },

    /** All events, oldest first; the same array until something changes. */
    events() {
      load();
      const order = (a, b) => a.t - b.t || (a.key < b.key ? -1 : 1);
      sorted ??= [...events.values()].sort(order);
      return sorted;
    },

    /** The last event of one kind about one id. */
    last(kind, id) {
      load();
      return latest.get(`${kind}|${id}`);
    },

    /** Time never runs backward for an id, even if the clock was set back. */
    addEvent(kind, id, value) {
      load();
      let t = Math.max(now(), (latest.get(`${kind}|${id}`)?.t ?? 0) + 1);
      const key = () => `${kind}|${id}|${t.toString(36)}`;
      while (isTaken(key())) t += 1;
      save(`e|${key()}`, value);
      flush();
      changed();
    },

    /** @returns {Map<string, import("./records.js").Document>} by "kind|name" */
    documents() {
      load();
      return documents;
    },

    putDocument(kind, name, body) {
      load();
      const old = documents.get(`${kind}|${name}`);
      const at = Math.max(now(), (old?.at ?? 0) + 1);
      save(`d|${kind}|${name}`, { at, body, previous: old?.previous });
      flush();
      changed();
    },

    /** Union with records that have been checked; how many events and documents are new. */
    merge(more, moreDocuments) {
      load();
      const fresh = more.filter((event) => !events.has(event.key));
      for (const event of fresh) save(`e|${event.key}`, event.value);
      let count = 0;
      for (const [key, document] of moreDocuments) {
        const mine = documents.get(key);
        const merged = mergeDocuments(mine ? [mine, document] : [document]);
        if (JSON.stringify(merged) === JSON.stringify(mine)) continue;
        save(`d|${key}`, merged);
        count += 1;
      }
      flush();
      changed();
      return { events: fresh.length, documents: count };
    },

    /** Forgets everything of this site and leaves what others keep in the same origin. */
    erase() {
      for (const key of ownKeys()) storage.removeItem(prefix + key);
      unsaved.clear();
      forget();
      changed();
    },

    /** Looks again: another tab wrote. */
    reload() {
      forget();
      changed();
    },

    /** @param {() => void} listener @returns {() => void} call it to stop listening */
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
