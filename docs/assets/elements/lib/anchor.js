// @ts-check
/** Where a note belongs in a page: a heading's id and some words of the text below it. */

const tidy = (text) => text.replace(/\s+/g, " ").trim();

/** What an element says. @param {Element | Range} part */
export const wordsOf = (part) => tidy("textContent" in part ? (part.textContent ?? "") : part.toString());

/** The text of a heading, without the link to itself. @param {Element} heading */
export const titleOf = (heading) =>
  tidy([...heading.childNodes].filter((each) => !(/** @type {Element} */ (each).matches?.(".headerlink"))).map((each) => each.textContent).join(""));

/** The sections of a page, each with what stands below its heading. @param {Element} article */
export function sectionsOf(article) {
  const sections = [{ anchor: "", heading: "", element: /** @type {Element | null} */ (null), blocks: /** @type {Element[]} */ ([]) }];
  for (const element of article.children) {
    if (element.matches(".own, .note-here, .page-end, link, #page-end")) continue;
    const isHeading = element.matches("h2, h3") && element.querySelector(":scope > .headerlink");
    if (isHeading) sections.push({ anchor: element.id, heading: titleOf(element), element, blocks: [] });
    else if (element.matches(".page-top")) sections[0].element = element;
    else sections[sections.length - 1].blocks.push(element);
  }
  return sections;
}

/**
 * The element that a note follows, null when its place is gone. A paragraph that moved is found again;
 * where its words have changed, its heading stands in, and `changed` is true.
 */
export function placeOf(sections, { anchor, quote }) {
  const section = sections.find((each) => each.anchor === anchor);
  const holds = (block) => wordsOf(block).includes(quote);
  const found = quote && (section?.blocks.find(holds) ?? sections.flatMap(({ blocks }) => blocks).find(holds));
  if (found) return { element: found, changed: false };
  return { element: section?.element ?? null, changed: Boolean(quote) };
}
