// Looks at pages in one Chromium that stays open: an order comes in as a line, its report goes out as a line.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [path, executablePath, ...args] = process.argv.slice(2);
const address = pathToFileURL(path);
const { default: lighthouse } = await import(address);
const puppeteer = createRequire(address)("puppeteer-core"); // the one that Lighthouse brings
const browser = await puppeteer.launch({ executablePath, args, defaultViewport: null });

/** What Lighthouse says of a page to somebody who was never there: nothing is kept from the page before. */
async function report({ address, settings }) {
  const visitor = await browser.createBrowserContext();
  const { lhr } = await lighthouse(address, settings, undefined, await visitor.newPage());
  await visitor.close();
  return lhr;
}

for await (const order of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await report(JSON.parse(order))));
}
await browser.close();
