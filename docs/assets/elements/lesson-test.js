// @ts-check
/**
 * <lesson-test>: several questions that can be taken as a test, silent until the reader finishes.
 * Markup: the kit puts a switch, a button and a status line around the questions of one fence;
 * without this script CSS hides these, and each question is for practice.
 */
import { all, base, node } from "./progress.js";

class LessonTest extends HTMLElement {
  connectedCallback() {
    this.questions = /** @type {any[]} */ (all(this, "lesson-quiz"));
    this.toggle = /** @type {HTMLInputElement} */ (this.querySelector("[role=switch]"));
    this.finish = /** @type {HTMLButtonElement} */ (this.querySelector(".test-foot button"));
    this.status = /** @type {HTMLElement} */ (this.querySelector(".test-status"));
    this.toggle.onchange = () => this.hush(this.toggle.checked);
    this.finish.onclick = () => this.end();
  }

  disconnectedCallback() {
    this.hush((this.toggle.checked = false));
  }

  /** Begins afresh, with no verdicts or with each at once. */
  hush(silent) {
    this.warned = false;
    this.finish.hidden = !silent;
    this.status.textContent = "";
    for (const question of this.questions) {
      question.reset();
      question.toggleAttribute("data-silent", silent);
    }
  }

  end() {
    const lacking = this.questions.filter((question) => question.complaint()).length;
    if (lacking && !this.warned) {
      this.warned = true;
      this.status.textContent = `Not answered yet: ${lacking}. Finish again to leave it so.`;
      return;
    }
    this.toggle.checked = false;
    this.finish.hidden = true;
    for (const question of this.questions) {
      question.removeAttribute("data-silent");
      if (!question.complaint()) question.judge();
    }
    this.tell();
  }

  tell() {
    const right = this.questions.filter(({ dataset }) => dataset.result === "right").length;
    const [chapter] = this.questions[0].id.split("/");
    const link = node("a", { href: new URL(`results/#${chapter}`, base).href }, "What you know");
    this.status.replaceChildren(`${right} of ${this.questions.length} right. `, link);
    this.status.focus();
  }
}

customElements.define("lesson-test", LessonTest);
