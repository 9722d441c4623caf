// @ts-check
/**
 * <lesson-cards>: a chapter's deck, one card at a time: first the card that the address names,
 * then what is due, then what is new.
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
    this.listeners = new AbortController();
    addEventListener("hashchange", () => this.turnTo(), { signal: this.listeners.signal });
    this.list(false);
    this.turnTo();
  }

  disconnectedCallback() {
    this.stop();
    this.listeners.abort();
    this.list(true);
    this.toggle.remove();
  }

  /** All cards as a list, or one by one. */
  list(listing, first) {
    this.listing = listing;
    this.session?.end();
    for (const card of this.cards) card.hidden = !listing;
    if (!listing) this.study(first);
    this.toggle.textContent = listing ? "Study one by one" : "List all cards";
    (listing ? this : this.session.panel).append(this.toggle);
  }

  /** Each card has an address of its own. */
  turnTo() {
    const card = this.cards.find(({ id }) => `#${id}` === location.hash);
    if (!card) return;
    if (card.hidden) this.list(false, card);
    card.scrollIntoView({ block: "center" });
  }

  /** What of this deck was studied before. */
  get items() {
    return this.cards.flatMap(({ id }) => reviewItems().get(`c|${id}`) ?? []);
  }

  study(first) {
    const due = dueItems(this.items, today()).map(({ id }) => this.cards.find((card) => card.id === id));
    const fresh = this.cards.filter(({ id }) => !reviewItems().has(`c|${id}`));
    const order = new Set([first ?? [], due, fresh].flat());
    const queue = [...order].map((element) => ({ id: element.id, element }));
    this.session = new Session(this, queue, () => this.ahead());
  }

  ahead() {
    const { day, count } = nextDue(this.items, today());
    return `next: ${counted(count, "card")} ${whenWords(day, today())}`;
  }
}

customElements.define("lesson-cards", LessonCards);
