// @ts-check
/**
 * <demo-learnable-function>: ten knobs make a curve; aim at a goal by hand, then let it learn.
 *
 * Markup: a still figure from tests/content/fixtures/learnable_function.py, replaced while it lives.
 * Attributes: data-goal and data-<number>: the start.
 * Address: `?knobs=goal:hill,w1:2` sets it; a link to such an address does so without a reload.
 * Without script the figure stands as it is.
 */
import { CurveDemo } from "./curve-demo.js";
import { GOALS, learned, network, networkFormula, networkKeys } from "./lib/curves.js";

const UNITS = 3;
const LIMIT = 4;
const STEPS = 100;
const DIAL = { min: -LIMIT, max: LIMIT, step: 0.001, turn: 0.1 };
const KEYS = networkKeys(UNITS);

class DemoLearnableFunction extends CurveDemo {
  static query = "knobs";
  static fields = { goal: Object.keys(GOALS), ...Object.fromEntries(KEYS.map((key) => [key, DIAL])) };
  static start = { goal: "wave", w1: 1, b1: 2, v1: 0.3, w2: 1, b2: 0, v2: 0.3, w3: 1, b3: -2, v3: 0.3, c: 0 };
  choices = { goal: { label: "Goal", options: Object.fromEntries(Object.entries(GOALS).map(([key, { name }]) => [key, name])) } };
  actions = {
    [`Learn ${STEPS} steps`]: () => this.learn(),
    Reset: () => this.set({ ...this.start, goal: this.state.goal }, "Back at the start:"),
  };

  keys = () => KEYS;
  f = (state) => network(state, UNITS);
  examples = ({ goal }) => GOALS[goal].examples;
  formula = (state) => networkFormula(state, UNITS);

  learn() {
    const before = this.lossOf(this.state);
    const words = `${STEPS} steps against the slopes, from a loss of ${before.toFixed(3)}:`;
    this.set(learned(this.state, UNITS, this.examples(this.state), STEPS, LIMIT), words);
  }
}

customElements.define("demo-learnable-function", DemoLearnableFunction);
