// @ts-check
/**
 * What the demos share in which a reader turns the numbers of a function: dials, the curve over its
 * examples, the loss, and words that say what happened. It defines no tag. A demo extends it and
 * brings `static query, fields, start` (see demo-element.js), choices {key: {label, options}},
 * actions {words: what happens}, keys(state) (the dials it has now), f(state), examples(state)
 * and formula(state). A field with `turn` moves in such steps by hand and in finer ones otherwise.
 */
import { DemoElement } from "./demo-element.js";
import { loss } from "./lib/curves.js";
import { snap } from "./lib/demo-state.js";
import { shown } from "./lib/format.js";

const MOST_LOSS = 0.5; // at the top of the meter
const letter = (key) => key.replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]);
const across = (x) => Number((152 + 44 * x).toFixed(1));
const down = (y) => Number((118 - 66 * y).toFixed(1));

const PLOT = `<svg class="plot curves" viewBox="0 0 360 236" role="img"><title>A curve and its examples</title><desc></desc>
<path class="axis" d="M20 118H284M152 8V228"/><text class="soft" x="290" y="122">x</text><text class="soft" x="158" y="14">y</text>
${[-2, 2].map((x) => `<text class="soft middle" x="${across(x)}" y="233">${shown(x)}</text>`).join("")}
${[-1, 1].map((y) => `<text class="soft" x="158" y="${down(y) + 4}">${shown(y)}</text>`).join("")}
<path class="goal" data-part="goal"/><path class="misses" data-part="misses"/><path class="graph" data-part="graph"/><g data-part="dots"></g>
<path class="axis" d="M330 40V228"/><rect class="meter" data-part="meter" x="322" width="16"/>
<text class="soft middle" x="330" y="14">loss</text><text class="strong middle" data-part="loss" x="330" y="32"></text></svg>`;
const WORDS = `<div class="demo-words"><p data-part="formula"></p><p data-part="said" role="status"></p></div>`;

const knob = (key, { min, max, step, turn = step }) => {
  const input = `<input name="${key}" min="${min}" max="${max}" step="${turn}" aria-label="${letter(key)}`;
  return `<div class="dial" data-dial="${key}"><span>${letter(key)}</span>${input}" type="range">${input}, number" type="number"></div>`;
};
const choice = ([key, { label, options }]) =>
  `<label class="field">${label} <select name="${key}" aria-label="${label}">${Object.entries(options)
    .map(([value, words]) => `<option value="${value}">${words}</option>`).join("")}</select></label>`;

export class CurveDemo extends DemoElement {
  choices = {};
  actions = {};

  build(listen) {
    this.replaceChildren();
    this.dotted = undefined;
    this.insertAdjacentHTML("beforeend", PLOT + this.controls() + WORDS);
    this.form = this.querySelector("form");
    listen(this.form, "input", (event) => this.turn(event.target));
    listen(this.form, "change", () => this.show());
    listen(this.form, "submit", (event) => event.preventDefault());
    listen(this.form, "click", ({ target }) => target.type === "button" && this.actions[target.textContent]());
  }

  controls() {
    const dials = Object.entries(this.fields).filter(([, field]) => field.step);
    const buttons = Object.keys(this.actions).map((words) => `<button type="button" class="button-quiet">${words}</button>`);
    return `<form class="demo-controls">${Object.entries(this.choices).map(choice).join("")}
${dials.map(([key, field]) => knob(key, field)).join("")}<div class="demo-actions">${buttons.join("")}</div></form>`;
  }

  /** Takes the value that the reader turned, typed or chose. */
  turn(control) {
    const field = this.fields[control.name];
    const value = field.step ? snap(control.valueAsNumber, { ...field, step: field.turn ?? field.step }) : control.value;
    if (value === value) this.set({ ...this.state, [control.name]: value }, "", control); // not NaN
  }

  /** A turned knob keeps no finer digits than the address has. */
  set(state, why, held) {
    const digits = ([key, value]) => [key, this.fields[key].step ? snap(value, this.fields[key]) : value];
    super.set(Object.fromEntries(Object.entries(state).map(digits)), why, held);
  }

  lossOf(state) {
    return loss(this.f(state), this.examples(state));
  }

  /** Says what has changed since the last time, and what the picture shows now. */
  tell(why) {
    const words = `The loss is ${shown(this.lossOf(this.state), 3)}.`;
    this.put("said", {}, `${why} ${this.happened(this.told, this.state) || words}`.trim());
    this.querySelector("desc").textContent = `${this.parts.formula.textContent}. ${words}`;
    this.told = this.state;
  }

  /** One sentence on what one change did to the loss. */
  happened(before, after) {
    const keys = Object.keys(after).filter((key) => before[key] !== after[key]);
    if (keys.length !== 1) return "";
    const [key] = keys;
    const [from, to] = [before, after].map((state) => shown(this.lossOf(state), 3));
    const name = (state) => (this.choices[key] ? this.choices[key].options[state[key]] : shown(state[key]));
    const move = from === to ? `stays ${to}` : `${Number(to) > Number(from) ? "rises" : "falls"} from ${from} to ${to}`;
    return `${this.choices[key]?.label ?? letter(key)} from ${name(before)} to ${name(after)}: the loss ${move}.`;
  }

  /** Draws the state; the control in the reader's hand keeps what it holds. */
  show(held) {
    const { state } = this;
    const shownKeys = this.keys(state);
    for (const dial of this.querySelectorAll("[data-dial]")) dial.hidden = !shownKeys.includes(dial.dataset.dial);
    for (const key of Object.keys(this.choices)) this.form.elements[key].value = state[key];
    for (const key of shownKeys) {
      for (const input of this.form.elements[key]) if (input !== held) input.value = state[key];
      this.form.elements[key][0].setAttribute("aria-valuetext", shown(state[key]));
    }
    this.put("formula", {}, this.formula(state));
    this.draw(this.f(state), this.examples(state));
  }

  draw(f, examples) {
    const level = (y) => down(Math.min(Math.max(y, -1.65), 1.65)); // what leaves the picture runs along its edge
    const xs = Array.from({ length: 121 }, (_, i) => -3 + i / 20);
    const dot = ([x, y]) => `<circle cx="${across(x)}" cy="${down(y)}" r="4.5"/>`;
    this.put("graph", { d: `M${xs.map((x) => `${across(x)} ${level(f(x))}`).join("L")}` });
    this.put("misses", { d: examples.map(([x, y]) => `M${across(x)} ${down(y)}V${level(f(x))}`).join("") });
    if (this.dotted !== examples) {
      this.parts.dots.replaceChildren();
      this.parts.dots.insertAdjacentHTML("beforeend", examples.map(dot).join(""));
      this.dotted = examples;
    }
    const missed = loss(f, examples);
    const height = Math.min(missed / MOST_LOSS, 1) * 188;
    this.put("meter", { y: 228 - height, height });
    this.put("loss", {}, shown(missed, 3));
  }
}
