// @ts-check
/**
 * A training that can be replayed: the same settings and the same log of changes give the same
 * numbers at every step. That makes a step back exact, and an address enough to share it.
 *
 * A log entry [step, what, value] takes effect when that step is reached: `what` is "rate", "l2"
 * or the place of a weight in theta. Every tenth step is kept; others are computed again.
 */
import { Mlp } from "./mlp.js";
import { normalNumbers, points } from "./points.js";

const KEPT = 10;

export class Training {
  /** @param {any} settings data, noise, own, hidden, activation, rate, l2, seed, log */
  constructor(settings) {
    this.settings = settings;
    this.log = settings.log;
    Object.assign(this, points(settings.data, settings.noise, settings.own));
    this.net = new Mlp(settings.hidden, settings.activation);
    this.kept = new Map();
    this.losses = [];
    this.tests = new Map();
    this.begin();
  }

  begin() {
    this.net.begin(normalNumbers(this.settings.seed));
    this.arrive(0);
  }

  /** What holds at a step: kept numbers, changed settings, changed weights. */
  arrive(step) {
    const { rate, l2 } = this.settings;
    Object.assign(this, { step, rate, l2 });
    if (step % KEPT === 0 && !this.kept.has(step)) this.kept.set(step, this.net.theta.slice());
    for (const [at, what, value] of this.log) {
      if (at <= step && (what === "rate" || what === "l2")) this[what] = value;
      else if (at === step) this.net.theta[what] = value;
    }
    if (step < 100 || step % KEPT === 0) this.testNow();
  }

  testNow() {
    if (this.test.length && !this.tests.has(this.step)) this.tests.set(this.step, this.net.measure(this.test).loss);
  }

  /** One turn of the loop. */
  forward() {
    this.losses[this.step] = this.net.turn(this.train, this.rate, this.l2);
    this.arrive(this.step + 1);
  }

  /** Walks toward a step, from a kept one if it lies behind; stops when `late()` says so. */
  walk(step, late = () => false) {
    if (step < this.step) this.restore(step - (step % KEPT));
    while (this.step < step && !late()) this.forward();
    return this.step === step;
  }

  restore(step) {
    this.net.theta.set(this.kept.get(step));
    this.arrive(step);
  }

  /** The log with one change made now; what came later is forgotten. */
  changed(what, value) {
    const before = this.log.filter(([at, which]) => at < this.step || (at === this.step && which !== what));
    return [...before, [this.step, what, value]];
  }

  /** Takes a log that begins as the present one does up to this step, and goes on from here. */
  follow(log) {
    const { step } = this;
    this.log = log;
    for (const at of [...this.kept.keys()]) if (at > step) this.kept.delete(at);
    for (const at of [...this.tests.keys()]) if (at >= step) this.tests.delete(at);
    this.losses.length = Math.min(this.losses.length, step);
    this.restore(step - (step % KEPT));
    this.walk(step);
  }

  /** Both losses now, and how many answers are right. */
  now() {
    this.testNow();
    return { train: this.net.measure(this.train), test: this.test.length ? this.net.measure(this.test) : null };
  }
}
