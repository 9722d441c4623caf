// @ts-check
/**
 * What the reader's hand does in the plane of the playground: it holds one place in view, and with
 * points of its own it sets them, takes them away and pastes them. It defines no tag.
 */
import { pasted, toggled } from "./lib/own-points.js";
import { PLOT } from "./lib/playground-markup.js";
import { written } from "./lib/playground-state.js";

const NEAR = 0.08;

export class Hand {
  /** @param {any} demo the playground, whose state it changes */
  constructor(demo) {
    this.demo = demo;
    this.text = demo.querySelector("[name=pasted]");
  }

  get draws() {
    return this.demo.state.data === "own";
  }

  /** A click: a point more or less, or the place to hold in view. */
  touch({ clientX, clientY }) {
    const { parts, picture } = this.demo, [low, high] = picture.window, unit = (high - low) / PLOT;
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(parts.plane.getScreenCTM().inverse());
    this[this.draws ? "toggle" : "setPin"](low + x * unit, high - y * unit);
  }

  /** A key in the plane; says whether it meant something. */
  key(way, enter) {
    const [x, y] = this.pin;
    if (way) this.setPin(x + way[0] / 10, y + way[1] / 10);
    else if (enter && this.draws) this.toggle(x, y);
    return Boolean(way || (enter && this.draws));
  }

  get pin() {
    const { pin } = this.demo.state;
    return pin ? pin.split("_").map(Number) : [0, 0];
  }

  /** Holds the value of one place in view; the same place once more lets go of it. */
  setPin(x, y) {
    const { state, picture } = this.demo, [low, high] = picture.window;
    const place = [x, y].map((value) => Math.round(Math.min(high, Math.max(low, value)) * 100) / 100 + 0);
    const again = state.pin && Math.hypot(place[0] - this.pin[0], place[1] - this.pin[1]) < NEAR;
    this.demo.set({ ...state, pin: again ? "" : written([place]) }, "");
  }

  toggle(x, y) {
    const kind = Number(this.demo.querySelector("[name=kind]:checked").value);
    this.own(toggled(this.demo.training.train, x, y, kind), "");
  }

  paste() {
    const { points, skipped, moved } = pasted(this.text.value);
    const words = [`${points.length} ${points.length === 1 ? "point" : "points"} taken.`];
    if (skipped) words.push(`Lines that were not three numbers: ${skipped}.`);
    if (moved) words.push("They lay outside of the square, so all were moved and scaled.");
    if (points.length) this.own(points, words.join(" "));
    else this.demo.put("said", {}, words.join(" "));
  }

  own(points, why) {
    const { demo } = this;
    demo.pause();
    demo.set({ ...demo.state, data: "own", own: written(points), step: 0, log: "" }, why);
  }
}
