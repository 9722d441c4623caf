// @ts-check
/** A plain bar chart as SVG, as wide as its place; `words` say the same to who can't see it. */

const HEIGHT = 110; // pixels, of them 18 below and 20 above the bars
const FLOOR = HEIGHT - 18;

function shape(tag, attributes, text = "") {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.textContent = text;
  return element;
}

/** @param {{value: number, label: string, top: string, mark?: boolean}[]} each @param {string} words */
export function bars(each, words, most = Math.max(...each.map(({ value }) => value), 1)) {
  const svg = shape("svg", { class: "bars", role: "img", "aria-label": words, width: "100%", height: HEIGHT });
  const wide = 100 / each.length;
  each.forEach(({ value, label, top, mark }, n) => {
    const height = value ? Math.max((FLOOR - 20) * (value / most), 2) : 0;
    const x = `${wide * (n + 0.5)}%`;
    svg.append(
      shape("rect", { x: `${wide * (n + 0.14)}%`, width: `${wide * 0.72}%`, y: FLOOR - height, height, ...(mark && { class: "mark" }) }),
      shape("text", { x, y: FLOOR - height - 5 }, top),
      shape("text", { x, y: HEIGHT - 4 }, label),
    );
  });
  svg.append(shape("line", { x1: 0, x2: "100%", y1: FLOOR, y2: FLOOR }));
  return svg;
}
