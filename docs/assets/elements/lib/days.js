// @ts-check
/** Days as a learner lives them: local calendar days that begin at four in the morning. */

const DAY = 864e5;

/** The study day of a moment, by calendar fields: summer time can't shift it. @param {number} ms */
export function studyDay(ms) {
  const at = new Date(ms);
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate() - (at.getHours() < 4 ? 1 : 0)) / DAY;
}

/** "3 Nov", with the year where it isn't this one. */
export function dateWords(day, today) {
  const [date, now] = [new Date(day * DAY), new Date(today * DAY)];
  const year = date.getUTCFullYear() === now.getUTCFullYear() ? undefined : "numeric";
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year, timeZone: "UTC" });
}

/** "tomorrow", "in 3 days", "on 3 Nov". */
export function whenWords(day, today) {
  const ahead = day - today;
  if (ahead < 2) return ahead < 1 ? "today" : "tomorrow";
  return ahead < 8 ? `in ${ahead} days` : `on ${dateWords(day, today)}`;
}

/** "2 d", "3 mo", "1.5 y". */
export function spanWords(days) {
  if (days < 31) return `${days} d`;
  return days < 365 ? `${Math.round(days / 30.4)} mo` : `${(days / 365).toFixed(1)} y`;
}
