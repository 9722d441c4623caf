// @ts-check
/**
 * A reader's version of a program in an address: `#code=<program>:<squeezed>`. The part after
 * the # goes to no server. Whoever opens it sees the code; it never runs by itself.
 */
import { packed, unpacked } from "./lib/packed.js";

const FORM = /^#code=([a-z0-9-]+\/[a-z0-9-]+):([\w-]+)$/;

/** The address of this page with a version of a program in it. */
export async function addressOf(program, source) {
  return `${location.origin}${location.pathname}#code=${program}:${await packed(source)}`;
}

/** Show the version that the address holds in the place of its program. */
export async function openShared() {
  const [, program, code] = location.hash.match(FORM) ?? [];
  const run = /** @type {any} */ (program && document.querySelector(`lesson-run[data-program="${program}"]`));
  if (run) run.visit(await unpacked(code).catch(() => ""));
}

/** The version is the reader's own now, or gone: a reload must not bring it back. */
export function forgetShared() {
  if (FORM.test(location.hash)) history.replaceState(history.state, "", location.pathname + location.search);
}
