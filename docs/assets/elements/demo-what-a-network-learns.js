// @ts-check
/**
 * <demo-what-a-network-learns>: choose a hidden unit of the trained network, and see which digits
 * it answers loudest, and how it answers each class.
 *
 * Markup: a still figure, which stays until the first touch. Then 400 test digits and the network
 * are fetched, and ten pictures and ten bars take the figure's place.
 * Attributes: data-layer (first, second, mixture), data-unit. Address: `?probe=layer:first,unit:7`.
 * Without script the figure stands as it is.
 */
import { DemoElement } from "./demo-element.js";
import { SIDE, forward, paint, tensors } from "./lib/digits.js";
import { COUNTS, answers, commonest, loudest, means } from "./lib/unit-probe.js";

const FILES = ["digits-from-scratch", "what-a-network-learns"].map((name) => new URL(`../data/${name}.safetensors`, import.meta.url));
const TOP = 10;
const SLICE = 5; // ms of a frame that go into sending digits through the network
const DIGITS = [...Array(10).keys()];
const NAMES = { first: "first hidden layer, 256 units", second: "second hidden layer, 128 units", mixture: "random mixtures of the second" };
const PLURALS = ["zeros", "ones", "twos", "threes", "fours", "fives", "sixes", "sevens", "eights", "nines"];

const picture = (_, n) => `<figure class="picture"><canvas data-part="top${n}" width="${SIDE}" height="${SIDE}" role="img"></canvas><figcaption data-part="label${n}"></figcaption></figure>`;
const bar = (digit) => `<div data-part="bar${digit}"><span>${digit}</span></div>`;
const MARKUP = `<div class="digit-pictures"><div class="loudest" data-part="still"></div>
<div class="loudest" data-part="loudest" hidden>${Array.from({ length: TOP }, picture).join("")}</div>
<div class="digit-bars" data-part="bars" aria-hidden="true" hidden>${DIGITS.map(bar).join("")}</div></div>
<form class="demo-controls"><label class="field">What to ask <select name="layer">${Object.entries(NAMES).map(([value, name]) => `<option value="${value}">${name}</option>`).join("")}</select></label>
<label class="field">Which one <input type="number" name="unit" min="0" step="1" inputmode="numeric"></label>
<div class="demo-actions"><button type="button" class="button-quiet">Previous</button><button type="button" class="button-quiet">Next</button><button type="button" class="button-quiet">Reset</button></div></form>
<div class="demo-words"><p data-part="answer"></p><p data-part="said" role="status"></p></div>`;

class DemoWhatANetworkLearns extends DemoElement {
  static query = "probe";
  static fields = { layer: Object.keys(COUNTS), unit: { min: 0, max: 255, step: 1 } };
  static start = { layer: "second", unit: 0 };

  build(listen) {
    this.replaceChildren();
    this.insertAdjacentHTML("beforeend", MARKUP);
    this.querySelector("[data-part=still]").append(...this.still.map((each) => each.cloneNode(true)));
    this.form = this.querySelector("form");
    for (const type of ["pointerdown", "focusin"]) listen(this, type, () => this.fetchDigits());
    listen(this.form, "submit", (event) => event.preventDefault());
    listen(this.form, "click", (event) => this.press(event.target.textContent));
    listen(this.form, "input", ({ target: { name, value } }) => this.choose({ [name]: name === "unit" ? Math.round(Number(value)) || 0 : value }));
  }

  disconnectedCallback() {
    cancelAnimationFrame(this.work);
    super.disconnectedCallback();
  }

  press(name) {
    const by = { Previous: -1, Next: 1 }[name];
    if (by) this.choose({ unit: this.state.unit + by });
    if (name === "Reset") this.choose(this.start, "Back at the start.");
  }

  /** Units are counted round: after the last one comes unit 0. */
  choose(fields, why = "") {
    const state = { ...this.state, ...fields };
    const count = COUNTS[state.layer];
    this.set({ ...state, unit: fields.layer ? Math.min(state.unit, count - 1) : ((state.unit % count) + count) % count }, why);
    this.fetchDigits();
  }

  /** The network and the digits come once, when somebody wants them. */
  async fetchDigits() {
    if (this.coming || this.codes) return;
    this.coming = true;
    this.put("said", {}, "Fetching 400 digits and the network.");
    try {
      const [network, digits] = await Promise.all(FILES.map(fetched));
      const size = SIDE * SIDE;
      this.labels = digits.labels.values;
      this.images = Array.from(this.labels, (_, n) => Float64Array.from(digits.images.values.subarray(n * size, (n + 1) * size), (v) => v / 255));
      this.sendThrough(network, []);
    } catch {
      this.coming = false;
      this.put("said", {}, "The digits could not be fetched. Press Next to try again.");
    }
  }

  /** Some digits a frame, so that the page stays quick. */
  sendThrough(network, hidden) {
    const began = performance.now();
    while (hidden.length < this.images.length && performance.now() - began < SLICE) {
      hidden.push(forward(network, this.images[hidden.length]).hidden);
    }
    if (hidden.length < this.images.length) {
      this.work = requestAnimationFrame(() => this.sendThrough(network, hidden));
      return;
    }
    Object.assign(this, { codes: hidden, coming: false });
    for (const part of ["still", "loudest", "bars"]) this.parts[part].hidden = part === "still";
    this.show();
    this.tell("");
  }

  show() {
    const { layer, unit } = this.state;
    if (layer !== this.start.layer || unit !== this.start.unit) this.fetchDigits();
    const { elements } = this.form;
    elements.layer.value = layer;
    elements.unit.max = String(COUNTS[layer] - 1);
    elements.unit.value = String(unit);
    if (!this.codes) return;
    const values = answers(this.codes, layer, unit);
    const top = loudest(values, TOP);
    const mean = means(values, this.labels);
    this.now = { values, mean, most: commonest(top.map((n) => this.labels[n])) };
    top.forEach((n, place) => {
      const label = String(this.labels[n]);
      paint(this.parts[`top${place}`], this.images[n]);
      this.put(`top${place}`, { "aria-label": `A ${label}, number ${place + 1}` });
      this.put(`label${place}`, {}, label);
    });
    const best = Math.max(...mean);
    DIGITS.forEach((k) => {
      this.parts[`bar${k}`].style.setProperty("--share", String(Math.max(0, mean[k] / best)));
      this.parts[`bar${k}`].toggleAttribute("data-best", mean[k] === best);
    });
  }

  tell(why) {
    this.told = this.state;
    if (!this.codes) return;
    const { layer, unit } = this.state;
    const { values, mean, most } = this.now;
    const name = layer === "mixture" ? `Mixture ${unit}` : `Unit ${unit} of the ${layer} layer`;
    this.put("answer", {}, `${name}: of the ten digits with the largest answer, ${most.most} are ${PLURALS[most.digit]}.`);
    const [first, second] = loudest(mean, 2);
    const silent = layer === "mixture" ? "" : `It is silent for ${values.filter((v) => v === 0).length} of the 400 digits. `;
    const bars = `Mean answers, the bars: ${first} comes first with ${mean[first].toFixed(2)}, then ${second} with ${mean[second].toFixed(2)}.`;
    this.put("said", {}, `${why} ${silent}${bars}`.trim());
  }
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return tensors(await response.arrayBuffer());
}

customElements.define("demo-what-a-network-learns", DemoWhatANetworkLearns);
