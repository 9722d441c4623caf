// @ts-check
/**
 * <lesson-contents>: the whole path, with what builds on what as arcs, how far the reader is, and
 * a field that finds a chapter.
 * Markup: the kit writes parts as <details> and chapters as <li id data-needs data-cards>. Without
 * this script the list is whole; "builds on" links say what the arcs show.
 */
import { all, counted, node, progress, reviewItems, today } from "./progress.js";
import { farness } from "./lib/farness.js";

const SVG = "http://www.w3.org/2000/svg";
const WORDS = { started: "begun", known: "known" };

class LessonContents extends HTMLElement {
  connectedCallback() {
    const { signal } = (this.listeners = new AbortController());
    this.chapters = new Map(all(this, "li").map((item) => [item.id, item]));
    this.arcs = document.createElementNS(SVG, "svg");
    this.arcs.setAttribute("aria-hidden", "true");
    this.field = node("input", { type: "search", autocomplete: "off" });
    this.status = node("p", { className: "contents-status", role: "status" });
    this.tools = node("div", { className: "contents-tools" }, node("label", { className: "field" }, "Find a chapter", this.field), this.status);
    this.prepend(this.arcs, this.tools);
    this.field.addEventListener("input", () => this.find(), { signal });
    this.addEventListener("toggle", () => this.draw(), { signal, capture: true });
    for (const [name, lit] of Object.entries({ pointerover: true, focusin: true, pointerleave: false, focusout: false }))
      this.addEventListener(name, (event) => this.light(lit ? event.target.closest("li") : null), { signal });
    this.size = new ResizeObserver(() => this.draw());
    this.size.observe(this);
    this.stop = progress.onChange(() => this.tell());
    this.tell();
  }

  disconnectedCallback() {
    this.listeners.abort();
    this.size.disconnect();
    this.stop();
    this.arcs.remove();
    this.tools.remove();
    for (const state of all(this, ".state")) state.remove();
    for (const hidden of all(this, "[hidden]")) hidden.hidden = false;
  }

  /** How far the reader is, on each chapter and in all. */
  tell() {
    const far = farness(progress.events(), [...reviewItems().values()], today());
    const counts = { started: 0, known: 0, due: 0 };
    for (const [slug, item] of this.chapters) {
      item.querySelector(".state")?.remove();
      const { state, due } = far(slug, Number(item.dataset.cards));
      item.dataset.state = state;
      counts.due += due;
      if (!(state in WORDS)) continue;
      counts[state] += 1;
      const words = due ? `${WORDS[state]}, ${due} due` : WORDS[state];
      item.querySelector(".about").append(node("span", { className: "state" }, ` · ${words}`));
    }
    const written = all(this, "li:not(.coming)").length;
    const begun = counts.started + counts.known;
    this.summary = `${written} of ${this.chapters.size} chapters are written.`;
    if (begun) this.summary += ` You have begun ${begun} and know ${counts.known}; ${counted(counts.due, "thing")} ${counts.due === 1 ? "is" : "are"} due.`;
    this.find();
  }

  /** Shows the chapters whose words hold what was typed. */
  find() {
    const wanted = this.field.value.trim().toLowerCase();
    let found = 0;
    for (const item of this.chapters.values()) {
      const words = all(item, ".number, .title, .asks").map((part) => part.textContent);
      item.hidden = !words.join(" ").toLowerCase().includes(wanted);
      found += Number(!item.hidden);
    }
    for (const part of all(this, ".part")) part.hidden = !part.querySelector("li:not([hidden])");
    this.status.textContent = wanted ? `${counted(found, "chapter")} found.` : this.summary;
    this.draw();
  }

  /** One arc from each chapter to each that it builds on; none to what can't be seen. */
  draw() {
    const { left, top, width, height } = this.getBoundingClientRect();
    const place = (item) => {
      const box = item.querySelector(".number").getBoundingClientRect();
      return item.checkVisibility() && { x: box.left - left, y: box.top - top + box.height / 2 };
    };
    const room = parseFloat(getComputedStyle(this).paddingInlineStart);
    this.arcs.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.arcs.replaceChildren();
    for (const [slug, item] of this.chapters)
      for (const need of item.dataset.needs?.split(" ") ?? []) {
        const [from, to] = [place(this.chapters.get(need)), place(item)];
        if (from && to) this.arcs.append(arc(`${need} ${slug}`, from, to, room, height));
      }
  }

  /** Lights a chapter's arcs, and those of all that it builds on. */
  light(item) {
    const lit = new Set(item ? [item.id] : []);
    for (const slug of lit) for (const need of this.chapters.get(slug).dataset.needs?.split(" ") ?? []) lit.add(need);
    for (const path of this.arcs.children) path.classList.toggle("lit", lit.has(path.dataset.edge.split(" ")[1]));
    for (const [slug, other] of this.chapters) other.classList.toggle("lit", lit.has(slug));
  }
}

function arc(edge, from, to, room, height) {
  const path = document.createElementNS(SVG, "path");
  const x = Math.max(from.x, to.x) - 4;
  const bend = 1.3 * (room - 6) * Math.sqrt((to.y - from.y) / height);
  path.setAttribute("d", `M${x} ${from.y}C${x - bend} ${from.y} ${x - bend} ${to.y} ${x} ${to.y}`);
  path.dataset.edge = edge;
  return path;
}

customElements.define("lesson-contents", LessonContents);
