// @ts-check
/** The only script that mkdocs.yml names: what every chapter has, and what this page has. */
import "./lesson-cards.js";
import "./lesson-due.js";
import "./lesson-quiz.js";
import "./lesson-run.js";
import { keepOffline } from "./offline.js";

/** A demo, or what only the review page has, is fetched when the page holds its element. */
function fetchElements() {
  for (const { localName } of document.querySelectorAll(":not(:defined)")) {
    if (/^(demo|lesson)-/.test(localName)) import(`./${localName}.js`);
  }
}

// The theme tells of the first page and of each that it swaps in.
const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(fetchElements);
else fetchElements();
keepOffline();
