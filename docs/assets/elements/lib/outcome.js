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

/** How long a loop goes on at its pace so far. */
export function remaining(done, total, seconds) {
  const left = (seconds / Math.max(done, 1)) * (total - done);
  if (left < 1) return "less than 1 s left";
  return left < 90 ? `about ${Math.round(left)} s left` : `about ${Math.round(left / 60)} min left`;
}

/** @param {number} ms */
export const duration = (ms) => (ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`);
