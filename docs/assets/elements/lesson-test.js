// @ts-check
/**
 * <lesson-test>: several questions that can be taken as a test, silent until the reader finishes.
 * Markup: the kit puts it around the questions of one fence; without this script, and until the
 * reader turns the switch, each question is for practice.
 */
import { all, base, button, counted, node } from "./progress.js";

class LessonTest extends HTMLElement {
  connectedCallback() {
    this.questions = /** @type {any[]} */ (all(this, "lesson-quiz"));
    this.toggle = node("input", { type: "checkbox", role: "switch", onchange: () => this.hush(this.toggle.checked) });
    this.head = node("label", { className: "switch" }, this.toggle, "As a test: verdicts only at the end");
    this.finish = button("Finish", "button");
    this.finish.onclick = () => this.end();
    this.finish.hidden = true;
    this.status = node("p", { className: "test-status", role: "status", tabIndex: -1 });
    this.foot = node("div", { className: "test-foot" }, this.finish, this.status);
    this.prepend(this.head);
    this.append(this.foot);
  }

  disconnectedCallback() {
    if (!this.finish.hidden) this.hush(false);
    this.head.remove();
    this.foot.remove();
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
      this.status.textContent = `${counted(lacking, "question")} not answered yet. Finish again to leave ${lacking > 1 ? "them" : "it"} out.`;
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
    const words = `${right} of ${this.questions.length} right. Above, each question says why. `;
    const chapter = this.questions[0].id.split("/")[0];
    const link = node("a", { href: new URL(`results/#${chapter}`, base).href }, "What you know of this chapter");
    this.status.replaceChildren(words, link);
    this.status.focus();
  }
}

customElements.define("lesson-test", LessonTest);
