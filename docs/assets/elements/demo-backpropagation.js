// @ts-check
/**
 * <demo-backpropagation>: a walk through the graph of a 2-2-1 network, forward and back, one node
 * at a time.
 *
 * Markup: a still figure, which the graph replaces. Step, Back and Play walk, so do the arrow keys
 * where the graph or a button has the focus; a click on a node goes to its step.
 * Attributes: data-x1, data-w11 … (the numbers), data-activation, data-step.
 * Address: `?backprop=step:9,w12:0.4` sets it; a link to such an address does so without a reload.
 * Without script the figure stands as it is.
 */
import { DemoElement, isBrowsers } from "./demo-element.js";
import { ACTIVATIONS, WALK, backward, explain, forward, letter, stepOf } from "./lib/backpropagation.js";
import { snap } from "./lib/demo-state.js";
import { shown, signed } from "./lib/format.js";

const PAUSE = 1800; // ms from step to step
const LAST = WALK.length - 1;
const TURN = WALK.findIndex(({ way }) => way === "backward");
const NUMBERS = { x1: 0.5, x2: -2, t: 1, w11: 0.6, w12: 0.1, b1: 0.4, w21: 0.5, w22: 0.9, b2: 0.8, v1: 0.7, v2: -0.3, c: -0.5 };
const DIAL = { min: -3, max: 3, step: 0.1 };
const FIELDS = { ...Object.fromEntries(Object.keys(NUMBERS).map((key) => [key, DIAL])), activation: Object.keys(ACTIVATIONS), step: { min: 0, max: LAST, step: 1 } };
const START = { ...NUMBERS, activation: "tanh", step: 0 };

/** Nodes of the graph: centre, and where their words stand. */
const NODES = { x1: [24, 72], x2: [24, 300], z1: [152, 72], z2: [152, 300], a1: [226, 72], a2: [226, 300], z3: [282, 186], L: [337, 186] };
/** Parameters: where the words stand; those with a box (biases, target) are its centre. */
const WORDS_AT = { w11: [88, 62, 90], w22: [88, 290, 318], w12: [88, 156, 172], w21: [88, 210, 226], v1: [284, 110, 126], v2: [284, 288, 304] };
const BOXES = { b1: [152, 130], b2: [152, 358], c: [282, 240], t: [337, 124] };
/** The line of an edge, by the key whose slope it brings. */
const LINES = { w11: ["x1", "z1"], w12: ["x2", "z1"], w21: ["x1", "z2"], w22: ["x2", "z2"], z1: ["z1", "a1"], z2: ["z2", "a2"], v1: ["a1", "z3"], v2: ["a2", "z3"], z3: ["z3", "L"], b1: ["b1", "z1"], b2: ["b2", "z2"], c: ["c", "z3"], t: ["t", "L"] };
/** The line that an edge of the graph runs along: a product's weight and input share one. */
const lineOf = ({ from, into }) => (LINES[from] ? from : Object.keys(LINES).find((key) => LINES[key][0] === from && LINES[key][1] === into));

