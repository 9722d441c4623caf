// @ts-check
/**
 * <lesson-plan>: how many reviews a day, what comes in the next days, what was done in the last.
 * Markup: a select, and two figures with an empty caption each; without this script CSS hides them.
 */
import { dateWords } from "./lib/days.js";
import { forecast, history } from "./lib/results.js";
import { bars } from "./bars.js";
import { counted, preference, progress, reviewItems, today } from "./progress.js";

const AHEAD = 14;
const BACK = 28;

const sum = (counts) => counts.reduce((a, b) => a + b, 0);
const dateOf = (ahead) => dateWords(today() + ahead, today());

class LessonPlan extends HTMLElement {
  connectedCallback() {
    this.choice = this.querySelector("select");
    this.choice.onchange = () => {
      progress.putDocument("preference", "a-day", Number(this.choice.value));
      progress.reload(); // what is asked today is another
    };
    this.stop = progress.onChange(() => this.update());
    this.update();
  }

  disconnectedCallback() {
    this.stop();
    for (const svg of this.querySelectorAll(".bars")) svg.remove();
  }

  update() {
    this.choice.value = String(preference("a-day") || "");
    if (this.choice.selectedIndex < 0) this.choice.value = "";
    const [ahead, back] = this.querySelectorAll("figure");
    this.draw(ahead, ...this.ahead());
    this.draw(back, ...this.back());
  }

  draw(figure, each, caption, details) {
    figure.querySelector(".bars")?.remove();
    figure.prepend(bars(each, `${caption}. ${details}`));
    figure.querySelector("figcaption").textContent = caption;
  }

  ahead() {
    const counts = forecast([...reviewItems().values()], today(), AHEAD);
    const each = counts.map((value, n) => ({ value, label: dateOf(n).split(" ")[0], top: String(value || "") }));
    const details = counts.flatMap((value, n) => (value ? `${dateOf(n)}: ${value}` : [])).join(", ");
    return [each, `${sum(counts)} come due in the next two weeks`, details];
  }

  back() {
    const counts = history(progress.events(), today(), BACK);
    const label = (ago) => (ago % 7 ? "" : dateOf(-ago).split(" ")[0]);
    const each = counts.map((value, n) => ({ value, label: label(BACK - 1 - n), top: "", mark: true }));
    const days = counted(counts.filter(Boolean).length, "day");
    return [each, `${counted(sum(counts), "answer")} on ${days} of the last four weeks`, `At most ${Math.max(...counts)} on one day.`];
  }
}

customElements.define("lesson-plan", LessonPlan);
