// @ts-check
/**
 * <lesson-sources>: narrows the list of sources down, and keeps what the reader wants to read and has read.
 * Markup: the kit writes the form, a status line, and below it lists of sources: li[id][data-kind]
 * [data-level][data-year][data-for] in .library, each after its heading. Without this script CSS hides
 * the form, and the lists are whole. Marks are documents of the progress, `reading|<id>`: "want" or "read".
 */
import { all, button, counted, progress } from "./progress.js";

const MARKS = { want: "To read", read: "Read" };

class LessonSources extends HTMLElement {
  connectedCallback() {
    const { signal } = (this.listeners = new AbortController());
    this.form = this.querySelector("form");
    this.status = this.querySelector("[role=status]");
    this.items = all(document, ".library > li");
    for (const item of this.items) item.querySelector(".source-marks").replaceChildren(...this.buttons(item));
    this.form.addEventListener("input", () => this.show(), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.form.addEventListener("reset", () => queueMicrotask(() => this.show()), { signal });
    this.stop = progress.onChange(() => this.show());
    this.show();
  }

  disconnectedCallback() {
    this.listeners.abort();
    this.stop();
  }

  /** @param {HTMLElement} item */
  buttons(item) {
    const title = item.querySelector(".reference").textContent;
    return Object.entries(MARKS).map(([mark, word]) => {
      const press = button(word);
      press.dataset.mark = mark;
      press.setAttribute("aria-label", `${word}: ${title}`);
      press.onclick = () => progress.putDocument("reading", item.id, markOf(item) === mark ? "" : mark);
      return press;
    });
  }

  /** Shows what fits the form, and every mark. */
  show() {
    const wanted = Object.fromEntries(/** @type {Iterable<[string, string]>} */ (new FormData(this.form)));
    const counts = { want: 0, read: 0 };
    let found = 0;
    for (const item of this.items) {
      const mark = markOf(item);
      if (mark) counts[mark] += 1;
      for (const press of all(item, "[data-mark]")) press.setAttribute("aria-pressed", String(press.dataset.mark === mark));
      item.hidden = !fits(item, mark, wanted);
      found += Number(!item.hidden);
    }
    for (const list of all(document, ".library")) {
      const heading = /** @type {HTMLElement} */ (list.previousElementSibling);
      list.hidden = heading.hidden = !list.querySelector(":scope > li:not([hidden])");
    }
    this.tell(found, counts);
  }

  tell(found, { want, read }) {
    const total = this.items.length;
    const shown = found === total ? counted(total, "source") : `${found} of ${counted(total, "source")}`;
    const marked = want + read ? ` You have read ${read} and want to read ${want}.` : "";
    this.status.textContent = `${shown}.${marked}${progress.status ? ` ${progress.status}` : ""}`;
  }
}

/** What the reader says of a source: "want", "read" or nothing. */
function markOf({ id }) {
  const body = progress.documents().get(`reading|${id}`)?.body;
  return typeof body === "string" && body in MARKS ? body : "";
}

function fits(item, mark, wanted) {
  const { kind, level, year } = item.dataset;
  const [first, last] = wanted.year.split("-").map(Number);
  return (
    (!wanted.for || item.dataset.for.split(" ").includes(wanted.for)) &&
    (!wanted.kind || kind === wanted.kind) &&
    (!wanted.level || level === wanted.level) &&
    (!wanted.year || (first <= Number(year) && Number(year) <= last)) &&
    (!wanted.mark || (mark || "none") === wanted.mark) &&
    item.textContent.toLowerCase().includes(wanted.words.trim().toLowerCase())
  );
}

customElements.define("lesson-sources", LessonSources);
