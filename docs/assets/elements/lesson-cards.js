// @ts-check
/**
 * <lesson-cards>: a chapter's deck, one card at a time: first the card that the address names,
 * then what is due, then what is new; or all of it, shuffled.
 * Markup: the kit writes each .card, with id and data-version, as a front and a
 * <details class="back">; without this script they stand as a list.
 */
import { dueItems, nextDue, shuffled } from "./lib/replay.js";
import { whenWords } from "./lib/days.js";
import { all, button, counted, node, progress, reviewItems, today } from "./progress.js";
import { Session } from "./session.js";

const START = "Start over";

class LessonCards extends HTMLElement {
  connectedCallback() {
    this.cards = all(this, ".card");
    const mix = button("Shuffle");
    mix.onclick = () => this.list(false, shuffled(this.cards, Math.random));
    this.toggle = button("");
    this.toggle.onclick = () => this.list(!this.listing);
    this.afresh = button(START);
    this.afresh.onclick = () => this.startOver();
    this.tools = node("div", { className: "deck-tools" }, mix, this.toggle, this.afresh);
    this.tools.onclick = ({ target }) => target.focus(); // what moves loses it
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
    this.tools.remove();
  }

  /** All cards as a list, or one by one; `first` is one or several. */
  list(listing, first) {
    this.listing = listing;
    this.session?.end();
    for (const card of this.cards) card.hidden = !listing;
    if (!listing) this.study(first);
    this.toggle.textContent = listing ? "Study one by one" : "List all cards";
    this.afresh.hidden = !listing || !this.items[0];
    this.afresh.textContent = START;
    (listing ? this : this.session.panel).append(this.tools);
  }

  /** At the second press every card is new again. What was graded stays on record. */
  startOver() {
    if (this.afresh.textContent === START) return (this.afresh.textContent = "Forget all grades?");
    for (const { id } of this.items) progress.addEvent("c", id, { g: 0 });
    this.list(false);
    this.toggle.focus();
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
