// @ts-check
/**
 * <demo-digits-from-scratch>: draw a digit, and the trained network reads it, layer by layer.
 *
 * Markup: a still figure, replaced by a pad, what the network sees, its two hidden layers and ten
 * bars. The pad takes mouse, finger and pen; by keyboard, arrows move the pen, Space lowers and lifts it.
 * Attributes: data-digit (a test digit), data-prepare. The weights are fetched at the first touch.
 * Address: `?digit=digit:3,prepare:no`; what is drawn stands there too, as `ink`.
 * Without script the figure stands as it is.
 */
import { DemoElement, isBrowsers } from "./demo-element.js";
import { PAD, SIDE, draw, enlarged, forward, isInk, paint, prepared, read, shrunk, tensors, written } from "./lib/digits.js";

const WEIGHTS = new URL("../data/digits-from-scratch.safetensors", import.meta.url);
const DIGITS = [...Array(10).keys()].map(String);
const STEP = PAD / SIDE; // how far an arrow key moves the pen
const APART = 3; // points of a stroke
const ARROWS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
const FIELDS = { digit: ["none", ...DIGITS], prepare: ["yes", "no"], ink: { includes: isInk } };

const picture = (part, wide, high, words) => `<figure class="picture"><canvas data-part="${part}" width="${wide}" height="${high}" role="img" aria-label="${words}"></canvas><figcaption>${words}</figcaption></figure>`;
const bar = (digit) => `<div data-part="bar${digit}"><span>${digit}</span></div>`;
const MARKUP = `<div class="digit-pictures"><canvas data-part="pad" class="pad" width="${PAD}" height="${PAD}" tabindex="0" role="application" aria-label="Pad to draw a digit on. Arrow keys move the pen, Space lowers or lifts it."></canvas>
<div>${picture("seen", SIDE, SIDE, "what it sees, 28 × 28")}${picture("first", 16, 16, "256 units")}${picture("second", 16, 8, "128 units")}</div>
<div class="digit-bars" aria-hidden="true">${DIGITS.map(bar).join("")}</div></div>
<form class="demo-controls"><div class="demo-actions"><button type="button" class="button-quiet">Undo</button><button type="button" class="button-quiet">Reset</button></div>
<label class="field">A test digit <select name="digit">${["none", ...DIGITS].map((name) => `<option>${name}</option>`).join("")}</select></label>
<label class="switch"><input type="checkbox" role="switch" name="prepare"> Centre and scale it as MNIST does</label></form>
<div class="demo-words"><p data-part="answer"></p><p data-part="said" role="status"></p></div>`;

const percent = (share) => `${Math.round(100 * share)} %`;

class DemoDigitsFromScratch extends DemoElement {
  static query = "digit";
  static fields = FIELDS;
  static start = { digit: "none", prepare: "yes", ink: "" };

  build(listen) {
    this.replaceChildren();
    this.insertAdjacentHTML("beforeend", MARKUP);
    this.form = this.querySelector("form");
    this.pad = this.querySelector(".pad");
    this.pen = { x: PAD / 2, y: PAD / 2, down: false };
    for (const type of ["pointerenter", "focusin", "pointerdown"]) listen(this, type, () => this.fetchNetwork());
    listen(this.form, "submit", (event) => event.preventDefault());
    listen(this.form, "click", (event) => this.press(event.target.textContent));
    listen(this.form, "input", ({ target: { name, value, checked } }) => this.change({ [name]: name === "prepare" ? (checked ? "yes" : "no") : value }));
    listen(this.pad, "pointerdown", (event) => this.begin(event));
    listen(this.pad, "pointermove", (event) => this.held && this.extend(this.place(event)));
    for (const type of ["pointerup", "pointercancel"]) listen(this.pad, type, () => (this.held = false));
    listen(this.pad, "keydown", (event) => this.key(event));
  }

  /** The network comes once, when somebody wants it. */
  async fetchNetwork() {
    if (this.network || this.coming) return;
    try {
      this.coming = true;
      const response = await fetch(WEIGHTS);
      if (!response.ok) throw new Error(String(response.status));
      this.network = tensors(await response.arrayBuffer());
      this.show();
      this.tell("");
    } catch {
      this.put("said", {}, "The network could not be fetched. Touch the pad to try again.");
    } finally {
      this.coming = false;
    }
  }

  change(fields, why = "") {
    this.fetchNetwork();
    this.set({ ...this.state, ...fields }, why);
  }

  press(name) {
    if (name === "Undo") this.change({ ink: written(read(this.state.ink).slice(0, -1)) }, "The last stroke is gone.");
    if (name === "Reset") this.change(this.start, "Back at the start.");
  }

