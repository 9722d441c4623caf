// @ts-check
/**
 * <lesson-glossary>: the words of the book, and a field that finds some of them.
 * Markup: the kit writes the letters and, in a section for each, the words. Without this script the list is whole.
 */
import { all, counted, node } from "./progress.js";

class LessonGlossary extends HTMLElement {
  connectedCallback() {
    this.words = all(this, ".word").map((entry) => ({ entry, text: plain(entry.textContent) }));
    this.field = node("input", { type: "search", autocomplete: "off" });
    this.status = node("p", { role: "status" });
    this.tools = node("div", { className: "tools" }, node("label", { className: "field" }, "Find a word", this.field), this.status);
    this.field.addEventListener("input", () => this.find());
    this.prepend(this.tools);
    this.find();
  }

  disconnectedCallback() {
    this.tools.remove();
    for (const hidden of all(this, "[hidden]")) hidden.hidden = false;
  }

  /** Shows the words that hold what was typed: in their names, or in what is said of them. */
  find() {
    const wanted = plain(this.field.value.trim());
    let found = 0;
    for (const { entry, text } of this.words) {
      entry.hidden = !text.includes(wanted);
      found += Number(!entry.hidden);
    }
    for (const part of all(this, ".letter")) part.hidden = !part.querySelector(".word:not([hidden])");
    this.querySelector(".letters").hidden = Boolean(wanted);
    this.status.textContent = wanted ? `${counted(found, "word")} found.` : `${counted(found, "word")}.`;
  }
}

/** Small letters, and American spelling as British: optimizer is optimiser. */
function plain(text) {
  return text.toLowerCase().replaceAll("z", "s");
}

customElements.define("lesson-glossary", LessonGlossary);
