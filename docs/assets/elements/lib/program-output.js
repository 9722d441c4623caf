// @ts-check
/**
 * What a program says on the page: the recorded output until it runs, then what arrives,
 * a line about how it went, and its drawings.
 */
import { cleanDrawing } from "./drawing.js";

const PIECE = 4000; // characters in one block: the browser lays out only the last one

/** Text without the line end that a file has and a page has not. */
const trimmed = (text) => text.replace(/\n$/, "");

export class ProgramOutput {
  #root;
  #block;
  #label;
  #status;
  #progress;
  #bytes;
  #offer;
  #help;
  #pre;
  #samp;
  #recorded;
  #printed = "";
  #drawn = 0;
  #figures;

  /** @param {HTMLElement} root the lesson-run element */
  constructor(root) {
    this.#root = root;
    this.#block = root.querySelector(".output") ?? this.#emptyBlock();
    this.#label = this.#block.querySelector(".output-label");
    this.#pre = this.#block.querySelector("pre");
    this.#samp = this.#pre.querySelector("samp");
    this.#recorded = this.#samp.textContent;
    this.#figures = [...root.querySelectorAll("figure.drawing")].map((figure) => ({
      figure,
      svg: figure.querySelector("svg"),
    }));
    this.#status = this.#make("p", "program-status");
    this.#status.setAttribute("role", "status");
    this.#progress = this.#make("progress", "program-progress");
    this.#bytes = this.#make("span", "program-bytes"); // not in the status: it would be read out at every step
    this.#progress.hidden = this.#bytes.hidden = true;
    this.#help = this.#make("p", "program-help");
    this.#help.setAttribute("role", "status");
    this.#pre.after(this.#help);
    this.#label.after(this.#status, this.#bytes, this.#progress);
  }

  get block() {
    return this.#block;
  }

  get recorded() {
    return trimmed(this.#recorded);
  }

  /** Is more to come? */
  set busy(busy) {
    this.#pre.ariaBusy = String(busy);
  }

  set label(text) {
    this.#label.textContent = text;
  }

  /** Show the block, also of a program that printed nothing when it was recorded. */
  say(text) {
    this.#block.hidden = false;
    this.#status.textContent = text;
    this.#offer?.remove();
  }

  /** A plain sentence below what the program says; empty takes it away. */
  set help(text) {
    this.#help.textContent = text;
  }

  /** Say something that the reader can agree to. */
  offer(text, label, agree) {
    this.say(text);
    this.#offer = this.#make("button", "program-offer", label);
    this.#offer.type = "button";
    this.#offer.addEventListener("click", agree, { once: true });
    this.#status.after(this.#offer);
  }

  /** @param {number} loaded @param {number} total bytes; 0 hides the bar */
  progress(loaded, total) {
    const megabytes = `${(loaded / 1e6).toFixed(1)} of ${(total / 1e6).toFixed(1)} MB`;
    this.#bar("Fetching Python", loaded, total, megabytes);
  }

  /** How far the running loop is, and in words how long it still goes on. */
  loop(done, total, words) {
    this.#bar("Running", done, total, words);
  }

  #bar(label, value, max, words) {
    this.#progress.hidden = this.#bytes.hidden = !max;
    this.#progress.setAttribute("aria-label", label);
    this.#progress.max = max || 1;
    this.#progress.value = value;
    this.#bytes.textContent = words;
  }

  /** Make room for a run; the place keeps its height until the run ends. */
  clear() {
    this.#pre.style.minHeight = `${this.#pre.offsetHeight}px`;
    this.#pre.hidden = false;
    this.#samp.replaceChildren();
    this.#printed = "";
    this.help = "";
  }

  /** @param {"out" | "err" | "note"} kind */
  append(kind, text) {
    if (kind === "out") this.#printed += text;
    const last = /** @type {HTMLElement | null} */ (this.#samp.lastElementChild);
    if (last?.dataset.kind === kind && !last.classList.contains("whole")) last.append(text);
    else this.#samp.append(this.#piece(kind, text));
    const piece = /** @type {HTMLElement} */ (this.#samp.lastElementChild);
    if (piece.textContent.length > PIECE && text.endsWith("\n")) this.#close(piece);
  }

  /** End a run. @returns {boolean} did it print what was recorded? */
  settle(drawings) {
    this.#pre.style.minHeight = "";
    this.#pre.hidden = !this.#samp.textContent;
    this.#draw(drawings);
    return trimmed(this.#printed) === this.recorded;
  }

  /** End a run that has no record to compare with: what printed nothing takes no place. */
  finish(drawings = []) {
    this.settle(drawings);
    this.say("");
    this.#block.hidden = this.#pre.hidden;
  }

  /** Go back to what was recorded. */
  reset() {
    this.#samp.replaceChildren(this.#recorded);
    this.#pre.hidden = !this.#recorded;
    this.#block.hidden = !this.#recorded;
    this.#status.textContent = this.help = "";
    this.#draw([]);
    for (const { figure, svg } of this.#figures) {
      figure.querySelector("svg").replaceWith(svg);
      figure.hidden = false;
    }
  }

  #make(tag, className, text = "") {
    const element = this.#root.ownerDocument.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  }

  #emptyBlock() {
    const block = this.#make("div", "output");
    const pre = this.#make("pre", "");
    pre.tabIndex = 0;
    pre.hidden = true;
    pre.append(this.#make("samp", ""));
    block.append(this.#make("p", "output-label", "Output"), pre);
    block.hidden = true;
    this.#root.querySelector(":scope > .highlight").after(block);
    return block;
  }

  #piece(kind, text) {
    const piece = this.#make("span", `piece ${kind}`, text);
    piece.dataset.kind = kind;
    return piece;
  }

  /** A piece that is full says its height, so that the browser may leave it undrawn. */
  #close(piece) {
    piece.classList.add("whole");
    piece.style.containIntrinsicBlockSize = `${piece.textContent.split("\n").length - 1}lh`;
  }

  /** Drawings take the places of the recorded ones, then places of their own. */
  #draw(drawings) {
    for (const extra of this.#root.querySelectorAll("figure.drawing.fresh")) extra.remove();
    const svgs = drawings.map(({ name, svg }) => [name, this.#parsed(svg)]).filter(([, svg]) => svg);
    for (const { figure } of this.#figures) {
      const [next] = svgs.splice(0, 1);
      if (next) figure.querySelector("svg").replaceWith(next[1]);
      figure.hidden = !next;
    }
    for (const [name, svg] of svgs) {
      const figure = this.#make("figure", "drawing fresh");
      figure.append(svg, this.#make("figcaption", "", name));
      this.#root.append(figure);
    }
  }

  #parsed(text) {
    this.#drawn += 1;
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    const svg = cleanDrawing(parsed, `${this.#root.dataset.program}/${this.#drawn}/`);
    return svg && this.#root.ownerDocument.adoptNode(svg);
  }
}
