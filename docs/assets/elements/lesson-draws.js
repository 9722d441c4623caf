// @ts-check
/**
 * <lesson-draws>: a button that asks the question around it again with other numbers.
 * Markup: the kit writes one <template> for each draw, with the attributes that a draw changes.
 * Without this script the first draw is the question.
 */
import { button } from "./progress.js";

class LessonDraws extends HTMLElement {
  shown = 0;

  connectedCallback() {
    this.more = button("Another one");
    this.more.addEventListener("click", () => this.another());
    this.append(this.more);
  }

  disconnectedCallback() {
    this.more.remove();
  }

  /** The question leaves the page and comes back, so that it sets itself up anew. */
  another() {
    const quiz = /** @type {HTMLElement} */ (this.closest("lesson-quiz"));
    const draws = this.querySelectorAll("template");
    this.shown = (this.shown + 1) % draws.length;
    const { content, dataset } = draws[this.shown];
    const place = quiz.nextSibling;
    const { parentNode } = quiz;
    quiz.remove();
    Object.assign(quiz.dataset, dataset);
    quiz.replaceChildren(content.cloneNode(true), this);
    parentNode.insertBefore(quiz, place);
    /** @type {HTMLElement} */ (quiz.querySelector("[name=answer]")).focus();
  }
}

customElements.define("lesson-draws", LessonDraws);
