// @ts-check
/**
 * A network of full layers with two inputs and one answer: forward, loss, backward, update.
 *
 * All numbers stand in one list, `theta`: for each layer its weights, one unit after the other,
 * and then its biases. The answer is a sigmoid, the loss the mean cross-entropy of the examples
 * [x₁, x₂, t], plus l2/2 times the sum of the squared weights where that is asked for.
 */

/** Each activation, and its slope told by its output. */
export const ACTIVATIONS = {
  tanh: { of: Math.tanh, slope: (a) => 1 - a * a },
  relu: { of: (z) => Math.max(0, z), slope: (a) => (a > 0 ? 1 : 0) },
  sigmoid: { of: (z) => 1 / (1 + Math.exp(-z)), slope: (a) => a * (1 - a) },
  none: { of: (z) => z, slope: () => 1 },
};
export const sigmoid = ACTIVATIONS.sigmoid.of;

/** The cross-entropy of one example, from the sum before the sigmoid. It can't overflow. */
const crossEntropy = (z, t) => Math.max(z, 0) - z * t + Math.log1p(Math.exp(-Math.abs(z)));

export class Mlp {
  /** @param {number[]} hidden units of each hidden layer @param {string} activation theirs */
  constructor(hidden, activation) {
    this.sizes = [2, ...hidden, 1];
    this.phi = ACTIVATIONS[activation];
    this.layers = [];
    let at = 0, unit = 0;
    for (let l = 1; l < this.sizes.length; l++) {
      const [inputs, outputs] = [this.sizes[l - 1], this.sizes[l]];
      const weights = at, biases = at + inputs * outputs;
      this.layers.push({ inputs, outputs, weights, biases, from: unit, to: unit + inputs });
      at = biases + outputs;
      unit += inputs;
    }
    this.theta = new Float64Array(at);
    this.gradient = new Float64Array(at);
    this.a = new Float64Array(unit + 1); // what every unit gives, the inputs first
    this.delta = new Float64Array(unit + 1); // the slope of the loss with respect to each sum
  }

  /** Random weights, smaller where a unit has more inputs; biases of 0. */
  begin(normal) {
    for (const { inputs, weights, biases, outputs } of this.layers) {
      for (let i = weights; i < biases; i++) this.theta[i] = normal() / Math.sqrt(inputs);
      this.theta.fill(0, biases, biases + outputs);
    }
  }

  /** Fills `a` and returns the last sum, before its sigmoid. */
  forward(x1, x2) {
    const { theta, a, phi, layers } = this;
    a[0] = x1;
    a[1] = x2;
    let z = 0;
    for (const { inputs, outputs, weights, biases, from, to } of layers) {
      for (let j = 0; j < outputs; j++) {
        z = theta[biases + j];
        for (let i = 0, w = weights + j * inputs; i < inputs; i++) z += theta[w + i] * a[from + i];
        a[to + j] = phi.of(z);
      }
    }
    a[a.length - 1] = sigmoid(z);
    return z;
  }

  /** Adds the gradient of one example, after its forward pass. */
  backward(slope) {
    const { theta, gradient, a, delta, phi, layers } = this;
    delta[delta.length - 1] = slope;
    for (let l = layers.length - 1; l >= 0; l--) {
      const { inputs, outputs, weights, biases, from, to } = layers[l];
      if (l) delta.fill(0, from, to);
      for (let j = 0; j < outputs; j++) {
        const d = delta[to + j], w = weights + j * inputs;
        gradient[biases + j] += d;
        for (let i = 0; i < inputs; i++) {
          gradient[w + i] += d * a[from + i];
          if (l) delta[from + i] += d * theta[w + i];
        }
      }
      if (l) for (let i = from; i < to; i++) delta[i] *= phi.slope(a[i]);
    }
  }

  /** One turn on all the examples. Returns the loss before it, without the penalty. */
  turn(examples, rate, l2) {
    const { theta, gradient, layers } = this;
    let loss = 0;
    gradient.fill(0);
    for (const [x1, x2, t] of examples) {
      const z = this.forward(x1, x2);
      loss += crossEntropy(z, t);
      this.backward((sigmoid(z) - t) / examples.length);
    }
    for (const { weights, biases, outputs } of layers) {
      for (let i = weights; i < biases; i++) theta[i] -= rate * (gradient[i] + l2 * theta[i]);
      for (let i = biases; i < biases + outputs; i++) theta[i] -= rate * gradient[i];
    }
    return loss / examples.length;
  }

  /** The loss on examples, and how many are answered on the right side. */
  measure(examples) {
    let loss = 0, right = 0;
    for (const [x1, x2, t] of examples) {
      const z = this.forward(x1, x2);
      loss += crossEntropy(z, t);
      right += Number(z > 0 === t > 0);
    }
    return { loss: loss / examples.length, right };
  }
}
