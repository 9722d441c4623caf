// @ts-check
/** Places in a sound that begin one after the other. */

/** The index of the last one that has begun, -1 before the first. @param {number[]} starts @param {number} time */
export function begun(starts, time) {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where a key leads in a list of so many, from a place in it; undefined for other keys. */
export function led(key, from, count) {
  const to = { ArrowDown: from + 1, ArrowRight: from + 1, ArrowUp: from - 1, ArrowLeft: from - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
}
