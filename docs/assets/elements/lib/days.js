// @ts-check
/** Days as a learner lives them: local calendar days that begin at four in the morning. */

const DAY = 864e5;
const ROLLOVER_HOUR = 4;

/**
 * The number of the study day of a moment. Calendar fields, not hours gone by: summer time can't shift it.
 * @param {number} ms
 */
export function studyDay(ms) {
  const at = new Date(ms);
  const early = at.getHours() < ROLLOVER_HOUR ? 1 : 0;
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate() - early) / DAY;
}

/** "3 Nov", with the year where it isn't this one. @param {number} day @param {number} today */
export function dateWords(day, today) {
  const [date, now] = [new Date(day * DAY), new Date(today * DAY)];
  const year = date.getUTCFullYear() === now.getUTCFullYear() ? undefined : "numeric";
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year, timeZone: "UTC" });
}

/** "tomorrow", "in 3 days", "on 3 Nov". @param {number} day @param {number} today */
export function whenWords(day, today) {
  const ahead = day - today;
  if (ahead < 2) return ahead < 1 ? "today" : "tomorrow";
  return ahead < 8 ? `in ${ahead} days` : `on ${dateWords(day, today)}`;
}

/** "2 d", "3 mo", "1.5 y". @param {number} days */
export function spanWords(days) {
  if (days < 31) return `${days} d`;
  return days < 365 ? `${Math.round(days / 30.4)} mo` : `${(days / 365).toFixed(1)} y`;
}