  /** Where a pointer is on the pad. */
  place({ clientX, clientY }) {
    const { left, top, width, height } = this.pad.getBoundingClientRect();
    const inside = (v) => Math.min(PAD - 1, Math.max(0, Math.floor(v * PAD)));
    return [inside((clientX - left) / width), inside((clientY - top) / height)];
  }

  begin(event) {
    if (event.button) return; // the right one opens a menu
    this.pad.setPointerCapture(event.pointerId);
    this.held = true;
    this.stroke(this.place(event));
  }

  stroke(point) {
    this.addInk([...read(this.state.ink), [point]]);
  }

  extend(point) {
    const strokes = read(this.state.ink);
    const last = strokes.at(-1)?.at(-1);
    if (!last) return this.stroke(point);
    if (Math.hypot(point[0] - last[0], point[1] - last[1]) >= APART) this.addInk([...strokes.slice(0, -1), [...strokes.at(-1), point]]);
  }

  addInk(strokes) {
    const ink = written(strokes);
    if (isInk(ink)) this.change({ ink });
    else this.put("said", {}, "The pad is full. Undo a stroke, or reset it.");
  }

  key(event) {
    if (isBrowsers(event)) return;
    const { pen } = this;
    if (event.key === " " || event.key === "Enter") {
      pen.down = !pen.down;
      if (pen.down) this.stroke([pen.x, pen.y]);
    } else if (event.key in ARROWS) {
      const inside = (v) => Math.min(PAD - STEP, Math.max(STEP, v));
      [pen.x, pen.y] = [inside(pen.x + ARROWS[event.key][0]), inside(pen.y + ARROWS[event.key][1])];
      if (pen.down) this.extend([pen.x, pen.y]);
    } else return;
    event.preventDefault();
    this.put("said", {}, `Pen ${pen.down ? "down" : "up"}, column ${pen.x / STEP} of ${SIDE}, row ${pen.y / STEP} of ${SIDE}.`);
    this.show();
  }

  /** The picture that the network gets, and what it makes of it. */
  look() {
    const { digit, ink, prepare } = this.state;
    const sample = this.network && digit !== "none" ? this.network.examples.values.subarray(digit * SIDE * SIDE, (Number(digit) + 1) * SIDE * SIDE) : null;
    const drawn = draw(sample ? enlarged(sample) : new Float64Array(PAD * PAD), read(ink));
    const image = (prepare === "yes" ? prepared : shrunk)(drawn);
    const reading = this.network && image.some(Boolean) ? forward(this.network, image) : null;
    return { drawn, image, reading };
  }

  show() {
    const { drawn, image, reading } = (this.now = this.look());
    if (Object.keys(FIELDS).some((name) => name !== "ink" && this.state[name] !== this.start[name]) || this.state.ink) this.fetchNetwork();
    this.form.elements.digit.value = this.state.digit;
    this.form.elements.prepare.checked = this.state.prepare === "yes";
    paint(this.pad, drawn);
    this.showPen();
    paint(this.parts.seen, image);
    ["first", "second"].forEach((part, i) => {
      const values = reading?.hidden[i] ?? new Float64Array(256 >> i);
      paint(this.parts[part], values, Math.max(...values) || 1);
    });
    const shares = reading?.shares ?? [];
    const best = shares.indexOf(Math.max(...shares));
    DIGITS.forEach((digit, i) => {
      this.parts[`bar${digit}`].style.setProperty("--share", String(shares[i] ?? 0));
      this.parts[`bar${digit}`].toggleAttribute("data-best", i === best);
    });
    this.put("answer", {}, reading ? `It reads ${best}, with a share of ${percent(shares[best])}.` : "Draw a digit, or choose one of the test digits.");
  }

  /** A ring where the keyboard's pen is; filled when it is down. */
  showPen() {
    if (!this.pad.matches(":focus-visible")) return;
    const context = this.pad.getContext("2d");
    context.beginPath();
    context.arc(this.pen.x, this.pen.y, 4, 0, 2 * Math.PI);
    this.pen.down ? context.fill() : context.stroke();
  }

  tell(why) {
    const { reading } = this.now;
    const shares = reading ? [...reading.shares].map((share, digit) => ({ share, digit })).sort((a, b) => b.share - a.share) : [];
    const next = shares.slice(0, 3).map(({ share, digit }) => `${digit}: ${percent(share)}`).join(", ");
    const silent = reading?.hidden.map((values) => values.filter((v) => v === 0).length);
    const said = reading ? `${next}. Silent units: ${silent[0]} of 256, then ${silent[1]} of 128.` : "";
    this.put("said", {}, `${why} ${said}`.trim());
    this.told = this.state;
  }
}

customElements.define("demo-digits-from-scratch", DemoDigitsFromScratch);
