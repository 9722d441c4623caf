// @ts-check
/**
 * <lesson-test>: several questions that can be taken as a test, silent until the reader finishes.
 * Markup: the kit puts a switch, a button and a status line around the questions of one fence;
 * without this script CSS hides these, and each question is for practice.
 */
import { all } from "./progress.js";

class LessonTest extends HTMLElement {
  connectedCallback() {
    this.toggle = /** @type {HTMLInputElement} */ (this.querySelector("[role=switch]"));
    this.finish = /** @type {HTMLButtonElement} */ (this.querySelector(".test-foot button"));
    this.status = /** @type {HTMLElement} */ (this.querySelector(".test-status"));
    this.toggle.onchange = () => this.begin(this.toggle.checked);
    this.finish.onclick = () => this.end();
  }

  disconnectedCallback() {
    this.begin(false);
  }

  /** Begins afresh with all questions or some, with no verdicts or with each at once. */
  begin(silent, asked = /** @type {any[]} */ (all(this, "lesson-quiz"))) {
    this.warned = false;
    this.toggle.checked = silent;
    this.finish.hidden = !silent;
    this.status.textContent = "";
    this.status.nextElementSibling?.remove(); // what followed the last test
    this.questions = asked;
    for (const question of asked) {
      question.hidden = false;
      question.reset();
      question.toggleAttribute("data-silent", silent);
    }
  }

  end() {
    const lacking = this.questions.filter((each) => each.complaint()).length;
    if (lacking && !this.warned) {
      this.warned = true;
      this.status.textContent = `Not answered yet: ${lacking}. Finish again to leave it so.`;
      return;
    }
    this.toggle.checked = false;
    this.finish.hidden = true;
    for (const question of this.questions) {
      question.toggleAttribute("data-silent", false);
      if (!question.complaint()) question.judge();
    }
    this.tell();
  }

  async tell() {
    const right = this.questions.filter(({ dataset }) => dataset.result === "right").length;
    this.status.textContent = `${right} of ${this.questions.length} right.`;
    this.status.focus();
    (await import("./scores.js")).follow(this, right); // where it does not come, the score stands alone
  }
}

customElements.define("lesson-test", LessonTest);
