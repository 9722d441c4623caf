// @ts-check
/**
 * <lesson-contents>: the whole path. How far the reader is with each chapter, a field that finds
 * one, the way to one that is wanted, and what a chapter needs and opens while it is pointed at.
 * Markup: the kit writes the drawing, with [data-node] and [data-step], and the parts as <details>
 * with <li id data-needs data-minutes data-questions data-cards>. Without this script both are whole.
 */
import { all, counted, node, progress, reviewItems, today } from "./progress.js";
import { farness } from "./lib/farness.js";

const WORDS = { started: "begun", known: "known" };

/** All that is reached from a chapter, itself included. */
function reach(slug, next) {
  const found = new Set(slug ? [slug] : []);
  for (const each of found) for (const other of next(each)) found.add(other);
  return found;
}

const spanOf = (minutes) => [[Math.floor(minutes / 60), "h"], [minutes % 60, "min"]].filter(([n]) => n).map((part) => part.join(" ")).join(" ");

class LessonContents extends HTMLElement {
  connectedCallback() {
    const { signal } = (this.listeners = new AbortController());
    this.chapters = new Map(all(this, "li[id]").map((item) => [item.id, item]));
    this.nodes = new Map(all(this, "[data-node]").map((box) => [box.dataset.node, box]));
    this.needs = (slug) => this.chapters.get(slug).dataset.needs?.split(" ") ?? [];
    this.opens = (slug) => [...this.chapters.keys()].filter((other) => this.needs(other).includes(slug));
    this.addTools();
    this.tools.addEventListener("input", () => this.find(), { signal });
    for (const [name, lit] of Object.entries({ pointerover: true, focusin: true, pointerleave: false, focusout: false }))
      this.addEventListener(name, ({ target }) => this.light(lit ? slugAt(target) : ""), { signal });
    this.stop = progress.onChange(() => this.tell());
    this.tell();
  }

  disconnectedCallback() {
    this.listeners.abort();
    this.stop();
    this.goal.value = this.field.value = "";
    this.find();
    this.tools.remove();
    for (const state of all(this, ".state")) state.remove();
    for (const marked of all(this, "[data-state]:not(.states *)")) delete marked.dataset.state;
  }

  addTools() {
    this.field = node("input", { type: "search", autocomplete: "off" });
    this.goal = node("select", {}, node("option", { value: "" }, "all there is"));
    for (const part of all(this, ".part")) {
      const group = node("optgroup", { label: part.querySelector("h2").textContent });
      group.append(...all(part, "li").map((item) => node("option", { value: item.id }, nameOf(item))));
      this.goal.append(group);
    }
    this.status = node("p", { className: "contents-status", role: "status" });
    const fields = [["Find a chapter", this.field], ["I want to understand", this.goal]];
    this.tools = node("div", { className: "contents-tools" }, ...fields.map((parts) => node("label", { className: "field" }, ...parts)), this.status);
    this.prepend(this.tools);
  }

  /** How far the reader is, on each chapter and in all. */
  tell() {
    const far = farness(progress.events(), [...reviewItems().values()], today());
    const counts = { new: 0, started: 0, due: 0, known: 0 };
    let things = 0;
    for (const [slug, item] of this.chapters) {
      item.querySelector(".state")?.remove();
      const { state, due } = far(slug, Number(item.dataset.questions ?? 0), Number(item.dataset.cards ?? 0));
      item.dataset.state = this.nodes.get(slug).dataset.state = state;
      counts[state] += 1;
      things += due;
      if (state !== "new") item.querySelector(".about").append(node("span", { className: "state" }, ` · ${WORDS[state] ?? `${due} due`}`));
    }
    const written = all(this, "li[id]:not(.coming)").length;
    this.summary = `${written} of ${this.chapters.size} chapters are written.`;
    const begun = counts.started + counts.due + counts.known;
    if (begun) this.summary += ` You have begun ${begun} and know ${counts.known}; ${counted(things, "thing")} ${things === 1 ? "is" : "are"} due.`;
    this.find();
  }

  /** Shows the chapters on the way that was chosen whose words hold what was typed. */
  find() {
    const wanted = this.field.value.trim().toLowerCase();
    const way = this.goal.value ? reach(this.goal.value, this.needs) : this.chapters;
    const shown = [];
    for (const [slug, item] of this.chapters) {
      const words = all(item, ".number, .title, .asks, .gist").map((part) => part.textContent);
      item.hidden = !way.has(slug) || !words.join(" ").toLowerCase().includes(wanted);
      this.nodes.get(slug).classList.toggle("off", item.hidden);
      if (!item.hidden) shown.push(item);
    }
    for (const part of all(this, ".part")) part.hidden = !part.querySelector("li:not([hidden])");
    this.toggleAttribute("data-finding", Boolean(wanted));
    const found = `${counted(shown.length, "chapter")} found.`;
    this.status.textContent = wanted ? found : this.goal.value ? this.wayWords(shown) : this.summary;
    this.light("");
  }

  /** How long the way is, and how much of it is behind the reader. */
  wayWords(items) {
    const sum = (some) => spanOf(some.reduce((total, item) => total + Number(item.dataset.minutes ?? 0), 0));
    const written = items.filter((item) => !item.classList.contains("coming"));
    const left = written.filter(({ dataset }) => dataset.state !== "known");
    const coming = written.length < items.length ? `, ${written.length} of them written` : "";
    const known = left.length < written.length ? ` You know ${written.length - left.length}; ${left.length ? sum(left) : "nothing"} left.` : "";
    return `The shortest way: ${counted(items.length, "chapter")}${coming}, ${sum(written)}.${known}`;
  }

  /** Lights what a chapter needs and what it opens; without one, the way that was chosen. */
  light(slug) {
    const needs = reach(slug || this.goal.value, this.needs);
    const opens = reach(slug, this.opens);
    const marks = [[needs, "lit"], [opens, "opens"]];
    for (const [found, name] of marks) {
      for (const [each, box] of [...this.nodes, ...this.chapters]) box.classList.toggle(name, found.has(each));
      for (const path of all(this, "[data-step]")) path.classList.toggle(name, path.dataset.step.split(" ").every((end) => found.has(end)));
    }
  }
}

const nameOf = (item) => `${item.querySelector(".number").textContent} ${item.querySelector(".title").textContent}`;
const slugAt = (target) => target.closest("[data-node]")?.dataset.node ?? target.closest("li[id]")?.id ?? "";

customElements.define("lesson-contents", LessonContents);
