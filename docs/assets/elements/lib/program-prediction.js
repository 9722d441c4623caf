// @ts-check
/**
 * "What will it print?" in the place of a program's output, until it runs or the reader
 * asks to see. A guess is optional; it is kept and compared, never scored.
 */

/** The same but for blanks: nobody should lose a prediction to a space. */
function alike(guess, printed) {
  const words = (text) => text.trim().split(/\s+/).join(" ");
  return words(guess) === words(printed);
}

export class ProgramPrediction {
  #root;
  #panel;
  #guess;

  /**
   * @param {HTMLElement} root the lesson-run element
   * @param {{reveal: () => void, signal: AbortSignal}} options
   */
  constructor(root, { reveal, signal }) {
    this.#root = root;
    const make = (tag, className, text = "") =>
      Object.assign(root.ownerDocument.createElement(tag), { className, textContent: text });
    this.#panel = make("div", "prediction");
    const field = make("label", "field");
    this.#guess = make("textarea", "");
    Object.assign(this.#guess, { name: "guess", rows: 2, autocapitalize: "off", autocomplete: "off", spellcheck: false });
    this.#guess.setAttribute("autocorrect", "off");
    field.append(make("span", "", "What will it print? Decide, then run it."), this.#guess);
    const button = Object.assign(make("button", "", "Show the recorded output"), { type: "button" });
    button.addEventListener("click", () => reveal(), { signal });
    this.#panel.append(field, button);
    (root.querySelector(".output pre") ?? root.querySelector("figure.drawing")).before(this.#panel);
    root.classList.add("undecided");
  }

  /** Its button goes: who pressed it by keyboard reads on from what it showed. */
  #leave() {
    const shown = /** @type {HTMLElement} */ (this.#root.querySelector(".output-label") ?? this.#root.querySelector("figure.drawing"));
    shown.tabIndex = -1;
    shown.focus({ preventScroll: true });
  }

  /**
   * Take the question away; leave the guess, if there is one, to compare with.
   * @param {string} recorded what the program prints
   * @returns {{a: string, ok: boolean} | null} the guess, for the reader's progress
   */
  close(recorded) {
    this.#root.classList.remove("undecided");
    if (this.#panel.matches(":focus-within")) this.#leave();
    const guess = this.#guess.value.trim();
    if (!guess) {
      this.#panel.remove();
      return null;
    }
    const kept = Object.assign(this.#root.ownerDocument.createElement("p"), { className: "guess" });
    kept.textContent = guess.includes("\n") ? `You predicted:\n${guess}` : `You predicted: ${guess}`;
    this.#panel.replaceWith(kept);
    return { a: guess, ok: alike(guess, recorded) };
  }
}
