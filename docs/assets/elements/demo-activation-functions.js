// @ts-check
/**
 * <demo-activation-functions>: an activation with its slope, and what it makes of three layers.
 *
 * Markup: a still figure, which two living ones replace.
 * Attributes: data-activation, data-z, data-net: the start.
 * Address: `?activation=activation:identity,z:-1` sets it; such a link does so without a reload.
 * Without script the figure stands as it is.
 */
import { DemoElement } from "./demo-element.js";
import { snap } from "./lib/demo-state.js";
import { shown } from "./lib/format.js";
import { ACTIVATIONS } from "./lib/neuron.js";
import { SLOPES, bestLine, layers, output } from "./lib/stack.js";

const START = { activation: "relu", z: 1, net: 1 };
const FIELDS = { activation: Object.keys(ACTIVATIONS), z: { min: -4, max: 4, step: 0.1 }, net: { min: 1, max: 99, step: 1 } };
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 344, 12, 196];
const XS = Array.from({ length: 121 }, (_, i) => (i - 60) / 20); // −3 to 3
const ZS = Array.from({ length: 162 }, (_, i) => (i < 81 ? (i - 80) / 20 - 1e-9 : (i - 81) / 20)); // two next to 0

const scale = (low, high, from, to) => (v) => from + ((v - low) / (high - low)) * (to - from);
const zx = scale(-4, 4, LEFT, RIGHT);
const zy = scale(-2, 4, BOTTOM, TOP);
const nx = scale(-3, 3, LEFT, RIGHT);
const trail = (xs, ys, x, y) => xs.map((v, i) => `${x(v).toFixed(1)},${y(ys[i]).toFixed(1)}`).join(" ");

const text = (part, place, words = "") => `<text data-part="${part}" ${place}>${words}</text>`;
const line = (part, look, points = "") => `<polyline data-part="${part}" class="${look}" points="${points}"/>`;
const axes = (x, y, low, high) => line("", "axis", `${LEFT},${y} ${RIGHT},${y}`) + line("", "axis", `${x},${TOP} ${x},${BOTTOM}`) + text("", `class="soft middle" x="${LEFT}" y="214"`, low) + text("", `class="soft middle" x="${RIGHT}" y="214"`, high);
const CURVE = `<svg viewBox="0 0 360 220" class="plot" role="img" aria-label="The activation as a solid curve, its slope as a dashed one."><desc data-part="curves"></desc>
${axes(zx(0), zy(0), "z = −4", "4")}${[-2, 2, 4].map((v) => text("", `class="soft tick" x="-10" y="${zy(v) + 4}"`, shown(v))).join("")}
${line("slope", "guide dashed")}${line("graph", "graph")}${line("fall", "guide")}<circle data-part="dot" r="5.5"/></svg>`;
const NETWORK = `<svg viewBox="0 0 360 220" class="plot" role="img" aria-label="The output of the network over its input, and the line that comes nearest to it."><desc data-part="net"></desc>
${axes(nx(0), 104, "x = −3", "3")}${text("high", 'class="soft tick" x="-10" y="16"')}${text("low", 'class="soft tick" x="-10" y="200"')}
${line("best", "guide dashed")}${line("out", "graph")}</svg>`;
const button = (words) => `<button type="button" class="button-quiet">${words}</button>`;
const dial = (type, label) => `<input name="z" type="${type}" min="-4" max="4" step="0.1" aria-label="${label}">`;
const option = ([key, { name }]) => `<option value="${key}">${name}</option>`;
const CONTROLS = `<form class="demo-controls"><label class="field">Activation <select name="activation" aria-label="Activation">${Object.entries(ACTIVATIONS).map(option).join("")}</select></label>
<div class="dial"><span>z</span>${dial("range", "Sum z")}${dial("number", "Sum z, number")}</div>
<div class="demo-actions">${["Another network", "Reset"].map(button).join("")}</div></form>`;
const WORDS = `<div class="demo-words"><p data-part="rule"></p><p data-part="fit"></p><p data-part="said" role="status"></p></div>`;

class DemoActivationFunctions extends DemoElement {
  static query = "activation";
  static fields = FIELDS;
  static start = START;

  build(listen) {
    this.furnish(listen, CURVE + NETWORK + CONTROLS + WORDS);
  }

  turn(control) {
    const value = control.name === "z" ? snap(control.valueAsNumber, FIELDS.z) : control.value;
    if (value === value) this.set({ ...this.state, [control.name]: value }, "", control); // not NaN
  }

  press({ textContent: name }) {
    if (name === "Reset") this.set(this.start, "Back at the start.");
    if (name === "Another network") this.set({ ...this.state, net: (this.state.net % FIELDS.net.max) + 1 }, "Another network.");
  }

  /** What the network makes of each x, and the line nearest to it. */
  get fit() {
    const network = layers(this.state.net);
    const ys = XS.map((x) => output(network, this.state.activation, x));
    return { ys, ...bestLine(XS, ys) };
  }

  tell(why) {
    const { activation, z } = this.state;
    const { name, f } = ACTIVATIONS[activation];
    const { slope, intercept, miss } = this.fit;
    const at = `${name} makes z = ${shown(z)} into ${shown(f(z), 4)}, and a nudge of z arrives ${shown(SLOPES[activation](z), 4)} times as large.`;
    const sum = `y = ${shown(slope, 2)}·x ${intercept < 0 ? "−" : "+"} ${shown(Math.abs(intercept), 2)}`;
    const net = miss < 1e-9 ? `The three layers are one line: ${sum}. Its 2 numbers do the work of 33.` : `The network is no line: the best one, ${sum}, misses it by ${shown(miss, 2)}.`;
    this.put("said", {}, `${why} ${at} ${net}`.trim());
    this.put("curves", {}, at);
    this.put("net", {}, net);
    this.told = this.state;
  }

  show(held) {
    const { activation, z, net } = this.state;
    const { name, f, formula } = ACTIVATIONS[activation];
    const { ys, slope, intercept, miss } = this.fit;
    for (const input of this.form.elements.z) if (input !== held) input.value = z;
    this.form.elements.z[0].setAttribute("aria-valuetext", shown(z));
    this.form.elements.activation.value = activation;
    this.put("graph", { points: trail(ZS, ZS.map(f), zx, zy) });
    this.put("slope", { points: trail(ZS, ZS.map(SLOPES[activation]), zx, zy) });
    this.put("fall", { points: `${zx(z)},${zy(0)} ${zx(z)},${zy(f(z))}` });
    this.put("dot", { cx: zx(z), cy: zy(f(z)) });
    const limit = [1, 2, 5, 10, 20, 50].find((size) => ys.every((y) => Math.abs(y) <= size)) ?? 100;
    const ny = scale(-limit, limit, BOTTOM, TOP);
    this.put("out", { points: trail(XS, ys, nx, ny) });
    this.put("best", { points: trail([-3, 3], [-3, 3].map((x) => slope * x + intercept), nx, ny) });
    this.put("high", {}, shown(limit));
    this.put("low", {}, shown(-limit));
    this.put("rule", {}, `${name}(z) = ${formula}; slope at ${shown(z)}: ${shown(SLOPES[activation](z), 4)}`);
    this.put("fit", {}, `network ${net}: the best line misses by ${shown(miss, 2)}`);
  }
}

customElements.define("demo-activation-functions", DemoActivationFunctions);
