// @ts-check
/**
 * What a program draws comes from a stranger: keep shapes, words and colours of its SVG,
 * and drop all that could run, link or fetch.
 */

const ELEMENTS = new Set(`
  svg g defs title desc path rect circle ellipse line polyline polygon text tspan
  clipPath mask marker pattern linearGradient radialGradient stop`.trim().split(/\s+/));

const ATTRIBUTES = new Set(`
  id class role lang viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry
  fx fy d points dx dy rotate textLength lengthAdjust pathLength transform
  gradientTransform gradientUnits patternTransform patternUnits patternContentUnits
  spreadMethod offset clipPathUnits maskUnits maskContentUnits markerWidth markerHeight
  markerUnits orient refX refY opacity fill fill-opacity fill-rule stroke stroke-width
  stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stop-color stop-opacity color clip-path clip-rule mask marker-start
  marker-mid marker-end font-family font-size font-style font-weight font-variant
  letter-spacing text-anchor text-decoration dominant-baseline alignment-baseline
  baseline-shift paint-order vector-effect shape-rendering text-rendering visibility
  display aria-label aria-labelledby aria-describedby aria-hidden`.trim().split(/\s+/));

const LOCAL = /url\(\s*(["']?)#([\w.-]+)\1\s*\)/g;

/** A value that reaches outside of the drawing, or hides in escapes that it might. */
function reachesOut(value) {
  return /url\s*\(|image-set|src\s*\(|@import|expression|javascript:|\\|\/\*/i.test(value.replace(LOCAL, ""));
}

/** Ids get a prefix, so that two drawings on one page do not take each other's parts. */
function prefixed(name, value, prefix) {
  if (name === "id") return prefix + value;
  if (name === "aria-labelledby" || name === "aria-describedby") {
    return value.trim().split(/\s+/).map((id) => prefix + id).join(" ");
  }
  return value.replace(LOCAL, (_, quote, id) => `url(#${prefix}${id})`);
}

/** Of a style attribute, the declarations that could be attributes too. */
function cleanStyle(value) {
  const property = (declaration) => declaration.slice(0, declaration.indexOf(":")).trim();
  return value.split(";").filter((each) => ATTRIBUTES.has(property(each))).join(";");
}

function cleanAttributes(element, prefix) {
  for (const { name, value } of [...element.attributes]) {
    if (name === "xmlns") continue;
    element.removeAttribute(name);
    if (reachesOut(value) || (name !== "style" && !ATTRIBUTES.has(name))) continue;
    const safe = name === "style" ? cleanStyle(value) : value;
    element.setAttribute(name, prefixed(name, safe, prefix));
  }
}

/**
 * Clean a parsed drawing in place.
 * @param {Document} parsed an SVG document, not yet part of any page
 * @param {string} prefix for its ids
 * @returns {Element | null} the drawing, or null where there is none
 */
export function cleanDrawing(parsed, prefix) {
  const svg = parsed.documentElement;
  if (svg?.localName !== "svg" || svg.getElementsByTagName("parsererror").length) return null;
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    const ours = element.namespaceURI === "http://www.w3.org/2000/svg";
    if (ours && ELEMENTS.has(element.localName)) cleanAttributes(element, prefix);
    else element.remove();
  }
  return svg;
}
