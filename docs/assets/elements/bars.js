// @ts-check
/** A plain bar chart as SVG, as wide as its place, which says the same in words to who can't see it. */

import { node } from "./progress.js";

const HEIGHT = 110; // pixels, of them 18 below and 20 above the bars
const FLOOR = HEIGHT - 18;

function shape(tag, attributes, text = "") {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.textContent = text;
  return element;
}

/** @typedef {{value: number, label: string, top?: string}} Bar */

/** Draws into a figure, in place of what it showed. @param {Element} figure @param {Bar[]} each @param {string} caption @param {string} details */
export function draw(figure, each, caption, details, most = Math.max(...each.map(({ value }) => value), 1)) {
  const svg = shape("svg", { class: "bars", role: "img", "aria-label": `${caption}. ${details}`, width: "100%", height: HEIGHT });
  const wide = 100 / each.length;
  each.forEach(({ value, label, top }, n) => {
    const height = value ? Math.max((FLOOR - 20) * (value / most), 2) : 0;
    const x = `${wide * (n + 0.5)}%`;
    svg.append(
      shape("rect", { x: `${wide * (n + 0.14)}%`, width: `${wide * 0.72}%`, y: FLOOR - height, height }),
      shape("text", { x, y: FLOOR - height - 5 }, top),
      shape("text", { x, y: HEIGHT - 4 }, label),
    );
  });
  svg.append(shape("line", { x1: 0, x2: "100%", y1: FLOOR, y2: FLOOR }));
  figure.replaceChildren(svg, node("figcaption", {}, caption));
}
