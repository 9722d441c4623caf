// @ts-check
import { draftOf } from "./draft.js";
import { ProgramActions } from "./lib/program-actions.js";
import { ProgramPrediction } from "./lib/program-prediction.js";

/**
 * <lesson-run>: a program that the reader can run, change, stop and reset in the page.
 *
 * Markup: from the kit's `program` fence (.program-head, .highlight, optional
 * template.source, .output, figure.drawing). Attributes: data-program, the program's id;
 * data-predict, ask for a prediction before the output shows; data-after, the programs
 * that run before it in the same Python. Events: lesson-run-ended,
 * detail {outcome, asRecorded}. Without script: the code, its recorded output and figure.
 */
class LessonRun extends HTMLElement {
  #before;
  #undo;
  #actions;
  #prediction;
  #program;

  connectedCallback() {
    this.#before = [...this.childNodes].map((node) => node.cloneNode(true));
    this.#undo = new AbortController();
    const head = this.querySelector(".program-head");
    if (location.protocol === "file:") return this.#explainFile(head);
    this.#addActions(head);
    if (draftOf("program", this.dataset.program)) this.#do("restore");
    if (this.hasAttribute("data-predict")) {
      const reveal = () => this.#do("reveal");
      this.#prediction = new ProgramPrediction(this, { reveal, signal: this.#undo.signal });
    }
  }

  disconnectedCallback() {
    this.#undo.abort(); // a program that runs is stopped
    this.#program = this.#prediction = null;
    this.classList.remove("undecided");
    this.replaceChildren(...this.#before);
  }

  #explainFile(head) {
    const hint = this.ownerDocument.createElement("p");
    hint.className = "program-hint";
    hint.textContent = "To run programs, serve this folder: python3 -m http.server";
    head.append(hint);
  }

  #addActions(head) {
    const { signal } = this.#undo;
    const name = head.querySelector(".program-name").textContent.trim();
    const above = this.dataset.after ? ["Run all above"] : [];
    const names = ["Run", "Stop", ...above, "Edit", "Compare", "Reset", "Share", "Copy"];
    this.#actions = new ProgramActions(head, { label: name, names, act: (action) => this.#do(action), signal });
    for (const type of ["pointerenter", "focus"]) {
      this.#actions.button("run").addEventListener(type, () => this.#do("warm"), { signal });
    }
    const runs = ({ key, ctrlKey, metaKey }) => key === "Enter" && (ctrlKey || metaKey);
    const listener = (event) => {
      if (!runs(event)) return;
      event.preventDefault();
      event.stopPropagation(); // the editor would add a line
      this.#do("run");
    };
    this.addEventListener("keydown", listener, { signal, capture: true });
  }

  /** Show a version that came in a link; empty if the link is damaged. @param {string} source */
  visit(source) {
    this.#do("visit", source);
  }

  /** @param {"warm" | "run" | "above" | "stop" | "edit" | "restore" | "compare" | "reset" | "share" | "copy" | "visit" | "reveal"} action */
  async #do(action, source = undefined) {
    this.#program ??= this.#load();
    const program = await this.#program.catch(() => null);
    if (program) return program[action](source);
    this.#program = null; // the network may be back with the next press
    if (action !== "warm") this.#actions.confirm("run", "Try again");
  }

  async #load() {
    const { signal } = this.#undo;
    const { Program } = await import("./program.js");
    return signal.aborted ? null : new Program(this, { actions: this.#actions, prediction: this.#prediction, signal });
  }
}

customElements.define("lesson-run", LessonRun);
