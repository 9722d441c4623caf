// @ts-check
/**
 * What the playground draws: the network, a map in every unit, the plane, the curves. It defines
 * no tag; <demo-training-loop> hands it its parts and says what there is to show.
 */
import { SIDE, contour, emptyMaps, paint, palette, survey } from "./lib/field.js";
import { shown } from "./lib/format.js";
import { WIDTH, drawn, heightOf, look, numbers, places } from "./lib/network-plan.js";
import { PLOT, canvases, curve, dot } from "./lib/playground-markup.js";
import { windowOf } from "./lib/points.js";

const CURVE = 150; // places of a curve, at most

/** Only what is new: the page is styled again for every attribute. */
function put(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

function fill(node, shapes) {
  node.replaceChildren();
  node.insertAdjacentHTML("beforeend", shapes);
}

export class Picture {
  constructor(parts) {
    this.parts = parts;
  }

  /** A new training: its network and its points are drawn afresh. */
  begin(training) {
    const { parts } = this, { net, settings } = training;
    this.training = training;
    this.window = windowOf(settings.data);
    this.spots = places(net.sizes);
    this.numbers = numbers(net, this.spots);
    const height = heightOf(net.sizes);
    put(parts.net, { viewBox: `0 0 ${WIDTH} ${height}` });
    fill(parts.net, drawn(this.spots, this.numbers, net.theta));
    fill(parts.maps, canvases(this.spots, height));
    const dots = (points, test) => points.map((one) => dot(one, this.window, test)).join("");
    fill(parts.dots, dots(training.test, true) + dots(training.train, false));
    this.edges = [...parts.net.querySelectorAll(".number")];
    this.screens = [...parts.maps.children, parts.field].map((canvas) => {
      canvas.width = canvas.height = SIDE;
      const image = new ImageData(SIDE, SIDE);
      return { pen: canvas.getContext("2d"), image, pixels: new Uint32Array(image.data.buffer) };
    });
    this.maps = emptyMaps(net);
    this.whole = false;
    this.fresh();
  }

  /** The maps are to be filled from the top again. */
  fresh() {
    this.row = 0;
  }

  /** The unit whose map fills the plane: the output, unless the reader chose another. */
  unitOf(view) {
    const last = this.spots.length - 1;
    return view === "" ? last : Math.min(Number(view), last);
  }

  /** Draws what the time allows: `late()` ends it. Says whether all the maps are of now. */
  draw(state, late) {
    const colours = this.colours(); // asked for first: after a change the page would have to be styled
    this.drawNumbers();
    this.row = survey(this.training.net, this.window, this.maps, this.row % SIDE, late);
    this.whole ||= this.row === SIDE;
    if (this.whole) this.drawMaps(this.unitOf(state.view), colours);
    this.drawPin(state);
    this.drawCurves();
    return this.row === SIDE;
  }

  drawNumbers() {
    this.training.net.theta.forEach((value, i) => {
      put(this.edges[i], { ...look(value), class: value < 0 ? "number negative" : "number positive" });
    });
  }

  drawMaps(view, colours) {
    const { training, parts, spots, maps } = this, last = spots.length - 1;
    const range = (unit) => {
      if (unit < 2) return this.window;
      return unit === last || training.settings.activation === "sigmoid" ? [0, 1] : [-1, 1];
    };
    this.screens.forEach(({ pen, image, pixels }, i) => {
      const unit = i <= last ? i : view;
      const [low, high] = range(unit);
      paint(maps[unit], low, high, colours, pixels);
      pen.putImageData(image, 0, 0);
    });
    put(parts.line, { d: contour(maps[last], 0.5, PLOT) });
  }

  /** The cross, and what the network answers there; and whose map the plane shows. */
  drawPin({ pin, view }) {
    const { parts, spots, training } = this, [low, high] = this.window, words = [];
    const unit = this.unitOf(view), last = spots.length - 1;
    put(parts.cross, { d: "" });
    if (pin) {
      const [x, y] = pin.split("_").map(Number), scale = PLOT / (high - low);
      training.net.forward(x, y);
      words.push(`At (${shown(x)}, ${shown(y)}) ${spots[unit].name} gives ${shown(training.net.a[unit], 3)}.`);
      put(parts.cross, { d: `M${(x - low) * scale - 9} ${(high - y) * scale}h18m-9-9v18` });
    } else if (unit !== last) words.push(`The tint shows what ${spots[unit].name} gives.`);
    if (parts.seen.textContent !== words.join("")) parts.seen.textContent = words.join("");
  }

  /** The colours of the page as it is now, light or dark. */
  colours() {
    const style = getComputedStyle(this.parts.net);
    const names = ["--negative", "--ground", "--positive"].map((name) => style.getPropertyValue(name));
    if (this.key !== names.join()) {
      this.key = names.join();
      const [negative, ground, positive] = names.map((name) => name.match(/[\d.]+/g).map(Number));
      this.tints = palette(negative, ground, positive);
    }
    return this.tints;
  }

  drawCurves() {
    const { parts, training } = this, { losses, tests, step } = training;
    const thin = (pairs) => pairs.filter((_, i) => i % Math.ceil(pairs.length / CURVE) === 0);
    const every = Math.ceil((step + 1) / CURVE), train = [];
    for (let at = 0; at < step; at += every) train.push([at, losses[at]]);
    const test = thin([...tests].filter(([at]) => at <= step).sort(([a], [b]) => a - b));
    const seen = [...train, ...test].map(([, loss]) => loss).filter(Number.isFinite);
    const top = Math.min(1, Math.max(0.1, ...seen)), last = Math.max(step, 20);
    put(parts.train, { d: curve(train, last, top) });
    put(parts.test, { d: curve(test, last, top) });
    parts.top.textContent = `loss up to ${shown(top, 2)}, step 0 to ${last}`;
  }

  /** What the numbers are, for those who can't see edges. */
  label() {
    this.parts.net.querySelectorAll("[data-number]").forEach((each, i) => put(each, { "aria-label": this.told(i) }));
  }

  told(number) {
    return `${this.numbers[number].name}: ${shown(this.training.net.theta[number], 2)}`;
  }
}
