// @ts-check
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

  /**
   * @param {HTMLElement} shown the highlighted code, whose place the editor takes
   * @param {{name: string, original: string, enter: string, signal: AbortSignal, changed: () => void}} options
   *   `enter` says what Control with Enter does
   */
  constructor(shown, options) {
    this.#shown = shown;
    this.#options = { ...options, original: options.original.trimEnd() };
  }

  get source() {
    return `${(this.#editor?.value ?? this.#options.original).trimEnd()}\n`;
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
    try {
      this.#editor = await this.#open(place, id, value);
    } catch {
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
    const { name, signal, changed } = this.#options;
    return openEditor(place, { value, label: `Code of ${name}`, describedBy, signal, changed: () => this.#editor && changed() });
  }

  focus() {
    this.#editor?.focus();
  }

  /** Mark the line on which the program failed; 0 marks none. */
  mark(line) {
    this.#editor?.mark(line);
  }

  reset() {
    if (this.#editor) this.#editor.value = this.#options.original;
  }
}
