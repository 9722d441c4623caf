// @ts-check
/** What a reader writes into an editor, kept as a document of their progress. */
import { progress } from "./progress.js";

const PAUSE = 600; // ms without typing before it is kept

/** What was last written, if it differs from what is printed. @param {"program" | "exercise"} kind */
export function draftOf(kind, id) {
  const body = progress.documents().get(`${kind}|${id}`)?.body;
  return typeof body === "string" ? body : "";
}

export class Draft {
  #kind;
  #id;
  #code;
  #timer = 0;

  /**
   * @param {"program" | "exercise"} kind
   * @param {string} id
   * @param {import("./lib/program-code.js").ProgramCode} code
   * @param {AbortSignal} signal when the page is left, what is not kept yet is
   */
  constructor(kind, id, code, signal) {
    this.#kind = kind;
    this.#id = id;
    this.#code = code;
    signal.addEventListener("abort", () => this.keepNow());
    addEventListener("pagehide", () => this.keepNow(), { signal });
  }

  /** Keep what was typed just now. Where nothing was, another tab may have kept something. */
  keepNow() {
    if (this.#timer) this.keep();
  }

  keepSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), PAUSE);
  }

  keep() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const text = this.#code.changed ? this.#code.source : "";
    if (text !== draftOf(this.#kind, this.#id)) progress.putDocument(this.#kind, this.#id, text);
  }
}
