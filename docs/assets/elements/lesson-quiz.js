// @ts-check
/**
 * <lesson-quiz>: checks an answer, says why it is right or wrong, and lets the reader try again.
 *
 * Markup: mkdocs_lesson writes the form, the hints and the key. Without this script the reader
 * answers and opens the key; CSS shows the reason for the chosen option only.
 * Attributes: data-type, data-answer, data-tolerance, data-version.
 * Fires: lesson-quiz-answered {id, ok}.
 */
import { button, node, progress, today } from "./progress.js";
import { dateWords, studyDay } from "./lib/days.js";
import { isRight, nearest, parseNumber } from "./lib/grade.js";
import { LONGEST_ANSWER } from "./lib/records.js";

class LessonQuiz extends HTMLElement {
  connectedCallback() {
    const { signal } = (this.listeners = new AbortController());
    this.form = this.querySelector("form");
    this.key = this.querySelector(".answer");
    this.check = node("button", { className: "button" }, "Check");
    this.retry = button("Try again", "button-quiet");
    this.status = node("p", { className: "question-status", role: "status" });
    this.actions = node("div", { className: "question-actions" }, this.check, this.retry, this.status);
    this.form.append(this.actions);
    this.form.addEventListener("submit", this, { signal });
    this.form.addEventListener("input", () => this.withdraw(), { signal });
    this.form.addEventListener("keydown", (event) => this.submitOneLine(event), { signal });
    this.retry.addEventListener("click", () => this.tryAgain(), { signal });
    this.withdraw();
    this.recall();
  }

  disconnectedCallback() {
    this.listeners.abort();
    this.withdraw();
    this.actions.remove();
    this.key.hidden = this.key.open = false;
    for (const why of this.whys()) why.hidden = false;
  }

  /** @param {Event} event */
  handleEvent(event) {
    event.preventDefault();
    if (!this.dataset.result) this.answer(String(new FormData(this.form).get("answer") ?? ""));
  }

  /** @param {KeyboardEvent} event  Enter ends a line of text, unless there is only one. */
  submitOneLine(event) {
    const field = /** @type {HTMLTextAreaElement} */ (event.target);
    if (event.key !== "Enter" || field.tagName !== "TEXTAREA" || (field.rows > 1 && !event.ctrlKey)) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  /** @param {string} given */
  answer(given) {
    const chosen = this.form.querySelector("[type=radio]");
    if (!given.trim()) return this.say(`${chosen ? "Choose" : "Type"} an answer first.`);
    const ok = isRight(chosen ? "choice" : this.dataset.type, given, this.dataset);
    if (ok === null) return this.say("Type a number, such as 0.25, 1/4 or 2.5e-3.");
    const record = { a: given.slice(0, LONGEST_ANSWER), ok, v: this.dataset.version };
    progress.addEvent("q", this.id, record);
    this.show(ok, given);
    this.dispatchEvent(new CustomEvent("lesson-quiz-answered", { bubbles: true, detail: { id: this.id, ok } }));
  }

  show(ok, given) {
    this.dataset.result = ok ? "right" : "wrong";
    this.say(ok ? "Right." : "Not quite.");
    const why = this.whyOf(given);
    for (const other of this.whys()) other.hidden = other !== why;
    this.key.hidden = false;
    this.key.open = true;
    if (ok) return;
    const moved = document.activeElement === this.check;
    this.check.hidden = true;
    this.retry.hidden = false;
    if (moved) this.retry.focus();
  }

  /** @returns {HTMLElement[]} */
  whys() {
    return [...this.querySelectorAll(".whys > li")];
  }

  whyOf(given) {
    const near = nearest(parseNumber(given), this.whys().map((why) => Number(why.dataset.near)));
    return this.whys().find((why) => why.dataset.for === given || Number(why.dataset.near) === near);
  }

  say(text) {
    this.status.textContent = `${text} ${progress.status}`;
  }

  /** A verdict holds for the answer it was given to, not for the one being chosen now. */
  withdraw() {
    if (this.dataset.result) this.say("");
    delete this.dataset.result;
    this.key.hidden = this.retry.hidden = true;
    this.check.hidden = false;
  }

  tryAgain() {
    this.reset();
    this.form.querySelector("[name=answer]").focus();
  }

  /** Clears the answer and its verdict; a session does so before it asks again. */
  reset() {
    this.form.reset();
    this.withdraw();
  }

  /** An answer to an older version of the question is history, not an answer to this one. */
  recall() {
    const last = progress.last("q", this.id);
    if (last?.value.v !== this.dataset.version) return;
    const how = last.value.ok ? "rightly" : "wrongly";
    this.say(`You answered this ${how} on ${dateWords(studyDay(last.t), today())}.`);
  }
}

customElements.define("lesson-quiz", LessonQuiz);
