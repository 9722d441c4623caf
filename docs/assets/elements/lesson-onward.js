// @ts-check
/**
 * <lesson-onward>: where a reader who was here before goes on: the page they answered something on
 * last, and what is due. Markup: a sentence for those who are here for the first time, which stays
 * without this script. The titles are those of the menu.
 */
import { base, counted, dueNow, node, progress } from "./progress.js";

class LessonOnward extends HTMLElement {
  connectedCallback() {
    this.before = [...this.childNodes];
    this.stop = progress.onChange(() => this.update());
    this.update();
  }

  disconnectedCallback() {
    this.stop();
    this.replaceChildren(...this.before);
  }

  update() {
    const event = progress.events().findLast(({ id }) => pageOf(id));
    if (!event) return this.replaceChildren(...this.before);
    const last = pageOf(event.id);
    const due = dueNow().length;
    const review = node("a", { href: new URL("review/", base).href }, `${counted(due, "thing")} to review`);
    this.replaceChildren("Go on where you were: ", node("a", { href: last.href }, last.textContent), ...(due ? [", or with ", review] : []), ".");
  }
}

/** The menu's link to the page that an answer belongs to. */
const pageOf = (id) => document.querySelector(`#menu a[href$="/${id.split("/")[0]}/"], #menu a[href="${id.split("/")[0]}/"]`);

customElements.define("lesson-onward", LessonOnward);
