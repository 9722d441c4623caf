// @ts-check
import { lineDiff } from "./line-diff.js";

/**
 * The code of a program or an exercise: as it was printed, or as the reader changes it in
 * the editor, which is fetched when it is first wanted.
 */

const KEYS = "Tab indents; press Escape, then Tab, to leave the editor.";
let editors = 0; // numbers the help texts, whose ids must differ

export class ProgramCode {
  #shown;
  #options;
  #editor = null;
  #text; // until there is an editor: what it will hold
  #changes = null;

  /**
   * @param {HTMLElement} shown the highlighted code, whose place the editor takes
   * @param {{name: string, original: string, enter: string, signal: AbortSignal, changed: () => void}} options
   *   `enter` says what Control with Enter does
   */
  constructor(shown, options) {
    this.#shown = shown;
    this.#options = { ...options, original: options.original.trimEnd() };
    this.#text = this.#options.original;
  }

  get source() {
    return `${(this.#editor?.value ?? this.#text).trimEnd()}\n`;
  }

  get changed() {
    return this.source.trimEnd() !== this.#options.original;
  }

  /** Open the editor. @returns {Promise<boolean>} false if it could not be fetched */
  async edit(value = this.#options.original) {
    const make = (tag, properties) => Object.assign(this.#shown.ownerDocument.createElement(tag), properties);
    const place = make("div", { className: "editor", hidden: true });
    const id = `program-keys-${(editors += 1)}`;
    const keys = make("p", { id, className: "program-keys", textContent: `${KEYS} ${this.#options.enter}` });
    this.#shown.after(place, keys);
    this.#text = value; // a run need not wait for the editor
    try {
      this.#editor = await this.#open(place, id, value);
    } catch {
      this.#text = this.#options.original;
      place.remove();
      keys.remove();
      return false;
    }
    place.hidden = false;
    this.#shown.hidden = true;
    return true;
  }

  async #open(place, describedBy, value) {
    const { openEditor } = await import("./editor.js");
    const { name, signal } = this.#options;
    const changed = () => this.#editor && this.#noteChange();
    return openEditor(place, { value, label: `Code of ${name}`, describedBy, signal, changed });
  }

  #noteChange() {
    this.#options.changed();
    if (this.#changes) this.#showChanges();
  }

  /** Show or hide what the reader changed. @returns {boolean} is it shown now? */
  compare() {
    if (this.#changes) return this.endCompare();
    this.#changes = this.#shown.ownerDocument.createElement("pre");
    this.#changes.className = "program-changes";
    this.#changes.tabIndex = 0;
    this.#changes.setAttribute("role", "group");
    this.#changes.setAttribute("aria-label", "Your changes");
    this.#shown.parentElement.querySelector(".program-keys").after(this.#changes);
    this.#showChanges();
    return true;
  }

  endCompare() {
    this.#changes?.remove();
    this.#changes = null;
    return false;
  }

  #showChanges() {
    const kinds = { same: ["span", "  "], gone: ["del", "− "], new: ["ins", "+ "] };
    const lines = lineDiff(this.#options.original, this.source).map(({ kind, text }) => {
      const [tag, mark] = kinds[kind];
      return Object.assign(this.#shown.ownerDocument.createElement(tag), { textContent: `${mark}${text}\n` });
    });
    this.#changes.replaceChildren(...lines);
  }

  /** Put another text into the editor. */
  replace(text) {
    if (this.#editor && this.#editor.value !== text) this.#editor.value = text;
  }

  focus() {
    this.#editor?.focus();
  }

  /** Mark the line on which the program failed; 0 marks none. */
  mark(line) {
    this.#editor?.mark(line);
  }

  reset() {
    this.replace(this.#options.original);
  }
}
