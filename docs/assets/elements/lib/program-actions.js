// @ts-check
/** A row of buttons for a program. Stop takes the place of the first one while it runs. */

const HIDDEN_AT_FIRST = ["Stop", "Compare", "Reset", "Share"];
const NOTICE = 150; // ms: a program that ends sooner never shows Stop

export class ProgramActions {
  /** @type {Record<string, HTMLButtonElement>} */
  #buttons = {};
  #first;
  #timer = 0;

  /**
   * @param {HTMLElement} host
   * @param {{label: string, names: string[], act: (action: string) => void, signal: AbortSignal,
   *   looks?: string}} options `label` tells this row from others on the page; `act` takes the last word of a name, in lower case
   */
  constructor(host, { label, names, act, signal, looks = "" }) {
    const row = host.ownerDocument.createElement("div");
    row.className = "program-actions";
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", label);
    for (const name of names) {
      const button = host.ownerDocument.createElement("button");
      const hidden = HIDDEN_AT_FIRST.includes(name);
      Object.assign(button, { type: "button", className: looks, textContent: name, hidden });
      button.dataset.action = name.toLowerCase().split(" ").at(-1);
      button.addEventListener("click", () => act(button.dataset.action), { signal });
      this.#buttons[button.dataset.action] = button;
      row.append(button);
    }
    this.#first = names[0].toLowerCase();
    host.append(row);
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
    if (running) this.#timer = setTimeout(() => this.#swap(this.#first, "stop"), NOTICE);
    else this.#swap("stop", this.#first);
  }

  /** Say on the button itself that it worked. */
  confirm(name, text) {
    const button = this.#buttons[name];
    const usual = name[0].toUpperCase() + name.slice(1);
    button.textContent = text;
    setTimeout(() => (button.textContent = usual), 2000);
  }

  #swap(from, to) {
    const focused = this.#buttons[from].matches(":focus");
    this.show(to, true);
    if (focused) this.#buttons[to].focus({ preventScroll: true });
    this.show(from, false);
  }
}
