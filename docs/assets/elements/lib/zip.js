// @ts-check
/** Texts come in, a zip file with them goes out. Nothing in it is made smaller: it is a folder to carry. */

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});
const checksum = (bytes) => ~bytes.reduce((sum, byte) => (sum >>> 8) ^ CRC[(sum ^ byte) & 255], -1) >>> 0;

/** Numbers as bytes, the lowest first. @param {[size: number, value: number][]} fields */
const packed = (...fields) =>
  Uint8Array.from(fields.flatMap(([size, value]) => Array.from({ length: size }, (_, n) => (value >>> (8 * n)) & 255)));

const UTF8 = 0x800; // names are
const VERSION = 20; // of the format: 2.0

const timeOf = (when) => (when.getHours() << 11) | (when.getMinutes() << 5) | (when.getSeconds() >> 1);
const dateOf = (when) => ((when.getFullYear() - 1980) << 9) | ((when.getMonth() + 1) << 5) | when.getDate();

/** @param {Record<string, string>} files name → text @param {Date} when they were made */
export function zip(files, when) {
  const parts = [], list = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [title, data] = [name, text].map((each) => new TextEncoder().encode(each));
    /** @type {[number, number][]} */
    const entry = [
      [2, VERSION], [2, UTF8], [2, 0], [2, timeOf(when)], [2, dateOf(when)],
      [4, checksum(data)], [4, data.length], [4, data.length], [2, title.length], [2, 0],
    ];
    const file = [packed([4, 0x04034b50], ...entry), title, data];
    list.push(packed([4, 0x02014b50], [2, VERSION], ...entry, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), title);
    parts.push(...file);
    offset += file.reduce((sum, { length }) => sum + length, 0);
  }
  const [count, size] = [list.length / 2, list.reduce((sum, { length }) => sum + length, 0)];
  const end = packed([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
  return new Blob([...parts, ...list, end], { type: "application/zip" });
}
