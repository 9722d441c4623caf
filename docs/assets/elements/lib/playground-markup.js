// @ts-check
/** The parts of the playground as HTML, without any state. */
import { UNIT, WIDTH } from "./network-plan.js";
import { NOISE, PENALTIES, RATES } from "./playground-state.js";
import { SETS } from "./points.js";

export const PLOT = 300; // the width of the square of points, in its own units
export const SPEEDS = { "1 step/s": 1, "10 steps/s": 10, "60 steps/s": 60, "600 steps/s": 600, "full speed": 60000 };

const option = ([value, words]) => `<option value="${value}">${words}</option>`;
const select = (name, words, pairs) => `<label class="field">${words} <select name="${name}">${pairs.map(option).join("")}</select></label>`;
const same = (values) => values.map((value) => [value, value]);
const button = (act, words, look = "button-quiet") => `<button type="button" class="${look}" data-act="${act}" data-part="${act}">${words}</button>`;
const counts = (from) => same([0, 1, 2, 3, 4, 5, 6, 7, 8].slice(from));
const percents = Array.from({ length: NOISE.max / NOISE.step + 1 }, (_, i) => [i * NOISE.step, `${i * NOISE.step} %`]);
const units = (layer) => `<select name="layer${layer}" aria-label="Units in hidden layer ${layer}">${counts(0).map(option).join("")}</select>`;

const BAR = `<div class="pg-bar">${button("play", "Play", "button")}${button("back", "Step back")}${button("step", "Step")}
<select class="select" name="speed" aria-label="Speed">${Object.keys(SPEEDS).map((name) => option([name, name])).join("")}</select>
${button("again", "New start")}${button("reset", "Reset")}<output data-part="count"></output></div>`;

const NET = `<div class="pg-net"><div data-part="maps"></div>
<svg data-part="net" role="group" aria-label="The network. Arrow keys go from number to number, Enter changes one."></svg></div>`;

const PLANE = `<div class="pg-plane"><canvas data-part="field" aria-hidden="true"></canvas>
<svg data-part="plane" viewBox="0 0 ${PLOT} ${PLOT}" role="application" tabindex="0" aria-label="The points, and what the network answers everywhere. Arrow keys move a cross; its value is told.">
<path data-part="line" class="boundary"/><g data-part="dots"></g><path data-part="cross" class="cross"/></svg><p data-part="seen"></p></div>`;

const CURVES = `<svg data-part="curves" class="pg-curves" viewBox="0 0 ${PLOT} 90" role="img" aria-label="Loss by step">
<path class="axis" d="M0 89.5H${PLOT}M.5 0V90"/><path data-part="test" class="test"/><path data-part="train" class="train"/>
<text x="${PLOT - 4}" y="14" data-part="top"></text></svg><p class="pg-key"><span class="train">training loss</span><span class="test">test loss</span></p>`;

const EDIT = `<div class="pg-edit" hidden><label class="field"><span data-part="which"></span> <input type="number" name="number" step="0.1" min="-20" max="20"></label>${button("hold", "Hold in view")}</div>
<p data-part="held" class="pg-held"></p>`;

const SETTINGS = `<form class="pg-settings">${select("data", "Points", Object.entries(SETS))}${select("noise", "Noise", percents)}
<span class="field" role="group" aria-label="Units in the hidden layers">Hidden units ${units(1)}${units(2)}${units(3)}</span>
${select("activation", "Activation", [["tanh", "tanh"], ["relu", "ReLU"], ["sigmoid", "sigmoid"], ["none", "none"]])}
${select("rate", "Learning rate", same(RATES))}${select("l2", "L2 penalty", same(PENALTIES))}</form>`;

const OWN = `<form class="pg-own" hidden><span class="segmented" role="radiogroup" aria-label="A click sets">
<label><input type="radio" name="kind" value="1" checked> discs</label><label><input type="radio" name="kind" value="0"> rings</label></span>${button("clear", "Clear")}</form>`;
const TAKE = `<details class="hint pg-paste"><summary>Paste points, copy as Python</summary>
<label>One point in each line, such as 0.5, −1, 1 (the last number is the class):<textarea name="pasted" rows="4" spellcheck="false"></textarea></label>
<div class="demo-actions">${button("paste", "Use these points")}${button("numpy", "Copy as NumPy")}${button("torch", "Copy as PyTorch")}</div></details>`;

export const PLAYGROUND = `<div class="playground">${BAR}<div class="pg-right">${PLANE}${CURVES}${OWN}</div><div class="pg-left">${NET}${EDIT}</div>
<p data-part="said" role="status"></p>${SETTINGS}${TAKE}</div>`;

/** A canvas for each unit, over its frame. */
export const canvases = (spots, height) =>
  spots.map(({ x, y }) => `<canvas style="left:${((x - UNIT / 2) / WIDTH) * 100}%;top:${((y - UNIT / 2) / height) * 100}%;width:${(UNIT / WIDTH) * 100}%"></canvas>`).join("");

/** A point: a disc for class 1, a ring for class 0; those to test on are smaller and pale. */
export function dot([x, y, t], [low, high], test) {
  const place = (value) => (((value - low) / (high - low)) * PLOT).toFixed(1);
  return `<circle class="${t ? "disc" : "ring"}${test ? " test" : ""}" cx="${place(x)}" cy="${(PLOT - Number(place(y))).toFixed(1)}" r="${test ? 2.5 : 4.5}"/>`;
}

/** Losses as a line: one place for each pair of step and loss. */
export function curve(pairs, last, top) {
  const place = ([step, loss]) => `${((step / last) * PLOT).toFixed(1)} ${(90 - (Math.min(loss, top) / top) * 88).toFixed(1)}`;
  return pairs.length ? `M${pairs.map(place).join("L")}` : "";
}
