// @ts-check
/** What the walk over a landscape says: where the ball is, how it got there, what limits the rate. */
import { shown } from "./format.js";
import { MOST, SURFACES, distance, diverged, limit, rests } from "./landscape.js";

/** Few digits for any size: almost 0, 0.0052, 1.31, 117, 1.1 · 10¹⁵. */
export function size(value) {
  const much = Math.abs(value);
  if (much >= 1e5) {
    const [digits, power] = value.toExponential(1).split("e+");
    return `${shown(Number(digits), 1)} · 10${[...power].map((d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[+d]).join("")}`;
  }
  if (much && much < 0.0005) return "almost 0";
  return shown(Number(value.toPrecision(much < 1 ? 2 : 3)));
}

const place = (name, w) => (SURFACES[name].size === 1 ? `w = ${size(w[0])}` : `(${size(w[0])}, ${size(w[1])})`);

/** The largest rate that the curvature here allows, and what this rate does. */
export function rule({ surface, rate, momentum }, w) {
  const { curvatures } = SURFACES[surface];
  const found = curvatures(...w);
  const most = Math.max(...found);
  const names = `Curvature here: λ = ${found.map(size).join(" and ")}.`;
  if (most <= 0) return `${names} It curves down, so no rate holds the ball.`;
  const bound = limit(momentum, most);
  const formula = momentum ? `2(1 + μ)/\u2060λ = ${size(bound)}` : `2/\u2060λ = ${size(bound)}`;
  return `${names} Limit ${formula}: the rate ${shown(rate)} ${regime(rate / bound, momentum)}.`;
}

function regime(share, momentum) {
  if (Math.abs(share - 1) < 1e-9) return "is exactly at it, the ball swings for ever";
  if (share > 1) return "is above it, so steps grow";
  if (momentum) return "is below it";
  if (Math.abs(share - 0.5) < 1e-9) return "is half of it, which goes straight to the lowest place along that curve";
  return share < 0.5 ? "is below half of it, so the ball comes down from one side" : "is above half of it, so the ball jumps across";
}

/** What the last step did, in a few sentences. */
export function whatHappened(state, places) {
  const { loss } = SURFACES[state.surface];
  const steps = places.length - 1;
  const now = places.at(-1);
  if (!steps) return `The ball lies at ${place(state.surface, now)}, where the loss is ${size(loss(...now))}.`;
  const before = places.at(-2);
  const [old, found] = [loss(...before), loss(...now)];
  const change = found < old ? `falls from ${size(old)} to ${size(found)}` : found > old ? `rises from ${size(old)} to ${size(found)}` : `stays at ${size(found)}`;
  return `Step ${steps}: ${size(distance(now, before))} long, to ${place(state.surface, now)}. The loss ${change}. ${ending(state, places)}`.trim();
}

function ending(state, places) {
  const steps = places.length - 1;
  if (diverged(places)) return `It has diverged: after ${steps} steps the ball is more than a million away and will not come back.`;
  if (rests(state, places)) return `Here it rests: ${kind(state.surface, places.at(-1))}`;
  const lengths = [3, 2, 1].map((back) => (steps >= back ? distance(places.at(-back), places.at(-back - 1)) : 0));
  if (steps >= 3 && lengths[0] > 0 && lengths[1] > lengths[0] && lengths[2] > lengths[1] && !state.momentum && !state.noise) return "Each step is longer than the one before.";
  return steps >= MOST ? `${MOST} steps are all that this demo makes.` : "";
}

function kind(name, w) {
  const { curvatures, loss, minima } = SURFACES[name];
  const found = curvatures(...w);
  if (Math.max(...found) < 0) return "no slope, but it lies on a top.";
  if (Math.min(...found) < 0) return "no slope, but this is a saddle. In one direction it goes down.";
  const lowest = Math.min(...minima.map((one) => loss(...one)));
  return loss(...w) - lowest > 0.01 ? `a minimum, but a local one. Elsewhere the loss is ${size(lowest)}.` : "a minimum.";
}
