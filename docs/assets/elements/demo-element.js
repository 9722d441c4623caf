// @ts-check
/**
 * What the demos share: a state that the address holds, Back, links of the text, and words that
 * follow when the reader rests. It defines no tag. A demo extends it and brings
 * `static query, fields, start` (its name in an address, what can be set, and to what at first),
 * `build(listen)` (makes the controls), `show(held)` (draws `this.state`; `held` is the control in
 * the reader's hand) and `tell(why)` (says what happened). `build` may leave the usual to
 * `furnish`: a form that is heard by `turn(control)` and `press(button)`.
 * Attributes: `data-<field>` each: another start. Without script the still figure stands as it is.
 */
import { changed, fromAddress, toAddress } from "./lib/demo-state.js";

const REST = 400; // ms without a change until the words and the address follow

const pageOf = ({ origin, pathname }) => origin + pathname;

/** With Alt, Control or Command a key is the browser's: Alt with an arrow leads to another page. */
export const isBrowsers = ({ altKey, ctrlKey, metaKey }) => altKey || ctrlKey || metaKey;

export class DemoElement extends HTMLElement {
  connectedCallback() {
    const { query, fields, start } = /** @type {any} */ (this.constructor);
    const { signal } = (this.listeners = new AbortController());
    const listen = (what, type, heard) => what.addEventListener(type, heard, { signal, capture: true });
    Object.assign(this, { query, fields });
    this.still = [...this.cloneNode(true).childNodes];
    this.start = changed(Object.entries(this.dataset), fields, start) ?? start;
    this.page = pageOf(location);
    this.build(listen);
    this.parts = Object.fromEntries([...this.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
    const asked = fromAddress(location.href, query, fields, this.start);
    this.state = this.told = asked ?? this.start;
    listen(document, "click", (event) => this.follow(event));
    listen(window, "popstate", () => this.revisit());
    this.show();
    this.tell(asked === null ? `The address asks for a ${query} that cannot be set. This is the start:` : "");
  }

  /** Puts the living figure and its form where the still figure stood. */
  furnish(listen, markup) {
    this.replaceChildren();
    this.insertAdjacentHTML("beforeend", markup);
    this.form = this.querySelector("form");
    listen(this.form, "input", (event) => this.turn(event.target));
    listen(this.form, "change", () => this.show());
    listen(this.form, "submit", (event) => event.preventDefault());
    listen(this.form, "click", (event) => this.press(event.target));
  }

  disconnectedCallback() {
    this.listeners.abort();
    clearTimeout(this.rest);
    cancelAnimationFrame(this.frame);
    this.replaceChildren(...this.still);
  }

  /** Follows a link to a state of this page. A link to a heading keeps the state. */
  follow(event) {
    const link = event.target.closest?.("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || pageOf(link) !== this.page) return;
    if (link.hash) {
      this.record();
      link.search = location.search;
    }
    const state = !link.hash && fromAddress(link.href, this.query, this.fields, this.start);
    if (!state) return;
    event.preventDefault();
    event.stopPropagation(); // or the theme would load the page again
    this.set(state, "As the link says:");
    this.scrollIntoView({ block: "nearest" });
  }

  /** Draws a new state at once; when the reader rests, words and address follow. */
  set(state, why, held) {
    this.state = state;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.show(held));
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      this.tell(why);
      this.record();
    }, REST);
  }

  /** Writes the state into the address, unless the reader is on the way to another page. */
  record() {
    if (pageOf(location) !== this.page) return;
    history.replaceState(history.state, "", toAddress(location.href, this.query, this.state, this.start));
  }

  /** Takes the state of the address that the reader went back or forward to. */
  revisit() {
    const state = fromAddress(location.href, this.query, this.fields, this.start) ?? this.start;
    const same = Object.keys(state).every((key) => state[key] === this.state[key]);
    if (pageOf(location) === this.page && !same) this.set(state, "");
  }

  /** A button that leads nowhere any more rests; who pressed it by keyboard goes on at the next one. */
  idle(button, resting, next) {
    const focused = button.matches(":focus");
    button.disabled = resting;
    if (!resting || !focused) return;
    next.disabled = false;
    next.focus();
  }

  /** Brings one part up to date. */
  put(part, attributes, words) {
    const node = this.parts[part];
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (words !== undefined && node.textContent !== words) node.textContent = words;
  }
}
