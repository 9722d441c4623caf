// @ts-check
/**
 * What a reader does with one program: run, stop, edit, reset, copy. Fetched with the first
 * of these, so that a page that is only read does not pay for it.
 */
import { ProgramOutput } from "./lib/program-output.js";
import { Python } from "./lib/python.js";
import { progress } from "./progress.js";

const MANIFEST = new URL("../vendor/manifest.json", import.meta.url);
const KEYS = "Tab indents; press Escape, then Tab, to leave the editor. Control or Command with Enter runs.";

// One Python per visit: the module, and with it the worker, outlives a page that is swapped.
const python = new Python(new URL("lib/python-worker.js", import.meta.url));
let asked = false;
let editors = 0; // numbers the help texts, whose ids must differ

/** Would a download of this size be unwelcome without a question? */
function metered() {
  const { saveData, type, effectiveType } = /** @type {any} */ (navigator).connection ?? {};
  return Boolean(saveData) || type === "cellular" || /2g|3g/.test(effectiveType ?? "");
}

async function downloadSize() {
  const packages = Object.values(await (await fetch(MANIFEST)).json());
  const files = packages.flatMap((each) => Object.entries(each.files));
  const bytes = files.filter(([name]) => name.startsWith("python/")).reduce((sum, [, { bytes }]) => sum + bytes, 0);
  return `${Math.ceil(bytes / 1e6)} MB`;
}

export class Program {
  #root;
  #name;
  #original;
  #actions;
  #output;
  #prediction;
  #editor = null;
  #signal;
  #run = 0;
  #begun = false;

  /**
   * @param {HTMLElement} root the lesson-run element
   * @param {{actions: import("./lib/program-actions.js").ProgramActions, signal: AbortSignal,
   *   prediction: import("./lib/program-prediction.js").ProgramPrediction | null}} parts
   */
  constructor(root, { actions, prediction, signal }) {
    this.#root = root;
    this.#name = root.querySelector(".program-name").textContent.trim();
    const whole = /** @type {HTMLTemplateElement | null} */ (root.querySelector("template.source"));
    this.#original = (whole?.content ?? root.querySelector(".highlight code")).textContent.trimEnd();
    this.#actions = actions;
    this.#prediction = prediction;
    this.#signal = signal;
    this.#output = new ProgramOutput(root);
    signal.addEventListener("abort", () => this.stop());
  }

  /** Load Python ahead of the press, where a download costs nothing. */
  warm() {
    if (!metered()) python.warm();
  }

  /** @param {boolean} [judged] whether a guess counts: it is about the program as printed */
  reveal(judged = false) {
    const guess = this.#prediction?.close(this.#output.recorded);
    this.#prediction = null;
    if (guess && judged) progress.addEvent("p", this.#root.dataset.program, guess);
  }

  get #source() {
    return `${(this.#editor?.value ?? this.#original).trimEnd()}\n`;
  }

  get #changed() {
    return this.#source.trimEnd() !== this.#original;
  }

  run() {
    if (this.#run) return; // a second press changes nothing
    if (!asked && python.status === "absent" && metered()) return this.#ask();
    const changed = this.#changed;
    this.#editor?.mark(0);
    this.#actions.running = true;
    this.#output.say(python.status === "ready" ? "Running" : "Starting Python");
    this.#run = python.run(this.#name, this.#source, {
      loading: (loaded, total) => this.#output.progress(loaded, total),
      started: () => this.#started(changed),
      text: (kind, text) => this.#output.append(kind, text),
      full: (limit) => this.#full(limit),
      ended: (result) => this.#ended(result, changed),
    });
  }

  /** On a metered connection the reader decides, once, knowing the size. */
  async #ask() {
    const size = await downloadSize().catch(() => "about 17 MB");
    const agree = () => {
      asked = true;
      this.run();
    };
    this.#output.offer(`To run programs, this page must fetch Python once: ${size}.`, "Fetch it and run", agree);
  }

  stop() {
    python.stop(this.#run);
  }

  #started(changed) {
    this.#begun = true;
    this.reveal(!changed);
    this.#output.progress(0, 0);
    this.#output.say("Running");
    this.#output.label = changed ? "Output of your version" : "Output";
    this.#output.clear();
  }

  #full(limit) {
    const most = limit.toLocaleString("en");
    this.#output.append("note", `\n… The page shows the first ${most} characters; the program runs on.\n`);
  }

  #ended(result, changed) {
    const asRecorded = this.#begun && this.#settle(result, changed);
    this.#run = 0;
    this.#begun = false;
    this.#actions.running = false;
    this.#output.progress(0, 0);
    this.#output.say(this.#summary(result, asRecorded));
    if (result.outcome === "failed") this.#editor?.mark(result.line);
    const detail = { outcome: result.outcome, asRecorded };
    this.#root.dispatchEvent(new CustomEvent("lesson-run-ended", { bubbles: true, detail }));
  }

  #settle({ outcome, drawings = [] }, changed) {
    const same = this.#output.settle(drawings);
    return same && !changed && outcome === "finished" && this.#output.recorded !== "";
  }

  #summary({ outcome, ms = 0, line, reason, restarting }, asRecorded) {
    const time = ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;
    const texts = {
      finished: `Finished in ${time}${asRecorded ? " · same as recorded ✓" : ""}`,
      failed: `Failed after ${time}${line ? `, in line ${line}` : ""}`,
      stopped: restarting ? "Stopped. Python is starting again." : "Stopped",
      crashed: `Python broke down (${reason}) and is starting again.`,
      unavailable: `Python could not be loaded: ${reason}. Press Run to try again.`,
    };
    return texts[outcome];
  }

  async edit() {
    const code = /** @type {HTMLElement} */ (this.#root.querySelector(":scope > .highlight"));
    const place = this.#root.ownerDocument.createElement("div");
    const keys = this.#root.ownerDocument.createElement("p");
    Object.assign(place, { className: "editor", hidden: true });
    Object.assign(keys, { id: `program-keys-${(editors += 1)}`, className: "program-keys", textContent: KEYS });
    this.#actions.show("edit", false);
    code.after(place, keys);
    try {
      this.#editor = await this.#open(place, keys.id);
      place.hidden = false;
      code.hidden = true;
      this.#editor.focus();
    } catch {
      place.remove();
      this.#actions.show("edit", true);
      this.#output.say("The editor could not be loaded. Press Edit to try again.");
    }
  }

  async #open(place, describedBy) {
    const { openEditor } = await import("./lib/editor.js");
    const signal = this.#signal;
    const changed = () => this.#noteChange();
    return openEditor(place, { value: this.#original, label: `Code of ${this.#name}`, describedBy, signal, changed });
  }

  #noteChange() {
    this.#editor?.mark(0);
    this.#actions.show("reset", this.#changed);
    if (!this.#run) this.#output.label = this.#changed ? "Recorded output" : "Output";
  }

  reset() {
    this.stop();
    this.#editor.value = this.#original;
    this.#output.reset();
    this.#output.label = "Output";
    this.#actions.show("reset", false);
    this.#editor.focus();
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.#source);
      this.#actions.confirm("copy", "Copied");
    } catch {
      this.#output.say("This browser did not let the page copy; select the code instead.");
    }
  }
}
