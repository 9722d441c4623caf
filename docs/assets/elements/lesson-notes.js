// @ts-check
/**
 * <lesson-notes>: what a reader notes on this page, shown where it belongs, and a button at each
 * heading, or beside words that are selected, for one more.
 * Markup: none. index.js puts it in the place of the button at the foot of a page, for readers who
 * take notes; nobody else fetches this script. Notes are documents of the progress, `note|<name>`.
 */
import { placeOf, sectionsOf, titleOf, wordsOf } from "./lib/anchor.js";
import { dateWords, studyDay } from "./lib/days.js";
import { MOST } from "./lib/own.js";
import { freshName, keep, own, pageOf } from "./own.js";
import { ownForm } from "./own-form.js";
import { paragraphs } from "./own-items.js";
import { all, base, button, node, progress, today } from "./progress.js";

const REST = 250; // ms without a change after which words count as selected

/** @type {Promise<unknown> | undefined} */
let styles;

/** The style sheet of one's own things comes before the first of them, so that nothing is seen bare. */
function fetchStyles() {
  styles ??= new Promise((done) => {
    const href = new URL("assets/sheets/own.css", base).href;
    document.head.append(node("link", { rel: "stylesheet", href, onload: done, onerror: done }));
  });
  return styles;
}

class LessonNotes extends HTMLElement {
  async connectedCallback() {
    this.listeners = new AbortController();
    const { signal } = this.listeners;
    await fetchStyles();
    if (!signal.aborted) this.begin(signal);
  }

  disconnectedCallback() {
    this.listeners.abort();
    this.form?.leave();
    this.close();
    this.stop?.();
    clearTimeout(this.timer);
    for (const each of all(this.article ?? this, ".own")) each.remove();
    this.state = "";
    this.replaceChildren();
  }

  begin(signal) {
    this.article = this.closest("article");
    this.page = pageOf(location.href);
    this.title = titleOf(this.article.querySelector("h1"));
    this.status = node("p", { className: "own-status", role: "status" });
    this.lost = node("div", { className: "own-lost" });
    const add = button("Note on this page");
    const hide = button("Hide notes");
    const every = node("a", { href: new URL("mine/#notes", base).href }, "All your notes");
    add.onclick = () => this.write(this.sections[0], add);
    hide.onclick = () => this.leave();
    this.append(node("div", { className: "own-actions" }, add, hide, every), this.status, this.lost);
    this.addButtons();
    document.addEventListener("selectionchange", () => this.selectSoon(), { signal });
    addEventListener("pagehide", () => this.form?.leave(), { signal });
    this.stop = progress.onChange(() => this.show());
    this.show();
    if (!this.autofocus) return;
    add.focus();
    this.say("Each heading has a button for a note now. Or select words of the text.");
  }

  get sections() {
    return sectionsOf(this.article);
  }

  say(text) {
    this.status.textContent = `${text} ${progress.status}`.trim();
  }

  /** No more notes in the text; they are kept all the same. */
  leave() {
    progress.putDocument("preference", "notes", false);
    const again = button("Take notes");
    again.dataset.notes = "";
    this.replaceWith(again);
    again.focus();
  }

  addButtons() {
    for (const section of this.sections.slice(1)) {
      const add = button("Note");
      add.ariaLabel = `Note on “${section.heading}”`;
      add.onclick = () => this.write(section, add);
      section.element.after(node("div", { className: "own note-here" }, add));
    }
  }

  /** Notes in their places; what is being written stays. */
  show() {
    const notes = own("note").filter(({ body }) => body.page === this.page && !body.removed);
    const state = JSON.stringify(notes);
    if (state === this.state) return;
    this.state = state;
    for (const each of all(this.article, ".note")) each.remove();
    const sections = this.sections;
    const lost = notes.filter((note) => !this.put(note, placeOf(sections, note.body)));
    this.lost.replaceChildren(...lost.map((note) => this.noteElement(note, `belonged to “${note.body.heading}”, which is gone`)));
  }

  /** Puts a note after its place, behind those that stand there. False if there is no such place. */
  put(note, { element, changed }) {
    if (!element) return false;
    behind(element, ".own:not(.own-form)").after(this.noteElement(note, changed ? "the words have changed since" : ""));
    return true;
  }

  noteElement(note, remark) {
    const { heading, quote, text } = note.body;
    const about = quote || heading || this.title;
    const [edit, remove] = [button("Edit"), button("Remove")];
    edit.ariaLabel = `Edit your note on “${about}”`;
    remove.ariaLabel = `Remove your note on “${about}”`;
    edit.onclick = () => this.edit(note);
    remove.onclick = () => this.remove(note);
    const day = dateWords(studyDay(note.at), today());
    const foot = node("p", { className: "own-foot" }, node("span", {}, remark ? `${day}; ${remark}` : day), edit, remove);
    const said = quote ? [node("p", { className: "own-quote" }, `“${quote}”`)] : [];
    const element = node("div", { className: "own note", id: `note-${note.name}`, role: "note", ariaLabel: `Your note on “${about}”` });
    element.append(...said, ...paragraphs(text), foot);
    return element;
  }

