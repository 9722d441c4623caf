// @ts-check
/** What has happened in the playground, in words. */
import { shown } from "./format.js";

const many = (steps) => steps.toLocaleString("en");
const points = (right, all) => `${right} of ${all} ${all === 1 ? "point" : "points"} right`;

/** The state of a training in one short line. */
export function count(step, now) {
  return `step ${many(step)} · loss ${shown(now.train.loss, 4)}${now.test ? ` · test ${shown(now.test.loss, 4)}` : ""}`;
}

/** What one sees, and what it may mean. `past` is what was told last. */
export function story(training, now, past) {
  const { train, test, step, net } = training;
  if (!train.length) return "There are no points yet. Click into the square to set some.";
  const { loss, right } = now.train;
  if (!Number.isFinite(loss) || !net.theta.every(Number.isFinite)) return "The numbers have run away: the steps were too long. Press “New start” and take a smaller learning rate.";
  const parts = [`After ${many(step)} ${step === 1 ? "step" : "steps"}: ${points(right, train.length)}, loss ${shown(loss, 3)}.`];
  if (!step) parts[0] = `Before the first step: random weights, ${points(right, train.length)}, loss ${shown(loss, 3)}.`;
  if (test.length) parts.push(`Of the points it has not seen, ${now.test.right} of ${test.length}, loss ${shown(now.test.loss, 3)}.`);
  if (past && past.step < step && past.key === training.key) parts.push(change(past, loss, step));
  const best = lowest(training);
  if (test.length && step > 50 && best.loss < now.test.loss - 0.05) parts.push(`The test loss was lowest at step ${many(best.step)}, ${shown(best.loss, 3)}: since then it learns its own points by heart.`);
  if (step >= 1000 && right < train.length && slow(training)) parts.push("The loss hardly moves any more: it may be stuck. Another start may do better.");
  return parts.join(" ");
}

function change(past, loss, step) {
  const steps = step - past.step;
  const way = loss < past.loss ? "fell" : "rose";
  return `In the last ${steps === 1 ? "step" : `${many(steps)} steps`} the loss ${way} by ${shown(Math.abs(loss - past.loss), 3)}.`;
}

function lowest({ tests }) {
  return [...tests].reduce((best, [step, loss]) => (loss < best.loss ? { step, loss } : best), { step: 0, loss: Infinity });
}

function slow({ losses, step }) {
  return losses[step - 200] - losses[step - 1] < 0.002;
}
