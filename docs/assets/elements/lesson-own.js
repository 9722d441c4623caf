// @ts-check
/**
 * <lesson-own data-kind="note|card|question">: all that a reader wrote of a kind: shown, added,
 * changed, removed and brought back.
 * Markup: none; without this script it stays empty. What belongs to a page that is gone, or to a
 * heading that is, says where that was: assets/headings.json, made by the build, names what there is.
 */
import { dateWords, studyDay, whenWords } from "./lib/days.js";
import { addressOf, freshName, keep, own } from "./own.js";
import { ownForm } from "./own-form.js";
import { cardElement, fullId, paragraphs, questionElement } from "./own-items.js";
import { base, button, node, progress, reviewItems, today } from "./progress.js";

const EMPTY = {
  note: "No notes yet. “Take notes”, at the foot of every page, puts a button at each of its headings.",
  card: "No cards of your own yet.",
  question: "No questions of your own yet.",
};
const SHOWN = {
  note: ({ body }) => node("div", {}, ...(body.quote ? [node("p", { className: "own-quote" }, `“${body.quote}”`)] : []), ...paragraphs(body.text)),
  card: cardElement,
  question: questionElement,
};
const NO_PLACE = { page: "", title: "", anchor: "", heading: "" };
const textOf = ({ text, front, back, ask, options }) => text ?? (ask === undefined ? `${front}\n\n${back}` : [ask, ...options].join("\n"));
const nameOf = ({ text, front, ask }) => (text ?? front ?? ask).trim().slice(0, 60);

/** Page → [title, {id: heading}] of the book as it stands; null while that can't be known. */
let headings;
async function fetchHeadings() {
  headings ??= await fetch(new URL("assets/headings.json", base)).then((found) => found.json()).catch(() => undefined);
}

class LessonOwn extends HTMLElement {
  connectedCallback() {
    this.listeners = new AbortController();
    this.kind = /** @type {"note" | "card" | "question"} */ (this.dataset.kind);
    this.list = node("div", { className: "own-list" });
    this.status = node("p", { className: "own-status", role: "status", tabIndex: -1 });
    this.add = button(`Add a ${this.kind}`);
    this.add.onclick = () => this.open({ name: freshName(), body: NO_PLACE });
    this.gone = node("details", { className: "own-gone" });
    const actions = node("div", { className: "own-actions" }, ...(this.kind === "note" ? [] : [this.add]), this.status);
    this.append(this.list, actions, this.gone);
    addEventListener("pagehide", () => this.form?.leave(), { signal: this.listeners.signal });
    this.stop = progress.onChange(() => this.show());
    this.show().then(() => this.turnTo());
  }

  disconnectedCallback() {
    this.form?.leave();
    this.listeners.abort();
    this.stop();
    this.replaceChildren();
  }

  /** What the address names, once it is there. */
  turnTo() {
    const name = location.hash.slice(1);
    if (name) [...this.list.querySelectorAll("[data-name]")].find((each) => each.dataset.name === name)?.scrollIntoView();
  }

  async show() {
    if (!headings && own(this.kind).some(({ body }) => body.page)) await fetchHeadings();
    const things = own(this.kind);
    const state = JSON.stringify(things);
    if (!this.isConnected || state === this.state || this.form) return;
    this.state = state;
    const living = things.filter(({ body }) => !body.removed);
    const words = living.length ? this.groups(living) : [node("p", { className: "own-none" }, EMPTY[this.kind])];
    this.list.replaceChildren(...words);
    this.showGone(things.filter(({ body }) => body.removed));
  }

  /** Notes by page, in the order in which they were begun; the rest as it is. */
  groups(things) {
    if (this.kind !== "note") return things.map((thing) => this.item(thing));
    const pages = new Map();
    for (const thing of things) pages.set(thing.body.page, [...(pages.get(thing.body.page) ?? []), thing]);
    return [...pages].flatMap(([page, notes]) => [this.pageTitle(page, notes[0].body), ...notes.map((note) => this.item(note))]);
  }

  pageTitle(page, { title }) {
    const [now] = headings?.[page] ?? [];
    if (headings && !now) return node("h3", {}, `${title} `, node("small", {}, "no longer in the book"));
    return node("h3", {}, node("a", { href: addressOf({ page, anchor: "" }) }, now ?? title));
  }

