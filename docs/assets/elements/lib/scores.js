// @ts-check
/** How tests ended: a short list of {day, right, of}, oldest first, as a document of the progress. */
import { dateWords } from "./days.js";

const MOST = 10;

function isScore(x) {
  const { day, right, of } = x ?? {};
  return [day, right, of].every(Number.isInteger) && day > 0 && day < 1e5 && right >= 0 && right <= of && of <= 1000;
}

/** What a document holds of scores; what is damaged counts for nothing. @param {unknown} body */
export const scoresOf = (body) => (Array.isArray(body) ? body.filter(isScore).slice(-MOST) : []);

export const withScore = (body, score) => [...scoresOf(body), score].slice(-MOST);

function dayWords(day, today) {
  if (day === today) return "today";
  return day === today - 1 ? "yesterday" : `on ${dateWords(day, today)}`;
}

/** "5 of 12 on 3 May, 7 of 12 yesterday" */
export const scoreWords = (scores, today) => scores.map(({ day, right, of }) => `${right} of ${of} ${dayWords(day, today)}`).join(", ");
