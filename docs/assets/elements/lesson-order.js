// @ts-check
/**
 * <lesson-order>: lines that go where they are placed, by a list of places or by buttons.
 * Markup: the kit writes the lines in a list, each with a select and two buttons.
 * Without this script the selects alone say the order, and CSS hides the buttons.
 */
import { all, node } from "./progress.js";

const placeOf = (line) => line.querySelector("select");

class LessonOrder extends HTMLElement {
  connectedCallback() {
    const { signal } = (this.listeners = new AbortController());
    this.list = this.querySelector("ol");
    this.lines = [...this.list.children];
    this.news = node("p", { className: "unseen", ariaLive: "polite" });
    this.append(this.news);
    this.addEventListener("input", ({ target }) => target !== this && this.place(target), { signal });
    this.addEventListener("click", (event) => this.press(event), { signal });
    this.closest("form").addEventListener("reset", () => this.lay([]), { signal });
    this.lay(this.placed);
  }

  disconnectedCallback() {
    this.listeners.abort();
    this.news.remove();
    this.list.append(...this.lines);
  }

  /** The lines that have a place, in their order. */
  get placed() {
    return this.lines.filter((line) => placeOf(line).value)
      .sort((one, other) => Number(placeOf(one).value) - Number(placeOf(other).value));
  }

  /** A place was chosen: the line takes it, and the others make room. */
  place(select) {
    const line = select.closest("li");
    const others = this.placed.filter((each) => each !== line);
    if (select.value) others.splice(Number(select.value) - 1, 0, line);
    this.lay(others);
    this.tell(line);
  }

  /** Up from below the rest means last; down from the last place means left out. */
  press({ target }) {
    const { move } = target.dataset;
    if (!move || target.ariaDisabled === "true") return;
    const line = target.closest("li");
    const order = this.placed;
    const at = order.indexOf(line);
    if (at >= 0) order.splice(at, 1);
    const to = at < 0 ? order.length : at + Number(move);
    if (to <= order.length) order.splice(to, 0, line);
    this.lay(order);
    this.tell(line);
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Placed lines first, then the rest as they came. */
  lay(order) {
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    this.list.append(...order, ...this.lines.filter((line) => !order.includes(line)));
    for (const line of this.lines) {
      const at = order.indexOf(line);
      const [up, down] = all(line, "[data-move]");
      placeOf(line).value = at < 0 ? "" : String(at + 1);
      line.classList.toggle("placed", at >= 0);
      up.ariaDisabled = String(at === 0);
      down.ariaDisabled = String(at < 0);
    }
    if (this.contains(focused)) focused.focus();
  }

  tell(line) {
    const { value } = placeOf(line);
    this.news.textContent = value ? `Now in place ${value} of ${this.placed.length}.` : "Left out.";
  }
}

customElements.define("lesson-order", LessonOrder);
