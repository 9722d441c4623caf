// @ts-check
/**
 * Events in; what is remembered, and when it is due, out. Nothing derived is stored, so a better
 * model of memory is one replay away. An item is {kind, id, memory, day, due}.
 */
import { AGAIN, GOOD, createScheduler } from "./fsrs.js";
import { studyDay } from "./days.js";

const { step, interval } = createScheduler();

/** Null for what is not under review: a question is from its first wrong answer on. */
function gradeOf({ kind, value }, item) {
  if (kind === "c") return value.g;
  if (kind === "x" || (value.ok && !item)) return null;
  return value.ok ? GOOD : AGAIN;
}

/** The version of a question doesn't matter here: an id whose meaning changes is a new id. */
export function replay(events) {
  const items = new Map();
  for (const event of events) {
    const { kind, id, t } = event;
    const item = items.get(`${kind}|${id}`);
    const grade = gradeOf(event, item);
    if (grade === null) continue;
    const day = Math.max(studyDay(t), item?.day ?? 0); // the clock may have been set back
    const memory = step(item?.memory, day - item?.day, grade);
    items.set(`${kind}|${id}`, { kind, id, memory, day, due: day + interval(memory.s) });
  }
  return items;
}

/** Days until the next review, for each of the four grades. */
export function intervals(item, today) {
  const days = Math.max(today - item?.day, 0);
  return [1, 2, 3, 4].map((grade) => interval(step(item?.memory, days, grade).s));
}

/** What is due, the longest overdue first. */
export const dueItems = (items, today) => items.filter(({ due }) => due <= today).sort((a, b) => a.due - b.due);

/** The next day with something due, and how much. */
export function nextDue(items, today) {
  const days = items.map(({ due }) => due).filter((due) => due > today);
  const day = Math.min(...days);
  return { day, count: days.filter((due) => due === day).length };
}

/** One of each chapter in turn, for as long as there are others. */
export function interleave(items) {
  const seen = {};
  const turn = ({ id }) => (seen[id.split("/")[0]] = (seen[id.split("/")[0]] ?? 0) + 1);
  const turns = new Map(items.map((item) => [item, turn(item)]));
  return [...items].sort((a, b) => turns.get(a) - turns.get(b));
}
