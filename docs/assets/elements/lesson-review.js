// @ts-check
/**
 * <lesson-review>: everything due on the whole site, in one queue that mixes the chapters.
 * Markup: the kit writes a <section class="deck-source" data-deck data-href data-items> for each
 * chapter, with its cards and questions, or with `data-source`, where they are fetched from when one
 * of them is due. Without this script the sections stand as a list.
 */
import { fetchElements } from "./fetch-elements.js";
import { dueItems, interleave, nextDue } from "./lib/replay.js";
import { whenWords } from "./lib/days.js";
import { all, dueNow, node, progress, reviewItems, today } from "./progress.js";
import { Session } from "./session.js";

/** What an item is about: a question's objectives, a card's heading. */
const topicOf = ({ dataset } = document.body) => dataset.objectives ?? dataset.teaches;

/** The reader's own cards and questions, if there are any, as one more deck. */
async function fetchOwn() {
  const has = [...progress.documents().keys()].some((key) => /^(card|question)\|/.test(key));
  return has ? (await import("./own-items.js")).ownDeck() : undefined;
}

class LessonReview extends HTMLElement {
  connectedCallback() {
    this.repeats = node("p");
    this.append(this.repeats);
    this.stop = progress.onChange((elsewhere) => elsewhere && !this.session?.busy && this.study());
    this.study();
  }

  disconnectedCallback() {
    this.stop();
    this.session?.end();
    this.turn = null;
    this.repeats.remove();
    this.own?.remove();
    for (const element of this.elements) element.hidden = false;
  }

  get decks() {
    return all(this, "[data-deck]");
  }

  get elements() {
    return all(this, ".card, lesson-quiz");
  }

  async study() {
    const turn = (this.turn = {});
    this.session?.end();
    for (const element of this.elements) element.hidden = true;
    const own = await fetchOwn().catch(() => null);
    if (turn !== this.turn) return;
    this.own?.remove();
    this.own = own;
    if (own) this.append(own);
    for (const element of this.elements) element.hidden = true;
    if (own !== null) this.leaveOutGone();
    const due = dueNow();
    const asked = due.filter(({ kind }) => kind !== "p");
    this.missing = await this.fetchDecks(asked);
    if (own === null) this.missing.push("What is yours");
    if (turn !== this.turn) return; // another change, or another page, came in between
    const elements = new Map(this.elements.map((element) => [element.id, element]));
    const here = asked.filter(({ id }) => elements.has(id));
    const mixed = interleave(here, ({ id }) => topicOf(elements.get(id)));
    const fresh = all(this, "[data-fresh]");
    const queue = [...mixed.map(({ id }) => elements.get(id)), ...fresh].map((element) => ({ id: element.id, element }));
    this.session = new Session(this, queue, () => this.ahead());
    this.repeat(due.filter(({ kind }) => kind === "p"));
  }

  /** Only this page knows what the site still holds; what it dropped must not stay due for ever. */
  leaveOutGone() {
    const here = new Set();
    for (const { dataset } of this.decks) {
      here.add(dataset.deck);
      for (const name of dataset.items.split(" ")) here.add(`${dataset.deck}/${name}`);
    }
    const isHere = ({ kind, id }) => here.has("px".includes(kind) ? id.split("/")[0] : id);
    const lost = progress.events().filter((event) => !isHere(event)).map(({ kind, id }) => `${kind}|${id}`);
    const gone = [...new Set(lost)].sort();
    const before = progress.documents().get("review|gone")?.body ?? [];
    if (JSON.stringify(gone) !== JSON.stringify(before)) progress.putDocument("review", "gone", gone);
  }

  /** Fetches the chapters that something is due of. Returns the titles of those that did not come. */
  async fetchDecks(due) {
    const wanted = new Set(due.map(({ id }) => id.split("/")[0]));
    const decks = this.decks.filter(({ dataset }) => dataset.source && wanted.has(dataset.deck));
    const failed = await Promise.all(decks.map((deck) => this.fetchDeck(deck).catch(() => deck)));
    fetchElements();
    return failed.flatMap((deck) => deck?.querySelector("h2").textContent ?? []);
  }

  async fetchDeck(deck) {
    const response = await fetch(deck.dataset.source);
    if (!response.ok) throw response;
    const html = await response.text();
    if (!deck.dataset.source) return; // it came twice
    delete deck.dataset.source;
    deck.insertAdjacentHTML("beforeend", html);
    for (const element of all(deck, ".card, lesson-quiz")) element.hidden = true;
  }

  ahead() {
    if (this.missing.length) return `${this.missing.join(", ")} could not be fetched: load this page again`;
    const items = [...reviewItems().values()];
    const waiting = dueItems(items, today()).length - dueNow().length;
    if (waiting) return `enough for today, ${waiting} more can wait`;
    const { day, count } = nextDue(items, today());
    return count ? `next: ${count} ${whenWords(day, today())}` : "what you study comes here";
  }

  /** A prediction is made again where its program stands. */
  repeat(predictions) {
    const links = predictions.flatMap(({ id }) => {
      const [slug, name] = id.split("/");
      const { dataset } = this.decks.find((deck) => deck.dataset.deck === slug);
      return [" ", node("a", { href: `${dataset.href}#program/${id}` }, name)];
    });
    this.repeats.replaceChildren(...(links.length ? ["Predict again:", ...links] : []));
  }
}

customElements.define("lesson-review", LessonReview);
