// @ts-check
/** How a run ended, in words, where it did not end by itself. */

/** @param {{outcome: string, reason?: string, restarting?: boolean}} result @param {string} [button] */
export function trouble({ outcome, reason, restarting }, button = "Run") {
  const texts = {
    stopped: restarting ? "Stopped. Python is starting again." : "Stopped",
    crashed: `Python broke down (${reason}) and is starting again.`,
    unavailable: `Python could not be loaded: ${reason}. Press ${button} to try again.`,
  };
  return texts[outcome] ?? "";
}

/** @param {number} ms */
export const duration = (ms) => (ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`);
