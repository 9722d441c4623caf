// @ts-check
/**
 * <lesson-due>: "7 due", a link to the review; nothing while nothing is due or without script.
 * Markup: an empty element, anywhere.
 */
import { dueItems } from "./lib/replay.js";
import { base, node, progress, reviewItems, today } from "./progress.js";

class LessonDue extends HTMLElement {
  connectedCallback() {
    this.link = node("a", { href: new URL("review/", base).href });
    this.replaceChildren(this.link);
    this.stop = progress.onChange(() => this.update());
    this.update();
  }

  disconnectedCallback() {
    this.stop();
    this.replaceChildren();
  }

  update() {
    const count = dueItems(reviewItems().values(), today()).length;
    this.hidden = count === 0;
    this.link.textContent = `${count} due`;
  }
}

customElements.define("lesson-due", LessonDue);
