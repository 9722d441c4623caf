// @ts-check
/**
 * <lesson-quiz>: checks an answer, says why it is right or wrong, lets the reader try again.
 * Markup: the kit writes form, hints and key. Without this script the reader answers and opens
 * the key; CSS shows only the reason for the chosen option.
 * Attributes: data-type, data-answer, data-tolerance, data-form, data-version; data-silent while
 * a test goes on. Fires lesson-quiz-answered {id, ok}.
 */
import { CONFIDENCE, all, button, node, preference, progress, today } from "./progress.js";
import { dateWords, studyDay } from "./lib/days.js";
import { answerOf, clear, firstField, lacking } from "./lib/answers.js";
import { isRight, reasons, unreadable } from "./lib/grade.js";

/** Sure, Think so, Guess: for readers who asked for it. */
function confidence() {
  const choice = ([value, words]) => node("label", {}, node("input", { type: "radio", name: "confidence", value }), words);
  const group = { className: "segmented confidence", role: "radiogroup", ariaLabel: "How sure are you?" };
  return node("div", group, ...Object.entries(CONFIDENCE).map(choice));
}

class LessonQuiz extends HTMLElement {
  connectedCallback() {
    const { signal } = (this.listeners = new AbortController());
    this.form = this.querySelector("form");
    this.key = /** @type {HTMLDetailsElement} */ (this.querySelector(".answer"));
    this.check = node("button", { className: "button" }, "Check");
    this.retry = button("Try again");
    this.status = node("p", { className: "question-status", role: "status" });
    this.actions = node("div", { className: "question-actions" }, this.check, this.retry, this.status);
    if (preference("confidence")) this.actions.prepend(confidence());
    this.form.append(this.actions);
    this.form.addEventListener("submit", (event) => this.submit(event), { signal });
    this.form.addEventListener("input", () => this.withdraw(), { signal });
    this.form.addEventListener("keydown", (event) => this.press(event), { signal });
    this.addEventListener("toggle", () => this.unfold(), { signal, capture: true });
    this.retry.addEventListener("click", () => this.tryAgain(), { signal });
    this.withdraw();
    this.foldHints();
    this.recall();
  }

  disconnectedCallback() {
    this.listeners.abort();
    this.withdraw();
    this.actions.remove();
    for (const part of [this.key, ...this.whys, ...this.hints]) part.hidden = false;
  }

  get whys() {
    return all(this, ".whys > li");
  }

  get hints() {
    return /** @type {HTMLDetailsElement[]} */ (all(this, ".hint"));
  }

  foldHints() {
    this.hinted = 0;
    for (const hint of this.hints) hint.open = false;
    this.unfold();
  }

  /** The next hint is offered when the one before it was read. */
  unfold() {
    this.hinted = Math.max(this.hinted, 1 + this.hints.findLastIndex(({ open }) => open));
    this.hints.forEach((hint, n) => (hint.hidden = n > this.hinted));
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
    if (this.dataset.result || "silent" in this.dataset) return; // one answer, one attempt
    const complaint = this.complaint();
    if (complaint) this.say(complaint);
    else this.judge();
  }

  /** What the answer still lacks, in words. */
  complaint() {
    const { type } = this.dataset;
    const given = answerOf(this.form, type);
    if (!given) return lacking(this.form, type);
    return isRight(type, given, this.dataset) === null ? unreadable(this.dataset) : "";
  }

  /** Keeps the answer, with how sure the reader was, how many hints it took, what it confuses. */
  judge() {
    const { type, version: v } = this.dataset;
    const a = answerOf(this.form, type);
    const ok = /** @type {boolean} */ (isRight(type, a, this.dataset));
    const told = ok ? [] : reasons(type, a, this.dataset, this.whys.map((why) => why.dataset));
    const shown = this.whys.filter((_, n) => told[n]);
    const m = shown.flatMap(({ dataset }) => dataset.misconception ?? []).join(" ") || undefined;
    const sure = /** @type {HTMLInputElement} */ (this.querySelector("[name=confidence]:checked"));
    progress.addEvent("q", this.id, { a, ok, v, c: sure?.value, h: this.hinted || undefined, m });
    this.show(ok, shown);
    this.dispatchEvent(new CustomEvent("lesson-quiz-answered", { bubbles: true, detail: { id: this.id, ok } }));
  }

  show(ok, shown) {
    this.dataset.result = ok ? "right" : "wrong";
    this.say(ok ? "Right." : "Not quite.");
    for (const why of this.whys) why.hidden = !shown.includes(why);
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
    this.foldHints();
    this.withdraw();
  }

  tryAgain() {
    clear(this.form);
    this.withdraw();
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
