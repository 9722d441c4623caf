// @ts-check
/**
 * Python in a worker: loads itself, then runs one program after the other.
 * In: {run, name, source, exam, above}; exam is there when an exercise is to be judged, above when
 * the program continues others; or {near}, the source of a program that may be run soon. Out: {type: "loading" | "ready" | "unavailable" | "started" |
 * "text" | "loop" | "full" | "ended" | "crashed", …}; python.js says which fields each has.
 * Asked for with "?frugally", it fetches nothing that only saves time.
 */
import { lockDown } from "./python-sandbox.js";

const OUTPUT_LIMIT = 200_000; // characters; a page chokes on more
const PAUSE = 30; // ms between messages of a program that prints fast
const IDLE = 3000; // ms without a program before the packages are put in place unasked
const AT_ONCE = 16; // messages that may go out within a pause
const PACKAGES = /\b(numpy|plainnet|torch|importlib|__import__)\b/; // what a program can't do without
const TOOLS = { exam: "judge", help: "help_for", loops: "watched_code" }; // python-<file>.py: the function we need

const HEAP = "python.heap";
const SAVES_TIME = /\.heap$|-compiled\.whl$/;
const ASSETS = new URL("../../", import.meta.url);
const HOME = new URL("vendor/python/", ASSETS);
const fetchOurs = self.fetch.bind(self); // programs lose fetch before the first of them runs; the worker keeps its own
const post = self.postMessage.bind(self);
const later = self.setTimeout.bind(self);
const now = performance.now.bind(performance);

/** What a program prints on its way to the page: cut at the limit, sent in batches. */
class Outlet {
  #run;
  #room = OUTPUT_LIMIT;
  #waiting = { kind: "out", text: "" };
  #opened = 0;
  #sent = 0;

  constructor(run) {
    this.#run = run;
  }

