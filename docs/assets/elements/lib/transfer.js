// @ts-check
/** Progress as one file: out as plain JSON, in only when every record of it is sound. */
import { readDocument, readEvent } from "./records.js";

const FORMAT = "plainnet-progress";
const VERSION = 1;
const LARGEST = 20_000_000;

/** @param {ReturnType<typeof import("./store.js").createStore>} store @param {number} now */
export function exportProgress(store, now) {
  const events = Object.fromEntries(store.events().map(({ key, value }) => [key, value]));
  const documents = Object.fromEntries(store.documents());
  return { format: FORMAT, version: VERSION, exported: new Date(now).toISOString(), events, documents };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("This file is damaged or cut short");
  }
}

/** Every entry read by `read`, or an error that names the first one that is unsound. */
function readAll(entries, read, name) {
  if (typeof entries !== "object" || entries === null || Array.isArray(entries)) {
    throw new Error(`This file has no ${name}s`);
  }
  return Object.entries(entries).map(([key, value]) => {
    const record = read(key, value);
    if (!record) throw new Error(`This file holds an unsound ${name}, “${key.slice(0, 60)}”`);
    return /** @type {[string, any]} */ ([key, record]);
  });
}

/** @param {string} text @throws {Error} with a sentence for the reader */
export function readProgress(text) {
  if (text.length > LARGEST) throw new Error("This file is too large to be progress");
  const file = parse(text);
  if (file?.format !== FORMAT) throw new Error("This file does not hold progress of this site");
  if (file.version !== VERSION) throw new Error("This file was written by another version of this site");
  const events = readAll(file.events, readEvent, "event").map(([, event]) => event);
  return { events, documents: new Map(readAll(file.documents, readDocument, "document")) };
}
