// @ts-check
/**
 * <lesson-review>: everything due on the whole site in one queue that mixes the chapters.
 *
 * Markup: mkdocs_lesson writes one <section class="deck-source"> for each chapter, with data-deck,
 * data-title, data-href, its cards and its questions; without this script they stand as a list.
 */
import { dueItems, interleave, nextDue } from "./lib/replay.js";
import { whenWords } from "./lib/days.js";
import { node, progress, reviewItems, today } from "./progress.js";
import { Session } from "./session.js";
import "./lesson-due.js";

class LessonReview extends HTMLElement {
  connectedCallback() {
    this.sources = [...this.querySelectorAll(".deck-source")];
    this.elements = new Map([...this.querySelectorAll(".card, lesson-quiz")].map((each) => [each.id, each]));
    this.repeats = node("p", { className: "repeats" });
    this.append(this.repeats);
    this.stop = progress.onChange(() => this.session.begun || this.start());
    this.start();
  }

  disconnectedCallback() {
    this.stop();
    this.session.end();
    this.repeats.remove();
    for (const element of this.elements.values()) element.hidden = false;
  }

  start() {
    this.session?.end();
    for (const element of this.elements.values()) element.hidden = true;
    const due = dueItems(reviewItems().values(), today());
    const entries = interleave(due.filter(({ kind }) => kind !== "p")).flatMap((item) => this.entry(item));
    const done = entries.length ? `Done. ${entries.length} reviewed` : "Nothing is due";
    this.session = new Session(this, entries, () => done + this.ahead());
    this.askAgain(due.filter(({ kind }) => kind === "p"));
  }

  /** None for an item that the site no longer holds. */
  entry({ kind, id }) {
    const element = this.elements.get(id);
    return element ? [{ kind, id, element }] : [];
  }

  ahead() {
    const next = nextDue(reviewItems().values(), today());
    if (next) return `; next: ${next.count} ${whenWords(next.day, today())}.`;
    return reviewItems().size ? "." : ". A card comes here once you have studied it in its chapter.";
  }

  /** A wrong prediction is made again where its program stands. */
  askAgain(items) {
    const links = items.flatMap(({ id }) => {
      const source = this.sources.find(({ dataset }) => dataset.deck === id.split("/")[0]);
      return source ? [" ", node("a", { href: `${source.dataset.href}#program/${id}` }, id.split("/")[1])] : [];
    });
    this.repeats.replaceChildren(...(links.length ? ["Predict again:", ...links] : []));
  }
}

customElements.define("lesson-review", LessonReview);
