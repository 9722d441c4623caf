// @ts-check
/** How far a reader is with a chapter: new, started, due or known, and how much of it is due. */

const chapterOf = ({ id }) => id.split("/")[0];

/**
 * New: nothing answered. Due: something comes back today. Known: each question was right at the last
 * try, each card is under review, and nothing is due. Started is all else. A chapter that asks
 * nothing is never known.
 */
export function farness(events, items, today) {
  const [answered, right] = [new Set(events.map(chapterOf)), new Map()];
  for (const { kind, id, value } of events) if (kind === "q") right.set(id, value.ok);
  return (slug, questions, cards) => {
    const own = items.filter((item) => chapterOf(item) === slug);
    const due = own.filter((item) => item.due <= today).length;
    const kept = own.filter(({ kind }) => kind === "c").length;
    const good = [...right].filter(([id, ok]) => ok && chapterOf({ id }) === slug).length;
    const known = questions + cards > 0 && good >= questions && kept >= cards;
    return { state: !answered.has(slug) ? "new" : due ? "due" : known ? "known" : "started", due };
  };
}
