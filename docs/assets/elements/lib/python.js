// @ts-check
/**
 * The page's one Python: starts its worker, queues programs, stops them, starts it again.
 *
 * A watcher hears of its program: loading(loaded, total), started(), text(kind, text),
 * loop(done, total, seconds), full(limit), and once ended(result), where result.outcome is "finished", "failed",
 * "stopped", "crashed" or "unavailable".
 */

const MOST_TEXT = 250_000; // a little more than an honest worker sends in one run
const MOST_DRAWINGS = 8;
const LARGEST_DRAWING = 400_000;

const FIELDS = {
  loading: { loaded: "number", total: "number" },
  ready: {},
  unavailable: { reason: "string" },
  started: { run: "number" },
  text: { run: "number", kind: "string", text: "string" },
  loop: { run: "number", done: "number", total: "number", seconds: "number" },
  full: { run: "number", limit: "number" },
  ended: { run: "number", ok: "boolean", ms: "number", drawings: "object" },
  crashed: { run: "number", reason: "string" },
};

/** Is this a message that our worker could send? A program might speak in its place. */
function wellFormed(message) {
  const fields = Object.hasOwn(FIELDS, message?.type) ? FIELDS[message.type] : null;
  if (!fields) return false;
  return Object.entries(fields).every(([name, type]) => typeof message[name] === type);
}

function drawingsOf({ drawings }) {
  const all = Array.isArray(drawings) ? drawings.slice(0, MOST_DRAWINGS) : [];
  return all.filter(({ name, svg }) => typeof name === "string" && svg?.length < LARGEST_DRAWING);
}

/** How an attempt at an exercise did, or null. */
function verdictOf({ verdict }) {
  const { passed, total, message, mistake } = verdict ?? {};
  const numbers = Number.isInteger(passed) && Number.isInteger(total);
  return numbers && typeof message === "string" && typeof mistake === "string" ? { passed, total, message, mistake } : null;
}

export class Python {
  /** @type {"absent" | "loading" | "ready"} */
  status = "absent";
  #script;
  #patience;
  #worker = null;
  #timer = 0;
  #runs = 0;
  #queue = []; // the first one is running, or waits for Python
  #received = 0;

  /**
   * @param {URL} script the worker's module
   * @param {number} patience ms without a sign of progress before loading is given up
   */
  constructor(script, patience = 60_000) {
    this.#script = script;
    this.#patience = patience;
  }

  /**
   * Begin to load, if that has not begun.
   * @param {string} [near] source of the program that may be run soon
   */
  warm(near = "") {
    this.#begin();
    this.#worker.postMessage({ near });
  }

  #begin() {
    if (this.#worker) return;
    // A worker from a blob inherits the page's policy; one from an address would not.
    const code = `import ${JSON.stringify(this.#script.href)};`;
    const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    this.#worker = new Worker(address, { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => wellFormed(data) && this.#hear(data));
    this.#worker.addEventListener("error", ({ message }) => {
      this.#fail(message || "its files are not where they should be");
    });
    this.status = "loading";
    this.#wait();
  }

  /**
   * Run a program when those before it are done; the number returned stops it. With `exam`,
   * as JSON, it is an attempt at an exercise, and its result has a verdict. With `above`, as
   * JSON, [name, source] of each program that it continues.
   */
  run(name, source, watcher, { exam = "", above = "[]" } = {}) {
    this.#runs += 1;
    this.#queue.push({ message: { run: this.#runs, name, source, exam, above }, run: this.#runs, watcher });
    this.#begin();
    if (this.#queue.length === 1) this.#next();
    return this.#runs;
  }

  /** End a program: withdrawn if it waits, cut off with its worker if it runs. */
  stop(run) {
    const job = this.#queue.find((each) => each.run === run);
    if (!job) return;
    const running = job === this.#queue[0] && this.status === "ready";
    if (running) this.#restart();
    this.#end(job, { outcome: "stopped", restarting: running });
  }

  #next() {
    if (this.status !== "ready" || !this.#queue.length) return;
    this.#received = 0;
    this.#wait(); // the program may need what is not in place yet
    this.#worker.postMessage(this.#queue[0].message);
  }

  #end(job, result) {
    const first = job === this.#queue[0];
    this.#queue = this.#queue.filter((each) => each !== job);
    job.watcher.ended(result);
    if (first) this.#next();
  }

  /** Begin anew, for what comes after a program that nobody here wrote. */
  renew() {
    this.#restart();
  }

  #restart() {
    this.#dismiss();
    this.warm();
  }

  #dismiss() {
    this.#rest();
    this.#worker?.terminate();
    this.#worker = null;
    this.status = "absent";
  }

  #fail(reason) {
    this.#dismiss();
    for (const job of this.#queue.splice(0)) {
      job.watcher.ended({ outcome: "unavailable", reason });
    }
  }

  /** Wait for the next sign of progress. */
  #wait() {
    this.#rest();
    this.#timer = setTimeout(() => this.#fail("it took too long"), this.#patience);
  }

  /** Nothing is waited for: what is there may stay, and a program may run as long as it likes. */
  #rest() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #hear(message) {
    if (message.type === "loading") {
      if (this.#timer) this.#wait(); // packages are put in place while nobody waits, too
      this.#queue[0]?.watcher.loading(message.loaded, message.total);
    } else if (message.type === "ready") {
      this.#rest();
      this.status = "ready";
      this.#next();
    } else if (message.type === "unavailable") {
      this.#fail(message.reason);
    } else if (message.run === this.#queue[0]?.run) {
      this.#hearProgram(this.#queue[0], message);
    }
  }

  #hearProgram(job, message) {
    if (message.type === "started") {
      this.#rest();
      job.watcher.started();
    }
    if (message.type === "loop") job.watcher.loop(message.done, message.total, message.seconds);
    if (message.type === "full") job.watcher.full(message.limit);
    if (message.type === "text") {
      this.#received += message.text.length;
      if (this.#received > MOST_TEXT) return;
      job.watcher.text(message.kind === "err" ? "err" : "out", message.text);
    }
    if (message.type === "ended") {
      const { ok, ms, line, help, spoilt } = message;
      if (spoilt) this.#restart();
      const outcome = ok ? "finished" : "failed";
      const said = { line: Number(line), help: String(help ?? ""), verdict: verdictOf(message) };
      this.#end(job, { outcome, ms, drawings: drawingsOf(message), ...said });
    }
    if (message.type === "crashed") {
      this.#restart();
      this.#end(job, { outcome: "crashed", reason: message.reason });
    }
  }
}
