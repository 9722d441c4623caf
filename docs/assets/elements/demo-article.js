// @ts-check
/**
 * <demo-article>: eleven families of networks, and what each has to learn for the reader's sizes.
 *
 * Markup: a still table with a picture for each family. It stays, below the living part.
 * Attributes: data-family and data-<size>: the start.
 * Address: `?family=family:transformer,d:512` sets it; a link to such an address does so without a reload.
 * Without script the table stands as it is.
 */
import { DemoElement } from "./demo-element.js";
import { snap } from "./lib/demo-state.js";
import { FAMILIES, parameters, SIZES, sum } from "./lib/families.js";

const NAMES = Object.keys(FAMILIES), LETTERS = Object.keys(SIZES);
const START = { family: "dense", ...Object.fromEntries(LETTERS.map((key) => [key, 1])), ...FAMILIES.dense.small };
const FIELDS = { family: NAMES, ...Object.fromEntries(LETTERS.map((key) => [key, { step: 1, ...SIZES[key] }])) };

const row = (key) => `<label class="spot size" data-part="row-${key}"><span>${SIZES[key].name}</span><input type="number" name="${key}" min="${SIZES[key].min}" max="${SIZES[key].max}"></label>`;
const PICTURE = `<div class="family-picture" data-part="picture"></div>`;
const CONTROLS = `<form class="demo-controls"><label class="field">Family <select name="family" aria-label="Family">${NAMES.map((name) => `<option>${name}</option>`).join("")}</select></label>
${LETTERS.map(row).join("")}<div class="demo-actions"><button type="button" class="button-quiet">Reset</button></div></form>`;
const WORDS = `<div class="demo-words"><p><strong data-part="name"></strong>, since <span data-part="since"></span>: <span data-part="equation"></span></p>
<p>For <span data-part="use"></span>. Limit: <span data-part="limit"></span>.</p><p data-part="sum"></p><p data-part="said" role="status"></p></div>`;

const grouped = (number) => number.toLocaleString("en");

class DemoArticle extends DemoElement {
  static query = "family";
  static fields = FIELDS;
  static start = START;

  build(listen) {
    const table = this.querySelector("table");
    this.pictured = "";
    this.furnish(listen, PICTURE + CONTROLS + WORDS);
    this.append(table);
  }

  turn({ name, value, valueAsNumber }) {
    if (name === "family") return this.set({ ...this.start, family: value, ...FAMILIES[value].small }, "");
    const found = snap(valueAsNumber, FIELDS[name]);
    if (found === found) this.set({ ...this.state, [name]: found }, "", this.form.elements[name]); // not NaN
  }

  press({ textContent: name }) {
    if (name === "Reset") this.set({ ...this.start, family: this.state.family, ...FAMILIES[this.state.family].small }, "Back at the small member:");
  }

  tell(why) {
    const { family } = this.state;
    this.put("said", {}, `${why} ${grouped(parameters(family, this.state))} parameters.`.trim());
    this.told = this.state;
  }

  show(held) {
    const { family } = this.state;
    const about = FAMILIES[family];
    for (const key of ["family", ...LETTERS]) if (this.form.elements[key] !== held) this.form.elements[key].value = this.state[key];
    for (const key of LETTERS) this.parts[`row-${key}`].hidden = !(key in about.small);
    if (family !== this.pictured) this.parts.picture.replaceChildren(this.querySelector(`table [data-family="${family}"]`).cloneNode(true));
    this.pictured = family;
    for (const part of ["since", "equation", "use", "limit"]) this.put(part, {}, String(about[part]));
    this.put("name", {}, family);
    this.put("sum", {}, `${about.count} = ${sum(family, this.state)} = ${grouped(parameters(family, this.state))}`);
  }
}

customElements.define("demo-article", DemoArticle);
