// @ts-check
/**
 * Events in; what is remembered, and when it is due, out. Nothing derived is stored, so a better
 * model of memory is one replay away. An item is {kind, id, memory, day, due, since, lapses, sure}:
 * under review since a day, forgotten on so many others, and last answered wrongly but surely.
 */
import { AGAIN, GOOD, HARD, createScheduler } from "./fsrs.js";
import { studyDay } from "./days.js";

const { step, interval } = createScheduler();

/** Forgotten on so many days, a card needs another look at the text more than one more review. */
const LEECH = 5;
export const isLeech = (item) => item?.lapses >= LEECH;

/** Null for what is not under review: a question is from its first wrong answer on. */
function gradeOf({ kind, value }, item) {
  if (kind === "c") return value.g;
  if (kind === "x" || (value.ok && !item)) return null;
  if (!value.ok) return AGAIN;
  return value.h ? HARD : GOOD; // with or without a hint
}

/** The version of a question doesn't matter here: an id whose meaning changes is a new id. */
export function replay(events) {
  const items = new Map();
  for (const event of events) {
    const { kind, id, t, value } = event;
    const subject = `${kind}|${id}`;
    const item = items.get(subject);
    const grade = gradeOf(event, item);
    if (grade === 0) items.delete(subject); // the card is new again, whatever was before
    if (!grade) continue;
    const day = Math.max(studyDay(t), item?.day ?? 0); // the clock may have been set back
    const memory = step(item?.memory, day - item?.day, grade);
    const lapses = (item?.lapses ?? 0) + Number(grade === AGAIN && day > item?.day);
    const sure = value.c === "sure" && grade === AGAIN;
    const due = day + interval(memory.s);
    items.set(subject, { kind, id, memory, day, due, since: item?.since ?? day, lapses, sure });
  }
  return items;
}

/** Days until the next review, for each of the four grades. */
export function intervals(item, today) {
  const days = Math.max(today - item?.day, 0);
  return [1, 2, 3, 4].map((grade) => interval(step(item?.memory, days, grade).s));
}

/** What is due: first what was wrong and sure, for surprise is remembered; then the longest overdue. */
export const dueItems = (items, today) =>
  items.filter(({ due }) => due <= today).sort((a, b) => Number(b.sure) - Number(a.sure) || a.due - b.due);

/** What is due and still fits into a day of `most` reviews. */
export function dueWithin(items, today, most) {
  const done = items.filter(({ day, since }) => day === today && since < today).length;
  return dueItems(items, today).slice(0, Math.max(most - done, 0));
}

/** The next day with something due, and how much. */
export function nextDue(items, today) {
  const days = items.map(({ due }) => due).filter((due) => due > today);
  const day = Math.min(...days);
  return { day, count: days.filter((due) => due === day).length };
}

/** A copy in an order that chance decides, each as likely as the others. */
export const shuffled = (items, random) =>
  items.map((item) => ({ item, place: random() })).sort((a, b) => a.place - b.place).map(({ item }) => item);

const chapterOf = ({ id }) => id.split("/")[0];

/**
 * Keeps the order, but for this: no two in a row of one chapter, or else of one topic, while it
 * can be helped. So a chapter with more than half of what is left has its turn at once.
 */
export function interleave(items, topicOf = chapterOf) {
  const [left, count] = [new Set(items), {}];
  for (const item of items) count[chapterOf(item)] = (count[chapterOf(item)] ?? 0) + 1;
  let last;
  return items.map(() => {
    const isOther = (item) => !last || chapterOf(item) !== chapterOf(last);
    const presses = (item) => isOther(item) && 2 * count[chapterOf(item)] > left.size;
    const hasNews = (item) => topicOf(item) !== topicOf(last);
    const others = [...left];
    last = others.find(presses) ?? others.find(isOther) ?? others.find(hasNews) ?? others[0];
    left.delete(last);
    count[chapterOf(last)] -= 1;
    return last;
  });
}