  /** @returns {number} how many more characters may come */
  write(kind, text) {
    if (kind !== this.#waiting.kind) this.flush();
    const part = text.slice(0, this.#room);
    this.#waiting = { kind, text: this.#waiting.text + part };
    this.#room -= part.length;
    if (now() - this.#opened > PAUSE) [this.#opened, this.#sent] = [now(), 0];
    if (this.#sent < AT_ONCE || !this.#room) this.flush();
    if (part.length < text.length) post({ type: "full", run: this.#run, limit: OUTPUT_LIMIT });
    return this.#room;
  }

  flush() {
    if (!this.#waiting.text) return;
    post({ type: "text", run: this.#run, ...this.#waiting });
    this.#waiting = { kind: this.#waiting.kind, text: "" };
    this.#sent += 1;
  }
}

/** Fetch side by side, tell the page how far, and hand each response to who asks for it. */
class Pantry {
  #loaded = 0;
  #total = 0;
  #told = 0;
  #responses = new Map();

  /** Start fetching; `counted` is false for the small files that no sum knows. */
  order(url, counted = true) {
    const response = this.#fetch(url, counted);
    response.catch(() => {}); // who takes it gets the error too
    this.#responses.set(String(url), response);
    return response;
  }

  take(url) {
    const response = this.#responses.get(String(url));
    this.#responses.delete(String(url));
    return response;
  }

  expect(bytes) {
    this.#total = bytes;
  }

  count(bytes) {
    this.#loaded += bytes;
    if (now() - this.#told < 100 && this.#loaded < this.#total) return;
    this.#told = now();
    post({ type: "loading", loaded: Math.min(this.#loaded, this.#total), total: this.#total });
  }

  async #fetch(url, counted) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    if (counted) this.watch(response);
    return response;
  }

  /** Count what comes, without taking it. */
  async watch(response) {
    for (const reader = response.clone().body.getReader(); ; ) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: null }));
      if (done) return;
      this.count(value.length);
    }
  }
}

const pantry = new Pantry();

async function json(url) {
  return (await pantry.order(url, false)).json();
}

/** Sizes of Python's files, from the manifest of third-party files. */
async function sizes() {
  const packages = Object.values(await json(new URL("vendor/manifest.json", ASSETS)));
  const files = Object.assign({}, ...packages.map((each) => each.files));
  const ours = Object.entries(files).filter(([name]) => name.startsWith("python/"));
  return new Map(ours.map(([name, { bytes }]) => [name.slice("python/".length), bytes]));
}

/** The wheel of our package, and the data that programs may name. */
async function plainnet() {
  const { wheel, data } = await json(new URL("python.json", ASSETS));
  return { wheel: pantry.order(new URL(wheel, ASSETS), false), data };
}

async function script(name, bytes) {
  const module = await import(new URL(name, HOME).href);
  pantry.count(bytes.get(name));
  return module;
}

/**
 * The memory of a Python that has started, made by vendor/heap.py: to lay it down takes a tenth
 * of the time of starting. What the wasm file carries as well is kept as the difference to it.
 */
async function startedMemory(wasm, heap) {
  const unpacked = (await heap).body.pipeThrough(new DecompressionStream("gzip"));
  const copy = (await wasm).clone().arrayBuffer();
  const whole = await new Response(unpacked).arrayBuffer();
  const code = await copy;
  const [size, at, start, length] = new Uint32Array(whole, 0, 4);
  if (size !== code.byteLength) throw new Error("this memory belongs to another Python");
  const memory = new Uint8Array(whole, 16);
  const data = new Uint8Array(code, start, length);
  for (let i = 0; i < length; i++) memory[at + i] ^= data[i];
  return memory;
}

/**
 * One number of that memory is each browser's own: where its Python finds the function that counts
 * arguments, 0 on iPhones. Chromium's stops Python in Safari, so what Pyodide found here is put back.
 */
function keepOwnNumber() {
  const create = self._createPyodideModule;
  self._createPyodideModule = async (settings) => {
    const module = await create(settings);
    const { API, HEAP32 } = module;
    const { restoreSnapshot } = API;
    const place = (module.__PyRuntime + HEAP32[module.__PyEM_EMSCRIPTEN_COUNT_ARGS_OFFSET / 4]) / 4;
    const own = HEAP32[place];
    API.restoreSnapshot = (memory) => {
      const found = restoreSnapshot(memory);
      HEAP32[place] = own;
      return found;
    };
    return module;
  };
}

/** Pyodide itself; a file that does not come is an error, where Pyodide would wait. */
async function pyodide(files, heap, bytes) {
  const memory = startedMemory(files[0], heap).catch(() => null); // then Python starts by itself
  const modules = [script("pyodide.mjs", bytes), script("pyodide.asm.js", bytes)];
  const [{ loadPyodide }] = await Promise.all(modules);
  keepOwnNumber();
  const _loadSnapshot = await memory;
  const fetch = self.fetch;
  self.fetch = (url, options) => pantry.take(url) ?? fetch(url, options);
  const failure = new Promise((_, reject) => files.forEach((file) => file.catch(reject)));
  return Promise.race([loadPyodide({ indexURL: HOME.href, ...(_loadSnapshot && { _loadSnapshot }) }), failure]);
}

/** Put a wheel where Python finds it. */
async function install(python, wheel) {
  const extractDir = python.pyimport("sysconfig").get_path("purelib");
  python.unpackArchive(await (await wheel).arrayBuffer(), "wheel", { extractDir });
  pantry.count(0); // nothing new came, but the page hears that loading goes on
}

async function load() {
  new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)); // or say why not, now
  const order = (name) => pantry.order(new URL(name, HOME));
  const files = ["pyodide.asm.wasm", "python_stdlib.zip"].map(order);
  const frugally = import.meta.url.endsWith("?frugally");
  const heap = frugally ? null : order(HEAP);
  const [runner, ...tools] = ["runner", ...Object.keys(TOOLS)].map((name) =>
    pantry.order(new URL(`python-${name}.py`, import.meta.url), false),
  );
  const ours = plainnet();
  const bytes = await sizes();
  if (frugally) for (const name of bytes.keys()) SAVES_TIME.test(name) && bytes.delete(name);
  const wheels = [...bytes.keys()].filter((name) => name.endsWith(".whl")).map(order);
  pantry.expect([...bytes.values()].reduce((sum, each) => sum + each));
  const python = await pyodide(files, heap, bytes);
  const define = async (file, filename) => {
    const globals = python.globals.get("dict")();
    python.runPython(await (await file).text(), { globals, filename });
    return globals;
  };
  const scope = await define(runner, "python-runner.py");
  for (const [n, [file, name]] of Object.entries(TOOLS).entries()) {
    const tool = (await define(tools[n], `python-${file}.py`)).get(name);
    scope.get("TOOLS").set(name, tool);
  }
  const packages = once(async () => {
    for (const wheel of [...wheels, (await ours).wheel]) {
      await install(python, wheel);
      await new Promise((next) => setTimeout(next)); // a program that needs no package may come in between
    }
    scope.get("prepare")();
  });
  return { runPython: scope.get("run"), packages, lay: shelf(python, (await ours).data) };
}

/**
 * Data for the programs that name it: fetched once, and put where plainnet looks for each program anew.
 * `data`: file name → how a program names it, a regular expression.
 */
function shelf(python, data) {
  const folder = `${python.pyimport("sysconfig").get_path("stdlib")}/data`;
  const known = Object.entries(data).map(([name, pattern]) => {
    return { name, url: new URL(`data/${name}`, ASSETS).href, named: new RegExp(pattern) };
  });
  const kept = new Map();
  const put = async ({ name, url }) => {
    if (!kept.has(name)) {
      const response = await fetchOurs(url);
      if (!response.ok) throw new Error(`${name} answered ${response.status}`);
      pantry.watch(response);
      kept.set(name, new Uint8Array(await response.arrayBuffer()));
    }
    python.FS.mkdirTree(folder);
    python.FS.writeFile(`${folder}/${name}`, kept.get(name));
  };
  return (source) => Promise.all(known.filter(({ named }) => named.test(source)).map(put));
}

/** A function that does its work at the first call only. */
function once(work) {
  let done;
  return () => (done ??= work());
}

/** A program that needs no package does not wait for one. */
async function runProgram({ runPython, packages, lay }, { run, name, source, exam, above }) {
  const outlet = new Outlet(run);
  const all = source + exam + above;
  const needy = PACKAGES.test(all);
  try {
    if (needy) await packages();
    const missed = await lay(all).then(() => "", String);
    post({ type: "started", run });
    if (missed) outlet.write("err", `Data could not be fetched. ${missed}\n`);
    const tell = (text) => post({ type: "loop", run, ...JSON.parse(text) });
    const emit = (kind, text) => (kind === "loop" ? tell(text) : outlet.write(kind, text));
    const result = runPython(source, name, emit, exam, above, needy);
    const { error, ...rest } = JSON.parse(result);
    if (error) outlet.write("err", error);
    outlet.flush();
    post({ type: "ended", run, ...rest });
  } catch (error) {
    outlet.flush();
    post({ type: "crashed", run, reason: String(error).slice(-500) });
  }
}

const ready = load().then((python) => {
  lockDown(self); // before the first program can run
  post({ type: "ready" });
  return python;
});
// So long the service worker keeps nothing of the book (`aside` in sw.js): the first runs are to be quick.
const settled = () => ready.then(() => new Promise((settle) => later(settle, IDLE)));
navigator.locks?.request(`${new URL("../", ASSETS)}|python`, settled).catch(() => {});
ready.catch((error) => {
  const reason = String(error?.message ?? error).trim().split("\n").at(-1); // of Python: its last line
  post({ type: "unavailable", reason: reason.slice(0, 300) });
});

// It takes a second to put the packages in place. So that is done ahead for a program that needs
// them, and else when nobody has run anything for a while.
let idle = 0;
self.addEventListener("message", async ({ data }) => {
  try {
    const python = await ready;
    clearTimeout(idle);
    if (data.near === undefined) await runProgram(python, data);
    else if (PACKAGES.test(data.near)) await python.packages();
    idle = later(() => python.packages().catch(() => {}), IDLE);
  } catch {
    // the page was told
  }
});
