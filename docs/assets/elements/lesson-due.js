// @ts-check
/** <lesson-due>, empty, anywhere: "7 due", a link to the review; nothing while nothing is due or without script. */
import { base, dueNow, node, progress } from "./progress.js";

class LessonDue extends HTMLElement {
  connectedCallback() {
    this.stop = progress.onChange(() => this.update());
    this.update();
  }

  disconnectedCallback() {
    this.stop();
    this.replaceChildren();
  }

  update() {
    const count = dueNow().length;
    this.replaceChildren(...(count ? [node("a", { href: new URL("review/", base).href }, `${count} due`)] : []));
  }
}

customElements.define("lesson-due", LessonDue);
