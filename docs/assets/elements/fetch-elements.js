// @ts-check
/** A demo, or what only the review page has, is fetched when the page holds its element. */
export function fetchElements() {
  for (const { localName } of document.querySelectorAll(":not(:defined)")) {
    if (/^(demo|lesson)-/.test(localName)) import(`./${localName}.js`);
  }
}
