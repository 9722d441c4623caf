// @ts-check
/** How far a reader is with a chapter: "" | "started" | "known", and how much of it is due. */

/**
 * Known: every card of the chapter is under review and none is due. A chapter without cards is
 * never known, only started.
 */
export function farness(events, items, today) {
  const chapter = ({ id }) => id.split("/")[0];
  const started = new Set(events.map(chapter));
  return (slug, cards) => {
    const own = items.filter((item) => chapter(item) === slug);
    const due = own.filter((item) => item.due <= today).length;
    const known = cards > 0 && !due && own.filter(({ kind }) => kind === "c").length >= cards;
    return { state: known ? "known" : started.has(slug) ? "started" : "", due };
  };
}
