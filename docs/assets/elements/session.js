// @ts-check
/**
 * One sitting over cards and questions: shows one at a time, takes its grade, and brings the
 * forgotten ones back at the end. It only hides and shows what the page already holds.
 *
 * @typedef {{kind: string, id: string, element: any}} Entry
 */
import { AGAIN } from "./lib/fsrs.js";
import { intervals } from "./lib/replay.js";
import { spanWords } from "./lib/days.js";
import { button, node, progress, reviewItems, today } from "./progress.js";

const GRADES = ["Again", "Hard", "Good", "Easy"];

export class Session {
  /** @param {HTMLElement} host @param {Entry[]} entries @param {() => string} farewell */
  constructor(host, entries, farewell) {
    Object.assign(this, { host, farewell, queue: entries, total: entries.length, begun: false });
    this.listeners = new AbortController();
    this.status = node("p", { className: "session-status", role: "status", tabIndex: -1 });
    this.buttons = GRADES.map((word) => button(word, "button-quiet"));
    this.grades = node("div", { className: "grades", role: "group", ariaLabel: "How well did you know it?" }, ...this.buttons);
    this.next = button("Next");
    this.panel = node("div", { className: "session" }, this.grades, this.next, this.status);
    host.append(this.panel);
    this.listen(this.listeners.signal);
    this.show();
  }

  listen(signal) {
    this.host.addEventListener("toggle", () => this.reveal(), { signal, capture: true });
    this.host.addEventListener("lesson-quiz-answered", (event) => this.answered(event), { signal });
    this.host.addEventListener("keydown", (event) => this.press(event), { signal });
    this.next.addEventListener("click", () => this.advance(), { signal });
    this.buttons.forEach((each, n) => each.addEventListener("click", () => this.grade(n + 1), { signal }));
  }

  /** @returns {Entry} */
  get current() {
    return this.queue[0];
  }

  get back() {
    return this.current?.kind === "c" && this.current.element.querySelector(".back");
  }

  show() {
    this.grades.hidden = this.next.hidden = true;
    this.lapsed = false;
    if (!this.current) return (this.status.textContent = this.farewell());
    const place = `${this.total - this.queue.length + 1} of ${this.total}`;
    this.status.textContent = `${place} ${progress.status}`;
    if (this.back) this.back.open = false;
    this.current.element.reset?.();
    this.current.element.hidden = false;
  }

  reveal() {
    if (!this.back) return;
    this.grades.hidden = !this.back.open;
    const days = intervals(reviewItems().get(`c|${this.current.id}`), today());
    this.buttons.forEach((each, n) => each.replaceChildren(GRADES[n], node("small", {}, spanWords(days[n]))));
  }

  press(event) {
    const n = Number(event.key);
    if (this.grades.hidden || !GRADES[n - 1] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.grade(n);
  }

  grade(g) {
    const { id, element } = this.current;
    this.lapsed = g === AGAIN;
    progress.addEvent("c", id, { g, v: element.dataset.version });
    this.advance();
  }

  answered({ target, detail }) {
    if (target !== this.current?.element) return;
    this.begun = true;
    this.lapsed ||= !detail.ok;
    this.next.hidden = false;
  }

  advance() {
    const entry = this.queue.shift();
    entry.element.hidden = true;
    this.begun = true;
    if (this.lapsed) this.queue.push(entry);
    this.show();
    (this.current?.element.querySelector("summary, [name=answer]") ?? this.status).focus();
  }

  end() {
    this.listeners.abort();
    this.panel.remove();
  }
}
