// @ts-check
/**
 * One sitting over cards and questions, {kind, id, element} each: shows one at a time, takes its
 * grade, and brings back at the end what was forgotten. It only shows and hides; nothing moves.
 */
import { AGAIN } from "./lib/fsrs.js";
import { intervals, isLeech } from "./lib/replay.js";
import { spanWords } from "./lib/days.js";
import { button, node, progress, reviewItems, today } from "./progress.js";

const GRADES = ["Again", "Hard", "Good", "Easy"];
const slippery = (times) => `This one slipped away ${times} times. Some do, for everyone. Reading it again helps most.`;

export class Session {
  /** `ahead` tells what comes next, when nothing is left. */
  constructor(host, queue, ahead) {
    this.host = host;
    this.queue = queue;
    const done = queue.length ? `Done. ${queue.length} reviewed` : "Nothing left for today";
    this.farewell = () => `${done}; ${ahead()}.`;
    this.shown = 0;
    this.listeners = new AbortController();
    this.begun = this.lapsed = false;
    this.status = node("p", { className: "session-status", role: "status", tabIndex: -1 });
    this.buttons = GRADES.map((word) => button(word));
    this.grades = node("div", { className: "grades", role: "group", ariaLabel: "How well did you know it?" }, ...this.buttons);
    this.next = button("Next", "button");
    this.comfort = node("p", { className: "session-comfort", role: "status" });
    this.panel = node("div", { className: "session" }, this.comfort, this.grades, this.next, this.status);
    host.append(this.panel);
    this.listen(this.listeners.signal);
    this.show();
  }

  listen(signal) {
    this.host.addEventListener("toggle", () => this.reveal(), { signal, capture: true });
    this.host.addEventListener("lesson-quiz-answered", (event) => this.answered(event), { signal });
    this.host.addEventListener("keydown", (event) => this.press(event), { signal });
    this.host.addEventListener("input", () => (this.begun = true), { signal });
    this.next.addEventListener("click", () => this.advance(), { signal });
    this.buttons.forEach((each, n) => each.addEventListener("click", () => this.grade(n + 1), { signal }));
  }

  get current() {
    return this.queue[0];
  }

  /** In the middle, where no news from another tab may disturb. */
  get busy() {
    return this.begun && this.queue.length > 0;
  }

  get back() {
    return this.current?.element.querySelector(".back");
  }

  show() {
    this.grades.hidden = this.next.hidden = true;
    this.lapsed = false;
    this.comfort.textContent = "";
    const place = `${this.shown + 1} of ${this.shown + this.queue.length}`;
    this.status.textContent = `${this.current ? place : this.farewell()} ${progress.status}`.trim();
    if (!this.current) return;
    if (this.back) this.back.open = false;
    else this.current.element.reset();
    this.current.element.hidden = false;
  }

  reveal() {
    if (!this.back) return;
    this.begun ||= this.back.open;
    this.grades.hidden = !this.back.open;
    const item = reviewItems().get(`c|${this.current.id}`);
    this.comfort.textContent = this.back.open && isLeech(item) ? slippery(item.lapses) : "";
    const days = intervals(item, today());
    this.buttons.forEach((each, n) => each.replaceChildren(GRADES[n], node("small", {}, spanWords(days[n]))));
  }

  press({ key, ctrlKey, altKey, metaKey }) {
    if (!this.grades.hidden && GRADES[key - 1] && !ctrlKey && !altKey && !metaKey) this.grade(Number(key));
  }

  grade(g) {
    const { id, element } = this.current;
    progress.addEvent("c", id, { g, v: element.dataset.version });
    this.lapsed = g === AGAIN;
    this.advance();
  }

  answered({ target, detail }) {
    if (target !== this.current?.element) return;
    this.begun = true;
    this.lapsed ||= !detail.ok;
    this.next.hidden = false;
  }

  advance() {
    const done = this.queue.shift();
    done.element.hidden = true;
    this.shown += 1;
    if (this.lapsed) this.queue.push(done);
    this.show();
    (this.current?.element.querySelector(".back > summary, [name=answer]") ?? this.status).focus();
  }

  end() {
    this.listeners.abort();
    this.panel.remove();
  }
}
