// @ts-check
/**
 * <lesson-terms>: what the marked words of a page mean, shown at their mention by hover, focus and tap.
 * Markup: the kit writes <a class="term" aria-describedby> in the text, and here one [popover] for each.
 * What is shown stays until pointer and focus have left both word and meaning, or until Escape.
 * Without this script each word is a link to the glossary, as it is on a second tap or with Enter.
 */
const WAIT = 250; // ms: time to pass over a word, and to get from a word to its meaning
const EDGE = 8; // px

class LessonTerms extends HTMLElement {
  connectedCallback() {
    this.word = this.shown = null;
    const { signal } = (this.listeners = new AbortController());
    const hear = (name, heard) => document.addEventListener(name, heard, { signal, capture: true });
    hear("pointerover", ({ pointerType, target }) => pointerType === "mouse" && this.later(target));
    hear("pointerdown", (event) => this.press(event));
    hear("click", (event) => this.tap(event));
    hear("focusin", ({ target }) => term(target) && this.show(term(target)));
    hear("focusout", ({ target }) => target === this.word && !this.isUnderMouse() && this.show(null));
    hear("keydown", ({ key }) => key === "Escape" && this.show(null));
  }

  disconnectedCallback() {
    this.listeners.abort();
    clearTimeout(this.timer);
    this.show(null);
  }

  /** The mouse is over something: once it rests there, its meaning is shown, or none. */
  later(target) {
    clearTimeout(this.timer);
    if (this.shown?.contains(target)) return;
    this.timer = setTimeout(() => {
      const focused = this.word?.matches(":focus") ? this.word : null;
      this.show(term(target) ?? focused);
    }, WAIT);
  }

  isUnderMouse() {
    return this.word.matches(":hover") || this.shown.matches(":hover");
  }

  /** A finger is put down: on a word whose meaning isn't shown, the tap is going to show it. */
  press({ pointerType, target }) {
    const word = term(target);
    this.showing = pointerType !== "mouse" && word !== this.word ? word : null;
    if (!word && !this.shown?.contains(target)) this.show(null);
  }

  tap(event) {
    if (!this.showing || term(event.target) !== this.showing) return;
    event.preventDefault();
    event.stopPropagation();
    this.show(this.showing);
    this.showing = null;
  }

  /** Shows the meaning of a word, or of none, in place of the one before. */
  show(word) {
    clearTimeout(this.timer);
    if (word === this.word) return;
    this.shown?.hidePopover();
    this.word = word;
    this.shown = word && document.getElementById(word.getAttribute("aria-describedby"));
    if (!this.shown) return;
    this.shown.showPopover();
    place(this.shown, word.getBoundingClientRect());
  }
}

/** @returns {HTMLElement | null} the marked word at a place of the page */
function term(target) {
  return target?.closest?.("a.term") ?? null;
}

/** Below the word, or above it where there is no room below. */
function place(shown, { left, top, bottom }) {
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = shown;
  const above = bottom + offsetHeight + EDGE > clientHeight && top > offsetHeight + EDGE;
  shown.style.left = `${Math.max(EDGE, Math.min(left, clientWidth - offsetWidth - EDGE)) + scrollX}px`;
  shown.style.top = `${(above ? top - offsetHeight : bottom) + scrollY}px`;
}

customElements.define("lesson-terms", LessonTerms);
