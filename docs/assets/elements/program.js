// @ts-check
/**
 * What a reader does with one program: run, stop, edit, reset, copy. Fetched with the first
 * of these, so that a page that is only read does not pay for it.
 */
import { Draft, draftOf } from "./draft.js";
import { ask, mustAsk, python, warm } from "./interpreter.js";
import { Burst } from "./lib/burst.js";
import { duration, remaining, trouble } from "./lib/outcome.js";
import { ProgramCode } from "./lib/program-code.js";
import { ProgramOutput } from "./lib/program-output.js";
import { progress } from "./progress.js";

/** The programs of this page that were opened. @type {WeakMap<Element, Program>} */
const opened = new WeakMap();

/** A program as it is printed. @param {Element} root */
function printed(root) {
  const whole = /** @type {HTMLTemplateElement | null} */ (root.querySelector("template.source"));
  return (whole?.content ?? root.querySelector(":scope > .highlight code")).textContent;
}

const FROM_A_LINK = "This version came in a link. Read it before you run it.";
const YOURS_IS_SAFE = "Your own is kept: Reset brings it back, and changes to this one are not kept.";
const nameOf = (root) => root.querySelector(".program-name").textContent.trim();

export class Program {
  #root;
  #name;
  #code;
  #draft;
  #actions;
  #output;
  #burst = new Burst();
  #prediction;
  #run = 0;
  #begun = false;
  #opening;
  #guest = ""; // a version that came in a link
  #guestNote = null;

