// @ts-check
import { draftOf } from "./draft.js";
import { ProgramActions } from "./lib/program-actions.js";
import { dateWords, studyDay } from "./lib/days.js";
import { node, progress, today } from "./progress.js";

/**
 * <lesson-exercise>: code that the reader completes, checked in the page's Python.
 *
 * Markup: from the kit's `exercise` fence (.task, .program with .stub, template.exam,
 * details.hint, details.answer with the known mistakes). Attributes: id, data-version,
 * data-title. Fires lesson-exercise-checked {id, ok}. Without script: the task, the code to
 * begin from, the hints, a solution and what often goes wrong.
 */
class LessonExercise extends HTMLElement {
  #before;
  #undo;
  #attempt;

  connectedCallback() {
    if (location.protocol === "file:") return;
    this.#before = [...this.childNodes].map((each) => each.cloneNode(true));
    this.#undo = new AbortController();
    this.#addActions();
    this.#recall();
    if (draftOf("exercise", this.id)) this.#do("restore");
  }

  disconnectedCallback() {
    if (!this.#before) return;
    this.#undo.abort(); // an attempt that runs is stopped
    this.#attempt = null;
    delete this.dataset.result;
    this.replaceChildren(...this.#before);
  }

  #addActions() {
    const { signal } = this.#undo;
    const act = (action) => this.#do(action);
    const label = this.dataset.title;
    this.tools = new ProgramActions(this.querySelector(".program-head"), { label, names: ["Edit", "Reset", "Copy"], act, signal });
    this.verdict = node("div", { className: "verdict", role: "status" });
    const row = node("div", { className: "exercise-actions" });
    this.actions = new ProgramActions(row, { label: `Check: ${label}`, names: ["Check", "Stop"], act, signal, looks: "button" });
    row.append(this.verdict);
    this.querySelector(".program").after(row);
    for (const type of ["pointerenter", "focus"]) {
      this.actions.button("check").addEventListener(type, () => act("warm"), { signal });
    }
    this.querySelector(".stub").addEventListener("click", () => this.#startsToWrite() && act("edit"), { signal });
    this.addEventListener("keydown", (event) => this.#press(event), { signal, capture: true });
  }

  /** A press on the code begins to edit it, unless the reader is selecting some of it. */
  #startsToWrite() {
    return this.ownerDocument.getSelection().isCollapsed;
  }

  #press(event) {
    const { key, ctrlKey, metaKey, target } = event;
    if (key !== "Enter" || !(ctrlKey || metaKey) || !target.closest(".program")) return;
    event.preventDefault();
    event.stopPropagation(); // the editor would add a line
    this.#do("check");
  }

  #recall() {
    const last = progress.last("x", this.id);
    if (!last?.value.ok || last.value.v !== this.dataset.version) return;
    this.verdict.append(node("p", {}, `You solved this on ${dateWords(studyDay(last.t), today())}.`));
  }

  /** @param {"warm" | "check" | "stop" | "edit" | "restore" | "reset" | "copy"} action */
  async #do(action) {
    this.#attempt ??= this.#load();
    const attempt = await this.#attempt.catch(() => null);
    if (attempt) return attempt[action]();
    this.#attempt = null; // the network may be back with the next press
    if (action !== "warm") this.actions.confirm("check", "Try again");
  }

  async #load() {
    const { signal } = this.#undo;
    const { Attempt } = await import("./exercise.js");
    return signal.aborted ? null : new Attempt(this, signal);
  }
}

customElements.define("lesson-exercise", LessonExercise);
