// @ts-check
/**
 * <lesson-path>: the book's parts and chapters in the reader's own order and words, without those
 * that the reader leaves out, and how far the reader is with each.
 * Markup: the kit writes <section data-item="part-…"> with a heading and a list of
 * <li data-item data-questions data-cards>, and empty .path-tools. Without this script that is the
 * path as the book has it. Documents: `order|path`, the ids in order, and `path|<id>` of what was
 * renamed, left out or added.
 */
import { farness } from "./lib/farness.js";
import { arranged, blockOf, isPart, moved, stepped } from "./lib/path.js";
import { MOST } from "./lib/own.js";
import { freshName, keep, own } from "./own.js";
import { all, button, counted, node, progress, reviewItems, today } from "./progress.js";

const WORDS = { started: "begun", due: "due", known: "known" };
const SURE = "Your order, names and hidden chapters would go. Press Reset again to do so.";
const PLAIN = { title: "", hidden: false, removed: false };

class LessonPath extends HTMLElement {
  connectedCallback() {
    this.before = [...this.childNodes].map((each) => each.cloneNode(true));
    this.tools = this.querySelector(".path-tools");
    this.parts = this.querySelector(".parts");
    this.items = new Map(all(this, "[data-item]").map((item) => [item.dataset.item, item]));
    this.plan = [...this.items.keys()];
    this.names = new Map([...this.items].map(([id, item]) => [id, nameIn(item).textContent]));
    this.addTools();
    this.stop = progress.onChange(() => this.show());
    this.show();
  }

  disconnectedCallback() {
    this.stop();
    this.replaceChildren(...this.before);
  }

  addTools() {
    this.change = button("Change the path");
    this.addPart = button("Add a section");
    this.reset = button("Reset");
    this.other = button("Use the other order");
    this.status = node("p", { className: "own-status", role: "status" });
    this.change.onclick = () => this.edit(!this.editing);
    this.addPart.onclick = () => this.insertPart();
    this.reset.onclick = () => this.asInTheBook();
    this.other.onclick = () => this.exchange();
    this.tools.append(this.change, this.addPart, this.reset, this.other, this.status);
    this.edit(false);
  }

  edit(editing) {
    this.editing = editing;
    this.form?.remove();
    this.addPart.hidden = this.reset.hidden = !editing;
    this.change.textContent = editing ? "Done" : "Change the path";
    this.toggleAttribute("data-editing", editing);
    this.news = "";
    if (this.order) this.show();
  }

  /** What the reader says of a part or chapter. */
  settingsOf(id) {
    return this.settings.get(id)?.body ?? PLAIN;
  }

  nameOf(id) {
    return this.settingsOf(id).title || this.names.get(id) || "A section of yours";
  }

  /** Lays the path out as the reader has it. */
  show() {
    this.settings = new Map(own("path").map((each) => [each.name, each]));
    const parts = [...this.settings].filter(([id, { body }]) => isOwnPart(id) && !body.removed).map(([id]) => id);
    const [order] = own("order");
    this.keepGone(order?.body ?? []);
    for (const id of parts) if (!this.items.has(id)) this.items.set(id, ownPart(id));
    this.other.hidden = !this.editing || !order?.other;
    this.order = arranged(this.plan, order?.body ?? [], parts);
    this.shown = this.order.filter((id) => this.names.has(id) || parts.includes(id));
    if (this.shown[0] !== undefined && !isPart(this.shown[0])) this.shown = moved(this.shown, this.shown.find(isPart), "");
    this.tellStates();
    for (const id of this.shown) this.dress(id);
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    this.parts.replaceChildren(...this.shown.filter(isPart).map((id) => this.lay(id)));
    if (this.contains(focused)) focused.focus();
    this.say(this.news || this.summary());
  }

