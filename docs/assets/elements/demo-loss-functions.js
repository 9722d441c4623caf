// @ts-check
/**
 * <demo-loss-functions>: logits to drag, their shares, and how three losses push them.
 *
 * Markup: a still figure, which two living ones replace. A logit is dragged in the picture, or set
 * by its slider or number.
 * Attributes: data-z1 … data-z5, data-right (the right answer), data-classes, data-loss: the start.
 * Address: `?loss=z1:4,right:1` sets it; a link to such an address does so without a reload.
 * Without script the figure stands as it is.
 */
import { DemoElement } from "./demo-element.js";
import { snap } from "./lib/demo-state.js";
import { shown, signed } from "./lib/format.js";
import { LOSSES, softmax, stepped, summary } from "./lib/losses.js";

const NAMES = ["cat", "dog", "rabbit", "fox", "owl"];
const LIMIT = 4;
const LOGIT = { min: -LIMIT, max: LIMIT, step: 0.001 };
const BY_HAND = { ...LOGIT, step: 0.1 };
const KEYS = NAMES.map((_, i) => `z${i + 1}`);
const KINDS = Object.keys(LOSSES);
const START = { z1: 2, z2: 1, z3: 0.1, z4: 0, z5: 0, right: "2", classes: "3", loss: KINDS[0] };
const FIELDS = {
  ...Object.fromEntries(KEYS.map((key) => [key, LOGIT])),
  right: ["1", "2", "3", "4", "5"], classes: ["3", "4", "5"], loss: KINDS,
};

const [ROW, FIRST, MIDDLE, UNIT, SHARE, WHOLE] = [36, 40, 146, 22, 252, 60];
const [TOP, HALF] = [62, 38]; // of the bars below: the first row, and a slope of 1
const px = (z) => MIDDLE + UNIT * z;
const py = (i) => FIRST + ROW * i;
const column = (n) => 104 + 104 * n;
const tall = (classes, first) => first + ROW * classes;

const text = (words, place, look = "soft", part = "") => `<text class="${look}" data-part="${part}" ${place}>${words}</text>`;
const track = (name, i) => `<g data-part="row${i}"><polyline class="axis" points="${px(-LIMIT)},${py(i)} ${px(LIMIT)},${py(i)}"/><polyline class="axis" points="${px(0)},${py(i) - 6} ${px(0)},${py(i) + 6}"/>
${text(name, `y="${py(i) + 5}"`, "", `name${i}`)}<path class="push" data-part="push${i}"/>
<rect class="share" data-part="share${i}" x="${SHARE}" y="${py(i) - 8}" height="16"/><rect class="wish" data-part="wish${i}" x="${SHARE}" y="${py(i) - 8}" width="${WHOLE}" height="16"/>${text("", `y="${py(i) + 5}"`, "end", `p${i}`)}
<g class="point" data-part="dot${i}"><circle class="grip" r="17"/><circle r="6.5"/></g></g>`;
const TRACKS = `<svg class="plot" role="img" aria-label="A logit for each answer, with an arrow that shows where a step would move it. Beside it a bar, its share."><desc data-part="shares"></desc>
${text("logit z", `x="${MIDDLE}" y="14"`, "soft middle")}${text("share p", `x="${SHARE}" y="14"`)}${NAMES.map(track).join("")}
<g data-part="scale">${[-LIMIT, 0, LIMIT].map((z) => text(shown(z), `x="${px(z)}" y="0"`, "soft middle")).join("")}</g></svg>`;
const bar = (kind, n) => (_, i) => `<rect data-part="${kind}${i}" y="${TOP + ROW * i - 6}" height="7"/>${text("", `x="${column(n)}" y="${TOP + ROW * i + 14}"`, "soft middle", `${kind}-slope${i}`)}`;
const block = (kind, n) => `<g data-part="${kind}">${text(LOSSES[kind].name, `x="${column(n)}" y="14"`, "soft middle")}${text("", `x="${column(n)}" y="34"`, "strong middle", `${kind}-loss`)}
<path class="axis" data-part="${kind}-zero"/>${NAMES.map(bar(kind, n)).join("")}</g>`;
const SLOPES = `<svg class="plot slopes" role="img" aria-label="For each loss its value, and a bar for the slope of each logit."><desc data-part="slopes"></desc>
${text("slopes", 'y="34"')}${NAMES.map((name, i) => text(name, `y="${TOP + ROW * i + 5}"`, "", `side${i}`)).join("")}${KINDS.map(block).join("")}</svg>`;

