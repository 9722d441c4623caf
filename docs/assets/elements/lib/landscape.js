// @ts-check
/** Losses of one number or two, and a ball that walks down them as torch.optim.SGD does. */
import { randomNumbers } from "./tiny-network.js";

export const MOST = 300; // steps
const FAR = 1e6; // further out it has diverged

/** Each with its gradient and its curvatures along w₁ and w₂; `size` counts the numbers. */
export const SURFACES = {
  valley: {
    name: "one number: a valley", formula: "J = 5·w²", size: 1, high: 22,
    loss: (x) => 5 * x * x, gradient: (x) => [10 * x, 0], curvatures: () => [10], minima: [[0, 0]],
  },
  dips: {
    name: "one number: two dips", formula: "J = (w² − 1)²/2 + 0.3·w + 0.4", size: 1, high: 5,
    loss: (x) => 0.5 * (x * x - 1) * (x * x - 1) + 0.3 * x + 0.4,
    gradient: (x) => [2 * x * (x * x - 1) + 0.3, 0], curvatures: (x) => [6 * x * x - 2],
    minima: [[-1.0679, 0], [0.9143, 0]],
  },
  bowl: {
    name: "a bowl", formula: "J = w₁² + 3·w₂²", size: 2, levels: [0.25, 1, 2.25, 4, 6.25, 9, 12.25, 16],
    loss: (x, y) => x * x + 3 * y * y, gradient: (x, y) => [2 * x, 6 * y], curvatures: () => [2, 6], minima: [[0, 0]],
  },
  ravine: {
    name: "a ravine", formula: "J = (0.5·w₁² + 10·w₂²)/2", size: 2, levels: [0.25, 1, 2.25, 4, 6.25, 9, 12.25, 16],
    loss: (x, y) => 0.25 * x * x + 5 * y * y, gradient: (x, y) => [0.5 * x, 10 * y], curvatures: () => [0.5, 10], minima: [[0, 0]],
  },
  saddle: {
    name: "a saddle", formula: "J = w₁² − w₂²/2 + w₂⁴/4", size: 2, levels: [-0.24, -0.2, -0.1, 0, 0.25, 1, 2.25, 4, 6.25],
    loss: (x, y) => x * x - 0.5 * y * y + 0.25 * y * y * y * y,
    gradient: (x, y) => [2 * x, y * y * y - y], curvatures: (x, y) => [2, 3 * y * y - 1], minima: [[0, 1], [0, -1]],
  },
  minima: {
    name: "two minima", formula: "J = (w₁² − 1)²/2 + 0.3·w₁ + 0.4 + w₂²", size: 2, levels: [0.15, 0.3, 0.5, 0.72, 0.9, 1.25, 2.25, 4, 9, 16],
    loss: (x, y) => 0.5 * (x * x - 1) * (x * x - 1) + 0.3 * x + 0.4 + y * y,
    gradient: (x, y) => [2 * x * (x * x - 1) + 0.3, 2 * y], curvatures: (x) => [6 * x * x - 2, 2],
    minima: [[-1.0679, 0], [0.9143, 0]],
  },
};

/** Pairs of numbers from a bell curve that depend on the seed alone (Box and Muller). */
function bell(seed) {
  const random = randomNumbers(seed);
  return () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  };
}

/**
 * The places of the ball, [w₁, w₂], from the start on; the walk ends early where it diverges.
 * With momentum μ, v becomes μ·v + gradient, and w becomes w − rate·v.
 */
export function walk({ surface, x, y, rate, momentum, noise, seed }, steps) {
  const { gradient, size } = SURFACES[surface];
  const draw = bell(seed);
  const [w, v] = [[x, size === 2 ? y : 0], [0, 0]];
  const places = [[...w]];
  while (places.length <= steps && Math.hypot(...w) < FAR) {
    const slopes = gradient(w[0], w[1]);
    const pushes = noise ? draw() : [0, 0];
    for (let i = 0; i < size; i++) {
      v[i] = momentum * v[i] + (slopes[i] + noise * pushes[i]);
      w[i] -= rate * v[i];
    }
    places.push([...w]);
  }
  return places;
}

/** Whether the walk has left for good. */
export const diverged = (places) => Math.hypot(...places.at(-1)) >= FAR;

/** Whether the ball lies still, or nearly: no slope and no last step to speak of. */
export function rests({ surface, noise }, places) {
  if (noise || places.length < 2) return false;
  const [now, before] = [places.at(-1), places.at(-2)];
  return Math.hypot(...SURFACES[surface].gradient(...now)) < 1e-3 && distance(now, before) < 1e-3;
}

export const distance = (p, q) => Math.hypot(p[0] - q[0], p[1] - q[1]);

/** After how many steps a run may end: it has diverged, lies still, or has had enough. */
export function lastStep(state) {
  const places = walk(state, MOST);
  if (diverged(places)) return places.length - 1;
  for (let n = 1; n < places.length; n++) if (rests(state, places.slice(n - 1, n + 1))) return n;
  return MOST;
}

/** The largest learning rate that holds where the curvature is λ: 2(1 + μ)/λ. */
export const limit = (momentum, curvature) => (2 * (1 + momentum)) / curvature;

/** Short lines where f has this level, as an SVG path (marching squares on `cells` squares a unit). */
export function contour(f, level, { left, right, low, high }, cells, place) {
  const [columns, rows] = [(right - left) * cells, (high - low) * cells];
  const at = (i, j) => [left + i / cells, low + j / cells];
  let path = "";
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) {
      const corners = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)];
      const heights = corners.map(([x, y]) => f(x, y) - level);
      const ends = heights.flatMap((h, k) => {
        const next = (k + 1) % 4;
        if (h < 0 === heights[next] < 0) return [];
        const share = h / (h - heights[next]);
        return [place(corners[k].map((v, d) => v + (corners[next][d] - v) * share))];
      });
      for (let k = 0; k + 1 < ends.length; k += 2) path += `M${ends[k]}L${ends[k + 1]}`;
    }
  }
  return path;
}
