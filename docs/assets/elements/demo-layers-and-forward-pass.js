// @ts-check
/**
 * <demo-layers-and-forward-pass>: the usual layers, with shapes and parameters for any sizes.
 *
 * Markup: a still figure, which a living one and a form replace.
 * Attributes: data-layer, data-bias and data-<size>: the start.
 * Address: `?layer=layer:Conv2d,k:5` sets it; a link to such an address does so without a reload.
 * Without script the figure stands as it is.
 */
import { DemoElement } from "./demo-element.js";
import { snap } from "./lib/demo-state.js";
import { LAYERS, SIZES, layer, trouble } from "./lib/layers.js";

const LETTERS = Object.keys(SIZES);
const START = { layer: "Linear", bias: "yes", n: 64, in: 784, out: 256, c: 3, f: 64, k: 3, s: 1, p: 0, h: 32, g: 1, t: 20, d: 64, m: 128, v: 10000, q: 8, w: 2048, r: 0.5 };
const FIELDS = { layer: Object.keys(LAYERS), bias: ["yes", "no"], ...Object.fromEntries(LETTERS.map((key) => [key, { step: 1, ...SIZES[key] }])) };

/** Who looks at whom: circles on the left and right, which wires, and what the circles are. */
const WIRES = {
  all: [5, 4, () => true, "Circles: the numbers of one example"],
  norm: [5, 5, () => true, "Circles: the numbers of one place"],
  places: [5, 5, () => true, "Circles: the places of a sequence"],
  batch: [5, 5, () => true, "Circles: one number, in five examples"],
  window: [5, 3, (i, j) => i >= j && i < j + 3, "Circles: five neighbours in a picture"],
  apart: [6, 3, (i, j) => i >> 1 === j, "Circles: six neighbours in a picture"],
  one: [5, 5, (i, j) => i === j, "Circles: the numbers of one example"],
  drop: [5, 5, (i, j) => i === j && i % 3 !== 1, "Circles: the numbers of one example"],
  table: [5, 4, (i) => i === 1, "Circles: five words; the row of the second"],
  chain: [5, 5, (i, j) => i === j, "Circles: the places of a sequence"],
};
const [LEFT, RIGHT, TOP, BOTTOM] = [84, 276, 46, 190];
const height = (i, count) => (TOP + BOTTOM) / 2 + (i - (count - 1) / 2) * 34;
const wire = (x1, y1, x2, y2) => `M${x1},${y1}L${x2},${y2}`;

/** The wires as one path. */
function wiring(kind) {
  const [left, right, joined] = WIRES[kind];
  const paths = [];
  for (let i = 0; i < left; i++) for (let j = 0; j < right; j++) if (joined(i, j)) paths.push(wire(LEFT, height(i, left), RIGHT, height(j, right)));
  if (kind === "chain") for (let j = 1; j < right; j++) paths.push(wire(RIGHT, height(j - 1, right), RIGHT, height(j, right)));
  return paths.join("");
}

const ring = (side, i) => `<circle data-part="${side}${i}" cx="${side === "l" ? LEFT : RIGHT}" r="9"/>`;
const rings = (side) => Array.from({ length: 6 }, (_, i) => ring(side, i)).join("");
const text = (part, x, y, look = "middle") => `<text data-part="${part}" class="${look}" x="${x}" y="${y}"/>`;
const PICTURE = `<svg class="plot wiring" viewBox="0 0 360 256" role="img" aria-label="What each number that comes out looks at"><desc data-part="seen"></desc>
<path data-part="wires"/>${rings("l")}${rings("r")}${text("from", LEFT, 18)}${text("to", RIGHT, 18)}${text("count", 180, 230, "middle strong")}${text("circles", 180, 251, "middle soft")}</svg>`;
const size = ([key, { name, min, max, step = 1 }]) => `<label class="spot size" data-part="row-${key}"><span>${name}</span><input type="number" name="${key}" min="${min}" max="${max}" step="${step}"></label>`;
const button = (words) => `<button type="button" class="button-quiet">${words}</button>`;
const CONTROLS = `<form class="demo-controls"><label class="field">Layer <select name="layer" aria-label="Layer">${Object.keys(LAYERS).map((name) => `<option>${name}</option>`).join("")}</select></label>
${Object.entries(SIZES).map(size).join("")}<label class="spot size" data-part="row-bias"><span>biases</span><select class="select" name="bias" aria-label="biases"><option>yes</option><option>no</option></select></label>
<div class="demo-actions">${["Copy", "Reset"].map(button).join("")}</div></form>`;
const WORDS = `<div class="demo-words"><p data-part="role"></p><p data-part="sum"></p><pre tabindex="0" aria-label="The layer in PyTorch"><code data-part="code"></code></pre><p data-part="said" role="status"></p></div>`;

