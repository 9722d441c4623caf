// @ts-check
/**
 * <lesson-plan>: how many reviews a day, what comes in the next days, what was done in the last.
 * Markup: a select, and two empty figures; without this script CSS hides them.
 */
import { dateWords } from "./lib/days.js";
import { forecast, history } from "./lib/results.js";
import { draw } from "./bars.js";
import { preference, progress, reviewItems, today } from "./progress.js";

const AHEAD = 14;
const BACK = 28;

const sum = (counts) => counts.reduce((a, b) => a + b, 0);
const dateOf = (ahead) => dateWords(today() + ahead, today());
const list = (counts, first) => counts.flatMap((count, n) => (count ? `${dateOf(first + n)}: ${count}` : [])).join(", ");

/** A bar for each count; `label` tells which get the day of the month. */
const barsOf = (counts, first, label) =>
  counts.map((value, n) => ({ value, label: label(n) ? dateOf(first + n).split(" ")[0] : "" }));

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
    for (const figure of this.querySelectorAll("figure")) figure.replaceChildren();
  }

  update() {
    this.choice.value = String(preference("a-day") || "");
    const [ahead, back] = this.querySelectorAll("figure");
    const coming = forecast([...reviewItems().values()], today(), AHEAD);
    const past = history(progress.events(), today(), BACK);
    const tops = barsOf(coming, 0, () => true).map((bar) => ({ ...bar, top: bar.value || "" }));
    draw(ahead, tops, `${sum(coming)} come due in the next two weeks`, list(coming, 0));
    draw(back, barsOf(past, 1 - BACK, (n) => n % 7 === 6), `${sum(past)} answered in the last four weeks`, list(past, 1 - BACK));
  }
}

customElements.define("lesson-plan", LessonPlan);
