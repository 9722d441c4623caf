// @ts-check
/**
 * <lesson-cards>: a chapter's deck, one card at a time: first what is due, then what is new.
 * Markup: the kit writes each .card, with id and data-version, as a front and a
 * <details class="back">; without this script they stand as a list.
 */
import { dueItems, nextDue } from "./lib/replay.js";
import { whenWords } from "./lib/days.js";
import { all, button, counted, progress, reviewItems, today } from "./progress.js";
import { Session } from "./session.js";

class LessonCards extends HTMLElement {
  connectedCallback() {
    this.cards = all(this, ".card");
    this.toggle = button("");
    this.toggle.onclick = () => {
      this.list(!this.listing);
      this.toggle.focus();
    };
    this.stop = progress.onChange((elsewhere) => elsewhere && !this.listing && !this.session.busy && this.list(false));
    this.list(false);
  }

  disconnectedCallback() {
    this.stop();
    this.list(true);
    this.toggle.remove();
  }

  /** All cards as a list, or one by one. */
  list(listing) {
    this.listing = listing;
    this.session?.end();
    for (const card of this.cards) card.hidden = !listing;
    if (!listing) this.study();
    this.toggle.textContent = listing ? "Study one by one" : "List all cards";
    (listing ? this : this.session.panel).append(this.toggle);
  }

  /** What of this deck was studied before. */
  get items() {
    return this.cards.flatMap(({ id }) => reviewItems().get(`c|${id}`) ?? []);
  }

  study() {
    const due = dueItems(this.items, today()).map(({ id }) => this.cards.find((card) => card.id === id));
    const fresh = this.cards.filter(({ id }) => !reviewItems().has(`c|${id}`));
    const queue = [...due, ...fresh].map((element) => ({ id: element.id, element }));
    this.session = new Session(this, queue, () => this.ahead());
  }

  ahead() {
    const { day, count } = nextDue(this.items, today());
    return `next: ${counted(count, "card")} ${whenWords(day, today())}`;
  }
}

customElements.define("lesson-cards", LessonCards);
