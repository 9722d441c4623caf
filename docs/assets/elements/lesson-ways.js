// @ts-check
/**
 * <lesson-ways>: what there is to do on a page and where to go on, and how much of it is known.
 * Markup: the kit writes the list, and the ids of the page's cards as data-cards; the questions
 * stand on the same page. Without this script the list is whole, and the ring is missing.
 */
import { all, node, progress, reviewItems, today } from "./progress.js";
import { lastAnswers } from "./lib/results.js";

const SVG = "http://www.w3.org/2000/svg";
const RADIUS = 15;

function circle(className, total) {
  const element = document.createElementNS(SVG, "circle");
  const place = { class: className, cx: 18, cy: 18, r: RADIUS, pathLength: total };
  for (const name in place) element.setAttribute(name, place[name]);
  return element;
}

class LessonWays extends HTMLElement {
  connectedCallback() {
    this.questions = new Map(all(document, "lesson-quiz").map(({ id, dataset }) => [id, dataset.version]));
    this.cards = this.dataset.cards.split(" ");
    this.total = this.questions.size + this.cards.length;
    this.known = circle("known", this.total);
    const ring = document.createElementNS(SVG, "svg");
    ring.setAttribute("viewBox", "0 0 36 36");
    ring.setAttribute("aria-hidden", "true");
    ring.append(circle("all", this.total), this.known);
    this.words = node("span");
    this.line = node("p", { className: "ways-known" }, ring, this.words);
    this.append(this.line);
    this.stop = progress.onChange(() => this.tell());
    this.tell();
  }

  disconnectedCallback() {
    this.stop();
    this.line.remove();
  }

  /** A question counts when its last answer was right, a card when it is under review and not due. */
  tell() {
    const right = [...lastAnswers(progress.events(), this.questions).values()].filter(({ value }) => value.ok).length;
    const kept = this.cards.filter((id) => reviewItems().get(`c|${id}`)?.due > today()).length;
    this.known.setAttribute("stroke-dasharray", `${right + kept} ${this.total}`);
    this.words.textContent = `You know ${right + kept} of the ${this.total} questions and cards of this page.`;
  }
}

customElements.define("lesson-ways", LessonWays);
