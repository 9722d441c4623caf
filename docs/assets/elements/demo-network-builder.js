// @ts-check
/**
 * <demo-network-builder>: stack dense layers, see the shapes flow, take the program along.
 *
 * Markup: a still figure, which a living one and a form replace.
 * Attributes: data-n (examples), data-layers (how many), data-w0 … data-w6 (widths), data-activation.
 * Address: `?network=layers:2,w0:64,w1:32,w2:10` sets it; such a link does so without a reload.
 * Without script the figure stands as it is.
 */
import { DemoElement } from "./demo-element.js";
import { snap } from "./lib/demo-state.js";
import { sequential, stack } from "./lib/layers.js";

const MOST = 6;
const WIDTH = { min: 1, max: 100000, step: 1 };
const PLACES = Array.from({ length: MOST + 1 }, (_, i) => i);
const START = { n: 64, layers: 3, w0: 784, w1: 256, w2: 128, w3: 10, w4: 10, w5: 10, w6: 10, activation: "ReLU" };
const FIELDS = { n: { min: 1, max: 4096, step: 1 }, layers: { min: 1, max: MOST, step: 1 }, activation: ["ReLU", "Tanh", "Sigmoid", "GELU", "none"], ...Object.fromEntries(PLACES.map((i) => [`w${i}`, WIDTH])) };
const CIRCLES = 6; // at most, in a column; the fourth stands for all that are left out
const MIDDLE = 108;
const height = (i, count) => MIDDLE + (i - (count - 1) / 2) * 30;

const column = (i) => `<g data-part="column${i}">${PLACES.slice(0, CIRCLES).map((j) => `<circle data-part="c${i}${j}" r="8"/>`).join("")}<text data-part="more${i}" class="middle" y="${MIDDLE + 21}">⋮</text><text data-part="name${i}" class="middle soft" y="16"/><text data-part="shape${i}" class="middle" y="222"/></g>`;
const PICTURE = `<svg class="plot wiring" viewBox="0 0 360 246" role="img" aria-label="The network, one column for each layer"><desc data-part="seen"></desc><path data-part="wires" class="guide"/>${PLACES.map(column).join("")}</svg>`;
const row = (i) => `<div class="spot size" data-part="row${i}"><label for="network-w${i}" data-part="label${i}"></label><input id="network-w${i}" type="number" name="w${i}" min="1" max="100000">${i ? `<button type="button" class="button-quiet" data-remove="${i}">Remove</button>` : ""}</div>`;
const button = (words) => `<button type="button" class="button-quiet">${words}</button>`;
const CONTROLS = `<form class="demo-controls"><div class="spot size"><label for="network-n">examples, N</label><input id="network-n" type="number" name="n" min="1" max="4096"></div>${PLACES.map(row).join("")}
<label class="field">Between the layers <select name="activation" aria-label="Between the layers">${FIELDS.activation.map((name) => `<option>${name}</option>`).join("")}</select></label>
<div class="demo-actions">${["Add a layer", "Copy", "Reset"].map(button).join("")}</div></form>`;
const WORDS = `<div class="demo-words">${PLACES.slice(1).map((i) => `<p data-part="sum${i}"></p>`).join("")}<p><strong data-part="total"></strong></p><pre tabindex="0" aria-label="The network in PyTorch"><code data-part="code"></code></pre><p data-part="said" role="status"></p></div>`;

const grouped = (value) => value.toLocaleString("en");
const total = (layers) => layers.reduce((sum, { parameters }) => sum + parameters, 0);
const some = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;

class DemoNetworkBuilder extends DemoElement {
  static query = "network";
  static fields = FIELDS;
  static start = START;

  build(listen) {
    this.furnish(listen, PICTURE + CONTROLS + WORDS);
  }

  get widths() {
    return PLACES.slice(0, this.state.layers + 1).map((i) => this.state[`w${i}`]);
  }

  /** Takes other widths; places beyond the last layer are as at the start. */
  resize(widths, why) {
    const fields = Object.fromEntries(PLACES.map((i) => [`w${i}`, widths[i] ?? this.start[`w${i}`]]));
    this.set({ ...this.state, ...fields, layers: widths.length - 1 }, why);
  }

  turn(control) {
    const { name, value, valueAsNumber } = control;
    const found = FIELDS[name].step ? snap(valueAsNumber, FIELDS[name]) : value;
    if (found === found) this.set({ ...this.state, [name]: found }, "", control); // not NaN
  }

  press({ textContent: name, dataset }) {
    if (dataset.remove) this.remove(Number(dataset.remove));
    if (name === "Add a layer") this.add();
    if (name === "Copy") this.copy();
    if (name === "Reset") this.set(this.start, "Back at the start:");
  }

