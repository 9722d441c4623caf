// @ts-check
/**
 * <lesson-quiz>: checks an answer, says why it is right or wrong, lets the reader try again.
 * Markup: the kit writes form, hints and key. Without this script the reader answers and opens
 * the key; CSS shows only the reason for the chosen option.
 * Attributes: data-type, data-answer, data-tolerance, data-form, data-version.
 * Fires lesson-quiz-answered {id, ok}.
 */
import { all, button, node, progress, today } from "./progress.js";
import { dateWords, studyDay } from "./lib/days.js";
import { answerOf, clear, firstField, lacking } from "./lib/answers.js";
import { isRight, reasons, unreadable } from "./lib/grade.js";

class LessonQuiz extends HTMLElement {
  connectedCallback() {
    const { signal } = (this.listeners = new AbortController());
    this.form = this.querySelector("form");
    this.key = /** @type {HTMLDetailsElement} */ (this.querySelector(".answer"));
    this.check = node("button", { className: "button" }, "Check");
    this.retry = button("Try again");
    this.status = node("p", { className: "question-status", role: "status" });
    this.actions = node("div", { className: "question-actions" }, this.check, this.retry, this.status);
    this.form.append(this.actions);
    this.form.addEventListener("submit", (event) => this.submit(event), { signal });
    this.form.addEventListener("input", () => this.withdraw(), { signal });
    this.form.addEventListener("keydown", (event) => this.press(event), { signal });
    this.retry.addEventListener("click", () => this.tryAgain(), { signal });
    this.withdraw();
    this.recall();
  }

  disconnectedCallback() {
    this.listeners.abort();
    this.withdraw();
    this.actions.remove();
    for (const part of [this.key, ...this.whys]) part.hidden = false;
  }

  get whys() {
    return all(this, ".whys > li");
  }

  /** Enter checks, except where an answer has several lines: there with Ctrl. */
  press(event) {
    const { tagName, rows } = event.target;
    if (event.key !== "Enter" || tagName !== "TEXTAREA" || (rows > 1 && !event.ctrlKey)) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  submit(event) {
    event.preventDefault();
    if (this.dataset.result) return; // one answer, one attempt
    const { type } = this.dataset;
    const given = answerOf(this.form, type);
    if (!given) return this.say(lacking(this.form, type));
    const ok = isRight(type, given, this.dataset);
    if (ok === null) return this.say(unreadable(this.dataset));
    progress.addEvent("q", this.id, { a: given, ok, v: this.dataset.version });
    this.show(ok, given);
    this.dispatchEvent(new CustomEvent("lesson-quiz-answered", { bubbles: true, detail: { id: this.id, ok } }));
  }

  show(ok, given) {
    this.dataset.result = ok ? "right" : "wrong";
    this.say(ok ? "Right." : "Not quite.");
    const told = ok ? [] : reasons(this.dataset.type, given, this.dataset, this.whys.map((why) => why.dataset));
    this.whys.forEach((why, n) => (why.hidden = !told[n]));
    this.key.hidden = false;
    this.key.open = true;
    if (ok) return;
    const focused = document.activeElement === this.check;
    this.retry.hidden = false;
    this.check.hidden = true;
    if (focused) this.retry.focus();
  }

  say(text) {
    this.status.textContent = `${text} ${progress.status}`.trim();
  }

  /** A verdict is about the answer that was given, not about the one being chosen now. */
  withdraw() {
    if (this.dataset.result) this.status.textContent = "";
    delete this.dataset.result;
    this.key.open = false;
    this.key.hidden = this.retry.hidden = true;
    this.check.hidden = false;
  }

  /** Clears the answer and the verdict; a session does so before it asks again. */
  reset() {
    clear(this.form);
    this.withdraw();
  }

  tryAgain() {
    this.reset();
    firstField(this.form).focus();
  }

  /** An answer to an older version of the question is history. */
  recall() {
    const last = progress.last("q", this.id);
    if (last?.value.v !== this.dataset.version) return;
    this.say(`You answered this ${last.value.ok ? "rightly" : "wrongly"} on ${dateWords(studyDay(last.t), today())}.`);
  }
}

customElements.define("lesson-quiz", LessonQuiz);
