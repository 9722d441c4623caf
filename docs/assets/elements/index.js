// @ts-check
/** The only script that mkdocs.yml names: what every chapter has, and what this page has. */
import "./lesson-cards.js";
import "./lesson-due.js";
import "./lesson-quiz.js";
import "./lesson-run.js";
import { fetchElements } from "./fetch-elements.js";
import { keepOffline } from "./offline.js";

/** A program that came in the address is shown; it runs when the reader says so. */
function openShared() {
  if (location.hash.startsWith("#code=")) import("./shared.js").then((shared) => shared.openShared());
}

// The theme tells of the first page and of each that it swaps in.
const pages = /** @type {any} */ (window).document$;
const begin = () => [fetchElements, openShared].forEach((each) => each());
if (pages) pages.subscribe(begin);
else begin();
addEventListener("hashchange", openShared);
keepOffline();
