// @ts-check
/**
 * One Python per visit, for programs and exercises: the module, and with it the worker,
 * outlives a page that is swapped. On a metered connection the reader decides about it.
 */
import { Python } from "./lib/python.js";

const MANIFEST = new URL("../vendor/manifest.json", import.meta.url);

const frugally = metered() ? "?frugally" : "";
export const python = new Python(new URL(`lib/python-worker.js${frugally}`, import.meta.url));
let agreed = false;

/** Would a download of this size be unwelcome without a question? */
function metered() {
  const { saveData, type, effectiveType } = /** @type {any} */ (navigator).connection ?? {};
  return Boolean(saveData) || type === "cellular" || /2g|3g/.test(effectiveType ?? "");
}

/** What such a reader fetches: all but what saves time and no byte. */
async function downloadSize() {
  const { "python-heap": memory, "numpy-compiled": bytecode, ...packages } = await (await fetch(MANIFEST)).json();
  const files = Object.values(packages).flatMap((each) => Object.entries(each.files));
  const bytes = files.filter(([name]) => name.startsWith("python/")).reduce((sum, [, { bytes }]) => sum + bytes, 0);
  return `${Math.ceil(bytes / 1e6)} MB`;
}

/** Load what a program will need, ahead of the press, where a download costs nothing. @param {string} source */
export function warm(source) {
  if (!metered()) python.warm(source);
}

export const mustAsk = () => !agreed && python.status === "absent" && metered();

/** The reader decides, once, knowing the size. */
export async function ask(output, proceed) {
  const size = await downloadSize().catch(() => "about 17 MB");
  const agree = () => {
    agreed = true;
    proceed();
  };
  output.offer(`To run programs, this page must fetch Python once: ${size}.`, "Fetch it and run", agree);
}
