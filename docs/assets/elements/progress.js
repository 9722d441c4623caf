// @ts-check
/** The one progress store of this site, shared by all elements, and what is derived from it. */
import { createStore } from "./lib/store.js";
import { replay } from "./lib/replay.js";
import { studyDay } from "./lib/days.js";

/** Where the site lives; also keeps its keys apart from other sites of the same origin. */
export const base = new URL("../../", import.meta.url);

function openStorage() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

export const progress = createStore(openStorage(), `${base.pathname}|`, Date.now);
export const today = () => studyDay(Date.now());

let events;
let items;

/** Everything under review, replayed only when an event was added. */
export function reviewItems() {
  if (events !== progress.events()) items = replay((events = progress.events()));
  return items;
}

let pending;
addEventListener("storage", ({ key }) => {
  if (key !== null && !key.startsWith(`${base.pathname}|`)) return;
  clearTimeout(pending);
  pending = setTimeout(progress.reload, 100);
});

/** An element with properties and children; text stays text. */
export function node(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export const button = (text, className = "button") => node("button", { type: "button", className }, text);

export const counted = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;