  item(thing) {
    const { body } = thing;
    const [edit, remove] = [button("Edit"), button("Remove")];
    edit.ariaLabel = `Edit: ${nameOf(body)}`;
    remove.ariaLabel = `Remove: ${nameOf(body)}`;
    edit.onclick = () => this.open(thing);
    remove.onclick = () => this.put(thing, { ...body, removed: true }, "Removed. It can be brought back below.");
    const foot = node("p", { className: "own-foot" }, ...this.about(thing), edit, remove);
    const item = node("div", { className: "own-item" }, SHOWN[this.kind](thing), foot, ...this.other(thing));
    item.dataset.name = thing.name;
    return item;
  }

  /** Where it belongs, since when, and when it comes back. */
  about({ name, at, body }) {
    const item = reviewItems().get(`${this.kind[0] === "c" ? "c" : "q"}|${fullId(name)}`);
    const when = { card: item ? `comes back ${whenWords(item.due, today())}` : "comes with your next review" }[this.kind] ?? dateWords(studyDay(at), today());
    return [placeWords(body), node("span", {}, when)].filter(Boolean);
  }

  /** What another device made of the same thing. */
  other(thing) {
    if (!thing.other || thing.other.body.removed) return [];
    const use = button("Use this one");
    use.onclick = () => this.put({ name: thing.name }, { ...thing.other.body }, "Exchanged.");
    const day = dateWords(studyDay(thing.other.at), today());
    const summary = node("summary", {}, `Another version, of ${day}`);
    return [node("details", { className: "own-other" }, summary, ...paragraphs(textOf(thing.other.body)), use)];
  }

  showGone(things) {
    this.gone.hidden = !things.length;
    const items = things.map((thing) => {
      const back = button("Bring back");
      back.ariaLabel = `Bring back: ${nameOf(thing.body)}`;
      back.onclick = () => this.put(thing, { ...thing.body, removed: false }, "Brought back.");
      return node("li", {}, nameOf(thing.body), " ", back);
    });
    this.gone.replaceChildren(node("summary", {}, `Removed: ${things.length}`), node("ul", {}, ...items));
  }

  put({ name, at }, body, words) {
    keep(this.kind, name, body, at);
    this.show();
    this.say(words);
    this.status.focus();
  }

  say(words) {
    this.status.textContent = `${words} ${progress.status}`.trim();
  }

  itemOf({ name }) {
    return this.list.querySelector(`[data-name="${name}"]`);
  }

  /** Writes a new thing, or one that is there. What is half written comes first. */
  open(asked) {
    if (this.form && !this.form.leave()) return this.form.first.focus();
    this.form?.form.remove();
    const thing = own(this.kind).find(({ name }) => name === asked.name) ?? asked; // as it was just kept
    const done = async (read) => {
      this.form.form.remove();
      this.form = undefined;
      if (read) keep(this.kind, thing.name, { ...thing.body, ...read, ...moved(thing.body, read), removed: false }, thing.at);
      this.state = "";
      await this.show();
      this.say(read && !progress.status ? "Saved." : "");
      if (!this.form) (this.itemOf(thing)?.querySelector(".own-foot button") ?? this.add).focus();
    };
    this.form = ownForm(this.kind, thing.body, { name: thing.at ? `Edit your ${this.kind}` : `A ${this.kind} of your own`, done });
    (this.itemOf(thing) ?? this.status.parentElement).before(this.form.form);
    this.form.first.focus();
  }
}

/** A thing that is given to another page leaves the heading that it belonged to. */
const moved = (body, read) => (read.page !== undefined && read.page !== body.page ? { anchor: "", heading: "" } : {});

/** “Heading”, as a link where it is still there, in words where it was. */
function placeWords({ page, title, anchor, heading }) {
  if (!page && !anchor) return "";
  const [now, ids] = headings?.[page] ?? [];
  if (headings && (!now || (anchor && !Object.hasOwn(ids, anchor)))) return node("span", { className: "own-belonged" }, `belonged to “${heading || title}”`);
  return node("a", { href: addressOf({ page, anchor }) }, ids?.[anchor] ?? (heading || now || title));
}

customElements.define("lesson-own", LessonOwn);