  remove({ name, at, body }) {
    keep("note", name, { ...body, removed: true }, at);
    this.say("Removed. You can bring it back among all your notes.");
    this.status.tabIndex = -1;
    this.status.focus();
  }

  edit(note) {
    const element = this.article.querySelector(`#note-${note.name}`);
    const done = (read) => {
      this.close();
      if (read) this.keep(note.name, { ...note.body, ...read }, note.at);
      const next = this.article.querySelector(`#note-${note.name} button`); // another tab may have removed it
      /** @type {HTMLElement} */ (next ?? this.querySelector("button")).focus();
    };
    this.open(note.body, `Your note on “${note.body.heading || this.title}”`, element, done);
  }

  /** A new note on a section, on a part of it, or on words that were selected there. */
  write(section, from, quote = "") {
    const { anchor, heading, blocks } = section;
    const name = freshName();
    const parts = this.partChoice(quote, quote ? [] : blocks);
    const done = (read) => {
      this.close();
      const place = { page: this.page, title: this.title.slice(0, MOST.name), anchor, heading: heading.slice(0, 500) };
      if (read) this.keep(name, { ...place, quote: quote || parts.select.value, ...read, removed: false });
      const next = read ? this.article.querySelector(`#note-${name} button`) : from.isConnected && from;
      /** @type {HTMLElement} */ (next || this.querySelector("button")).focus();
    };
    const { element } = placeOf(this.sections, { anchor, quote });
    this.open({}, `A note on “${quote || heading || this.title}”`, element, done, parts.fields);
  }

  /** Which paragraph below a heading a note is about: so that no pointer is needed to say it. */
  partChoice(quote, blocks) {
    if (quote) return { select: { value: quote }, fields: [node("p", { className: "own-quote" }, `“${quote}”`)] };
    const read = blocks.filter((block) => !block.querySelector("button")); // the words of buttons are none of the text
    const texts = read.map((block) => wordsOf(block).slice(0, MOST.quote).trim()).filter(Boolean);
    const choices = texts.map((text) => node("option", { value: text }, `${text.slice(0, 60)}${text.length > 60 ? " …" : ""}`));
    const select = node("select", {}, node("option", { value: "" }, "The section as a whole"), ...choices);
    return { select, fields: choices.length ? [node("label", { className: "field" }, node("span", {}, "About"), select)] : [] };
  }

  open(body, name, after, done, extra) {
    this.form?.leave();
    this.close();
    this.form = ownForm("note", body, { name, done, extra });
    behind(after ?? this, ".note-here").after(this.form.form);
    this.form.first.focus();
  }

  close() {
    this.form?.form.remove();
    this.form = undefined;
  }

  keep(name, body, at) {
    keep("note", name, body, at);
    this.show();
    this.say(progress.status ? "" : "Saved.");
  }

  selectSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.offer(), REST);
  }

  /** Words are selected: a button beside them, which Tab reaches from there. */
  offer() {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0).cloneRange() : null;
    const start = range && elementOf(range.startContainer);
    if (document.activeElement?.matches(".note-on-words")) return;
    this.picker?.remove();
    const inside = start && start !== this.article && this.article.contains(start);
    const block = inside && !start.closest(".own, .page-top, .page-end") && topmost(start, this.article);
    if (!block) return;
    if (!block.contains(range.endContainer)) range.setEnd(block, block.childNodes.length);
    const quote = wordsOf(range).slice(0, MOST.quote).trim();
    const section = this.sections.find(({ element, blocks }) => element === block || blocks.includes(block));
    if (quote && section) this.offerBeside(block, range, () => this.write(section, this.picker, section.element === block ? "" : quote));
  }

  offerBeside(block, range, write) {
    this.picker = button("Note on these words", "own button note-on-words");
    this.picker.onpointerdown = (event) => event.preventDefault(); // the words stay selected
    this.picker.onclick = () => {
      write();
      this.picker.remove();
    };
    block.after(this.picker);
    const { left, top } = this.picker.offsetParent.getBoundingClientRect();
    const words = range.getBoundingClientRect();
    const most = document.documentElement.clientWidth - this.picker.offsetWidth - 8;
    this.picker.style.left = `${Math.max(8, Math.min(words.left, most)) - left}px`;
    this.picker.style.top = `${words.bottom - top + 6}px`;
  }
}

/** The last of the elements of a kind that follow one, or that one. */
function behind(element, kind) {
  while (element.nextElementSibling?.matches(kind)) element = element.nextElementSibling;
  return element;
}

const elementOf = (place) => (place instanceof Element ? place : place.parentElement);

/** The child of the article that holds an element. */
function topmost(element, article) {
  while (element.parentElement !== article) element = element.parentElement;
  return element;
}

customElements.define("lesson-notes", LessonNotes);
