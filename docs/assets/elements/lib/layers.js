// @ts-check
/**
 * The usual layers: what each is for, its shapes, and its parameters for any sizes.
 *
 * A shape is a list of letters and sums (`n in`), a count is a sum of products (`in·out + out`):
 * the formula that the reader sees is the one that is computed. Letters are the keys of SIZES;
 * `o` is the side of a picture that a window leaves. `needs` names the sizes that a layer has.
 */

import { value, written } from "./sums.js";

/** What a reader can set, with limits; a `step` of 1 unless it says so. */
export const SIZES = {
  n: { name: "examples, N", min: 1, max: 4096 },
  in: { name: "numbers in", min: 1, max: 100000 },
  out: { name: "numbers out", min: 1, max: 100000 },
  c: { name: "channels in", min: 1, max: 4096 },
  f: { name: "channels out", min: 1, max: 4096 },
  k: { name: "window, k", min: 1, max: 15 },
  s: { name: "stride, s", min: 1, max: 8 },
  p: { name: "padding, p", min: 0, max: 7 },
  h: { name: "side of the picture, h", min: 1, max: 1024 },
  g: { name: "side wanted, g", min: 1, max: 64 },
  t: { name: "places, t", min: 1, max: 4096 },
  d: { name: "numbers a place, d", min: 1, max: 16384 },
  m: { name: "state, m", min: 1, max: 16384 },
  v: { name: "words known, v", min: 1, max: 1000000 },
  q: { name: "heads", min: 1, max: 128 },
  w: { name: "width inside, w", min: 1, max: 65536 },
  r: { name: "share dropped", min: 0, max: 0.9, step: 0.1 },
};

const picture = { shape: "n c h h", wires: "window" };
const sequence = { shape: "n t d", to: "n t m", wires: "chain", learned: true, start: { n: 32, t: 20, d: 64, m: 128 }, needs: "n t d m" };
const plain = { shape: "n in", to: "n in", wires: "one", start: { n: 64, in: 256 }, needs: "n in" };

/**
 * name → role and use in a sentence; code; `weights` and `biases`, which are counted;
 * `wires`: who looks at whom, and whether that is `learned`; `start`: sizes at first.
 */
export const LAYERS = {
  Linear: {
    role: "Every neuron takes a weighted sum of all the inputs. Also called dense or fully connected.",
    use: "Tables, and the last step of almost every network.",
    shape: "n in", to: "n out", wires: "all", learned: true, weights: "in·out", biases: "out",
    needs: "n in out", start: { n: 64, in: 784, out: 256 }, code: "nn.Linear({in}, {out}{bias})",
  },
  Conv2d: {
    ...picture,
    role: "The same small window of weights slides over a picture and looks for its pattern at every place.",
    use: "Pictures, and whatever lies on a grid.",
    to: "n f o o", learned: true, weights: "f·c·k·k", biases: "f", needs: "n c f h k s p",
    start: { n: 64, c: 3, f: 64, h: 32, k: 3, s: 1, p: 0 }, code: "nn.Conv2d({c}, {f}, {k}, stride={s}, padding={p}{bias})",
  },
  MaxPool2d: {
    ...picture,
    role: "Of every window it keeps the largest number.",
    use: "Behind convolutions, to make a picture smaller.",
    to: "n c o o", wires: "apart", needs: "n c h k s", start: { n: 64, c: 64, h: 32, k: 2, s: 2 }, code: "nn.MaxPool2d({k}, stride={s})",
  },
  AvgPool2d: {
    ...picture,
    role: "Of every window it keeps the mean.",
    use: "As MaxPool2d, where no single number should win.",
    to: "n c o o", wires: "apart", needs: "n c h k s", start: { n: 64, c: 64, h: 32, k: 2, s: 2 }, code: "nn.AvgPool2d({k}, stride={s})",
  },
  AdaptiveAvgPool2d: {
    ...picture,
    role: "Takes means over as many windows as you ask for, whatever the size of the picture.",
    use: "With a side of 1: one mean for each channel, before the last Linear.",
    to: "n c g g", wires: "apart", needs: "n c h g", start: { n: 64, c: 64, h: 7, g: 1 }, code: "nn.AdaptiveAvgPool2d({g})",
  },
  BatchNorm1d: {
    ...plain,
    role: "Brings each number to mean 0 and spread 1 over the batch, then scales and shifts it as learned. In use, it takes means kept from training.",
    use: "Between a Linear and its activation, in deep networks.",
    wires: "batch", weights: "in + in", needs: "n in", start: { n: 64, in: 256 }, code: "nn.BatchNorm1d({in})",
  },
  BatchNorm2d: {
    role: "The same for pictures: one mean, spread, scale and shift for each channel.",
    use: "Behind convolutions.",
    shape: "n c h h", to: "n c h h", wires: "batch", weights: "c + c", needs: "n c h",
    start: { n: 64, c: 64, h: 32 }, code: "nn.BatchNorm2d({c})",
  },
  LayerNorm: {
    role: "Brings the numbers of one place to mean 0 and spread 1, whatever the rest of the batch, then scales and shifts them as learned.",
    use: "In transformers.",
    shape: "n t d", to: "n t d", wires: "norm", weights: "d", biases: "d", needs: "n t d",
    start: { n: 32, t: 20, d: 512 }, code: "nn.LayerNorm({d}{bias})",
  },
  Dropout: {
    ...plain,
    role: "In training it sets a random share of the numbers to 0 and enlarges the rest. In use it does nothing.",
    use: "Against learning by heart.",
    wires: "drop", needs: "n in r", start: { n: 64, in: 256, r: 0.5 }, code: "nn.Dropout({r})",
  },
  Embedding: {
    role: "A table with one row of learned numbers for each word. It takes the number of a word and hands out its row.",
    use: "The first layer of a language model; also for products or places.",
    shape: "n t", to: "n t d", wires: "table", learned: true, weights: "v·d", needs: "n t v d",
    start: { n: 32, t: 20, v: 10000, d: 64 }, code: "nn.Embedding({v}, {d})",
  },
  RNN: {
    ...sequence,
    role: "Reads a sequence place by place. At each it mixes the input with its own last state.",
    use: "Short sequences, and streams.",
    weights: "m·d + m·m", biases: "m + m", code: "nn.RNN({d}, {m}{bias}, batch_first=True)",
  },
  GRU: {
    ...sequence,
    role: "An RNN with two gates that decide what to keep of the last state: three sets of weights.",
    use: "Sequences, where an LSTM seems too much.",
    weights: "3·m·d + 3·m·m", biases: "3·m + 3·m", code: "nn.GRU({d}, {m}{bias}, batch_first=True)",
  },
  LSTM: {
    ...sequence,
    role: "An RNN with three gates and a second state that serves as memory: four sets of weights.",
    use: "Sequences in which something early matters late.",
    weights: "4·m·d + 4·m·m", biases: "4·m + 4·m", code: "nn.LSTM({d}, {m}{bias}, batch_first=True)",
  },
  MultiheadAttention: {
    role: "Every place asks all places and takes a mixture of what they offer. Four square matrices: query, key, value, output.",
    use: "The heart of a transformer.",
    shape: "n t d", to: "n t d", wires: "places", weights: "4·d·d", biases: "4·d", needs: "n t d q",
    start: { n: 32, t: 20, d: 512, q: 8 }, code: "nn.MultiheadAttention({d}, {q}{bias}, batch_first=True)",
  },
  TransformerEncoderLayer: {
    role: "Attention, then two Linear layers for each place; around both a shortcut, and a LayerNorm behind it.",
    use: "Stacked, it makes a transformer.",
    shape: "n t d", to: "n t d", wires: "places", weights: "4·d·d + 2·d·w + 2·d", biases: "4·d + w + d + 2·d", needs: "n t d q w",
    start: { n: 32, t: 20, d: 512, q: 8, w: 2048 }, code: "nn.TransformerEncoderLayer({d}, {q}, {w}{bias}, batch_first=True)",
  },
  Flatten: {
    role: "Writes all the numbers of an example into one row. It computes nothing.",
    use: "Between the part that sees a picture and the first Linear.",
    shape: "n c h h", to: "n c·h·h", wires: "one", needs: "n c h", start: { n: 64, c: 1, h: 28 }, code: "nn.Flatten()",
  },
  ReLU: {
    ...plain,
    role: "Sets negative numbers to 0. As an activation, it stands between layers.",
    use: "Behind every hidden layer, unless you know better.",
    code: "nn.ReLU()",
  },
  Softmax: {
    ...plain,
    role: "Turns the scores of an example into shares that add up to 1. Each share looks at all the scores.",
    use: "At the output, when you want shares. PyTorch’s cross-entropy loss wants the scores without it.",
    wires: "all", start: { n: 64, in: 10 }, code: "nn.Softmax(dim=1)",
  },
};

