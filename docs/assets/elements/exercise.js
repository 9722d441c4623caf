// @ts-check
/**
 * A reader's attempt at one exercise: edit, check, stop, reset, copy. Fetched with the first
 * of these, so that a page that is only read does not pay for it.
 */
import { Draft, draftOf } from "./draft.js";
import { ask, mustAsk, python, warm } from "./interpreter.js";
import { remaining, trouble } from "./lib/outcome.js";
import { ProgramCode } from "./lib/program-code.js";
import { ProgramOutput } from "./lib/program-output.js";
import { counted, node, progress } from "./progress.js";

export class Attempt {
  #root;
  #name;
  #exam;
  #code;
  #output;
  #run = 0;
  #edits = false;
  #draft;

  /**
   * @param {any} root the lesson-exercise element
   * @param {AbortSignal} signal
   */
  constructor(root, signal) {
    this.#root = root;
    this.#name = root.querySelector(".program-name").textContent.trim();
    this.#exam = root.querySelector("template.exam").content.textContent;
    const stub = root.querySelector(".stub");
    this.#code = new ProgramCode(stub, {
      name: root.dataset.title,
      original: stub.querySelector("code").textContent,
      enter: "Control or Command with Enter checks.",
      signal,
      changed: () => this.#noteChange(),
    });
    this.#output = new ProgramOutput(root.querySelector(".program"));
    this.#draft = new Draft("exercise", root.id, this.#code, signal);
    signal.addEventListener("abort", () => this.stop());
  }

  warm() {
    warm(this.#code.source + this.#exam);
  }

  async edit() {
    if (await this.restore()) this.#code.focus();
  }

  /** Open the editor, with what the reader wrote on an earlier visit or in another tab. */
  async restore() {
    const open = await this.#open(draftOf("exercise", this.#root.id) || undefined);
    if (open) this.#root.tools.show("reset", this.#code.changed);
    return open;
  }

  async #open(value) {
    if (this.#edits) return true;
    this.#edits = true;
    this.#root.tools.show("edit", false);
    if (await this.#code.edit(value)) return true;
    this.#edits = false;
    this.#root.tools.show("edit", true);
    this.#say([node("p", {}, "The editor could not be loaded. Press Edit to try again.")]);
    return false;
  }

  #noteChange() {
    this.#code.mark(0);
    this.#root.tools.show("reset", this.#code.changed);
    if (this.#root.dataset.result === "right") this.#say([]); // it was about the code as it stood
    this.#draft.keepSoon();
  }

  check() {
    if (this.#run) return;
    if (mustAsk()) return ask(this.#output, () => this.check());
    this.#draft.keepNow();
    this.#code.mark(0);
    this.#root.actions.running = true;
    this.#say([]);
    this.#output.say(python.status === "ready" ? "Checking" : "Starting Python");
    const source = this.#code.source;
    const watcher = {
      loading: (loaded, total) => this.#output.progress(loaded, total),
      started: () => this.#started(),
      text: (kind, text) => this.#output.append(kind, text),
      loop: (done, total, seconds) => this.#output.loop(done, total, remaining(done, total, seconds)),
      full: () => {},
      ended: (result) => this.#ended(result, source),
    };
    this.#run = python.run(this.#name, source, watcher, { exam: this.#exam });
  }

  stop() {
    python.stop(this.#run);
  }

  #started() {
    this.#output.progress(0, 0);
    this.#output.say("Checking");
    this.#output.clear();
  }

  #ended(result, source) {
    this.#run = 0;
    this.#root.actions.running = false;
    this.#output.progress(0, 0);
    this.#output.finish(result.drawings);
    this.#code.mark(result.line || 0);
    this.#output.help = result.help ?? "";
    const { verdict, outcome } = result;
    if (outcome !== "finished" && outcome !== "failed") return this.#say([node("p", {}, trouble(result, "Check"))]);
    const ok = Boolean(verdict) && verdict.passed === verdict.total && outcome === "finished";
    progress.addEvent("x", this.#root.id, { a: source, ok, v: this.#root.dataset.version });
    this.#say(ok ? this.#praise(verdict) : this.#advice(result), ok ? "right" : "wrong");
    if (ok) this.#root.querySelector(".answer").open = true;
    this.#root.dispatchEvent(new CustomEvent("lesson-exercise-checked", { bubbles: true, detail: { id: this.#root.id, ok } }));
  }

  #praise({ total }) {
    return [this.#headline(`Right. ${total === 1 ? "The check passes" : `All ${total} checks pass`}. A solution to compare with is below.`)];
  }

  /** What failed; where the checks know the mistake, why. */
  #advice({ verdict, line }) {
    if (!verdict) return [this.#headline(`Your code stops${line ? ` in line ${line}` : ""}, so no check could run.`)];
    const { passed, total, message, mistake } = verdict;
    const parts = [this.#headline(`Not yet: ${passed} of ${counted(total, "check")} ${passed === 1 ? "passes" : "pass"}.`)];
    parts.push(node("p", { className: "verdict-message" }, message));
    const known = mistake && this.#root.querySelector(`[data-mistake="${CSS.escape(mistake)}"]`);
    if (known) parts.push(node("p", { className: "diagnosis" }, ...known.cloneNode(true).childNodes));
    return parts;
  }

  #headline(text) {
    return node("p", { className: "verdict-headline" }, `${text} ${progress.status}`.trim());
  }

  /** @param {"right" | "wrong" | ""} [result] */
  #say(parts, result = "") {
    this.#root.dataset.result = result;
    this.#root.verdict.replaceChildren(...parts);
  }

  reset() {
    this.stop();
    this.#code.reset();
    this.#draft.keep();
    this.#output.reset();
    this.#say([]);
    this.#root.tools.show("reset", false);
    this.#code.focus();
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.#code.source);
      this.#root.tools.confirm("copy", "Copied");
    } catch {
      this.#say([node("p", {}, "This browser did not let the page copy; select the code instead.")]);
    }
  }
}
