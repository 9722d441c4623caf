// @ts-check
/**
 * <lesson-results>: what the reader knows by objective, what to do next, what the reader confuses,
 * and how well confidence fits.
 * Markup: the kit writes all of it, empty where it depends on the reader: chapters whose links
 * carry data-question, data-version and data-teaches, and ideas with data-misconception. Without
 * this script that is a map of what the book asks, and CSS hides the rest.
 */
import { calibration, confusions, lastAnswers } from "./lib/results.js";
import { draw } from "./bars.js";
import { CONFIDENCE, all, base, dueNow, node, preference, progress } from "./progress.js";

const VERDICTS = { right: ["✓", "right"], wrong: ["✗", "not yet right"], open: ["○", "not answered"] };
const MOST_NEXT = 4;

const link = (text, href) => node("a", { href }, text);

class LessonResults extends HTMLElement {
  connectedCallback() {
    this.before = [...this.childNodes].map((each) => each.cloneNode(true));
    this.marks = all(this, "[data-question]");
    this.names = this.marks.map((mark) => mark.textContent);
    this.box = /** @type {HTMLInputElement} */ (this.querySelector("[role=switch]"));
    this.box.onchange = () => progress.putDocument("preference", "confidence", this.box.checked);
    this.stop = progress.onChange(() => this.update());
    this.update();
    document.getElementById(location.hash.slice(1))?.scrollIntoView(); // what stood above has grown
  }

  disconnectedCallback() {
    this.stop();
    this.replaceChildren(...this.before);
  }

  async update() {
    const events = progress.events();
    const last = lastAnswers(events, new Map(this.marks.map(({ dataset }) => [dataset.question, dataset.version])));
    const stateOf = (id) => (last.has(id) ? (last.get(id).value.ok ? "right" : "wrong") : "open");
    this.marks.forEach((mark, n) => this.write(mark, this.names[n], stateOf(mark.dataset.question)));
    all(this, ".chapter-results").forEach((chapter) => this.tellChapter(chapter));
    const right = [...last.values()].filter(({ value }) => value.ok).length;
    const words = `You have answered ${last.size}; at the last try ${right} were right.`;
    this.querySelector(".so-far").textContent = last.size ? words : "You have answered none yet.";
    this.querySelector(".next").replaceChildren(...this.next().map((step) => node("li", {}, ...step)));
    this.tellConfusions(confusions(events));
    this.tellTrust(calibration(events, Object.keys(CONFIDENCE)));
    (await import("./scores.js")).tellScores(this);
  }

  write(mark, name, state) {
    mark.dataset.state = state;
    mark.textContent = VERDICTS[state][0];
    mark.ariaLabel = `${name}: ${VERDICTS[state][1]}`;
  }

  tellChapter(chapter) {
    const items = all(chapter, "li");
    const known = items.filter((item) => item.querySelector("a") && !item.querySelector("a:not([data-state=right])"));
    chapter.querySelector(".so-far").textContent = `You can do ${known.length} of ${items.length}.`;
  }

  /** At most four steps: what is due, where to read again, which chapter to go on with. */
  next() {
    const due = dueNow().length;
    const review = due ? [[link(`Review the ${due} due`, new URL("review/", base).href)]] : [];
    const again = new Map(all(this, "[data-state=wrong]").map((mark) => [mark.dataset.teaches, mark.closest("li")]));
    const reading = [...again].map(([href, { firstChild }]) => [link("Read again", href), " how to ", firstChild.cloneNode(true)]);
    const open = this.querySelector("[data-state=open]");
    const title = open?.closest("section").querySelector("h2").textContent;
    const onward = open ? [["Go on with ", link(title, open.getAttribute("href"))]] : [];
    return [...[...review, ...reading].slice(0, MOST_NEXT - 1), ...onward];
  }

  tellConfusions(found) {
    for (const idea of all(this, "[data-misconception]")) {
      const { times, settled } = found.get(idea.dataset.misconception) ?? {};
      idea.hidden = !times;
      idea.dataset.settled = settled;
      const often = times === 1 ? "Once" : `${times} times`;
      idea.querySelector(".times").textContent = settled ? `${often}; right since then` : often;
    }
  }

  tellTrust(shares) {
    this.box.checked = !!preference("confidence");
    const words = Object.values(CONFIDENCE);
    const each = shares.flatMap(({ all, right }, n) => (all ? { value: right / all, label: words[n], top: `${right} of ${all}` } : []));
    const picture = this.querySelector("figure");
    picture.hidden = !each.length;
    const details = each.map(({ label, top }) => `“${label}”: ${top} right`).join(", ");
    draw(picture, each, "How often you were right when you said so", details, 1);
  }
}

customElements.define("lesson-results", LessonResults);