/** What is counted: weights, and biases unless they are left out. */
export const counted = ({ weights, biases }, bias) => [weights, bias && biases].filter(Boolean).join(" + ");

/** Sizes with the side that a window leaves: ⌊(h + 2p − k) / s⌋ + 1. */
const derived = (sizes) => ({ ...sizes, o: Math.floor((sizes.h + 2 * (sizes.p ?? 0) - sizes.k) / sizes.s) + 1 });

const shape = (letters, sizes) => letters.split(" ").map((letter) => value(letter, sizes));

/** A line of PyTorch: sizes take the place of {letters}; `bias=False` only where it is meant. */
const filled = (code, sizes, bias) => code.replace(/\{(\w+)\}/g, (_, name) => (name === "bias" ? (bias ? "" : ", bias=False") : sizes[name]));

/** What keeps a layer from having these sizes, in a sentence, or "". */
export function trouble(name, sizes) {
  const { to, needs } = LAYERS[name];
  if (to.includes("o") && to.split(" ").includes("o") && derived(sizes).o < 1) return `A window of ${sizes.k} doesn’t fit into ${sizes.h + 2 * (sizes.p ?? 0)}.`;
  if (needs.includes("q") && sizes.d % sizes.q) return `The ${sizes.q} heads must share the ${sizes.d} numbers evenly: ${sizes.d} / ${sizes.q} is not whole.`;
  return "";
}

/** Everything about a layer of these sizes. */
export function layer(name, sizes, bias = true) {
  const { shape: from, to, code } = LAYERS[name];
  const all = derived(sizes);
  const sum = counted(LAYERS[name], bias);
  return { from: shape(from, all), to: shape(to, all), sum, parameters: value(sum, all), written: written(sum, all), code: filled(code, all, bias) };
}

/** A stack of dense layers: [784, 256, 10] has two. */
export function stack(widths) {
  return widths.slice(1).map((out, i) => layer("Linear", { n: 1, in: widths[i], out }));
}

/** The stack as PyTorch, with an activation between the layers. */
export function sequential(widths, activation) {
  const lines = stack(widths).map(({ code }) => `    ${code},\n`);
  return `nn.Sequential(\n${lines.join(activation === "none" ? "" : `    nn.${activation}(),\n`)})`;
}
