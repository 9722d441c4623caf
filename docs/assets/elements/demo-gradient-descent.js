// @ts-check
/**
 * <demo-gradient-descent>: a ball that walks down a loss, step by step or by itself.
 *
 * Markup: a still figure, which a landscape replaces. The start is dragged, clicked, moved with the
 * arrow keys or by its numbers; rate, momentum and noise are dials.
 * Attributes: data-surface, data-x, data-y, data-rate, data-momentum, data-noise, data-seed,
 * data-steps: the start. Address: `?walk=surface:ravine,rate:0.19` sets it; such a link does so
 * without a reload. A run stops off screen; under reduced motion it goes to its end at once.
 * Without script the figure stands as it is.
 */
import { DemoElement, isBrowsers } from "./demo-element.js";
import { snap } from "./lib/demo-state.js";
import { shown } from "./lib/format.js";
import { rule, size, whatHappened } from "./lib/landscape-words.js";
import { MOST, SURFACES, contour, diverged, lastStep, walk } from "./lib/landscape.js";

const VIEW = { left: -3, right: 3, low: -2, high: 2 };
const [LEFT, TOP, UNIT, BOTTOM] = [32, 22, 51, 226];
const START = { surface: "bowl", x: 2, y: 0.5, rate: 0.1, momentum: 0, noise: 0, seed: 1, steps: 0 };
const FIELDS = {
  surface: Object.keys(SURFACES),
  x: { min: -3, max: 3, step: 0.1 }, y: { min: -2, max: 2, step: 0.1 },
  rate: { min: 0.01, max: 1.2, step: 0.01 }, momentum: { min: 0, max: 0.95, step: 0.05 }, noise: { min: 0, max: 3, step: 0.1 },
  seed: { min: 1, max: 99, step: 1 }, steps: { min: 0, max: MOST, step: 1 },
};
const DIALS = { rate: "rate η", momentum: "momentum μ", noise: "noise σ" };
const ARROWS = { ArrowLeft: ["x", -1], ArrowRight: ["x", 1], ArrowDown: ["y", -1], ArrowUp: ["y", 1] };
const CALM = "(prefers-reduced-motion: reduce)";

const near = (v) => Math.min(4000, Math.max(-4000, v)); // a place far out, for the browser's sake
const px = (x) => near(LEFT + (x - VIEW.left) * UNIT);
const py = (y) => near(TOP + (VIEW.high - y) * UNIT);
const spot = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;

const tick = (v) => `<text class="soft middle" x="${px(v)}" y="${BOTTOM + 16}">${shown(v)}</text>`;
const LANDSCAPE = `<svg class="plot hill" viewBox="0 0 360 252" role="group" aria-label="The loss over its numbers, and the walk of the ball. Click to place the start.">
<desc data-part="drawn"></desc><clipPath id="walk-view"><rect x="${LEFT}" y="${TOP}" width="306" height="204"/></clipPath>
<marker id="walk-tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="4" markerHeight="4" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>
<rect class="ground" x="${LEFT}" y="${TOP}" width="306" height="204"/>${[-3, -2, -1, 0, 1, 2, 3].map(tick).join("")}
<text data-part="top" class="soft tick" x="-10" y="${TOP + 5}"></text><text data-part="zero" class="soft tick" x="-10"></text><text data-part="bottom" class="soft tick" x="-10" y="${BOTTOM + 4}"></text>
<text data-part="across" x="342" y="${BOTTOM + 4}"></text><text data-part="up" class="middle" x="${LEFT}" y="14"></text>
<g clip-path="url(#walk-view)"><path data-part="ground" class="contour"/><path data-part="lowest" class="lowest"/>
<polyline data-part="way" class="graph"/><path data-part="spots" class="spots"/></g>
<line data-part="slope" class="uphill"/><circle data-part="ball" r="6.5"/>
<g data-part="start" class="point" role="button" tabindex="0"><circle class="grip" r="17"/><circle class="now" r="11"/></g></svg>`;
const input = (name, type, label) => `<input name="${name}" type="${type}" min="${FIELDS[name].min}" max="${FIELDS[name].max}" step="${FIELDS[name].step}" aria-label="${label}">`;
const dial = ([name, label]) => `<div class="dial named"><span>${label}</span>${input(name, "range", label)}${input(name, "number", `${label}, number`)}</div>`;
const button = (words) => `<button type="button" class="button-quiet" name="${words}">${words}</button>`;
const option = ([key, { name }]) => `<option value="${key}">${name}</option>`;
const CONTROLS = `<form class="demo-controls"><label class="field">Loss <select name="surface" aria-label="Loss">${Object.entries(SURFACES).map(option).join("")}</select></label>
${Object.entries(DIALS).map(dial).join("")}<div class="spot named"><span>start</span>${input("x", "number", "Start, w₁")}${input("y", "number", "Start, w₂")}${button("Other noise")}</div>
<div class="demo-actions">${["Step", "Run", "Step back", "Reset"].map(button).join("")}</div></form>`;
const WORDS = `<div class="demo-words"><p data-part="formula"></p><p data-part="rule"></p><p data-part="said" role="status"></p></div>`;

