// @ts-check
/** This site's progress, which all elements share, what is derived from it, and how it is told. */
import { createStore } from "./lib/store.js";
import { attempt } from "./lib/records.js";
import { dueWithin, replay } from "./lib/replay.js";
import { studyDay } from "./lib/days.js";

/** Where the site lives. */
export const base = new URL("../../", import.meta.url);

// Where the browser refuses storage, the page lends the theme something in its place that forgets: not for progress.
const ours = attempt(() => (localStorage instanceof Storage ? localStorage : null), null);
const store = createStore(ours, `${base.pathname}|`, Date.now);
// An embed promises to keep nothing, so it needs no word where nothing is kept.
export const progress = document.body.matches(".embed") ? Object.create(store, { status: { value: "" } }) : store;
export const today = () => studyDay(Date.now());

let replayed = [];

/** Everything under review, by "kind|id", but for what the review found gone from the site. */
export function reviewItems() {
  const [events, gone] = [progress.events(), progress.documents().get("review|gone")];
  if (replayed[0] !== events || replayed[1] !== gone) {
    const lost = new Set([].concat(gone?.body ?? []));
    replayed = [events, gone, replay(events.filter(({ kind, id }) => !lost.has(`${kind}|${id}`)))];
  }
  return replayed[2];
}

/** A setting of the reader's. @returns {unknown} */
export const preference = (name) => progress.documents().get(`preference|${name}`)?.body;

/** What a reader may say before an answer is checked, as the log and as people have it. */
export const CONFIDENCE = { sure: "Sure", think: "Think so", guess: "Guess" };

export const dueNow = () => dueWithin([...reviewItems().values()], today(), Number(preference("a-day")) || Infinity);

let pending;
addEventListener("storage", ({ key }) => {
  if (key && !key.startsWith(`${base.pathname}|`)) return;
  clearTimeout(pending);
  pending = setTimeout(progress.reload, 100);
});

// A tab left open overnight has a new day to show.
document.addEventListener("visibilitychange", () => document.hidden || progress.reload());

/** @returns {HTMLElement[]} */
export const all = (root, selector) => [...root.querySelectorAll(selector)];

/** An element; its text stays text. */
export function node(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export const button = (text, className = "button-quiet") => node("button", { type: "button", className }, text);

export const counted = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;
