// @ts-check
/**
 * <lesson-embeds>: lines that show something of the book on another page, each with a Copy button.
 * Markup: the kit writes a field with each line. Without this script a line is chosen whole by Tab.
 * Attributes: data-site, the address that the lines lead to; data-here when that is an author's own
 * machine: then they are made to lead to where this page really is.
 */
import { all, base, button, node } from "./progress.js";

class LessonEmbeds extends HTMLElement {
  connectedCallback() {
    const { signal } = (this.listeners = new AbortController());
    const { site, here } = this.dataset;
    this.status = node("p", { className: "unseen", role: "status" });
    this.append(this.status);
    this.fields = /** @type {HTMLInputElement[]} */ (all(this, "input"));
    for (const field of this.fields) {
      if (here !== undefined) field.value = field.defaultValue.replace(`src="${site}`, `src="${base.href}`);
      const copy = button("Copy");
      copy.ariaLabel = `Copy the ${field.ariaLabel.toLowerCase().slice(0, 4)}${field.ariaLabel.slice(4)}`;
      field.after(copy);
    }
    this.addEventListener("click", (event) => this.press(event), { signal });
  }

  disconnectedCallback() {
    this.listeners.abort();
    for (const copy of all(this, "button")) copy.remove();
    for (const field of this.fields) field.value = field.defaultValue;
    this.status.remove();
  }

  async press({ target }) {
    if (target.localName === "input") target.select();
    if (target.localName !== "button") return;
    const field = target.previousElementSibling;
    const copied = await navigator.clipboard.writeText(field.value).then(() => true, () => false);
    if (!copied) field.select();
    this.status.textContent = target.textContent = copied ? "Copied" : "Press Ctrl C";
    setTimeout(() => (target.textContent = "Copy"), 2000);
  }
}

customElements.define("lesson-embeds", LessonEmbeds);