  /**
   * @param {HTMLElement} root the lesson-run element
   * @param {{actions: import("./lib/program-actions.js").ProgramActions, signal: AbortSignal,
   *   prediction: import("./lib/program-prediction.js").ProgramPrediction | null}} parts
   */
  constructor(root, { actions, prediction, signal }) {
    this.#root = root;
    opened.set(root, this);
    this.#name = nameOf(root);
    const shown = /** @type {HTMLElement} */ (root.querySelector(":scope > .highlight"));
    this.#code = new ProgramCode(shown, {
      name: this.#name,
      original: printed(root),
      enter: "Control or Command with Enter runs.",
      signal,
      changed: () => this.#noteChange(),
    });
    this.#draft = new Draft("program", root.dataset.program, this.#code, signal);
    this.#actions = actions;
    this.#prediction = prediction;
    this.#output = new ProgramOutput(root);
    signal.addEventListener("abort", () => this.stop());
  }

  /** Load Python ahead of the press, where a download costs nothing. */
  warm() {
    warm(this.#code.source);
  }

  /** @param {boolean} [judged] whether a guess counts: it is about the program as printed */
  reveal(judged = false) {
    const guess = this.#prediction?.close(this.#output.recorded);
    this.#prediction = null;
    if (guess && judged) progress.addEvent("p", this.#root.dataset.program, guess);
  }

  /** The programs that this one continues, in order, as they stand now. */
  get #above() {
    const names = this.#root.dataset.after?.split(" ") ?? [];
    return names.map((each) => {
      const root = this.#root.ownerDocument.querySelector(`lesson-run[data-program="${CSS.escape(each)}"]`);
      const program = opened.get(root);
      const { source = `${printed(root).trimEnd()}\n`, changed = false } = program ? program.#code : {};
      return { root, name: nameOf(root), source, changed, foreign: Boolean(program && program.#guest) };
    });
  }

  /** Run what this program continues, each in its place, and then itself. */
  async above() {
    for (const { root, name } of this.#above) {
      const ended = new Promise((resolve) => root.addEventListener("lesson-run-ended", resolve, { once: true }));
      root.querySelector("[data-action=run]").click();
      const { outcome } = (await ended).detail;
      if (outcome !== "finished") return this.#output.say(`${name} did not come to its end, so this did not run.`);
    }
    this.run();
  }

  run() {
    if (this.#run) return; // a second press changes nothing
    if (mustAsk()) return ask(this.#output, () => this.run());
    const above = this.#above;
    const changed = [this.#code, ...above].some((each) => each.changed);
    const foreign = Boolean(this.#guest) || above.some((each) => each.foreign);
    this.#code.mark(0);
    this.#actions.running = this.#output.busy = true;
    const show = (change) => this.#burst.add(change);
    if (python.status === "ready") show(() => this.#begun || this.#output.say("Running"));
    else this.#output.say("Starting Python");
    const watcher = {
      loading: (loaded, total) => this.#output.progress(loaded, total),
      started: () => {
        this.#begun = true;
        show(() => this.#started(changed));
      },
      text: (kind, text) => show(() => this.#output.append(kind, text)),
      loop: (done, total, seconds) => show(() => this.#output.loop(done, total, remaining(done, total, seconds))),
      full: (limit) => show(() => this.#full(limit)),
      ended: (result) => {
        this.#burst.end();
        this.#ended(result, changed);
        if (foreign) python.renew(); // it may have left something behind
      },
    };
    const sources = above.map(({ name, source }) => [name, source]);
    this.#run = python.run(this.#name, this.#code.source, watcher, { above: JSON.stringify(sources) });
  }

  stop() {
    python.stop(this.#run);
  }

  #started(changed) {
    this.reveal(!changed);
    this.#output.clear();
    this.#root.toggleAttribute("data-changed", changed);
    this.#output.progress(0, 0);
    this.#output.say("Running");
    this.#output.label = changed ? "Output of your version" : "Output";
  }

  #full(limit) {
    const most = limit.toLocaleString("en");
    this.#output.append("note", `\n… The page shows the first ${most} characters; the program runs on.\n`);
  }

  #ended(result, changed) {
    const asRecorded = this.#begun && this.#settle(result, changed);
    this.#run = 0;
    this.#begun = false;
    this.#actions.running = this.#output.busy = false;
    this.#output.progress(0, 0);
    this.#output.say(this.#summary(result, asRecorded));
    if (result.outcome === "failed") this.#code.mark(result.line);
    this.#output.help = result.help ?? "";
    const detail = { outcome: result.outcome, asRecorded };
    this.#root.dispatchEvent(new CustomEvent("lesson-run-ended", { bubbles: true, detail }));
  }

  #settle({ outcome, drawings = [] }, changed) {
    const same = this.#output.settle(drawings);
    return same && !changed && outcome === "finished" && this.#output.recorded !== "";
  }

  #summary(result, asRecorded) {
    const { outcome, ms = 0, line } = result;
    if (outcome === "finished") return `Finished in ${duration(ms)}${asRecorded ? " · same as recorded ✓" : ""}`;
    if (outcome === "failed") return `Failed after ${duration(ms)}${line ? `, in line ${line}` : ""}`;
    return trouble(result);
  }

  async edit() {
    if (await this.restore()) this.#code.focus();
  }

  /** Show a version that came in a link, and leave it to the reader whether it runs. */
  async visit(source) {
    if (!source) return this.#output.say("The link is damaged. This is the program as it is printed.");
    this.#guest = source;
    if (!(await this.#open(source))) return;
    this.#code.replace(source);
    this.#guestNote ??= Object.assign(this.#root.ownerDocument.createElement("p"), { className: "program-guest" });
    this.#guestNote.textContent = draftOf("program", this.#root.dataset.program) ? `${FROM_A_LINK} ${YOURS_IS_SAFE}` : FROM_A_LINK;
    this.#root.querySelector(".program-head").after(this.#guestNote);
    this.#showChange();
    this.#root.scrollIntoView({ block: "start" });
  }

  /** @returns {boolean} did a version from a link go, and was the reader's own brought back? */
  #dismissGuest() {
    if (!this.#guest) return false;
    this.#guest = "";
    this.#guestNote.remove();
    import("./shared.js").then((shared) => shared.forgetShared());
    const own = draftOf("program", this.#root.dataset.program);
    if (own) this.#code.replace(own);
    return Boolean(own);
  }

  /** Open the editor, with what the reader wrote on an earlier visit or in another tab. */
  async restore() {
    const open = await this.#open(draftOf("program", this.#root.dataset.program) || undefined);
    if (open) this.#showChange();
    return open;
  }

  #open(text) {
    return (this.#opening ??= this.#openEditor(text));
  }

  async #openEditor(text) {
    this.#actions.show("edit", false);
    if (await this.#code.edit(text)) return true;
    this.#opening = null;
    this.#actions.show("edit", true);
    this.#output.say("The editor could not be loaded. Press Edit to try again.");
    return false;
  }

  #noteChange() {
    this.#code.mark(0);
    this.#keep();
    this.#showChange();
  }

  /** What came in a link is not the reader's until they change it, and never takes the place of their own. */
  #keep() {
    if (this.#guest) {
      const own = draftOf("program", this.#root.dataset.program);
      if (own || this.#code.source.trimEnd() === this.#guest.trimEnd()) return;
      this.#dismissGuest();
    }
    this.#draft.keepSoon();
  }

  #showChange() {
    const { changed } = this.#code;
    for (const name of ["compare", "reset", "share"]) this.#actions.show(name, changed);
    if (!changed) this.#endCompare();
    if (!this.#run) this.#output.label = changed ? "Recorded output" : "Output";
  }

  compare() {
    const shown = this.#code.compare();
    this.#actions.button("compare").setAttribute("aria-pressed", String(shown));
  }

  #endCompare() {
    this.#code.endCompare();
    this.#actions.button("compare").setAttribute("aria-pressed", "false");
  }

  reset() {
    this.stop();
    if (!this.#dismissGuest()) this.#code.reset();
    this.#draft.keep();
    this.#output.reset();
    this.#output.label = "Output";
    this.#root.removeAttribute("data-changed");
    this.#showChange();
    this.#code.focus();
  }

  /** Copy an address that holds this version. */
  async share() {
    const { addressOf } = await import("./shared.js");
    const address = await addressOf(this.#root.dataset.program, this.#code.source).catch(() => "");
    if (!address) return this.#output.say("This program is too long for a link: 8,000 characters are the most.");
    try {
      await navigator.clipboard.writeText(address);
      this.#actions.confirm("share", "Link copied");
    } catch {
      history.replaceState(history.state, "", address);
      this.#output.say("The address of this page now holds your version: copy it from there.");
    }
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.#code.source);
      this.#actions.confirm("copy", "Copied");
    } catch {
      this.#output.say("This browser did not let the page copy; select the code instead.");
    }
  }
}
