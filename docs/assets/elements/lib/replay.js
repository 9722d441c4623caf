// @ts-check
/**
 * Events in; what is remembered and when it is due out. Nothing derived is ever stored, so a
 * better model of memory is one replay away.
 *
 * @typedef {{kind: string, id: string, memory: import("./fsrs.js").Memory, day: number, due: number}} Item
 */
import { AGAIN, GOOD, createScheduler } from "./fsrs.js";
import { studyDay } from "./days.js";

const scheduler = createScheduler();

/** The grade an event gives, or null where it does not belong to the review. */
function gradeOf({ kind, value }, known) {
  if (kind === "c") return value.g;
  if (kind === "x") return null;
  if (!value.ok) return AGAIN;
  return known ? GOOD : null; // a question comes to review with its first wrong answer
}

/**
 * A version of a question ends only what its page shows, not the memory of its idea: an id
 * whose meaning changes is a new id.
 * @returns {Map<string, Item>}
 */
export function replay(events) {
  const items = new Map();
  for (const event of events) {
    const key = `${event.kind}|${event.id}`;
    const item = items.get(key);
    const grade = gradeOf(event, item);
    if (grade === null) continue;
    const day = Math.max(studyDay(event.t), item?.day ?? 0); // a clock may have been set back
    const memory = scheduler.step(item?.memory ?? null, item ? day - item.day : 0, grade);
    const due = day + scheduler.interval(memory.s);
    items.set(key, { kind: event.kind, id: event.id, memory, day, due });
  }
  return items;
}

/** Days until the next review for each of the four grades. */
export function intervals(item, today) {
  const days = item ? Math.max(today - item.day, 0) : 0;
  return [1, 2, 3, 4].map((grade) => scheduler.interval(scheduler.step(item?.memory ?? null, days, grade).s));
}

/** What is due, longest overdue first. @param {Iterable<Item>} items @param {number} today */
export function dueItems(items, today) {
  return [...items].filter((item) => item.due <= today).sort((a, b) => a.due - b.due);
}

/** The next day after today with something due, and how much. */
export function nextDue(items, today) {
  const later = [...items].map((item) => item.due).filter((due) => due > today);
  const day = Math.min(...later);
  return later.length ? { day, count: later.filter((due) => due === day).length } : null;
}

/** One of each chapter in turn, so that no chapter comes twice in a row while others wait. */
export function interleave(items) {
  const chapters = new Map();
  for (const item of items) {
    const slug = item.id.split("/")[0];
    chapters.set(slug, [...(chapters.get(slug) ?? []), item]);
  }
  const queues = [...chapters.values()];
  const rounds = Math.max(0, ...queues.map((queue) => queue.length));
  return Array.from({ length: rounds }, (_, n) => queues.flatMap((queue) => queue[n] ?? [])).flat();
}
