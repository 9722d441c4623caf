// @ts-check
/**
 * <lesson-progress>: what has been answered and studied; takes progress out of this browser as a
 * file, brings it in, erases it, and undoes that until the page is left.
 * Markup: its text is for readers without script, and gives way to the controls.
 */
import { dateWords, studyDay } from "./lib/days.js";
import { dueItems } from "./lib/replay.js";
import { exportProgress, readProgress } from "./lib/transfer.js";
import { button, counted, node, progress, reviewItems, today } from "./progress.js";

class LessonProgress extends HTMLElement {
  connectedCallback() {
    this.fallback = [...this.childNodes];
    this.counts = node("p");
    this.status = node("p", { role: "status" });
    this.file = node("input", { type: "file", accept: ".json", hidden: true });
    this.file.onchange = () => this.bringIn();
    const actions = { Export: () => this.takeOut(), Import: () => this.file.click(), Erase: () => this.erase(), Undo: () => this.undo() };
    this.buttons = Object.entries(actions).map(([text, onclick]) => Object.assign(button(text), { onclick }));
    this.replaceChildren(this.counts, node("div", { className: "progress-actions" }, ...this.buttons, this.file), this.status);
    this.stop = progress.onChange(() => this.update());
    this.update();
  }

  disconnectedCallback() {
    this.stop();
    this.replaceChildren(...this.fallback);
  }

  update() {
    const subjects = new Map(progress.events().map((event) => [`${event.kind}|${event.id}`, event]));
    const of = (kind) => [...subjects.values()].filter((event) => event.kind === kind);
    const right = of("q").filter(({ value }) => value.ok).length;
    const due = dueItems(reviewItems().values(), today()).length;
    this.counts.textContent =
      `${counted(of("c").length, "card")} studied, ${counted(of("q").length, "question")} answered, ${right} rightly; ` +
      `${due} due. ${this.lastExport()} ${progress.status}`;
    this.buttons[3].hidden = !this.erased;
  }

  lastExport() {
    const at = progress.documents().get("progress|exported")?.at;
    const days = at && today() - studyDay(at);
    if (at === undefined) return "Kept in this browser only; never exported.";
    return `Last exported ${days ? `${counted(days, "day")} ago` : "today"}.`;
  }

  takeOut() {
    progress.putDocument("progress", "exported", null);
    const blob = new Blob([JSON.stringify(exportProgress(progress, Date.now()))], { type: "application/json" });
    const link = node("a", { href: URL.createObjectURL(blob), download: `progress-${dateWords(today(), today())}.json` });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async bringIn() {
    const [file] = this.file.files;
    try {
      const { events, documents } = readProgress(await file.text());
      const added = progress.merge(events, documents);
      this.status.textContent = `Added ${counted(added.events, "event")} and ${counted(added.documents, "document")}.`;
    } catch (error) {
      this.status.textContent = `${error.message}. Nothing was changed.`;
    }
    this.file.value = "";
  }

  erase() {
    this.erased = JSON.stringify(exportProgress(progress, Date.now()));
    progress.erase();
    this.status.textContent = "Erased. Undo brings it back until you leave this page.";
    this.buttons[3].focus();
  }

  undo() {
    const { events, documents } = readProgress(this.erased);
    this.erased = undefined;
    progress.merge(events, documents);
    this.status.textContent = "Brought back.";
    this.buttons[2].focus();
  }
}

customElements.define("lesson-progress", LessonProgress);
