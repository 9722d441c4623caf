// @ts-check
/**
 * The chapter's 2-2-1 network as a graph: its values, the slopes of the loss, and the walk forward
 * and back, one step after the other. A state is {x1, x2, t, w11 … b2, v1, v2, c, activation}.
 */
import { shown } from "./format.js";

const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const three = (value) => shown(value, 3);
const neat = (value) => (Number(value.toFixed(1)) === value ? shown(value) : three(value)); // a number that was set needs no zeros
const factor = (value) => (value < 0 ? `(${neat(value)})` : neat(value));

/** What each bend makes of z, its slope there, and the slope as it is worked out. */
export const ACTIVATIONS = {
  tanh: { name: "tanh", f: Math.tanh, slope: (z, a) => 1 - a * a, rule: "1 − a²", worked: (z, a) => `1 − ${factor(a)}²` },
  sigmoid: { name: "sigmoid", f: sigmoid, slope: (z, a) => a * (1 - a), rule: "a·(1 − a)", worked: (z, a) => `${three(a)} · (1 − ${three(a)})` },
  relu: { name: "ReLU", f: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0), rule: "1 if z > 0, else 0", worked: () => "" },
};

/** Every node's value, inputs and parameters too. */
export function forward(state) {
  const { x1, x2, t, w11, w12, b1, w21, w22, b2, v1, v2, c } = state;
  const { f } = ACTIVATIONS[state.activation];
  const [z1, z2] = [w11 * x1 + w12 * x2 + b1, w21 * x1 + w22 * x2 + b2];
  const [a1, a2] = [f(z1), f(z2)];
  const z3 = v1 * a1 + v2 * a2 + c;
  return { ...state, z1, z2, a1, a2, z3, L: (z3 - t) ** 2 };
}

const product = (key, other, sum) => ({ from: key, into: sum, rule: other, local: (v) => v[other], worked: () => "", why: `${letter(other)} multiplies ${letter(key)}` });
const offset = (key, sum) => ({ from: key, into: sum, rule: "", local: () => 1, worked: () => "", why: `${letter(key)} is added as it is` });
const bend = (z, a) => ({
  from: z, into: a, bends: true,
  local: (v) => ACTIVATIONS[v.activation].slope(v[z], v[a]),
  worked: (v) => ACTIVATIONS[v.activation].worked(v[z], v[a]),
  why: "so steep is the bend here",
});
const LOSS = { from: "z3", into: "L", rule: "2·(z₃ − t)", local: (v) => 2 * (v.z3 - v.t), worked: (v) => `2 · (${three(v.z3)} − ${factor(v.t)})`, why: "a square has twice what is squared as its slope" };

/** The edges in the order in which slopes go back through them: an edge after all that its end goes into. */
export const EDGES = [
  LOSS, offset("c", "z3"), product("v1", "a1", "z3"), product("v2", "a2", "z3"), product("a1", "v1", "z3"), product("a2", "v2", "z3"),
  bend("z1", "a1"), offset("b1", "z1"), product("w11", "x1", "z1"), product("w12", "x2", "z1"),
  bend("z2", "a2"), offset("b2", "z2"), product("w21", "x1", "z2"), product("w22", "x2", "z2"),
  product("x1", "w11", "z1"), product("x1", "w21", "z2"), product("x2", "w12", "z1"), product("x2", "w22", "z2"),
];

/** The slope of the loss in every node: what arrives times the local slope, added up. */
export function backward(values) {
  const slopes = { L: 1 };
  for (const { from, into, local } of EDGES) slopes[from] = (slopes[from] ?? 0) + slopes[into] * local(values);
  return slopes;
}

const SUMS = { z1: ["w11", "x1", "w12", "x2", "b1"], z2: ["w21", "x1", "w22", "x2", "b2"], z3: ["v1", "a1", "v2", "a2", "c"] };
const AHEAD = ["z1", "a1", "z2", "a2", "z3", "L"];
const BACK = ["L", ...new Set(EDGES.map(({ from }) => from))];

/** The walk: each step's way, node and lit edges. Step 0 has nothing yet. */
export const WALK = [
  { way: "start", node: "", edges: [] },
  ...AHEAD.map((node) => ({ way: "forward", node, edges: EDGES.filter(({ into }) => into === node) })),
  ...BACK.map((node) => ({ way: "backward", node, edges: EDGES.filter(({ from }) => from === node) })),
];

