// @ts-check
/**
 * <demo-inputs-to-outputs>: fit a wave by hand with a line, a parabola, corners or a small network.
 *
 * Markup: a still figure from tests/content/fixtures/inputs_to_outputs.py, replaced while it lives.
 * Attributes: data-kind and data-<number>: the start.
 * Address: `?fit=kind:net,w1:2` sets it; a link to such an address does so without a reload.
 * Without script the figure stands as it is.
 */
import { CurveDemo } from "./curve-demo.js";
import { KINDS, WAVE } from "./lib/curves.js";

const HEIGHT = { min: -1.5, max: 1.5, step: 0.05 };
const SLOPE = { min: -1, max: 1, step: 0.05 };
const WEIGHT = { min: -3, max: 3, step: 0.1 };
const DIALS = {
  k: SLOPE, b: HEIGHT, p: SLOPE, q: SLOPE, r: HEIGHT, h1: HEIGHT, h2: HEIGHT, h3: HEIGHT, h4: HEIGHT, h5: HEIGHT,
  w1: WEIGHT, b1: WEIGHT, v1: WEIGHT, w2: WEIGHT, b2: WEIGHT, v2: WEIGHT, c: WEIGHT,
};
const ZERO = Object.fromEntries(Object.keys(DIALS).map((key) => [key, 0]));

class DemoInputsToOutputs extends CurveDemo {
  static query = "fit";
  static fields = { kind: Object.keys(KINDS), ...DIALS };
  static start = { kind: "line", ...ZERO, w1: 1, v1: 0.5, w2: 0.5, v2: -0.5 };
  choices = { kind: { label: "Kind of rule", options: Object.fromEntries(Object.entries(KINDS).map(([key, { name }]) => [key, name])) } };
  actions = {
    Reset: () => this.set({ ...this.start, kind: this.state.kind }, "Back at the start:"),
    "Show a good one": () => this.set({ ...this.state, ...KINDS[this.state.kind].good }, "This is about as low as it goes:"),
  };

  keys = ({ kind }) => KINDS[kind].keys;
  f = (state) => KINDS[state.kind].f(state);
  examples = () => WAVE;
  formula = (state) => KINDS[state.kind].formula(state);
}

customElements.define("demo-inputs-to-outputs", DemoInputsToOutputs);