const place = (key) => NODES[key] ?? BOXES[key];
const line = ([key, [from, to]]) => {
  const [[x1, y1], [x2, y2]] = [place(from), place(to)];
  return `<line data-part="line-${key}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;
};
const named = (key, x, y, side = "middle") => `<text class="${side}" x="${x}" y="${y}"><tspan class="soft">${letter(key)}</tspan> <tspan data-part="slope-${key}" class="slope"></tspan></text>`;
const SIDE = { x1: ["", 2, -28], x2: ["", 2, -28], L: ["right", 359, 37] };
const node = ([key, [x, y]]) => {
  const [side, at, above] = SIDE[key] ?? ["middle", x, -28];
  return `<g data-go="${key}"><circle data-part="node-${key}" cx="${x}" cy="${y}" r="22"/><text class="middle" data-part="value-${key}" x="${x}" y="${y + 5}"></text>${named(key, at, y + above, side)}</g>`;
};
const weight = ([key, [x, y, below]]) => `<g data-go="${key}"><text class="middle" x="${x}" y="${y}"><tspan class="soft">${letter(key)}</tspan> <tspan data-part="value-${key}"></tspan></text><text class="middle slope" data-part="slope-${key}" x="${x}" y="${below}"></text></g>`;
const box = ([key, [x, y]]) => `<g ${key === "t" ? "" : `data-go="${key}"`}><rect data-part="node-${key}" x="${x - 19}" y="${y - 12}" width="38" height="24" rx="4"/><text class="middle" data-part="value-${key}" x="${x}" y="${y + 5}"></text>${key === "t" ? `<text class="middle soft" x="${x}" y="${y - 18}">t</text>` : named(key, x, y + 28)}</g>`;
const GRAPH = `<svg class="plot walk" viewBox="0 0 360 392" role="group" tabindex="0" aria-label="The graph of the network. The arrow keys walk from node to node.">
${Object.entries(LINES).map(line).join("")}${Object.entries(NODES).map(node).join("")}${Object.entries(BOXES).map(box).join("")}${Object.entries(WORDS_AT).map(weight).join("")}</svg>`;
const button = (words) => `<button type="button" class="button-quiet">${words}</button>`;
const row = (part, words) => `<dt class="${part}">${words}</dt><dd class="${part}" data-part="${part}"></dd>`;
const STEP = `<div class="walk-step"><div class="demo-actions">${["Step", "Back", "Play", "Reset"].map(button).join("")}</div><p data-part="count"></p>
<dl>${row("value", "value")}${row("arrives", "arrives")}${row("local", "local slope")}${row("leaves", "leaves")}</dl><p data-part="said" role="status"></p></div>`;
const number = (key) => `<label>${letter(key)} <input type="number" name="${key}" min="${DIAL.min}" max="${DIAL.max}" step="0.1" aria-label="${letter(key)}"></label>`;
const option = ([key, { name }]) => `<option value="${key}">${name}</option>`;
const CONTROLS = `<form class="demo-controls"><div class="walk-numbers">${Object.keys(NUMBERS).map(number).join("")}</div>
<label class="field">Activation <select name="activation" aria-label="Activation">${Object.entries(ACTIVATIONS).map(option).join("")}</select></label></form>`;

class DemoBackpropagation extends DemoElement {
  static query = "backprop";
  static fields = FIELDS;
  static start = START;

  build(listen) {
    this.replaceChildren();
    this.insertAdjacentHTML("beforeend", GRAPH + STEP + CONTROLS);
    this.form = this.querySelector("form");
    this.buttons = Object.fromEntries([...this.querySelectorAll("button")].map((each) => [each.textContent, each]));
    this.buttons.Play.hidden = matchMedia("(prefers-reduced-motion: reduce)").matches;
    listen(this.form, "input", (event) => this.turn(event.target));
    listen(this.form, "change", () => this.show());
    listen(this.form, "submit", (event) => event.preventDefault());
    listen(this.querySelector(".demo-actions"), "click", (event) => this.press(event.target));
    listen(this.querySelector("svg"), "click", (event) => this.go(event.target.closest("[data-go]")?.dataset.go));
    listen(this, "keydown", (event) => this.key(event));
    this.sight = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting || this.pause());
    this.sight.observe(this);
  }

  disconnectedCallback() {
    this.pause();
    this.sight.disconnect();
    super.disconnectedCallback();
  }

  turn({ name, value, valueAsNumber }) {
    const found = name === "activation" ? value : snap(valueAsNumber, DIAL);
    if (found === found) this.set({ ...this.state, [name]: found }, "", this.form.elements[name]); // not NaN
  }

  walk(step) {
    this.set({ ...this.state, step: Math.min(Math.max(step, 0), LAST) }, "");
  }

  press(target) {
    const play = target === this.buttons.Play && !this.playing;
    this.pause();
    if (play) this.play();
    if (target === this.buttons.Step) this.walk(this.state.step + 1);
    if (target === this.buttons.Back) this.walk(this.state.step - 1);
    if (target === this.buttons.Reset) this.set(this.start, "Back at the start.");
  }

  go(key) {
    if (!key) return;
    this.pause();
    const step = stepOf(key, this.state.step);
    if (step > 0) this.walk(step);
  }

  key(event) {
    const steps = { ArrowRight: this.state.step + 1, ArrowLeft: this.state.step - 1, Home: 0, End: LAST };
    if (!(event.key in steps) || event.target.closest("form") || isBrowsers(event)) return;
    event.preventDefault();
    this.pause();
    this.walk(steps[event.key]);
  }

  /** Walks on by itself until the end, or until the reader does anything. */
  play() {
    this.buttons.Play.textContent = "Pause";
    this.walk(this.state.step === LAST ? 0 : this.state.step + 1);
    this.playing = setInterval(() => (this.state.step < LAST ? this.walk(this.state.step + 1) : this.pause()), PAUSE);
  }

  pause() {
    clearInterval(this.playing);
    this.playing = 0;
    this.buttons.Play.textContent = "Play";
  }

  tell(why) {
    this.put("said", {}, `${why} ${explain(this.state, this.state.step).words}`.trim());
    this.told = this.state;
  }

  show(held) {
    const { state } = this;
    const { way, node } = WALK[state.step];
    for (const name of [...Object.keys(NUMBERS), "activation"]) if (this.form.elements[name] !== held) this.form.elements[name].value = state[name];
    const says = explain(state, state.step);
    for (const part of ["value", "arrives", "local", "leaves"]) this.put(part, {}, says[part] || "–");
    this.put("count", {}, state.step ? `Step ${state.step} of ${LAST}, ${way}: ${letter(node)}` : `${LAST} steps: ${TURN - 1} forward, ${LAST - TURN + 1} back`);
    this.showValues(forward(state));
    this.showWalk(WALK[state.step]);
    this.idle(this.buttons.Back, state.step === 0, this.buttons.Step);
    this.idle(this.buttons.Step, state.step === LAST, this.buttons.Back);
  }

  /** Numbers of the nodes that the walk has reached. */
  showValues(values) {
    const slopes = backward(values);
    const reached = (way) => new Set(WALK.slice(0, this.state.step + 1).filter((each) => each.way === way).map(({ node }) => node));
    const [ahead, back] = [reached("forward"), reached("backward")];
    const computed = WALK.filter(({ way }) => way === "forward").map(({ node }) => node);
    for (const key of [...Object.keys(NODES), ...Object.keys(BOXES), ...Object.keys(WORDS_AT)]) {
      const inner = computed.includes(key);
      this.put(`value-${key}`, {}, inner ? (ahead.has(key) ? shown(values[key], 3) : "") : (key in WORDS_AT ? signed : shown)(values[key]));
      if (key !== "t") this.put(`slope-${key}`, {}, back.has(key) ? shown(slopes[key], key === "L" ? 0 : 3) : "");
    }
  }

  /** A weight's edge: hue is its sign. */
  signOf(key) {
    return key in WORDS_AT && this.state[key] ? (this.state[key] > 0 ? "plus" : "minus") : "";
  }

  /** Lights the node of this step and the edges that it uses. */
  showWalk({ way, node, edges }) {
    const lit = new Set(edges.map(lineOf));
    if (way === "forward" && node === "L") lit.add("t");
    for (const key of Object.keys(LINES)) this.put(`line-${key}`, { class: lit.has(key) ? way : this.signOf(key), "stroke-width": key in WORDS_AT ? 1 + Math.min(Math.abs(this.state[key]), 2) : 1 });
    for (const key of [...Object.keys(NODES), ...Object.keys(BOXES)]) this.put(`node-${key}`, { class: key === node ? way : "" });
    for (const key of Object.keys(WORDS_AT)) this.parts[`value-${key}`].parentNode.classList.toggle("lit", key === node);
  }
}

customElements.define("demo-backpropagation", DemoBackpropagation);
