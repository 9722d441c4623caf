// @ts-check
/**
 * <demo-perceptron-from-scratch>: a perceptron learns four points, one step at a time.
 *
 * Markup: a still figure, which a plane with four points and a line replaces. A point is dragged,
 * moved with the arrow keys or by its numbers; it changes its class with Enter or in its list.
 * Attributes: data-ax, data-ay, data-at … data-dt (place and target of a point), data-step.
 * Address: `?perceptron=at:1,step:5` sets it; a link to such an address does so without a reload.
 * Without script the figure stands as it is.
 */
import { DemoElement, isBrowsers } from "./demo-element.js";
import { snap } from "./lib/demo-state.js";
import { shown } from "./lib/format.js";
import { GATES, MOST, NAMES, answer, cut, epochs, trace, whatHappened } from "./lib/perceptron.js";

const [LOW, HIGH, UNIT, LEFT, TOP] = [-1, 2, 102, 32, 22]; // as plainnet.draw.Plane draws it
const PLACE = { min: LOW, max: HIGH, step: 0.1 };
const TARGET = ["0", "1"];
const CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1]];
const KEYS = ["a", "b", "c", "d"];
const ARROWS = { ArrowLeft: ["x", -1], ArrowRight: ["x", 1], ArrowDown: ["y", -1], ArrowUp: ["y", 1] };

/** The four corners with the targets of a gate. */
const gate = (targets) => Object.fromEntries(KEYS.flatMap((key, i) => [[`${key}x`, CORNERS[i][0]], [`${key}y`, CORNERS[i][1]], [`${key}t`, targets[i]]]));
const START = { ...gate(GATES.AND), step: 0 };
const FIELDS = Object.fromEntries(Object.keys(START).map((key) => [key, key[1] === "t" && key !== "step" ? TARGET : PLACE]));
FIELDS.step = { min: 0, max: MOST, step: 1 };

const px = (x) => LEFT + (x - LOW) * UNIT;
const py = (y) => TOP + (HIGH - y) * UNIT;
const places = (points) => points.map(([x, y]) => `${px(x).toFixed(1)},${py(y).toFixed(1)}`).join(" ");

const tick = (v) => `<text class="soft middle" x="${px(v)}" y="${py(LOW) + 16}">${shown(v)}</text><text class="soft tick" x="-12" y="${py(v) + 4}">${shown(v)}</text>`;
const point = (key, i) => `<g data-part="${key}" class="point" role="button" tabindex="0"><circle class="grip" r="17"/><circle data-part="now${key}" class="now" r="12"/><circle data-part="mark${key}" r="6.5"/><text class="middle" x="15" y="-10">${NAMES[i]}</text></g>`;
const PLANE = `<svg class="plot plane" viewBox="0 0 360 352" role="group" aria-label="Four points on a plane, and the boundary of the unit. Its positive side is tinted.">
<polygon data-part="side" class="side"/><polyline class="axis" points="${places([[LOW, 0], [HIGH, 0]])}"/><polyline class="axis" points="${places([[0, LOW], [0, HIGH]])}"/>
${[-1, 0, 1, 2].map(tick).join("")}<text x="342" y="${py(0) + 4}">x₁</text><text class="middle" x="${px(0)}" y="14">x₂</text>
<polyline data-part="line" class="graph"/>${KEYS.map(point).join("")}</svg>`;
const number = (name, label) => `<input type="number" name="${name}" min="${LOW}" max="${HIGH}" step="0.1" aria-label="${label}">`;
const row = (key, i) => `<div class="spot"><span>${NAMES[i]}</span>${number(`${key}x`, `${NAMES[i]}, x₁`)}${number(`${key}y`, `${NAMES[i]}, x₂`)}<select name="${key}t" aria-label="${NAMES[i]}, target"><option>0</option><option>1</option></select></div>`;
const button = (words) => `<button type="button" class="button-quiet">${words}</button>`;
const CONTROLS = `<form class="demo-controls"><div class="demo-actions">${["Step", "Epoch", "To the end", "Step back", "Reset"].map(button).join("")}</div>
<label class="field">Targets of <select name="gate" aria-label="Targets of a gate">${[...Object.keys(GATES), "your own"].map((name) => `<option>${name}</option>`).join("")}</select></label>
<div class="spot soft" aria-hidden="true"><span></span><span>x₁</span><span>x₂</span><span>target</span></div>${KEYS.map(row).join("")}</form>`;
const WORDS = `<div class="demo-words"><p data-part="unit"></p><p data-part="count"></p><p data-part="said" role="status"></p></div>`;

class DemoPerceptronFromScratch extends DemoElement {
  static query = "perceptron";
  static fields = FIELDS;
  static start = START;

