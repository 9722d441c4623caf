// @ts-check
/** The only script that mkdocs.yml names: what every chapter has, and what this page has. */
import "./lesson-cards.js";
import "./lesson-due.js";
import "./lesson-quiz.js";
import "./lesson-run.js";
import { fetchElements } from "./fetch-elements.js";
import { keepOffline } from "./offline.js";
import { node, preference, progress } from "./progress.js";

/** Who takes notes has a place for them on each page; nobody else fetches what that needs. */
async function takeNotes(autofocus) {
  const press = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-notes]"));
  if (press) press.disabled = false; // from now on a press is heard
  if (!press || !preference("notes")) return;
  await import("./lesson-notes.js"); // where it does not come, the button stays
  press.replaceWith(node("lesson-notes", { autofocus }));
}

/** A program that came in the address is shown; it runs when the reader says so. */
function openShared() {
  if (location.hash.startsWith("#code=")) import("./shared.js").then((shared) => shared.openShared());
}

/** A table that is wider than its place scrolls: by keys too, then. */
const tables = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});
function watchTables() {
  for (const table of document.querySelectorAll(".md-typeset__table > table")) tables.observe(table);
}

// The theme tells of the first page and of each that it swaps in.
const pages = /** @type {any} */ (window).document$;
const begin = () => [takeNotes, fetchElements, openShared, watchTables].forEach((each) => each());
if (pages) pages.subscribe(begin);
else begin();
addEventListener("hashchange", openShared);
addEventListener("click", ({ target }) => {
  if (!(/** @type {Element} */ (target).matches("[data-notes]"))) return;
  progress.putDocument("preference", "notes", true);
  takeNotes(true);
});
keepOffline();