const option = (value, words) => `<option value="${value}">${words}</option>`;
const choice = (name, label, options) => `<label class="field">${label} <select name="${name}" aria-label="${label}">${options.join("")}</select></label>`;
const knob = (key, i) => {
  const input = `<input name="${key}" min="${-LIMIT}" max="${LIMIT}" step="0.1" aria-label="Logit of ${NAMES[i]}`;
  return `<div class="dial named" data-part="dial${i}"><span>${NAMES[i]}</span>${input}" type="range">${input}, number" type="number"></div>`;
};
const CONTROLS = `<form class="demo-controls" novalidate>${KEYS.map(knob).join("")}
${choice("classes", "Answers", FIELDS.classes.map((n) => option(n, n)))}${choice("right", "Right one", NAMES.map((name, i) => option(i + 1, name)))}
${choice("loss", "Step with", KINDS.map((kind) => option(kind, LOSSES[kind].name)))}
<div class="demo-actions">${["Step", "Ten steps", "Reset"].map((words) => `<button type="button" class="button-quiet">${words}</button>`).join("")}</div></form>`;
const WORDS = `<div class="demo-words"><p data-part="said" role="status"></p></div>`;

class DemoLossFunctions extends DemoElement {
  static query = "loss";
  static fields = FIELDS;
  static start = START;

  build(listen) {
    this.furnish(listen, TRACKS + SLOPES + CONTROLS + WORDS);
    this.plot = this.querySelector("svg");
    listen(this.plot, "pointerdown", (event) => this.grab(event));
    listen(this.plot, "pointermove", (event) => this.drag(event));
    for (const type of ["pointerup", "pointercancel"]) listen(this.plot, type, () => (this.held = ""));
  }

  /** The logits in use, the place of the right one, and the names. */
  get view() {
    const count = Number(this.state.classes);
    return { z: KEYS.slice(0, count).map((key) => this.state[key]), t: Number(this.state.right) - 1, loss: this.state.loss, names: NAMES.slice(0, count) };
  }

  /** A right answer that has just been taken away becomes the last one. */
  set(state, why, control) {
    const right = String(Math.min(Number(state.right), Number(state.classes)));
    super.set({ ...state, right }, why, control);
  }

  turn(control) {
    const value = KEYS.includes(control.name) ? snap(control.valueAsNumber, BY_HAND) : control.value;
    if (value === value) this.set({ ...this.state, [control.name]: value }, "", control); // not NaN
  }

  press({ textContent: name }) {
    if (name === "Reset") this.set(this.start, "Back at the start.");
    if (name === "Step" || name === "Ten steps") this.step(name === "Step" ? 1 : 10);
  }

  step(count) {
    const { z, t, loss } = this.view;
    const after = stepped(z, t, loss, count, LIMIT).map((v) => snap(v, LOGIT));
    const moved = Object.fromEntries(after.map((v, i) => [KEYS[i], v]));
    this.set({ ...this.state, ...moved }, `${count === 1 ? "One step" : "Ten steps"} with the ${LOSSES[loss].name}.`);
  }

  grab(event) {
    this.held = event.target.closest(".point")?.dataset.part.replace("dot", "") ?? "";
    if (this.held) this.plot.setPointerCapture(event.pointerId);
  }

