// @ts-check
/**
 * What a demo can be set to, and how an address says it: `?neuron=w1:0.9,b:-1` names the
 * differences from the start. A field is a dial {min, max, step} or a list of choices.
 */

/** The nearest value that the dial has. */
export function snap(value, { min, max, step }) {
  const steps = Math.round(Math.min(max, Math.max(min, value)) / step);
  return Number((steps * step).toFixed(10)) + 0; // + 0 turns −0 into 0
}

/** The start changed by [key, text] pairs, or null where a text is not a value of its field. */
export function changed(pairs, fields, start) {
  const state = { ...start };
  for (const [key, text] of pairs) {
    const field = Object.hasOwn(fields, key) && fields[key];
    if (!field || !holds(field, text)) return null;
    state[key] = field.step ? snap(Number(text), field) : text;
  }
  return state;
}

function holds(field, text) {
  if (!field.step) return field.includes(text);
  return text?.trim() && Number(text) >= field.min && Number(text) <= field.max;
}

/** The state an address asks for: undefined where it asks for none, null where it is damaged. */
export function fromAddress(address, name, fields, start) {
  const text = new URL(address).searchParams.get(name);
  return text === null ? undefined : changed(text.split(",").map((pair) => pair.split(":")), fields, start);
}

/** The address with the state in it; the rest of it, the anchor too, stays. */
export function toAddress(address, name, state, start) {
  const url = new URL(address);
  const others = url.search.slice(1).split("&").filter((part) => part && !part.startsWith(`${name}=`));
  const pairs = Object.keys(start).filter((key) => state[key] !== start[key]).map((key) => `${key}:${state[key]}`);
  url.search = others.concat(pairs.length ? `${name}=${pairs}` : []).join("&");
  return url.href;
}

/** A function that draws numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomNumbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Random numbers on every dial. Choices stay. */
export function randomised(fields, state, seed) {
  const next = randomNumbers(seed);
  const dials = Object.entries(fields).filter(([, field]) => field.step);
  return { ...state, ...Object.fromEntries(dials.map(([key, f]) => [key, snap(f.min + next() * (f.max - f.min), f)])) };
}
