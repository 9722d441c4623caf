// @ts-check
/**
 * <lesson-cards>: a chapter's deck, asked one card at a time: first what is due, then what is new.
 *
 * Markup: mkdocs_lesson writes every card as a front and a <details class="back">; without this
 * script they stand as a list. Attributes: data-deck; on each .card an id and data-version.
 */
import { dueItems, nextDue } from "./lib/replay.js";
import { whenWords } from "./lib/days.js";
import { button, counted, progress, reviewItems, today } from "./progress.js";
import { Session } from "./session.js";

class LessonCards extends HTMLElement {
  connectedCallback() {
    this.cards = [...this.querySelectorAll(".card")];
    this.toggle = button("List all cards", "button-quiet");
    this.toggle.onclick = () => this.list(!this.listing);
    this.stop = progress.onChange(() => this.session?.begun || this.listing || this.start());
    this.append(this.toggle);
    this.start();
  }

  disconnectedCallback() {
    this.stop();
    this.list(true);
    this.toggle.remove();
  }

  start() {
    this.session?.end();
    for (const card of this.cards) card.hidden = true;
    const entries = this.entries();
    const done = entries.length ? `Done. ${entries.length} reviewed` : "Nothing due";
    this.session = new Session(this, entries, () => `${done}${this.ahead()}.`);
    this.append(this.toggle);
  }

  /** This deck's cards that have been seen. */
  seen() {
    return this.cards.map((card) => reviewItems().get(`c|${card.id}`)).filter(Boolean);
  }

  entries() {
    const due = dueItems(this.seen(), today()).map(({ id }) => id);
    const isNew = ({ id }) => !reviewItems().has(`c|${id}`);
    const ids = [...due, ...this.cards.filter(isNew).map(({ id }) => id)];
    return ids.map((id) => ({ kind: "c", id, element: this.cards.find((card) => card.id === id) }));
  }

  ahead() {
    const next = nextDue(this.seen(), today());
    return next ? `; next: ${counted(next.count, "card")} ${whenWords(next.day, today())}` : "";
  }

  list(all) {
    this.listing = all;
    this.toggle.textContent = all ? "Study one by one" : "List all cards";
    if (!all) return this.start();
    this.session.end();
    for (const card of this.cards) card.hidden = card.querySelector(".back").open = false;
  }
}

customElements.define("lesson-cards", LessonCards);
