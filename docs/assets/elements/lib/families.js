// @ts-check
/**
 * Eleven families of networks: what each computes, and its parameters for any sizes.
 *
 * `count` is a sum of products of the letters in SIZES, as in layers.js: the formula that the
 * reader sees is the one that is computed. `small` holds the sizes at first; they are those of
 * snippets/experiments/families.py, and tests hold every count to the networks that it builds.
 */
import { value, written } from "./sums.js";

/** What a reader can set, with limits. */
export const SIZES = {
  n: { name: "numbers of a picture, n", min: 1, max: 1000000 },
  c: { name: "channels in, c", min: 1, max: 1024 },
  f: { name: "detectors, f", min: 1, max: 1024 },
  w: { name: "width of window or expert, w", min: 1, max: 65536 },
  h: { name: "hidden units, h", min: 1, max: 65536 },
  v: { name: "words known, v", min: 1, max: 1000000 },
  t: { name: "places, t", min: 1, max: 100000 },
  d: { name: "numbers of a word or node, d", min: 1, max: 16384 },
  m: { name: "state, m", min: 1, max: 16384 },
  b: { name: "blocks, b", min: 1, max: 200 },
  z: { name: "code, z", min: 1, max: 16384 },
  e: { name: "numbers that say how noisy, e", min: 1, max: 1024 },
  x: { name: "experts, x", min: 1, max: 1024 },
  k: { name: "answers, k", min: 1, max: 100000 },
};

/** name → since when, equation, use and limit in a few words, what is counted, sizes at first. */
export const FAMILIES = {
  dense: {
    since: 1986, equation: "a = φ(Wx + b)", use: "tables; the end of other networks", limit: "knows no neighbours",
    count: "n·h + h + h·k + k", small: { n: 784, h: 128, k: 10 },
  },
  convolutional: {
    since: 1989, equation: "z(f, i, j) = b(f) + Σ w(f, c, u, v) · x(c, i + u, j + v)", use: "pictures, video, sound", limit: "what lies far apart meets late",
    count: "f·c·w·w + f + 2·f·f·w·w + 2·f + 2·f·k + k", small: { c: 1, f: 16, w: 3, k: 10 },
  },
  recurrent: {
    since: 1990, equation: "h(t) = f(h(t − 1), x(t))", use: "streams, small devices", limit: "one step after the other",
    count: "4·m·d + 4·m·m + 4·m + 4·m + m·k + k", small: { d: 64, m: 128, k: 10 },
  },
  transformer: {
    since: 2017, equation: "softmax(QKᵀ / √d) V", use: "text, and by now nearly everything", limit: "work grows with the square of the length",
    count: "v·d + t·d + 12·b·d·d + 13·b·d", small: { v: 1000, t: 64, d: 64, b: 2 },
  },
  graph: {
    since: 2009, equation: "h′(v) = φ(W · mean of h(u) over the neighbours u)", use: "molecules, people, meshes", limit: "after many rounds all nodes say the same",
    count: "d·m + m + m·k + k", small: { d: 34, m: 16, k: 2 },
  },
  autoencoder: {
    since: 2006, equation: "x̂ = g(f(x))", use: "compressing, finding what is odd", limit: "soft pictures",
    count: "n·h + h + 2·h·z + 2·z + z·h + h + h·n + n", small: { n: 784, h: 128, z: 16 },
  },
  adversarial: {
    since: 2014, equation: "min over G, max over D: E ln D(x) + E ln(1 − D(G(z)))", use: "sharp pictures in one step", limit: "two losses that chase each other",
    count: "z·h + h + h·n + n + n·h + h + h + 1", small: { z: 64, h: 128, n: 784 },
  },
  diffusion: {
    since: 2015, equation: "‖ε − ε̂(√ᾱ x + √(1 − ᾱ) ε, t)‖²", use: "pictures and sound", limit: "many steps for one picture",
    count: "n·h + e·h + h + h·h + h + h·n + n", small: { n: 784, e: 32, h: 256 },
  },
  siamese: {
    since: 1993, equation: "max(0, d(a, p) − d(a, n) + m)", use: "faces, signatures, search", limit: "hangs on which pairs it is shown",
    count: "n·h + h + h·z + z", small: { n: 784, h: 128, z: 32 },
  },
  sparse: {
    since: 1991, equation: "y = Σ g(e) · E(e, x), most g(e) = 0", use: "large language models", limit: "all experts must be kept in memory",
    count: "d·x + x + x·d·w + x·w + x·w·d + x·d", small: { d: 64, w: 256, x: 8 },
  },
  hybrid: {
    since: 2014, equation: "answer(weigh(follow(see(x))))", use: "video with sound, robots", limit: "when it fails, several parts may be to blame",
    count: "f·c·w·w + f + 3·m·f + 3·m·m + 6·m + 4·m·m + 4·m + m·k + k", small: { c: 3, f: 16, w: 3, m: 64, k: 10 },
  },
};

/** How many numbers a member of a family learns. */
export const parameters = (family, sizes) => value(FAMILIES[family].count, sizes);

/** The same as a sum with numbers in place of letters. */
export const sum = (family, sizes) => written(FAMILIES[family].count, sizes);
