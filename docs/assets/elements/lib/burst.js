// @ts-check
const SOON = 30; // ms

/**
 * Changes of the page that may wait for each other: drawn together, and so only once for a
 * program that ends at once. To draw a long page costs more than to run a short program.
 */
export class Burst {
  #waiting = [];
  #timer = 0;

  /** @param {() => void} change */
  add(change) {
    this.#waiting.push(change);
    this.#timer ||= setTimeout(() => this.end(), SOON);
  }

  /** Make all of them now. */
  end() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    for (const change of this.#waiting.splice(0)) change();
  }
}