class DemoGradientDescent extends DemoElement {
  static query = "walk";
  static fields = FIELDS;
  static start = START;

  build(listen) {
    this.furnish(listen, LANDSCAPE + CONTROLS + WORDS);
    this.plane = this.querySelector("svg");
    this.drawn = "";
    listen(this.plane, "click", (event) => this.place(event));
    listen(this.plane, "pointerdown", (event) => this.grab(event));
    listen(this.plane, "pointermove", (event) => this.held && this.place(event));
    for (const type of ["pointerup", "pointercancel"]) listen(this.plane, type, () => (this.held = false));
    listen(this.plane, "keydown", (event) => this.key(event));
    this.eyes = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting || this.halt("Stopped, out of sight."));
    this.eyes.observe(this);
  }

  disconnectedCallback() {
    cancelAnimationFrame(this.loop);
    this.loop = 0;
    this.eyes.disconnect();
    super.disconnectedCallback();
  }

  /** Whatever sets another state ends a run. */
  set(state, why, control) {
    cancelAnimationFrame(this.loop);
    this.loop = 0;
    this.form.elements.Run.textContent = "Run";
    super.set(state, why, control);
  }

  change(fields, why = "", control) {
    this.set({ ...this.state, ...fields }, why, control);
  }

  halt(why) {
    if (this.loop) this.set(this.state, why);
  }

  turn(control) {
    const { name, value } = control;
    const found = FIELDS[name].step ? snap(control.valueAsNumber, FIELDS[name]) : value;
    if (found === found) this.change({ [name]: found }, "", control); // not NaN
  }

  press({ name }) {
    const { steps, seed } = this.state;
    const made = walk(this.state, steps).length - 1; // fewer where it diverged
    if (name === "Step") this.change({ steps: Math.min(made + 1, MOST) });
    if (name === "Step back") this.change({ steps: Math.max(made - 1, 0) });
    if (name === "Other noise") this.change({ seed: (seed % FIELDS.seed.max) + 1 }, "Other noise.");
    if (name === "Run") this.loop ? this.halt("Stopped.") : this.run();
    if (name === "Reset") this.set(this.start, "Back at the start.");
  }

  /** Walks on, slowly at first; from the beginning where it is at its end. */
  run() {
    const end = lastStep(this.state);
    const first = this.state.steps >= end ? 0 : this.state.steps;
    if (matchMedia(CALM).matches) return this.set({ ...this.state, steps: end }, "At the end of the walk:");
    let began = 0;
    const frame = (now) => {
      began ||= now;
      const seconds = (now - began) / 1000;
      const steps = Math.min(end, first + Math.round(8 * seconds + 5 * seconds * seconds));
      if (steps !== this.state.steps) {
        this.state = { ...this.state, steps };
        this.show();
      }
      if (steps < end) this.loop = requestAnimationFrame(frame);
      else this.halt("At the end of the walk:");
    };
    this.loop = requestAnimationFrame(frame);
    this.form.elements.Run.textContent = "Stop";
    this.put("said", {}, "The ball is walking.");
  }

  grab(event) {
    this.held = Boolean(event.target.closest(".point"));
    if (this.held) this.plane.setPointerCapture(event.pointerId);
  }

  /** Puts the start where the pointer is. */
  place({ clientX, clientY }) {
    if (!clientX && !clientY) return; // a click that a key made
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(this.plane.getScreenCTM().inverse());
    this.move((x - LEFT) / UNIT + VIEW.left, VIEW.high - (y - TOP) / UNIT);
  }

  move(x, y) {
    const along = { x: snap(x, FIELDS.x) };
    this.change(SURFACES[this.state.surface].size === 1 ? along : { ...along, y: snap(y, FIELDS.y) });
  }

  key(event) {
    if (!(event.key in ARROWS) || isBrowsers(event)) return;
    const [axis, way] = ARROWS[event.key];
    this.move(this.state.x + (axis === "x" ? way / 10 : 0), this.state.y + (axis === "y" ? way / 10 : 0));
    event.preventDefault();
  }

  tell(why) {
    const words = whatHappened(this.state, walk(this.state, this.state.steps));
    this.put("said", {}, `${why} ${words}`.trim());
    this.put("drawn", {}, words);
    this.told = this.state;
  }

  show(held) {
    const { state } = this;
    const surface = SURFACES[state.surface];
    const places = walk(state, state.steps);
    for (const input of this.form.querySelectorAll("input, select")) if (input !== held) input.value = state[input.name];
    for (const name of Object.keys(DIALS)) this.form.elements[name][0].setAttribute("aria-valuetext", shown(state[name]));
    this.form.elements.y.hidden = surface.size === 1;
    this.form.elements["Other noise"].disabled = !state.noise;
    if (this.drawn !== state.surface) this.drawGround(surface);
    this.drawn = state.surface;
    this.drawWalk(surface, places);
    this.put("formula", {}, `${surface.formula}; after ${places.length - 1} steps the loss is ${size(surface.loss(...places.at(-1)))}`);
    this.put("rule", {}, rule(state, places.at(-1)));
  }

  /** How high a place lies in the picture: its loss where there is one number, else w₂. */
  height(surface, [x, y]) {
    return surface.size === 1 ? near(BOTTOM - (surface.loss(x, 0) / surface.high) * (BOTTOM - TOP)) : py(y);
  }

  drawGround(surface) {
    const line = surface.size === 1;
    const at = (w) => [px(w[0]), this.height(surface, w)];
    const graph = Array.from({ length: 121 }, (_, i) => spot(at([-3 + i / 20, 0])));
    const rings = () => surface.levels.map((level) => contour(surface.loss, level, VIEW, 10, ([x, y]) => spot([px(x), py(y)])));
    this.put("ground", { d: line ? `M${graph.join("L")}` : rings().join("") });
    this.put("lowest", { d: surface.minima.map(at).map(([x, y]) => `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`).join("") });
    this.put("top", {}, line ? String(surface.high) : "2");
    this.put("zero", { y: py(0) + 4 }, line ? "" : "0");
    this.put("bottom", {}, line ? "0" : "−2");
    this.put("across", {}, line ? "w" : "w₁");
    this.put("up", {}, line ? "J" : "w₂");
  }

  drawWalk(surface, places) {
    const drawn = places.map((w) => [px(w[0]), this.height(surface, w)]);
    const [ball, first] = [drawn.at(-1), drawn[0]];
    const [gx, gy] = surface.gradient(...places.at(-1));
    const length = Math.hypot(gx, gy);
    const far = length && (12 + 30 * Math.tanh(length / 8)) / length; // longer where it is steeper
    const gone = diverged(places);
    this.put("way", { points: drawn.map(spot).join(" ") });
    this.put("spots", { d: drawn.map((p) => `M${spot(p)}h0`).join("") });
    this.put("ball", { cx: ball[0], cy: ball[1], visibility: gone || !inside(ball) ? "hidden" : "visible" });
    this.put("slope", {
      x1: ball[0], y1: ball[1], x2: ball[0] + gx * far, y2: ball[1] - gy * far,
      visibility: length > 1e-3 && inside(ball) ? "visible" : "hidden",
    });
    const where = places[0].slice(0, surface.size).map((v) => shown(v)).join(", ");
    this.put("start", { transform: `translate(${spot(first)})`, "aria-label": `Start at (${where}). Arrow keys move it.` });
  }
}

const inside = ([x, y]) => x >= LEFT && x <= LEFT + 306 && y >= TOP && y <= BOTTOM;

customElements.define("demo-gradient-descent", DemoGradientDescent);
