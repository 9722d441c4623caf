// @ts-check
/** A reader's own notes, cards, questions and path, as documents of their progress. */
import { isOwn } from "./lib/own.js";
import { attempt } from "./lib/records.js";
import { base, progress } from "./progress.js";

const differs = (one, other) => JSON.stringify(one) !== JSON.stringify(other);
const version = (key, body, each) => (each && isOwn(key, each.body) && differs(body, each.body) ? each : undefined);

/** All sound things of a kind, oldest first, with {name, at}, and `other` where two devices differed. */
export function own(kind) {
  const found = [];
  for (const [key, { at, body, previous }] of progress.documents()) {
    if (!key.startsWith(`${kind}|`) || !isOwn(key, body)) continue;
    found.push({ name: key.slice(kind.length + 1), at, body, other: version(key, body, previous) });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export const freshName = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 8).padEnd(6, "0");

/**
 * Keeps a thing. If it was changed elsewhere since the reader saw it, that version is kept beside it.
 * @param {number} [seen] when the version was made that the reader began with; without it, any is kept
 */
export function keep(kind, name, body, seen) {
  const old = progress.documents().get(`${kind}|${name}`);
  if (!old || old.at === seen) return progress.putDocument(kind, name, body);
  progress.merge([], new Map([[`${kind}|${name}`, { at: Math.max(Date.now(), old.at + 1), body }]]));
}

/** The address of a page within the site, "" for home. */
export const pageOf = (address) => {
  const { pathname } = new URL(address, location.href);
  return attempt(() => decodeURI(pathname), pathname).slice(base.pathname.length).replace(/index\.html$/, "");
};

export const addressOf = ({ page, anchor }) => new URL(page + (anchor && `#${anchor}`), base).href;
