// @ts-check
/** Progress as one file: out as plain JSON, in only when every record of it is sound. */
import { attempt, readDocument, readEvent } from "./records.js";

const FORMAT = "plainnet-progress";
const VERSION = 1;
export const LARGEST = 20_000_000;

export function exportProgress(store, now) {
  const events = Object.fromEntries(store.events().map(({ key, value }) => [key, value]));
  const documents = Object.fromEntries(store.documents());
  return { format: FORMAT, version: VERSION, exported: new Date(now).toISOString(), events, documents };
}

function demand(condition, complaint) {
  if (!condition) throw new Error(complaint);
}

function readAll(entries, read, name) {
  demand(entries && typeof entries === "object" && !Array.isArray(entries), `This file has no ${name}s`);
  return Object.entries(entries).map(([key, value]) => {
    const record = read(key, value);
    demand(record, `This file holds an unsound ${name}, “${key.slice(0, 60)}”`);
    return [key, record];
  });
}

/** @param {string} text @throws {Error} that says in words for the reader what is wrong */
export function readProgress(text) {
  demand(text.length <= LARGEST, "This file is too large");
  const file = attempt(() => JSON.parse(text));
  demand(file !== undefined, "This file is damaged or cut short");
  demand(file?.format === FORMAT, "This file does not hold progress of this site");
  demand(file.version === VERSION, "This file comes from another version of this site");
  const events = readAll(file.events, readEvent, "event").map(([, event]) => event);
  return { events, documents: readAll(file.documents, readDocument, "document") };
}
