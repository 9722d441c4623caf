// @ts-check
/**
 * <lesson-progress>: what was studied and answered; takes it out of this browser as a file, brings
 * it in, erases it, and undoes that until the page is left.
 * Markup: counts, buttons that say in data-do what they do, a hidden file field, a status line;
 * without this script CSS hides these, and a sentence says why.
 */
import { studyDay } from "./lib/days.js";
import { save } from "./save.js";
import { LARGEST, exportProgress, readProgress } from "./lib/transfer.js";
import { all, counted, dueNow, progress, today } from "./progress.js";

class LessonProgress extends HTMLElement {
  erased = [];

  connectedCallback() {
    this.counts = this.querySelector(".progress-counts");
    this.status = /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
    this.file = this.querySelector("input");
    this.file.onchange = () => this.bringIn();
    this.undo = /** @type {HTMLElement} */ (this.querySelector("[data-do=bringBack]"));
    for (const each of /** @type {HTMLButtonElement[]} */ (all(this, "[data-do]"))) {
      each.onclick = () => this[each.dataset.do]();
      each.disabled = false; // until now nobody would have heard it
    }
    this.stop = progress.onChange(() => this.update());
    this.update();
  }

  disconnectedCallback() {
    this.stop();
  }

  update() {
    const count = (kind) => new Set(progress.events().flatMap((event) => (event.kind === kind ? event.id : []))).size;
    const done = `${counted(count("c"), "card")} studied, ${counted(count("q"), "question")} answered`;
    this.counts.textContent = `${done}; ${dueNow().length} due. ${progress.status || this.lastExport()}`;
    this.undo.hidden = !this.erased.length;
  }

  lastExport() {
    const at = progress.documents().get("progress|exported")?.at;
    if (!at) return "Never exported.";
    const days = today() - studyDay(at);
    return `Last exported ${days > 0 ? `${counted(days, "day")} ago` : "today"}.`;
  }

  takeOut() {
    progress.putDocument("progress", "exported", null);
    const file = new Blob([JSON.stringify(exportProgress(progress, Date.now()))], { type: "application/json" });
    save("progress.json", file);
  }

  choose() {
    this.file.click();
  }

  async bringIn() {
    try {
      const { events, documents } = readProgress(await this.file.files[0].slice(0, LARGEST + 1).text());
      const { demandSound } = await import("./lib/own.js");
      demandSound(documents);
      const added = progress.merge(events, documents);
      this.status.textContent = `Added ${counted(added.events, "event")} and ${counted(added.documents, "document")}.`;
    } catch (error) {
      this.status.textContent = `${error.message}. Nothing was changed.`;
    }
    this.file.value = "";
  }

  erase() {
    this.erased.push(exportProgress(progress, Date.now()));
    progress.erase();
    this.status.textContent = "Erased. Undo brings it back, until you leave this page.";
    this.undo.focus();
  }

  bringBack() {
    for (const file of this.erased.splice(0)) {
      const { events, documents } = readProgress(JSON.stringify(file));
      progress.merge(events, documents);
    }
    this.status.textContent = "Brought back.";
    this.status.focus();
  }
}

customElements.define("lesson-progress", LessonProgress);
