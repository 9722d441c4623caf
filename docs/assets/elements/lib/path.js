// @ts-check
/**
 * The reader's path: ids of chapters, each part's id before its chapters. The book's plan and the
 * reader's order come in; what they make together goes out. Nothing of either is ever lost.
 */

export const isPart = (id) => id.startsWith("part-");

/**
 * The reader's order, with what the book has gained since: a chapter after the one that it follows in
 * the plan, a part after the chapters of the one before. What the book has lost keeps its place.
 * @param {string[]} plan @param {string[]} order @param {string[]} parts the reader's own
 */
export function arranged(plan, order, parts) {
  const list = order.length ? [...order] : [...plan];
  plan.forEach((id, n) => {
    if (list.includes(id)) return;
    const before = plan.slice(0, n).findLast((each) => list.includes(each));
    let at = list.indexOf(before) + 1;
    while (isPart(id) && before && at < list.length && !isPart(list[at])) at += 1;
    list.splice(at, 0, id);
  });
  return [...list, ...parts.filter((id) => !list.includes(id))];
}

/** A part with its chapters, or one chapter. */
export function blockOf(list, id) {
  const start = list.indexOf(id);
  if (!isPart(id)) return [id];
  const stop = list.findIndex((each, n) => n > start && isPart(each));
  return list.slice(start, stop < 0 ? undefined : stop);
}

/** The list with a block in another place: after `before`, or first. */
export function moved(list, id, before) {
  const block = blockOf(list, id);
  const rest = list.filter((each) => !block.includes(each));
  const at = rest.indexOf(before) + 1;
  return [...rest.slice(0, at), ...block, ...rest.slice(at)];
}

/**
 * What a step up or down would put before an id; undefined where no step leads.
 * @param {string[]} list what is shown, which begins with a part @param {-1 | 1} step
 */
export function stepped(list, id, step) {
  const at = list.indexOf(id);
  if (!isPart(id)) return step < 0 ? (at > 1 ? list[at - 2] : undefined) : list[at + 1];
  if (step < 0) return at ? (list[list.slice(0, at).findLastIndex(isPart) - 1] ?? "") : undefined;
  const next = list[at + blockOf(list, id).length];
  return next && blockOf(list, next).at(-1);
}
