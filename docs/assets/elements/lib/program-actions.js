// @ts-check
/** The row of quiet buttons in a program's head. Stop takes the place of Run. */

const NAMES = ["Run", "Stop", "Edit", "Reset", "Copy"];
const NOTICE = 150; // ms: a program that ends sooner never shows Stop

export class ProgramActions {
  /** @type {Record<string, HTMLButtonElement>} */
  #buttons = {};
  #timer = 0;

  /**
   * @param {HTMLElement} head
   * @param {string} program its name: a page has many Run buttons
   * @param {(action: string) => void} act takes a name in lower case
   * @param {AbortSignal} signal
   */
  constructor(head, program, act, signal) {
    const row = head.ownerDocument.createElement("div");
    row.className = "program-actions";
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", program);
    for (const name of NAMES) {
      const button = head.ownerDocument.createElement("button");
      Object.assign(button, { type: "button", textContent: name, hidden: name === "Stop" || name === "Reset" });
      button.dataset.action = name.toLowerCase();
      button.addEventListener("click", () => act(button.dataset.action), { signal });
      this.#buttons[button.dataset.action] = button;
      row.append(button);
    }
    head.append(row);
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** @param {string} name */
  button(name) {
    return this.#buttons[name];
  }

  /** @param {string} name @param {boolean} shown */
  show(name, shown) {
    this.#buttons[name].hidden = !shown;
  }

  set running(running) {
    clearTimeout(this.#timer);
    if (running) this.#timer = setTimeout(() => this.#swap("run", "stop"), NOTICE);
    else this.#swap("stop", "run");
  }

  /** Say on the button itself that it worked. */
  confirm(name, text) {
    const button = this.#buttons[name];
    button.textContent = text;
    setTimeout(() => (button.textContent = NAMES.find((each) => each.toLowerCase() === name)), 2000);
  }

  #swap(from, to) {
    const focused = this.#buttons[from].matches(":focus");
    this.show(to, true);
    if (focused) this.#buttons[to].focus({ preventScroll: true });
    this.show(from, false);
  }
}
