// @ts-check
/** What the playground can be set to, and how an address says it. */
import { ACTIVATIONS } from "./mlp.js";
import { SETS } from "./points.js";

export const MOST = 20000; // steps
export const RATES = ["0.01", "0.03", "0.1", "0.3", "0.5", "1", "3", "10"];
export const PENALTIES = ["0", "0.0001", "0.001", "0.003", "0.01", "0.03", "0.1"];
export const NOISE = { min: 0, max: 50, step: 5 };
const text = (pattern) => ({ includes: (/** @type {string} */ words) => pattern.test(words) });

export const FIELDS = {
  data: Object.keys(SETS),
  noise: NOISE,
  hidden: text(/^(0|[1-8](-[1-8]){0,2})$/),
  activation: Object.keys(ACTIVATIONS),
  rate: RATES,
  l2: PENALTIES,
  seed: { min: 1, max: 999, step: 1 },
  step: { min: 0, max: MOST, step: 1 },
  log: text(/^(\d{1,5}_(\d{1,3}|rate|l2)_-?\d+(\.\d+)?(~|$))*$/),
  own: text(/^(-?\d(\.\d+)?_-?\d(\.\d+)?_[01](~|$)){0,200}$/),
  view: text(/^\d{0,2}$/),
  pin: text(/^(-?\d(\.\d+)?_-?\d(\.\d+)?)?$/),
  held: text(/^(\d{1,3}(~|$)){0,4}$/),
};
export const START = {
  data: "four", noise: 0, hidden: "4", activation: "tanh", rate: "0.5", l2: "0",
  seed: 1, step: 0, log: "", own: "", view: "", pin: "", held: "",
};

const rows = (words) => (words ? words.split("~").map((row) => row.split("_")) : []);
export const written = (table) => table.map((row) => [].concat(row).join("_")).join("~");

/** The state as what a training needs. A change of a weight that the network lacks is dropped. */
export function settingsOf(state) {
  const known = (what) => (isNaN(what) ? what : Number(what));
  return {
    data: state.data,
    noise: state.noise / 100,
    hidden: state.hidden === "0" ? [] : state.hidden.split("-").map(Number),
    activation: state.activation,
    rate: Number(state.rate),
    l2: Number(state.l2),
    seed: state.seed,
    own: rows(state.own).map((row) => row.map(Number)),
    log: rows(state.log).map(([at, what, value]) => [Number(at), known(what), Number(value)]),
  };
}

/** What two states must share to be steps of the same training. */
export const trainingKey = ({ step, view, pin, held, ...rest }) => JSON.stringify(rest);
