// @ts-check
/** A neuron with three inputs: its numbers, in words, as a Python program. A state is
 * {x1, x2, x3, w1, w2, w3, b, activation}. */
import { shown } from "./format.js";

const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const SCALE = 1.0507009873554805; // SELU's two constants
const ALPHA = 1.6732632423543772;

/** Name, value, formula for people, expression for Python; keys are PyTorch's names. */
export const ACTIVATIONS = {
  identity: { name: "identity", f: (z) => z, formula: "z", python: "z" },
  step: { name: "step", f: (z) => (z >= 0 ? 1 : 0), formula: "1 if z ≥ 0, else 0", python: "1 if z >= 0 else 0" },
  sigmoid: { name: "sigmoid", f: sigmoid, formula: "1 / (1 + e⁻ᶻ)", python: "1 / (1 + math.exp(-z))" },
  tanh: { name: "tanh", f: Math.tanh, formula: "(eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)", python: "math.tanh(z)" },
  relu: { name: "ReLU", f: (z) => Math.max(0, z), formula: "max(0, z)", python: "max(0, z)" },
  leaky_relu: { name: "leaky ReLU", f: (z) => (z > 0 ? z : 0.01 * z), formula: "z if z > 0, else 0.01 z", python: "z if z > 0 else 0.01 * z" },
  elu: { name: "ELU", f: (z) => (z > 0 ? z : Math.expm1(z)), formula: "z if z > 0, else eᶻ − 1", python: "z if z > 0 else math.expm1(z)" },
  selu: { name: "SELU", f: (z) => SCALE * (z > 0 ? z : ALPHA * Math.expm1(z)), formula: "1.0507 z if z > 0, else 1.7581 (eᶻ − 1)", python: `${SCALE} * (z if z > 0 else ${ALPHA} * math.expm1(z))` },
  gelu: { name: "GELU", f: (z) => 0.5 * z * (1 + erf(z / Math.SQRT2)), formula: "z · Φ(z), Φ of the normal distribution", python: "0.5 * z * (1 + math.erf(z / math.sqrt(2)))" },
  silu: { name: "SiLU", f: (z) => z * sigmoid(z), formula: "z / (1 + e⁻ᶻ)", python: "z / (1 + math.exp(-z))" },
  softplus: { name: "softplus", f: (z) => Math.log1p(Math.exp(z)), formula: "ln(1 + eᶻ)", python: "math.log1p(math.exp(z))" },
};

/** The error function, which JavaScript lacks: 2/√π · e^(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n+1)). */
export function erf(x) {
  if (Math.abs(x) > 6) return Math.sign(x);
  let sum = 0;
  for (let term = x, n = 0; Math.abs(term) > Math.abs(sum) * 1e-17; n++, term *= (2 * x * x) / (2 * n + 1)) sum += term;
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** Products, sum and output. Twelve digits of z keep noise such as 5e-17 from tipping the step. */
export function neuron({ x1, x2, x3, w1, w2, w3, b, activation }) {
  const products = [x1 * w1, x2 * w2, x3 * w3];
  const z = Number((products[0] + products[1] + products[2] + b).toFixed(12)) + 0;
  return { products, z, a: ACTIVATIONS[activation].f(z) };
}

/** z as a sum of numbers. */
export function formula(s) {
  const factor = (v) => (v < 0 ? `(${shown(v)})` : shown(v));
  const terms = [[s.x1, s.w1], [s.x2, s.w2], [s.x3, s.w3]].map((pair) => pair.map(factor).join("·"));
  return `z = ${[...terms, factor(s.b)].join(" + ")} = ${shown(neuron(s).z, 2)}`;
}

/** One sentence on what a change did. */
export function whatHappened(before, after) {
  const [old, now] = [neuron(before), neuron(after)];
  const { name } = ACTIVATIONS[after.activation];
  const keys = Object.keys(after).filter((key) => before[key] !== after[key]);
  if (keys.length !== 1) return `z is ${shown(now.z, 2)}, and ${name} makes it ${shown(now.a, 4)}.`;
  const [from, to] = [before, after].map((state) => (keys[0] === "activation" ? ACTIVATIONS[state.activation].name : shown(state[keys[0]])));
  return `${letter(keys[0])} from ${from} to ${to}: z ${move(old.z, now.z, 2)}, the output ${move(old.a, now.a, 4)}.`;
}

function move(before, after, digits) {
  const [from, to] = [shown(before, digits), shown(after, digits)];
  return from === to ? `stays ${to}` : `${after > before ? "rises" : "falls"} from ${from} to ${to}`;
}

/** w1 as it is written: w₁. */
export const letter = (key) => key.replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]);

/** A program that prints this neuron's numbers. */
export function asPython(s) {
  const { python } = ACTIVATIONS[s.activation];
  return `${python.includes("math.") ? "import math\n\n" : ""}inputs = [${s.x1}, ${s.x2}, ${s.x3}]
weights = [${s.w1}, ${s.w2}, ${s.w3}]
bias = ${s.b}


def ${s.activation}(z):
    return ${python}


products = [x * w for x, w in zip(inputs, weights)]
z = round(sum(products) + bias, 12)  # without rounding noise such as 5e-17
output = ${s.activation}(z)

# The z in z.2f drops the minus of -0.00.
print("products:", *(f"{p:z.2f}" for p in products))
print("z:", f"{z:z.2f}")
print("output:", f"{output:z.4f}")
`;
}
