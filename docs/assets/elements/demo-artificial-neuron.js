// @ts-check
/**
 * <demo-artificial-neuron>: a neuron whose every number can be turned.
 *
 * Markup: the figure that plainnet.draw.Neuron drew; its parts (data-part) are kept up to date.
 * Attributes: data-x1 … data-x3, data-w1 … data-w3, data-b, data-activation: the start.
 * Address: `?neuron=w1:0.9,b:-1` sets it; a link to such an address does so without a reload.
 * Without script the figure stands as it is.
 */
import { DemoElement } from "./demo-element.js";
import { randomised, snap } from "./lib/demo-state.js";
import { shown, signed } from "./lib/format.js";
import { curve, scales, unitCurve } from "./lib/neuron-plot.js";
import { ACTIVATIONS, asPython, formula, letter, neuron, whatHappened } from "./lib/neuron.js";

const INPUT = { min: -1, max: 1, step: 0.1 };
const WEIGHT = { min: -2, max: 2, step: 0.1 };
const FIELDS = {
  x1: INPUT, x2: INPUT, x3: INPUT, w1: WEIGHT, w2: WEIGHT, w3: WEIGHT, b: WEIGHT,
  activation: Object.keys(ACTIVATIONS),
};
const START = { x1: 0.5, x2: -0.3, x3: 0.7, w1: 0.8, w2: 1.2, w3: -0.5, b: 0.1, activation: "sigmoid" };
const DIALS = Object.keys(START).slice(0, -1);
const KINDS = { x: "Input", w: "Weight", b: "Bias" };

const knob = (key) => {
  const name = `${KINDS[key[0]]} ${letter(key)}`;
  const input = `<input name="${key}" min="${FIELDS[key].min}" max="${FIELDS[key].max}" step="0.1" aria-label="${name}`;
  return `<div class="dial"><span>${letter(key)}</span>${input}" type="range">${input}, number" type="number"></div>`;
};
const option = ([key, { name }]) => `<option value="${key}">${name}</option>`;
const button = (words) => `<button type="button" class="button-quiet">${words}</button>`;
const CONTROLS = `<form class="demo-controls">${DIALS.map(knob).join("")}
<label class="field">Activation <select name="activation" aria-label="Activation">${Object.entries(ACTIVATIONS).map(option).join("")}</select></label>
<div class="demo-actions">${["Reset", "Random", "Copy as Python"].map(button).join("")}</div></form>`;

const text = (part, place, words = "") => `<text data-part="${part}" ${place}>${words}</text>`;
const line = (part, look) => `<polyline data-part="${part}" class="${look}"/>`;
const bar = (words, i) => `<rect data-part="bar${i}" y="${22 * i + 4}" height="13"/>${line(`link${i}`, "guide")}${text("", `class="soft" y="${22 * i + 15}"`, words)}${text(`part${i}`, `class="end" y="${22 * i + 15}"`)}`;
const PLOT = `<svg class="plot" viewBox="0 0 360 222" role="img" aria-label="Bars for the products and the bias add up to z. Below them the curve of the activation turns z into the output.">
${line("zero", "axis")}${line("base", "axis")}${["x₁w₁", "x₂w₂", "x₃w₃", "b"].map(bar).join("")}
${text("", 'class="soft" y="105"', "z")}${text("sum", 'class="strong end" y="105"')}${text("", 'class="soft" y="164"', "a")}
${["high", "none", "low"].map((part) => text(part, 'class="soft tick"')).join("")}
${text("least", 'class="soft middle" x="46" y="219"')}${text("most", 'class="soft middle" x="294" y="219"')}
${line("graph", "graph")}${line("fall", "guide dashed")}<circle data-part="dot" r="5.5"/>${text("out", 'class="strong end"')}</svg>`;
const WORDS = `<div class="demo-words"><p data-part="formula"></p><p data-part="rule"></p><p data-part="said" role="status"></p></div>`;

class DemoArtificialNeuron extends DemoElement {
  static query = "neuron";
  static fields = FIELDS;
  static start = START;

  build(listen) {
    this.replaceChildren(this.querySelector("svg"));
    this.insertAdjacentHTML("beforeend", PLOT + CONTROLS + WORDS);
    this.form = this.querySelector("form");
    this.draws = 0;
    listen(this.form, "input", (event) => this.turn(event.target));
    listen(this.form, "change", () => this.show());
    listen(this.form, "submit", (event) => event.preventDefault());
    listen(this.form, "click", (event) => this.press(event.target.textContent));
  }