  /** One more hidden layer before the output, half as wide as what it looks at. */
  add() {
    const { widths } = this;
    if (widths.length > MOST) return this.put("said", {}, `${MOST} layers are the most that fit here.`);
    const before = widths.at(-2);
    this.resize(widths.toSpliced(-1, 0, Math.ceil(before / 2)), "A layer more:");
  }

  remove(place) {
    this.resize(this.widths.toSpliced(place, 1), `Without layer ${place}:`);
    this.form.querySelector(".demo-actions button").focus(); // the row that was pressed may be gone
  }

  async copy() {
    const copied = await navigator.clipboard.writeText(sequential(this.widths, this.state.activation)).then(() => true, () => false);
    this.put("said", {}, copied ? "Copied." : "The browser does not let this page copy. Select the lines yourself.");
  }

  tell(why) {
    const { widths } = this;
    const layers = stack(widths);
    const single = total(stack([widths[0], widths.at(-1)]));
    const flow = `${widths.map((width) => `(${this.state.n}, ${width})`).join(" → ")}.`;
    const collapse = this.state.activation === "none" && layers.length > 1 ? ` With nothing between them, these layers do what one layer of ${grouped(single)} parameters could do.` : "";
    this.put("said", {}, `${why} ${flow}${collapse}`.trim());
    this.put("seen", {}, `${some(layers.length, "layer")}: ${flow}`);
    this.told = this.state;
  }

  show(held) {
    const { widths } = this;
    const layers = stack(widths);
    for (const key of Object.keys(START)) if (key !== "layers" && this.form.elements[key] !== held) this.form.elements[key].value = this.state[key];
    for (const i of PLACES) this.showRow(i, widths, layers);
    const x = (i) => 34 + (292 * i) / layers.length;
    for (const i of PLACES) this.showColumn(i, widths, x(i));
    this.put("wires", { d: this.wires(widths, x) });
    const all = total(layers);
    const hidden = layers.length - 1;
    const neurons = widths.slice(1).reduce((sum, width) => sum + width, 0);
    this.put("total", {}, `${grouped(all)} parameters (${grouped(4 * all)} bytes) in ${some(grouped(neurons), "neuron")}. ${some(layers.length, "layer")}, ${hidden} of them hidden.`);
    this.put("code", {}, sequential(widths, this.state.activation));
  }

  showRow(i, widths, layers) {
    const last = widths.length - 1;
    this.parts[`row${i}`].hidden = i > last;
    this.put(`label${i}`, {}, i === 0 ? "inputs" : `layer ${i}, ${i === last ? "output" : "hidden"}`);
    if (i === 0) return;
    const remove = this.parts[`row${i}`].querySelector("button");
    remove.hidden = last === 1;
    remove.setAttribute("aria-label", `Remove layer ${i}`);
    const words = i <= last ? `Layer ${i}: ${layers[i - 1].written} = ${grouped(layers[i - 1].parameters)}` : "";
    this.put(`sum${i}`, {}, words);
    this.parts[`sum${i}`].hidden = !words;
  }

  showColumn(i, widths, x) {
    this.put(`column${i}`, { visibility: i < widths.length ? "visible" : "hidden", transform: `translate(${x.toFixed(1)} 0)` });
    if (i >= widths.length) return;
    const low = widths.length > 5 && i % 2; // every other shape a line lower, so that they don't touch
    this.put(`name${i}`, {}, i === 0 ? "in" : i === widths.length - 1 ? "out" : String(i));
    this.put(`shape${i}`, { y: low ? 240 : 222 }, `(${this.state.n}, ${widths[i]})`);
    this.put(`more${i}`, { visibility: widths[i] > CIRCLES ? "inherit" : "hidden" });
    for (let j = 0; j < CIRCLES; j++) {
      const shown = j < widths[i] && !(widths[i] > CIRCLES && j === 3);
      this.put(`c${i}${j}`, { cy: height(j, Math.min(widths[i], CIRCLES)), visibility: shown ? "inherit" : "hidden" });
    }
  }

  /** Every circle of a column to every circle of the next one. */
  wires(widths, x) {
    const rows = (width) => PLACES.slice(0, Math.min(width, CIRCLES)).filter((j) => width <= CIRCLES || j !== 3).map((j) => height(j, Math.min(width, CIRCLES)));
    return widths.slice(1).map((out, i) => rows(widths[i]).map((y1) => rows(out).map((y2) => `M${x(i).toFixed(1)},${y1}L${x(i + 1).toFixed(1)},${y2}`).join("")).join("")).join("");
  }
}

customElements.define("demo-network-builder", DemoNetworkBuilder);
