// @ts-check
/**
 * <lesson-review>: everything due on the whole site, in one queue that mixes the chapters.
 * Markup: the kit writes a <section class="deck-source" data-deck data-href> for each chapter, with
 * its cards and questions; without this script they stand as a list.
 */
import { dueItems, interleave, nextDue } from "./lib/replay.js";
import { whenWords } from "./lib/days.js";
import { node, progress, reviewItems, today } from "./progress.js";
import { Session } from "./session.js";

class LessonReview extends HTMLElement {
  connectedCallback() {
    this.elements = [...this.querySelectorAll(".card, lesson-quiz")];
    this.repeats = node("p");
    this.append(this.repeats);
    this.stop = progress.onChange((elsewhere) => elsewhere && !this.session.busy && this.study());
    this.study();
  }

  disconnectedCallback() {
    this.stop();
    this.session.end();
    this.repeats.remove();
    for (const element of this.elements) element.hidden = false;
  }

  study() {
    this.session?.end();
    for (const element of this.elements) element.hidden = true;
    const due = interleave(dueItems([...reviewItems().values()], today()));
    const queue = due.filter(({ kind }) => kind !== "p").flatMap(({ id }) => this.entry(id));
    const done = queue.length ? `Done. ${queue.length} reviewed` : "Nothing is due";
    this.session = new Session(this, queue, () => `${done}; ${this.ahead()}.`);
    this.repeat(due.filter(({ kind }) => kind === "p"));
  }

  /** Nothing for what the site no longer holds. */
  entry(id) {
    const element = this.elements.find((each) => each.id === id);
    return element ? [{ id, element }] : [];
  }

  ahead() {
    const { day, count } = nextDue([...reviewItems().values()], today());
    return count ? `next: ${count} ${whenWords(day, today())}` : "a card comes here once it was studied in its chapter";
  }

  /** A prediction is made again where its program stands. */
  repeat(predictions) {
    const links = predictions.flatMap(({ id }) => {
      const [slug, name] = id.split("/");
      const source = this.querySelector(`[data-deck="${slug}"]`);
      return source ? [" ", node("a", { href: `${source.dataset.href}#program/${id}` }, name)] : [];
    });
    this.repeats.replaceChildren(...(links.length ? ["Predict again:", ...links] : []));
  }
}

customElements.define("lesson-review", LessonReview);