/** The step of a node: the one back if there is one forward already, or none forward. */
export const stepOf = (node, step) => {
  const way = step < AHEAD.length && AHEAD.includes(node) ? "forward" : "backward";
  return WALK.findIndex((each) => each.node === node && each.way === way);
};

/** What a step shows: value, local slope, what arrives and leaves, each worked out; and words. */
export function explain(state, step) {
  const { way, node, edges } = WALK[step];
  const values = forward(state);
  if (way === "start") return { value: "", local: "", arrives: "", leaves: "", words: "Inputs, weights, biases and the target are given. Step forward: each node works out its value." };
  if (way === "forward") return { value: valueOf(node, values), local: "", arrives: "", leaves: "", words: forwardWords(node, values) };
  const slopes = backward(values);
  const value = AHEAD.includes(node) ? valueOf(node, values) : `${letter(node)} = ${shown(values[node])}`;
  if (node === "L") return { value, local: "", arrives: "", leaves: "∂L/∂L = 1", words: "Turn round. A nudge of L moves L by just as much, so the slope to begin with is 1." };
  return {
    value,
    local: edges.map((edge) => localOf(edge, values)).join("; "),
    arrives: edges.map(({ into }) => `${slope(into)} = ${neat(slopes[into])}`).join("; "),
    leaves: `${slope(node)} = ${edges.map((e) => `${neat(slopes[e.into])} · ${factor(e.local(values))}`).join(" + ")} = ${three(slopes[node])}`,
    words: backwardWords(node, edges, values, slopes),
  };
}

function valueOf(node, v) {
  if (node === "L") return `L = (z₃ − t)² = (${three(v.z3)} − ${factor(v.t)})² = ${three(v.L)}`;
  const { activation } = v;
  if (!SUMS[node]) return `${letter(node)} = ${ACTIVATIONS[activation].name}(${three(v[node.replace("a", "z")])}) = ${three(v[node])}`;
  const [p, q, r, s, b] = SUMS[node];
  const number = (key) => factor(v[key]);
  return `${letter(node)} = ${letter(p)}·${letter(q)} + ${letter(r)}·${letter(s)} + ${letter(b)} = ${number(p)}·${number(q)} + ${number(r)}·${number(s)} + ${number(b)} = ${three(v[node])}`;
}

function localOf({ from, into, rule, local, worked, bends }, v) {
  const name = `∂${letter(into)}/∂${letter(from)}`;
  const written = bends ? ACTIVATIONS[v.activation].rule : rule.includes("·") ? rule : rule && letter(rule);
  return [name, written, worked(v), neat(local(v))].filter(Boolean).join(" = ");
}

function forwardWords(node, v) {
  if (node === "L") return `The answer ${three(v.z3)} should be ${shown(v.t)}. The miss, squared, is the loss: ${three(v.L)}. The way forward ends here.`;
  const unit = { 1: "Hidden unit 1", 2: "Hidden unit 2", 3: "The output" }[node[1]];
  return SUMS[node] ? `${unit} adds up its inputs, each times its weight, and its bias.` : `${unit} bends its sum: ${three(v[node])} goes on.`;
}

function backwardWords(node, edges, v, slopes) {
  const [edge] = edges;
  const result = `A small nudge of ${letter(node)} moves the loss ${three(slopes[node])} times as much.`;
  if (edges.length === 2) return `${letter(node)} goes into both hidden units: two ways to the loss. Each gives a product, and the two are added. ${result}`;
  const small = `A small nudge of ${letter(node)} moves ${letter(edge.into)} ${neat(edge.local(v))} times as much: ${edge.why}.`;
  if (edge.into === "L") return `${small} Times the 1 that arrives, it stays so.`;
  if (edge.local(v) === 0) return `${small} A slope of 0 lets nothing through, so the loss does not feel ${letter(node)}.`;
  return `${small} And each nudge of ${letter(edge.into)} moves the loss ${neat(slopes[edge.into])} times as much. Multiply: ${three(slopes[node])}.`;
}

/** w11 as it is written: w₁₁. */
export function letter(key) {
  return key.replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]);
}

const slope = (key) => `∂L/∂${letter(key)}`;
