// @ts-check
/**
 * <lesson-plan>, empty: how many reviews a day, what comes in the next days, what was done in the last.
 * Without this script there is nothing to plan.
 */
import { dateWords } from "./lib/days.js";
import { forecast, history } from "./lib/results.js";
import { bars, figure } from "./bars.js";
import { counted, node, preference, progress, reviewItems, today } from "./progress.js";

const AHEAD = 14;
const BACK = 28;
const CHOICES = [10, 20, 50, 100];

class LessonPlan extends HTMLElement {
  connectedCallback() {
    const choices = ["", ...CHOICES].map((value) => node("option", { value }, value ? `at most ${value}` : "all that is due"));
    this.choice = node("select", { onchange: () => this.choose() }, ...choices);
    this.pictures = node("div", { className: "pictures" });
    this.replaceChildren(node("label", { className: "field" }, "Reviews a day", this.choice), this.pictures);
    this.stop = progress.onChange(() => this.update());
    this.update();
  }

  disconnectedCallback() {
    this.stop();
    this.replaceChildren();
  }

  choose() {
    progress.putDocument("preference", "a-day", Number(this.choice.value));
    progress.reload(); // what is asked today is another
  }

  update() {
    const most = Number(preference("a-day"));
    this.choice.value = CHOICES.includes(most) ? String(most) : "";
    this.pictures.replaceChildren(this.ahead(), this.back());
  }

  ahead() {
    const counts = forecast([...reviewItems().values()], today(), AHEAD);
    const day = (n) => dateWords(today() + n, today());
    const each = counts.map((value, n) => ({ value, label: day(n).split(" ")[0], top: value ? String(value) : "" }));
    const busy = counts.flatMap((value, n) => (value ? [`${day(n)}: ${value}`] : []));
    const words = `Due in the next ${AHEAD} days. ${busy.join(", ") || "Nothing"}.`;
    const sum = counts.reduce((a, b) => a + b, 0);
    return figure(bars(each, words), `What comes due from today on: ${sum} in two weeks, if nothing is forgotten`);
  }

  back() {
    const counts = history(progress.events(), today(), BACK);
    const day = (n) => dateWords(today() - BACK + 1 + n, today());
    const each = counts.map((value, n) => ({ value, label: (BACK - 1 - n) % 7 ? "" : day(n).split(" ")[0], top: "", mark: true }));
    const sum = counts.reduce((a, b) => a + b, 0);
    const days = counts.filter(Boolean).length;
    const words = `${counted(sum, "answer")} on ${counted(days, "day")} of the last four weeks`;
    return figure(bars(each, `${words}, at most ${Math.max(...counts)} on one.`), words);
  }
}

customElements.define("lesson-plan", LessonPlan);