  drag({ clientX, clientY }) {
    if (!this.held) return;
    const { x } = new DOMPoint(clientX, clientY).matrixTransform(this.plot.getScreenCTM().inverse());
    this.set({ ...this.state, [KEYS[this.held]]: snap((x - MIDDLE) / UNIT, BY_HAND) }, "");
  }

  tell(why) {
    const words = summary(this.view);
    this.put("said", {}, `${why} ${words}`.trim());
    this.put("shares", {}, words);
    this.put("slopes", {}, KINDS.map((loss) => summary({ ...this.view, loss })).join(" "));
    this.told = this.state;
  }

  show(held) {
    const { z, t, loss, names } = this.view;
    const p = softmax(z);
    const slopes = LOSSES[loss].f(z, t).slopes;
    for (const name of ["right", "classes", "loss"]) this.form.elements[name].value = this.state[name];
    for (const [i, node] of [...this.form.elements.right.options].entries()) node.hidden = node.disabled = i >= names.length;
    NAMES.forEach((_, i) => this.showRow(i, i < names.length, i === t, held));
    z.forEach((v, i) => this.showTrack(i, v, p[i], slopes[i]));
    this.plot.setAttribute("viewBox", `0 0 360 ${tall(names.length, FIRST)}`);
    this.querySelector(".slopes").setAttribute("viewBox", `0 0 360 ${tall(names.length, TOP - 6)}`);
    this.put("scale", { transform: `translate(0 ${tall(names.length, FIRST) - 6})` });
    KINDS.forEach((kind, n) => this.showSlopes(kind, n, LOSSES[kind].f(z, t)));
  }

  /** One answer: its name, its dial, or nothing where there are fewer. */
  showRow(i, used, right, held) {
    const name = right ? `✓ ${NAMES[i]}` : NAMES[i];
    const look = { class: right ? "strong" : "", display: used ? "inline" : "none" };
    this.put(`row${i}`, { display: look.display });
    this.put(`name${i}`, look, name);
    this.put(`side${i}`, look, name);
    this.put(`wish${i}`, { visibility: right ? "inherit" : "hidden" });
    this.parts[`dial${i}`].hidden = !used;
    for (const kind of KINDS) for (const part of ["", "-slope"]) this.put(`${kind}${part}${i}`, { display: look.display });
    for (const input of this.form.elements[KEYS[i]]) if (input !== held) input.value = this.state[KEYS[i]];
    this.form.elements[KEYS[i]][0].setAttribute("aria-valuetext", shown(this.state[KEYS[i]]));
  }

  showTrack(i, z, share, slope) {
    const tip = px(Math.max(-LIMIT, Math.min(LIMIT, z - slope)));
    const head = Math.abs(tip - px(z)) < 2 ? "" : `m${tip > px(z) ? -5 : 5} -4L${tip} ${py(i) - 12}l${tip > px(z) ? -5 : 5} 4`;
    this.put(`dot${i}`, { transform: `translate(${px(z)} ${py(i)})` });
    this.put(`push${i}`, { d: `M${px(z)} ${py(i) - 12}H${tip}${head}` });
    this.put(`share${i}`, { width: WHOLE * share });
    this.put(`p${i}`, {}, shown(share, 3));
  }

  showSlopes(kind, n, { loss, slopes }) {
    this.put(`${kind}-loss`, {}, shown(loss, 3));
    this.put(`${kind}-zero`, { d: `M${column(n)} ${TOP - 14}V${tall(slopes.length, TOP - 14)}` });
    slopes.forEach((slope, i) => {
      const width = HALF * Math.abs(slope);
      this.put(`${kind}${i}`, { x: column(n) - (slope < 0 ? width : 0), width, class: slope < 0 ? "negative" : "positive" });
      this.put(`${kind}-slope${i}`, {}, signed(slope, 3));
    });
  }
}

customElements.define("demo-loss-functions", DemoLossFunctions);