  /** Takes the value that the reader turned, typed or chose. */
  turn(control) {
    const field = FIELDS[control.name];
    const value = field.step ? snap(control.valueAsNumber, field) : control.value;
    if (value === value) this.set({ ...this.state, [control.name]: value }, "", control); // not NaN
  }

  press(name) {
    if (name === "Reset") this.set(this.start, "Back at the start:");
    if (name === "Random") this.set(randomised(FIELDS, this.state, ++this.draws), `Random neuron ${this.draws}:`);
    if (name === "Copy as Python") this.copy();
  }

  async copy() {
    const program = asPython(this.state);
    this.querySelector("pre")?.remove();
    try {
      await navigator.clipboard.writeText(program);
      this.put("said", {}, "Copied: a program that prints these numbers.");
    } catch {
      this.put("said", {}, "The browser does not let this page copy. Select the program here:");
      const pre = document.createElement("pre");
      pre.tabIndex = 0;
      pre.textContent = program;
      this.lastElementChild.append(pre);
    }
  }

  /** Says what has changed since the last time, and what the picture shows now. */
  tell(why) {
    this.put("said", {}, `${why} ${whatHappened(this.told, this.state)}`.trim());
    this.querySelector("desc").textContent = whatHappened(this.state, this.state);
    this.told = this.state;
  }

  /** Draws the state; the control in the reader's hand keeps what it holds. */
  show(held) {
    const { state } = this;
    const { products, z, a } = neuron(state);
    const { name, formula: rule } = ACTIVATIONS[state.activation];
    for (const key of DIALS) this.showDial(key, held);
    this.form.elements.activation.value = state.activation;
    products.forEach((product, i) => this.put(`p${i + 1}`, {}, signed(product, 2)));
    this.put("z", {}, shown(z, 2));
    this.put("a", {}, shown(a, 4));
    this.put("activation", {}, name);
    this.put("curve", { points: unitCurve(state.activation) });
    this.put("formula", {}, formula(state));
    this.put("rule", {}, `a = ${name}(z) = ${rule} = ${shown(a, 4)}`);
    this.showPlot([...products, state.b], z, a);
  }

  /** Slider, number and the drawn value; an edge's hue is the sign, its width the size. */
  showDial(key, held) {
    const value = this.state[key];
    for (const input of this.form.elements[key]) if (input !== held) input.value = value;
    this.form.elements[key][0].setAttribute("aria-valuetext", shown(value));
    this.put(key, {}, key[0] === "x" ? shown(value) : signed(value));
    if (key[0] === "x") return;
    const hue = value > 0 ? "positive" : value < 0 ? "negative" : "edge";
    this.put(`edge-${key}`, { stroke: `var(--${hue})`, "stroke-width": 1 + 2.5 * Math.abs(value) });
  }

  showPlot(values, z, a) {
    const sums = values.reduce((all, value) => [...all, all.at(-1) + value], [0]);
    const { limit, low, high, x, y } = scales(sums, this.state.activation);
    values.forEach((value, i) => {
      const [from, to] = [x(sums[i]), x(sums[i + 1])];
      this.put(`bar${i}`, { x: Math.min(from, to), width: Math.abs(to - from), class: value < 0 ? "negative" : "positive" });
      this.put(`link${i}`, { points: `${to},${22 * i + 17} ${to},${22 * i + 26}` });
      this.put(`part${i}`, {}, signed(value, 2));
    });
    this.put("zero", { points: `${x(0)},0 ${x(0)},${y(low)}` });
    this.put("base", { points: `${x(-limit)},${y(0)} ${x(limit)},${y(0)}` });
    this.put("fall", { points: `${x(z)},83 ${x(z)},${y(a)} 304,${y(a)}` });
    this.put("graph", { points: curve(this.state.activation, limit, x, y) });
    this.put("dot", { cx: x(z), cy: y(a) });
    this.put("sum", {}, shown(z, 2));
    this.put("out", { y: y(a) + 5 }, shown(a, 4));
    this.put("high", { y: y(high) + 4 }, shown(high));
    this.put("none", { y: y(0) + 4 }, "0");
    this.put("low", { y: y(low) + 4 }, low <= -1 ? shown(low) : "");
    this.put("least", {}, shown(-limit));
    this.put("most", {}, shown(limit));
  }
}

customElements.define("demo-artificial-neuron", DemoArtificialNeuron);