  build(listen) {
    this.furnish(listen, PLANE + CONTROLS + WORDS);
    this.plane = this.querySelector("svg");
    listen(this.plane, "pointerdown", (event) => this.grab(event));
    listen(this.plane, "pointermove", (event) => this.drag(event));
    for (const type of ["pointerup", "pointercancel"]) listen(this.plane, type, () => (this.held = ""));
    listen(this.plane, "keydown", (event) => this.key(event));
  }

  get points() {
    return KEYS.map((key) => ({ x: [this.state[`${key}x`], this.state[`${key}y`]], target: Number(this.state[`${key}t`]) }));
  }

  /** Sets fields; a step beyond the end is the end. */
  change(fields, why = "", control) {
    this.set({ ...this.state, ...fields }, why, control);
  }

  turn(control) {
    const { name, value } = control;
    if (name === "gate") return value in GATES && this.change({ ...gate(GATES[value]), step: 0 }, `The targets of ${value}:`);
    const found = FIELDS[name].step ? snap(control.valueAsNumber, PLACE) : value;
    if (found === found) this.change({ [name]: found }, "", control); // not NaN
  }

  press({ textContent: name }) {
    const last = trace(this.points).length;
    const step = Math.min(this.state.step, last);
    const size = KEYS.length;
    if (name === "Step") this.change({ step: Math.min(step + 1, last) });
    if (name === "Epoch") this.change({ step: Math.min(step + size - (step % size), last) });
    if (name === "To the end") this.change({ step: last });
    if (name === "Step back") this.change({ step: Math.max(step - 1, 0) });
    if (name === "Reset") this.set(this.start, "Back at the start.");
  }

  grab(event) {
    this.held = event.target.closest(".point")?.dataset.part ?? "";
    if (this.held) this.plane.setPointerCapture(event.pointerId);
  }

  drag({ clientX, clientY }) {
    if (!this.held) return;
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(this.plane.getScreenCTM().inverse());
    this.move(this.held, (x - LEFT) / UNIT + LOW, HIGH - (y - TOP) / UNIT);
  }

  move(key, x, y) {
    this.change({ [`${key}x`]: snap(x, PLACE), [`${key}y`]: snap(y, PLACE) });
  }

  key(event) {
    const key = event.target.closest(".point")?.dataset.part;
    if (!key || isBrowsers(event)) return;
    const [x, y, target] = ["x", "y", "t"].map((field) => this.state[key + field]);
    if (event.key in ARROWS) {
      const [axis, way] = ARROWS[event.key];
      this.move(key, x + (axis === "x" ? way / 10 : 0), y + (axis === "y" ? way / 10 : 0));
    } else if (event.key === "Enter" || event.key === " ") this.change({ [`${key}t`]: target === "1" ? "0" : "1" });
    else return;
    event.preventDefault();
  }

  /** Says what the last step did. */
  tell(why) {
    const steps = trace(this.points);
    this.put("said", {}, `${why} ${whatHappened(this.points, steps, Math.min(this.state.step, steps.length))}`.trim());
    this.told = this.state;
  }

  show(held) {
    const { points } = this;
    const steps = trace(points);
    const count = Math.min(this.state.step, steps.length);
    const unit = count ? steps[count - 1] : { w: [0, 0], b: 0, i: -1 };
    const right = points.filter(({ x, target }) => answer(unit, x) === target).length;
    for (const name of Object.keys(this.state)) if (name !== "step" && this.form.elements[name] !== held) this.form.elements[name].value = this.state[name];
    const same = ([, targets]) => Object.entries(gate(targets)).every(([key, value]) => this.state[key] === value);
    this.form.elements.gate.value = Object.entries(GATES).find(same)?.[0] ?? "your own";
    points.forEach((one, i) => this.showPoint(KEYS[i], one, i === unit.i));
    const { polygon, ends } = cut(unit, LOW, HIGH);
    this.put("side", { points: places(polygon) });
    this.put("line", { points: places(ends) });
    this.put("unit", {}, `w = (${unit.w.map((v) => shown(v)).join(", ")}), b = ${shown(unit.b)}; ${right} of 4 right`);
    this.put("count", {}, `Mistakes in each epoch: ${epochs(steps, count, points.length).join(" ") || "none yet"}`);
  }

  showPoint(key, { x, target }, now) {
    const name = NAMES[KEYS.indexOf(key)];
    const label = `${name} at (${x.map((v) => shown(v)).join(", ")}), target ${target}. Arrow keys move it, Enter changes its target.`;
    this.put(key, { transform: `translate(${px(x[0])} ${py(x[1])})`, "aria-label": label });
    this.put(`mark${key}`, { class: target ? "disc" : "ring" });
    this.put(`now${key}`, { visibility: now ? "visible" : "hidden" });
  }
}

customElements.define("demo-perceptron-from-scratch", DemoPerceptronFromScratch);