const tuple = (numbers) => `(${numbers.join(", ")})`;
const grouped = (value) => value.toLocaleString("en");

class DemoLayersAndForwardPass extends DemoElement {
  static query = "layer";
  static fields = FIELDS;
  static start = START;

  build(listen) {
    this.furnish(listen, PICTURE + CONTROLS + WORDS);
  }

  turn({ name, value, valueAsNumber }) {
    if (name === "layer") return this.set({ ...this.start, layer: value, ...LAYERS[value].start }, "");
    const found = FIELDS[name].step ? snap(valueAsNumber, FIELDS[name]) : value;
    if (found === found) this.set({ ...this.state, [name]: found }, "", this.form.elements[name]); // not NaN
  }

  press({ textContent: name }) {
    if (name === "Reset") this.set(this.start, "Back at the start:");
    if (name === "Copy") this.copy();
  }

  async copy() {
    const copied = await navigator.clipboard.writeText(this.found.code).then(() => true, () => false);
    this.put("said", {}, copied ? "Copied." : "The browser does not let this page copy. Select the line yourself.");
  }

  get found() {
    return layer(this.state.layer, this.state, this.state.bias === "yes");
  }

  /** What comes out, in a sentence. */
  get outcome() {
    const { layer: name } = this.state;
    const { from, to, parameters } = this.found;
    return trouble(name, this.state) || `${name} makes ${tuple(to)} of ${tuple(from)}, with ${grouped(parameters)} parameters.`;
  }

  tell(why) {
    this.put("said", {}, `${why} ${this.outcome} ${LAYERS[this.state.layer].use}`.trim());
    this.put("seen", {}, this.outcome);
    this.told = this.state;
  }

  show(held) {
    const { layer: name, bias } = this.state;
    const { role, needs, wires, biases, learned } = LAYERS[name];
    const { from, to, sum, parameters, written, code } = this.found;
    const wrong = trouble(name, this.state);
    for (const key of ["layer", "bias", ...LETTERS]) if (this.form.elements[key] !== held) this.form.elements[key].value = this.state[key];
    for (const key of LETTERS) this.parts[`row-${key}`].hidden = !needs.split(" ").includes(key);
    this.parts["row-bias"].hidden = !biases;
    this.put("wires", { d: wiring(wires), class: learned ? "graph" : "guide" });
    ["l", "r"].forEach((side, at) => this.place(side, WIRES[wires][at]));
    this.put("from", {}, tuple(from));
    this.put("to", {}, wrong ? "does not fit" : tuple(to));
    this.put("count", {}, parameters ? `${grouped(parameters)} parameters` : "no parameters");
    this.put("circles", {}, WIRES[wires][3]);
    this.put("role", {}, role);
    this.put("sum", {}, parameters ? `${sum} = ${written} = ${grouped(parameters)}` : "Nothing to count: it has nothing to learn.");
    this.put("code", {}, code);
  }

  /** Puts the circles of one side where they belong. */
  place(side, count) {
    for (let i = 0; i < 6; i++) this.put(`${side}${i}`, { cy: height(i, count), visibility: i < count ? "visible" : "hidden" });
  }
}

customElements.define("demo-layers-and-forward-pass", DemoLayersAndForwardPass);
