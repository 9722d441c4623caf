// @ts-check
/**
 * <demo-depth>: what layers buy: a line folded by layers or bent by one, and two spirals told apart
 * by networks of one size and several depths.
 *
 * Markup: a still figure, which two living ones replace.
 * Attributes: data-folds, data-layers, data-seed: the start.
 * Address: `?depth=folds:4,layers:2` sets it; a link to such an address does so without a reload.
 * Without script the figure stands as it is.
 */
import { DemoElement } from "./demo-element.js";
import { layersOf, positivePart, score } from "./lib/boundary.js";
import { snap } from "./lib/demo-state.js";
import { counts, folded, oneLayer } from "./lib/folds.js";
import { NETWORKS, SIZES, SPIRALS } from "./lib/spiral-networks.js";

const START = { folds: 3, layers: 1, seed: "0" };
const FIELDS = { folds: { min: 1, max: 8, step: 1 }, layers: { min: 1, max: 4, step: 1 }, seed: ["0", "1", "2", "3"] };
const NAMES = { folds: "Folds", layers: "Hidden layers" };
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 344, 12, 176];
const [LOW, HIGH, CELLS] = [-1.15, 1.15, 40];

const x = (v) => LEFT + v * (RIGHT - LEFT);
const y = (v) => BOTTOM - v * (BOTTOM - TOP);
const across = (v) => 20 + ((v - LOW) / (HIGH - LOW)) * 320;
const down = (v) => 4 + ((HIGH - v) / (HIGH - LOW)) * 320;
const trail = (f) => Array.from({ length: 513 }, (_, i) => `${x(i / 512).toFixed(1)},${y(f(i / 512)).toFixed(1)}`).join(" ");
const path = (points) => points.map(([p, q]) => `${across(p).toFixed(1)} ${down(q).toFixed(1)}`).join("L");

const tick = (look, at, words) => `<text class="soft ${look}" ${at}>${words}</text>`;
const SAW = `<svg viewBox="0 0 360 200" class="plot" role="img" aria-label="The folded line, solid, and what one hidden layer with as many units can do, dashed."><desc data-part="line"></desc>
<polyline class="axis" points="${x(0)},${TOP} ${x(0)},${y(0)} ${x(1)},${y(0)}"/>${tick("middle", `x="${x(0)}" y="194"`, "x = 0")}${tick("middle", `x="${x(1)}" y="194"`, "1")}${tick("tick", `x="-12" y="${y(1) + 5}"`, "1")}
<polyline data-part="saw" class="graph"/><polyline data-part="wide" class="rival"/></svg>`;
const dot = ([p, q, arm]) => `<circle class="${arm ? "disc" : "ring"} small" cx="${across(p).toFixed(1)}" cy="${down(q).toFixed(1)}" r="3.2"/>`;
const PLANE = `<svg viewBox="0 0 360 328" class="plot plane" role="img" aria-label="Two spirals of discs and rings. The tinted part is where the network says disc."><desc data-part="parts"></desc>
<path data-part="side" class="side"/><path data-part="edge" class="graph"/>${SPIRALS.map(dot).join("")}</svg>`;
const input = (type, name) => `<input name="${name}" type="${type}" min="${FIELDS[name].min}" max="${FIELDS[name].max}" step="1" aria-label="${NAMES[name]}${type === "number" ? ", number" : ""}">`;
const dial = (name) => `<div class="dial long"><span>${NAMES[name]}</span>${input("range", name)}${input("number", name)}</div>`;
const CONTROLS = `<form class="demo-controls">${dial("folds")}${dial("layers")}
<label class="field">Seed <select name="seed" aria-label="Seed of the start">${FIELDS.seed.map((seed) => `<option>${seed}</option>`).join("")}</select></label>
<div class="demo-actions"><button type="button" class="button-quiet">Reset</button></div></form>`;
const WORDS = `<div class="demo-words"><p data-part="deep"></p><p data-part="flat"></p><p data-part="net"></p><p data-part="said" role="status"></p></div>`;

const many = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

class DemoDepth extends DemoElement {
  static query = "depth";
  static fields = FIELDS;
  static start = START;

  build(listen) {
    this.replaceChildren();
    this.drawn = "";
    this.insertAdjacentHTML("beforeend", SAW + PLANE + CONTROLS + WORDS);
    this.form = this.querySelector("form");
    listen(this.form, "input", (event) => this.turn(event.target));
    listen(this.form, "change", () => this.show());
    listen(this.form, "submit", (event) => event.preventDefault());
    listen(this.form, "click", (event) => event.target.type === "button" && this.set(this.start, "Back at the start."));
  }

  turn(control) {
    const { name } = control;
    const value = FIELDS[name].step ? snap(control.valueAsNumber, FIELDS[name]) : control.value;
    if (value === value) this.set({ ...this.state, [name]: value }, "", control); // not NaN
  }

  get network() {
    const { layers, seed } = this.state;
    return layersOf(SIZES[layers], NETWORKS[layers][seed]);
  }

  get right() {
    return SPIRALS.filter(([p, q, arm]) => score(this.network, [p, q]) > 0 === (arm === 1)).length;
  }

  get sentences() {
    const { folds, layers, seed } = this.state;
    const { units, numbers, pieces, most, needed, neededNumbers } = counts(folds);
    return {
      deep: `${many(folds, "hidden layer")} of 2 units: ${pieces} pieces with ${numbers} numbers.`,
      flat: `1 hidden layer of ${units} units: at most ${most} pieces. For the same line it needs ${needed} units and ${neededNumbers} numbers.`,
      net: `Spirals with ${many(layers, "hidden layer")}, ${NETWORKS[layers][seed].length} numbers, seed ${seed}: ${this.right} of ${SPIRALS.length} right.`,
    };
  }

  tell(why) {
    const { deep, flat, net } = this.sentences;
    const line = this.told.folds !== this.state.folds;
    const plane = this.told.layers !== this.state.layers || this.told.seed !== this.state.seed;
    const news = [...(line ? [deep, flat] : []), ...(plane ? [net] : [])];
    this.put("said", {}, [why, ...news].join(" ").trim());
    this.put("line", {}, `${deep} ${flat}`);
    this.put("parts", {}, net);
    this.told = this.state;
  }

  show(held) {
    const { state } = this;
    for (const name of Object.keys(NAMES)) for (const one of this.form.elements[name]) if (one !== held) one.value = state[name];
    this.form.elements.seed.value = state.seed;
    const { units } = counts(state.folds);
    this.put("saw", { points: trail((v) => folded(v, state.folds)) });
    this.put("wide", { points: trail((v) => oneLayer(v, state.folds, units)) });
    for (const [part, words] of Object.entries(this.sentences)) this.put(part, {}, words);
    const key = `${state.layers} ${state.seed}`;
    if (this.drawn === key) return;
    this.drawn = key;
    const { network } = this;
    const { polygons, edges } = positivePart((point) => score(network, point), LOW, HIGH, CELLS);
    this.put("side", { d: polygons.map((points) => `M${path(points)}Z`).join("") });
    this.put("edge", { d: edges.map((points) => `M${path(points)}`).join("") });
  }
}

customElements.define("demo-depth", DemoDepth);
