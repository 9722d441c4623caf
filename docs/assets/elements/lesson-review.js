// @ts-check
/**
 * <lesson-review>: everything due on the whole site, in one queue that mixes the chapters.
 * Markup: the kit writes a <section class="deck-source" data-deck data-href> for each chapter, with
 * its cards and questions; without this script they stand as a list.
 */
import { dueItems, interleave, nextDue } from "./lib/replay.js";
import { whenWords } from "./lib/days.js";
import { all, dueNow, node, progress, reviewItems, today } from "./progress.js";
import { Session } from "./session.js";

/** What an item is about: a question's objectives, a card's heading. */
const topicOf = ({ dataset } = document.body) => dataset.objectives ?? dataset.teaches;

class LessonReview extends HTMLElement {
  connectedCallback() {
    this.elements = all(this, ".card, lesson-quiz");
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
    this.leaveOutGone();
    const elements = new Map(this.elements.map((element) => [element.id, element]));
    const due = interleave(dueNow(), ({ id }) => topicOf(elements.get(id)));
    const asked = due.filter(({ kind }) => kind !== "p");
    const queue = asked.map(({ id }) => ({ id, element: elements.get(id) }));
    this.session = new Session(this, queue, () => this.ahead());
    this.repeat(due.filter(({ kind }) => kind === "p"));
  }

  /** Only this page knows what the site still holds; what it dropped must not stay due for ever. */
  leaveOutGone() {
    const here = new Set(all(this, "[data-deck]").map(({ dataset }) => dataset.deck));
    for (const { id } of this.elements) here.add(id);
    const isHere = ({ kind, id }) => here.has("px".includes(kind) ? id.split("/")[0] : id);
    const lost = progress.events().filter((event) => !isHere(event)).map(({ kind, id }) => `${kind}|${id}`);
    const gone = [...new Set(lost)].sort();
    const before = progress.documents().get("review|gone")?.body ?? [];
    if (JSON.stringify(gone) !== JSON.stringify(before)) progress.putDocument("review", "gone", gone);
  }

  ahead() {
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
      const [{ dataset }] = all(this, `[data-deck="${slug}"]`);
      return [" ", node("a", { href: `${dataset.href}#program/${id}` }, name)];
    });
    this.repeats.replaceChildren(...(links.length ? ["Predict again:", ...links] : []));
  }
}

customElements.define("lesson-review", LessonReview);