  /** A part that the book no longer has stays a section of the reader's. */
  keepGone(order) {
    for (const id of order) {
      if (!isPart(id) || isOwnPart(id) || this.names.has(id)) continue;
      this.names.set(id, id.charAt(5).toUpperCase() + id.slice(6).replaceAll("-", " "));
      this.items.set(id, ownPart(id));
    }
  }

  /** A part with the chapters that follow it. */
  lay(id) {
    const part = this.items.get(id);
    const chapters = blockOf(this.shown, id).slice(1).map((each) => this.items.get(each));
    part.querySelector("ol").replaceChildren(...chapters);
    part.hidden = part.hidden || (!this.editing && !isOwnPart(id) && chapters.every((each) => each.hidden));
    return part;
  }

  /** Name, whether it is shown, and what can be done with it. */
  dress(id) {
    const item = this.items.get(id);
    const { hidden, title } = this.settingsOf(id);
    nameIn(item).textContent = this.nameOf(id);
    nameIn(item).title = title && this.names.has(id) ? `In the book: ${this.names.get(id)}` : "";
    item.hidden = hidden && !this.editing;
    item.classList.toggle("left-out", hidden);
    const row = isPart(id) ? item.querySelector(".path-head") : item;
    const before = row.querySelector(":scope > .path-actions");
    if (!this.editing) return before?.remove();
    if (!before) row.append(this.actions(id));
    this.label(id, row.querySelector(":scope > .path-actions"));
  }

  actions(id) {
    const does = { up: () => this.step(id, -1), down: () => this.step(id, 1), hide: () => this.hide(id), more: () => this.open(id) };
    const buttons = Object.entries({ up: "↑", down: "↓", hide: "Hide", more: "Edit" }).map(([what, text]) => {
      const press = button(text);
      press.dataset.does = what;
      press.onclick = () => press.ariaDisabled !== "true" && does[what]();
      return press;
    });
    return node("div", { className: "path-actions" }, ...buttons);
  }

  label(id, actions) {
    const name = this.nameOf(id);
    const [up, down, hide, more] = actions.children;
    const { hidden } = this.settingsOf(id);
    hide.textContent = isOwnPart(id) ? "Remove" : hidden ? "Show" : "Hide";
    Object.assign(up, { ariaLabel: `Move up: ${name}`, ariaDisabled: String(stepped(this.shown, id, -1) === undefined) });
    Object.assign(down, { ariaLabel: `Move down: ${name}`, ariaDisabled: String(stepped(this.shown, id, 1) === undefined) });
    hide.ariaLabel = `${hide.textContent}: ${name}`;
    more.ariaLabel = `Edit: ${name}`;
  }

  step(id, step) {
    this.place(id, stepped(this.shown, id, step));
  }

  /** Puts a part or chapter after another one. */
  place(id, after) {
    const order = moved(this.order, id, after);
    const before = this.names.get(after) ?? this.settings.get(after)?.body.title;
    this.news = before ? `${this.nameOf(id)} follows ${this.nameOf(after)} now.` : `${this.nameOf(id)} is first now.`;
    keep("order", "path", order, own("order")[0]?.at);
  }

  /** Two devices had an order each: the other one, for this one. */
  exchange() {
    const [{ other }] = own("order");
    this.news = "This is the other order. The one before stays beside it.";
    keep("order", "path", other.body);
    if (this.other.hidden) this.change.focus();
  }

  set(id, changes) {
    keep("path", id, { ...this.settingsOf(id), ...changes }, this.settings.get(id)?.at);
  }

  hide(id) {
    const { hidden } = this.settingsOf(id);
    const word = isOwnPart(id) ? "removed" : hidden ? "shown again" : "hidden; it stays in the book";
    this.news = `${this.nameOf(id)} is ${word}.`;
    if (isOwnPart(id)) {
      this.set(id, { removed: true });
      return this.change.focus();
    }
    this.set(id, { hidden: !hidden });
  }

