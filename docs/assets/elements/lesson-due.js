// @ts-check
/** <lesson-due>, empty, anywhere: "7 due", a link to the review; nothing while nothing is due or without script. */
import { dueItems } from "./lib/replay.js";
import { base, node, progress, reviewItems, today } from "./progress.js";

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
    const count = dueItems([...reviewItems().values()], today()).length;
    this.replaceChildren(...(count ? [node("a", { href: new URL("review/", base).href }, `${count} due`)] : []));
  }
}

customElements.define("lesson-due", LessonDue);
