// @ts-check
/**
 * What a program may reach of its worker: the language, clocks, text and random numbers.
 * All other globals (network, storage, caches, other workers, messages to the page) go,
 * from the global object and from every prototype behind it. Code that still holds a
 * reference, as the worker's own does, keeps working.
 */

const LANGUAGE = `
  globalThis undefined NaN Infinity Object Function Array Number Boolean String Symbol
  BigInt Math JSON Date RegExp Map Set WeakMap WeakSet WeakRef FinalizationRegistry
  Promise Proxy Reflect Error AggregateError EvalError RangeError ReferenceError
  SyntaxError TypeError URIError SuppressedError Iterator ArrayBuffer SharedArrayBuffer
  DataView Atomics Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array
  Int32Array Uint32Array Float16Array Float32Array Float64Array BigInt64Array
  BigUint64Array isNaN isFinite parseFloat parseInt decodeURI decodeURIComponent
  encodeURI encodeURIComponent escape unescape eval WebAssembly Intl constructor`;

// Python's clock, its random numbers, its event loop and its strings are made of these.
const PLATFORM = `
  self console performance crypto TextEncoder TextDecoder setTimeout clearTimeout
  setInterval clearInterval queueMicrotask structuredClone MessageChannel atob btoa
  AbortController AbortSignal DOMException`;

const ALLOWED = new Set(`${LANGUAGE} ${PLATFORM}`.trim().split(/\s+/));

/**
 * Remove every other name.
 * @param {object} scope the global object
 * @returns {string[]} names that would not go
 */
export function lockDown(scope) {
  const stuck = [];
  for (let holder = scope; holder !== Object.prototype; holder = Object.getPrototypeOf(holder)) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (!ALLOWED.has(name) && !Reflect.deleteProperty(holder, name)) stuck.push(name);
    }
  }
  return stuck;
}