  insertPart() {
    const id = `part-own-${freshName()}`;
    this.news = "A section was added at the end. Name it, and move chapters below it.";
    keep("path", id, { ...PLAIN, title: "A section of mine" });
    this.open(id);
  }

  /** The form for a name, and for a place that is far away. */
  open(id) {
    this.form?.remove();
    const row = isPart(id) ? this.items.get(id).querySelector(".path-head") : this.items.get(id);
    const name = node("input", { value: this.nameOf(id), maxLength: MOST.name, autocomplete: "off" });
    const choices = this.shown.filter((each) => each !== id && (!isPart(id) || isPart(each)));
    const place = node("select", {}, node("option", { value: "" }, "where it is"), ...choices.map((each) => node("option", { value: each }, this.nameOf(each))));
    const cancel = button("Cancel");
    const actions = node("div", { className: "own-actions" }, node("button", { className: "button" }, "Save"), cancel);
    const fields = [["Its name in your path", name], ["Place it after", place]].map(([label, field]) => node("label", { className: "field" }, node("span", {}, label), field));
    this.form = node("form", { className: "own own-form", ariaLabel: `Edit: ${this.nameOf(id)}` }, ...fields, actions);
    const close = () => {
      this.form.remove();
      /** @type {HTMLElement} */ (row.querySelector("[data-does=more]")).focus();
    };
    cancel.onclick = close;
    this.form.onkeydown = ({ key }) => {
      if (key === "Escape") close();
    };
    this.form.onsubmit = (event) => {
      event.preventDefault();
      const title = name.value.trim();
      close();
      this.rename(id, title === this.names.get(id) ? "" : title);
      if (place.value) this.place(id, isPart(id) ? blockOf(this.shown, place.value).at(-1) : place.value);
    };
    row.append(this.form);
    name.focus();
  }

  rename(id, title) {
    if (title === this.settingsOf(id).title || (!title && isOwnPart(id))) return;
    this.news = title ? `Called ${title} now.` : `Called ${this.names.get(id)} again, as in the book.`;
    this.set(id, { title });
  }

  /** The book's own path again; asked twice, since it can't be undone. */
  asInTheBook() {
    if (this.news !== SURE) {
      this.news = SURE;
      return this.say(SURE);
    }
    this.news = "The path is as in the book.";
    for (const [id] of this.settings) this.set(id, { ...PLAIN, removed: isOwnPart(id) });
    keep("order", "path", [], own("order")[0]?.at);
  }

  tellStates() {
    const far = farness(progress.events(), [...reviewItems().values()], today());
    for (const [id, item] of this.items) {
      if (isPart(id)) continue;
      const { state } = far(id, Number(item.dataset.questions ?? 0), Number(item.dataset.cards ?? 0));
      item.dataset.state = state;
      item.querySelector(".state").textContent = WORDS[state] ?? "";
    }
  }

  /** How long the path is, and where it goes on. */
  summary() {
    const chapters = this.shown.filter((id) => !isPart(id)).map((id) => this.items.get(id));
    const kept = chapters.filter((item) => !item.hidden && !item.closest("section").hidden);
    const left = chapters.length - kept.length;
    const next = kept.find((item) => item.dataset.state !== "known" && item.querySelector("a"));
    return `Your path has ${counted(kept.length, "chapter")}${left ? `; ${left} hidden` : ""}.${next ? ` Next: ${nameIn(next).textContent}.` : ""}`;
  }

  say(words) {
    this.status.textContent = `${words} ${progress.status}`.trim();
  }
}

const isOwnPart = (id) => id.startsWith("part-own-");

/** Where the name of a part or chapter stands. @returns {HTMLElement} */
const nameIn = (item) => item.querySelector(".path-head > h3, .title > *");

function ownPart(id) {
  const part = node("section", {}, node("div", { className: "path-head" }, node("h3")), node("ol"));
  part.dataset.item = id;
  return part;
}

customElements.define("lesson-path", LessonPath);
