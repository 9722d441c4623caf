// @ts-check
/** A program as a part of an address: squeezed, in letters that an address may have; and back. */

export const LONGEST = 8000; // characters of a program
const LONGEST_PACKED = 12_000;

/** What a stream of bytes becomes in a transformer, as long as it stays within a limit. */
async function through(bytes, transformer, limit) {
  const reader = new Blob([bytes]).stream().pipeThrough(transformer).getReader();
  const parts = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw new RangeError("too long");
    }
    parts.push(value);
  }
}

/** @param {string} text @returns {Promise<string>} */
export async function packed(text) {
  if (text.length > LONGEST) throw new RangeError("too long");
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"), LONGEST_PACKED);
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} code @returns {Promise<string>} */
export async function unpacked(code) {
  if (code.length > LONGEST_PACKED) throw new RangeError("too long");
  const letters = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const whole = await through(bytes, new DecompressionStream("deflate-raw"), 4 * LONGEST);
  const text = new TextDecoder("utf-8", { fatal: true }).decode(whole);
  if (text.length > LONGEST) throw new RangeError("too long");
  return text;
}
