// @ts-check
/**
 * A drawn digit and the network that reads it: strokes to ink, ink to the picture that MNIST
 * would hold, the picture through the layers. The arithmetic is that of the chapter's programs.
 */

export const PAD = 112; // the pad's sides: four for each pixel of MNIST
export const SIDE = 28;
const PEN = 5; // half the width of a stroke
const MOST = 3000; // letters of ink in an address

/** Strokes, [[x, y], …] each, as text for an address: four letters a point, a dot between strokes. */
export function written(strokes) {
  const part = (v) => v.toString(36).padStart(2, "0");
  return strokes.map((points) => points.map((point) => point.map(part).join("")).join("")).join(".");
}

/** Is this a text that `written` could have made? */
export function isInk(text) {
  return text.length <= MOST && /^(([0-2][0-9a-z]|3[0-3]){2}|\.(?=.))*$/.test(text);
}

/** The strokes of such a text. */
export function read(text) {
  const points = (part) => (part.match(/..../g) ?? []).map((four) => [0, 2].map((i) => parseInt(four.slice(i, i + 2), 36)));
  return text.split(".").map(points).filter((stroke) => stroke.length);
}

/** Put strokes on ink of PAD by PAD; each segment is a line with round ends and a soft edge. */
export function draw(ink, strokes) {
  for (const points of strokes) points.forEach((point, i) => segment(ink, points[Math.max(0, i - 1)], point));
  return ink;
}

function segment(ink, [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy || 1;
  const [left, right] = [Math.min(ax, bx) - PEN - 1, Math.max(ax, bx) + PEN + 1];
  const [top, bottom] = [Math.min(ay, by) - PEN - 1, Math.max(ay, by) + PEN + 1];
  for (let y = Math.max(0, top); y <= Math.min(PAD - 1, bottom); y++) {
    for (let x = Math.max(0, left); x <= Math.min(PAD - 1, right); x++) {
      const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
      const away = Math.sqrt((x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2);
      const value = Math.min(1, Math.max(0, PEN + 0.5 - away));
      if (value > ink[y * PAD + x]) ink[y * PAD + x] = value;
    }
  }
}

/** A picture of SIDE by SIDE, 0 to 255, as ink of PAD by PAD. */
export function enlarged(picture) {
  const scale = PAD / SIDE;
  return Float64Array.from({ length: PAD * PAD }, (_, i) => picture[Math.floor(i / PAD / scale) * SIDE + Math.floor((i % PAD) / scale)] / 255);
}

/** Ink made smaller as it stands, each pixel the mean of what it covers. */
export function shrunk(ink) {
  return scaled({ ink, top: 0, left: 0, high: PAD, wide: PAD }, SIDE, SIDE);
}

/** Ink as MNIST holds a digit: in a box of 20 by 20, its centre of mass in the middle. */
export function prepared(ink) {
  const cut = box(ink);
  const image = new Float64Array(SIDE * SIDE);
  if (!cut) return image;
  const [high, wide] = [cut.high, cut.wide].map((n) => Math.max(1, Math.floor((20 * n) / Math.max(cut.high, cut.wide) + 0.5)));
  const small = scaled(cut, high, wide);
  const total = small.reduce((sum, v) => sum + v, 0);
  const centre = (place) => small.reduce((sum, v, i) => sum + v * place(i), 0) / total;
  const put = (c, n) => Math.min(Math.max(Math.trunc(14.5 - c), 0), SIDE - n);
  const top = put(centre((i) => Math.floor(i / wide)), high);
  const left = put(centre((i) => i % wide), wide);
  small.forEach((v, i) => (image[(top + Math.floor(i / wide)) * SIDE + left + (i % wide)] = v));
  return image;
}

/** The part of the pad that holds all ink, or null. */
function box(ink) {
  let [top, bottom, left, right] = [PAD, -1, PAD, -1];
  for (let y = 0, i = 0; y < PAD; y++) {
    for (let x = 0; x < PAD; x++, i++) {
      if (!ink[i]) continue;
      if (y < top) top = y;
      if (x < left) left = x;
      if (x > right) right = x;
      bottom = y;
    }
  }
  if (bottom < 0) return null;
  return { ink, top, left, high: bottom - top + 1, wide: right - left + 1 };
}

/** Resize a part of the pad by area: a new pixel is the mean of what it covers. */
function scaled({ ink, top, left, high, wide }, newHigh, newWide) {
  const [rows, columns] = [shares(high, newHigh), shares(wide, newWide)];
  const result = new Float64Array(newHigh * newWide);
  for (let y = 0; y < newHigh; y++) {
    for (let x = 0; x < newWide; x++) {
      let sum = 0;
      for (const [i, share] of rows[y]) {
        const row = (top + i) * PAD + left;
        for (const [j, part] of columns[x]) sum += share * part * ink[row + j];
      }
      result[y * newWide + x] = sum;
    }
  }
  return result;
}

/** For each of `size` new pixels: which of `length` old ones it covers, [index, share] each. */
function shares(length, size) {
  return Array.from({ length: size }, (_, n) => {
    const [from, to] = [(n * length) / size, ((n + 1) * length) / size];
    const found = [];
    for (let i = Math.floor(from); i < Math.min(length, Math.ceil(to)); i++) {
      found.push([i, ((Math.min(to, i + 1) - Math.max(from, i)) * size) / length]);
    }
    return found;
  });
}

/** The tensors of a safetensors file: name → {shape, values}. Kinds: F16 and U8. */
export function tensors(buffer) {
  const length = Number(new DataView(buffer).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length)));
  const values = ({ dtype, data_offsets: [from, to] }) => {
    const bytes = buffer.slice(8 + length + from, 8 + length + to);
    return dtype === "F16" ? Float64Array.from(new Uint16Array(bytes), half) : new Uint8Array(bytes);
  };
  return Object.fromEntries(Object.entries(header).map(([name, entry]) => [name, { shape: entry.shape, values: values(entry) }]));
}

/** The number that 16 bits stand for: a sign, five bits of power, ten of fraction. */
function half(bits) {
  const [power, fraction] = [(bits >> 10) & 31, bits & 1023];
  const size = power ? 2 ** (power - 15) * (1 + fraction / 1024) : 2 ** -14 * (fraction / 1024);
  return bits & 0x8000 ? -size : size;
}

/** The picture through every layer: what each hidden layer gives, and the shares of the classes. */
export function forward(saved, image) {
  let [a, hidden] = [image, []];
  for (const name of ["0", "2", "4"]) {
    const z = weighted(a, saved[`${name}.weight`].values, saved[`${name}.bias`].values);
    if (name === "4") return { hidden, shares: softmax(z) };
    a = z.map((v) => Math.max(0, v));
    hidden.push(a);
  }
}

function weighted(a, weight, bias) {
  const inked = [...a.keys()].filter((i) => a[i]); // most pixels are paper, many units silent
  return bias.map((b, unit) => {
    let z = 0;
    for (const i of inked) z += weight[unit * a.length + i] * a[i];
    return z + b;
  });
}

function softmax(z) {
  const powers = z.map((v) => Math.exp(v - Math.max(...z)));
  const total = powers.reduce((sum, v) => sum + v, 0);
  return powers.map((v) => v / total);
}

/** Numbers from 0 to 1 as ink: the page gives it its colour. */
export function paint(canvas, values, largest = 1) {
  const context = canvas.getContext("2d");
  const image = context.createImageData(canvas.width, canvas.height);
  values.forEach((v, i) => (image.data[4 * i + 3] = Math.round((255 * v) / largest)));
  context.putImageData(image, 0, 0);
}
