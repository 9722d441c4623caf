// @ts-check
/**
 * <lesson-results>: what the reader knows by objective, what to do next, what the reader confuses,
 * and how well confidence fits.
 * Markup: the kit writes a <section class="chapter-results"> for each chapter, whose links carry
 * data-question, data-version and data-teaches, and the list .confusions of [data-misconception].
 * Without this script that is a map of what the book asks.
 */
import { calibration, confusions, lastAnswers } from "./lib/results.js";
import { bars, figure } from "./bars.js";
import { CONFIDENCE, all, base, counted, dueNow, node, preference, progress } from "./progress.js";

const VERDICTS = { right: "✓", wrong: "✗", open: "○" };
const WORDS = { right: "right", wrong: "not yet right", open: "not answered" };
const MOST_NEXT = 4;

class LessonResults extends HTMLElement {
  connectedCallback() {
    this.marks = all(this, "[data-question]");
    this.names = new Map(this.marks.map((mark) => [mark, mark.textContent]));
    this.ideas = all(this, "[data-misconception]");
    this.summary = node("div", { className: "results-summary" });
    this.trust = node("section", { className: "trust" });
    this.prepend(this.summary);
    this.append(this.trust);
    this.stop = progress.onChange(() => this.update());
    this.update();
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }

  disconnectedCallback() {
    this.stop();
    this.summary.remove();
    this.trust.remove();
    for (const [mark, name] of this.names) this.write(mark, name, undefined);
    for (const idea of this.ideas) this.count(idea);
    for (const line of all(this, ".so-far")) line.remove();
  }

  update() {
    const events = progress.events();
    const versions = new Map(this.marks.map(({ dataset }) => [dataset.question, dataset.version]));
    const last = lastAnswers(events, versions);
    const stateOf = (id) => (last.has(id) ? (last.get(id).value.ok ? "right" : "wrong") : "open");
    for (const [mark, name] of this.names) this.write(mark, name, stateOf(mark.dataset.question));
    for (const chapter of all(this, ".chapter-results")) this.tellChapter(chapter);
    this.tell([...versions.keys()].map(stateOf));
    this.tellConfusions(confusions(events));
    this.tellTrust(calibration(events, Object.keys(CONFIDENCE)));
  }

  write(mark, name, state) {
    mark.textContent = state ? VERDICTS[state] : name;
    mark.ariaLabel = state ? `${name}: ${WORDS[state]}` : null;
    mark.title = mark.ariaLabel ?? "";
    mark.dataset.state = state ?? "";
  }

  tellChapter(chapter) {
    for (const item of all(chapter, "li")) {
      const states = all(item, "[data-state]").map(({ dataset }) => dataset.state);
      const state = ["wrong", "open"].find((each) => states.includes(each)) ?? "right";
      item.dataset.known = states.length ? state : "";
    }
    const states = all(chapter, "li").map(({ dataset }) => dataset.known);
    const line = chapter.querySelector(".so-far") ?? node("p", { className: "so-far" });
    line.textContent = `You can do ${states.filter((state) => state === "right").length} of ${states.length}.`;
    chapter.querySelector("h2").after(line);
  }

  tell(states) {
    const count = (state) => states.filter((each) => each === state).length;
    const answered = states.length - count("open");
    const text = answered
      ? `You have answered ${answered} of ${counted(states.length, "question")}; at the last try ${count("right")} were right.`
      : "Nothing is answered yet. Each circle below is a question, and leads to it.";
    const steps = node("ul", {}, ...this.next().map((step) => node("li", {}, ...step)));
    this.summary.replaceChildren(node("p", {}, text), node("h2", {}, "What to do next"), steps);
  }

  /** At most four steps: what is due, where to read again, which chapter to go on with. */
  next() {
    const due = dueNow().length;
    const review = node("a", { href: new URL("review/", base).href }, `Review the ${due} due`);
    const wrong = this.marks.filter(({ dataset }) => dataset.state === "wrong");
    const again = new Map(wrong.map((mark) => [mark.dataset.teaches, mark]));
    const reading = [...again].map(([href, mark]) => {
      const ability = mark.closest("li").querySelector(".ability").cloneNode(true);
      return [node("a", { href }, "Read again"), " how to ", ability, ", then ", node("a", { href: mark.getAttribute("href") }, "try the question")];
    });
    const open = this.marks.find(({ dataset }) => dataset.state === "open");
    const title = open?.closest("section").querySelector("h2").textContent;
    const onward = open ? [["Go on with ", node("a", { href: open.getAttribute("href") }, title)]] : [];
    const steps = [...(due ? [[review]] : []), ...reading].slice(0, MOST_NEXT - 1);
    return steps.length + onward.length ? [...steps, ...onward] : [["Nothing. All that the book asks, you know."]];
  }

  tellConfusions(found) {
    for (const idea of this.ideas) this.count(idea, found.get(idea.dataset.misconception));
    this.querySelector(".confusions h2").textContent = "What you confuse";
    const note = this.querySelector(".confusions .so-far") ?? node("p", { className: "so-far" });
    note.textContent = found.size ? "" : "No answer of yours has shown one of the wrong ideas that the questions look for.";
    this.querySelector(".confusions h2").after(note);
  }

  /** Shows an idea that an answer showed; without `entry`, as it was. */
  count(idea, entry) {
    idea.hidden = this.isConnected && !entry;
    idea.querySelector(".times")?.remove();
    if (!entry) return;
    const times = entry.times === 1 ? "Once" : `${entry.times} times`;
    idea.prepend(node("p", { className: "times" }, entry.settled ? `${times}; right since then` : times));
    idea.dataset.settled = String(entry.settled);
  }

  tellTrust(shares) {
    const turn = ({ target }) => progress.putDocument("preference", "confidence", target.checked);
    const box = node("input", { type: "checkbox", role: "switch", checked: Boolean(preference("confidence")), onchange: turn });
    const label = node("label", { className: "switch" }, box, "Ask how sure I am before each answer");
    const words = Object.values(CONFIDENCE);
    const each = shares.map(({ all, right }, n) => ({ value: all && right / all, label: words[n], top: all ? `${right} of ${all}` : "" }));
    const said = each.filter(({ top }) => top).map(({ label, top }) => `“${label}”: ${top} right`).join(", ");
    const caption = "How often you were right when you said so. No score: it only shows when to look twice.";
    const picture = said ? [figure(bars(each, said, 1), caption)] : [];
    if (this.trust.contains(document.activeElement)) return this.trust.querySelector("figure")?.replaceWith(...picture);
    this.trust.replaceChildren(node("h2", { id: "sure" }, "How sure you are"), label, ...picture);
  }
}

customElements.define("lesson-results", LessonResults);
