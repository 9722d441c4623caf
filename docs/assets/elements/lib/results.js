// @ts-check
/** Events in; what a reader knows, confuses and is sure of, out. Predictions are no part of it. */
import { studyDay } from "./days.js";

/** The last answer to each question, by id, if it was to the version that stands now. */
export function lastAnswers(events, versions) {
  const last = new Map(events.filter(({ kind }) => kind === "q").map((event) => [event.id, event]));
  return new Map([...last].filter(([id, { value }]) => value.v === versions.get(id)));
}

/** By misconception: how often an answer showed it, and whether all those questions went well since. */
export function confusions(events) {
  const [found, ok] = [new Map(), new Map()];
  for (const { kind, id, value } of events) {
    if (kind !== "q") continue;
    ok.set(id, value.ok);
    for (const name of String(value.m ?? "").split(" ")) found.set(name, [...(found.get(name) ?? []), id]);
  }
  return new Map([...found].map(([name, ids]) => [name, { times: ids.length, settled: ids.every((id) => ok.get(id)) }]));
}

/** For each degree of confidence: how many answers, and how many of them right. */
export function calibration(events, degrees) {
  return degrees.map((degree) => {
    const said = events.filter(({ kind, value }) => kind === "q" && value.c === degree);
    return { all: said.length, right: said.filter(({ value }) => value.ok).length };
  });
}

/** How much comes due on each of so many days, today first, with all that is overdue. */
export function forecast(items, today, days) {
  const counts = Array(days).fill(0);
  for (const { due } of items) if (due < today + days) counts[Math.max(due - today, 0)] += 1;
  return counts;
}

/** How many cards and questions were answered on each of the last days, today last. */
export function history(events, today, days) {
  const counts = Array(days).fill(0);
  const recent = events.slice(events.findLastIndex(({ t }) => studyDay(t) <= today - days) + 1);
  for (const { kind, t, value } of recent) if ("cq".includes(kind) && value.g !== 0) counts[days - 1 - Math.max(today - studyDay(t), 0)] += 1;
  return counts;
}
