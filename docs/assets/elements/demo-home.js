// @ts-check
/**
 * <demo-home>: a network of thirteen numbers learns a curve from sixteen examples.
 *
 * Markup: docs/index.md, which holds the trained network as a figure; without script it stays one.
 * Inside: svg.net with .edge and .unit, svg.plot with .start, .curve and .count, and .actions.
 * With script: plays once when it comes into view (not under reduced motion), can be run, stopped,
 * stepped and reset. Always the same numbers: the start comes from a fixed seed.
 */
import { loss, newNetwork, output, randomNumbers, step, unitOutputs } from "./lib/tiny-network.js";

const STEPS = 1000;
const RATE = 0.1;
const SEED = 9;
const SECONDS = 4;
const hidden = (/** @type {number} */ x) => 0.75 * Math.sin(1.5 * x + 0.4) + 0.12 * x;
const EXAMPLES = Array.from({ length: 16 }, (_, i) => -3 + (6 * (i + 0.5)) / 16).map((x) => [x, hidden(x)]);

/** The examples as points, and a function as a line, in the plot's 440 by 260. */
const across = (/** @type {number} */ x) => 220 + x * 68;
const down = (/** @type {number} */ y) => 130 - y * 95;
const line = (points) => "M" + points.map((point) => point.map((n) => n.toFixed(1)).join(" ")).join("L");
const curve = (network) =>
  line(Array.from({ length: 65 }, (_, i) => -3.2 + i / 10).map((x) => [across(x), down(output(network, x))]));

/** A unit's own bend, drawn inside its circle of radius 20. */
const bend = (network, unit) =>
  line(Array.from({ length: 13 }, (_, i) => i - 6).map((i) => [i * 2, -10 * unitOutputs(network, i / 2)[unit]]));

class DemoHome extends HTMLElement {
  connectedCallback() {
    this.leaving = new AbortController();
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.addControls();
    this.watch();
    this.reset();
    if (this.calm.matches) this.finish();
  }

  disconnectedCallback() {
    this.stop();
    this.leaving?.abort();
    this.eyes?.disconnect();
    this.querySelector(".actions")?.replaceChildren();
  }

  addControls() {
    const add = (/** @type {string} */ words, /** @type {string} */ look, /** @type {() => void} */ act) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = look;
      button.textContent = words;
      button.addEventListener("click", act, { signal: this.leaving?.signal });
      return button;
    };
    this.runButton = add("Run", "button", () => (this.frame ? this.stop() : this.run()));
    this.status = document.createElement("p");
    this.status.setAttribute("role", "status");
    this.querySelector(".actions")?.replaceChildren(
      this.runButton,
      add("Step", "button-quiet", () => (this.stop(), this.learn(this.steps + 10))),
      add("Reset", "button-quiet", () => (this.stop(), this.reset())),
      this.status,
    );
  }

  /** Plays once when most of the picture is in view; stops when it leaves. */
  watch() {
    let seen = false;
    const look = ([{ intersectionRatio }]) => {
      if (intersectionRatio === 0) return this.stop();
      if (seen || intersectionRatio < 0.6) return;
      seen = true;
      if (!this.calm?.matches) this.run();
    };
    this.eyes = new IntersectionObserver(look, { threshold: [0, 0.6] });
    this.eyes.observe(/** @type {Element} */ (this.querySelector(".plot")));
  }

  run() {
    if (this.steps >= STEPS) this.reset();
    if (this.calm?.matches) return this.finish();
    const first = this.steps;
    let began = 0;
    const frame = (/** @type {number} */ now) => {
      began ||= now;
      this.draw(first + Math.round(((now - began) / 1000 / SECONDS) * STEPS));
      if (this.steps < STEPS) this.frame = requestAnimationFrame(frame);
      else this.stop();
    };
    this.frame = requestAnimationFrame(frame);
    this.say();
  }

  stop() {
    if (!this.frame) return;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.say();
  }

  reset() {
    this.network = newNetwork(randomNumbers(SEED));
    this.steps = 0;
    this.learn(0);
    this.querySelector(".start")?.setAttribute("d", curve(this.network));
  }

  finish() {
    this.learn(STEPS);
  }

  learn(steps) {
    this.draw(steps);
    this.say();
  }

  /** Train up to `steps` and show the network as it then is. */
  draw(steps) {
    while (this.steps < Math.min(steps, STEPS)) {
      this.network = step(this.network, EXAMPLES, RATE);
      this.steps++;
    }
    const { v, w } = this.network;
    const weights = [...w, ...v];
    this.querySelectorAll(".edge").forEach((edge, i) => {
      edge.setAttribute("stroke", weights[i] < 0 ? "var(--negative)" : "var(--positive)");
      edge.setAttribute("stroke-width", (1 + 3 * Math.abs(weights[i])).toFixed(1));
    });
    this.querySelectorAll(".sign").forEach((sign, i) => (sign.textContent = weights[i] < 0 ? "−" : "+"));
    this.querySelectorAll(".bend").forEach((path, i) => path.setAttribute("d", bend(this.network, i)));
    this.querySelector(".curve")?.setAttribute("d", curve(this.network));
    const count = this.querySelector(".count");
    if (count) count.textContent = `step ${this.steps} · loss ${loss(this.network, EXAMPLES).toFixed(4)}`;
  }

  /** What has happened, in words. */
  say() {
    const error = loss(this.network, EXAMPLES).toFixed(4);
    this.runButton.textContent = this.frame ? "Stop" : "Run";
    this.status.textContent =
      this.frame ? "Learning: each step makes the loss a little smaller."
      : this.steps === 0 ? `Before the first step, the curve misses the examples: loss ${error}.`
      : this.steps < STEPS ? `After ${this.steps} steps the curve is on its way: loss ${error}.`
      : `After ${STEPS} steps the curve runs through the examples: loss ${error}.`;
  }
}

customElements.define("demo-home", DemoHome);
