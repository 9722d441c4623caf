// @ts-check
/** All that is the reader's own, as one page that needs nothing else: it opens from any folder. */
import { addressOf } from "./own.js";
import { living, paragraphs } from "./own-items.js";
import { base, node } from "./progress.js";

const STYLE = `:root { color-scheme: light dark; background: light-dark(#fffffd, #17191d); color: light-dark(#1f1f1e, #e8e6df); font: 1.1rem/1.6 Georgia, serif }
a { color: light-dark(#0b6b66, #6cc7bd) }
h1, h2, h3 { line-height: 1.2 }
h2 { margin-top: 3rem }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
article { margin-block: 1.5rem; padding-inline-start: 1rem; border-inline-start: 2px solid light-dark(#0b6b66, #6cc7bd) }
blockquote { margin-inline: 0; font-style: italic }
li, p { overflow-wrap: anywhere }`;

/** A link where there is something to lead to, else its words. */
const link = (words, href) => (href ? node("a", { href }, words) : words);
const place = (body) => link(body.heading || body.title || "The book", body.page && addressOf(body));
const section = (title, items) => (items.length ? [node("h2", {}, title), ...items] : []);

/** The path as the page shows it, without what the reader leaves out. */
function path(shown) {
  return [...shown.querySelectorAll("section[data-item]:not([hidden])")].flatMap((part) => {
    const chapters = [...part.querySelectorAll("li[data-item]:not([hidden], .left-out)")].map((item) => {
      const name = item.querySelector(".title > *");
      return node("li", {}, link(name.textContent, name.href), name.href ? "" : " (coming)");
    });
    return [node("h3", {}, part.querySelector("h3").textContent), node("ol", {}, ...chapters)];
  });
}

const note = ({ body }) =>
  node("article", {}, node("p", {}, place(body)), ...(body.quote ? [node("blockquote", {}, body.quote)] : []), ...paragraphs(body.text));

const card = ({ body }) =>
  node("article", {}, ...paragraphs(body.front), node("details", {}, node("summary", {}, "The answer"), ...paragraphs(body.back)));

const question = ({ body }) => {
  const options = node("ol", { type: "A" }, ...body.options.map((option) => node("li", {}, option)));
  const right = node("p", {}, node("strong", {}, body.options[body.right]));
  const answer = node("details", {}, node("summary", {}, "The answer"), right, ...paragraphs(body.explain));
  return node("article", {}, ...paragraphs(body.ask), options, answer);
};

/** The page as a text. @param {Element} shown the <lesson-path> of this page @param {string} day in words */
export function ownPage(shown, day) {
  const title = "Neural networks, my way";
  const book = node("a", { href: base.href }, "What Is a Neural Network?");
  const from = node("p", {}, "Made from ", book, ` on ${day}. The file progress.json beside this page brings all of it into the book again.`);
  const main = node(
    "main", {}, node("h1", {}, title), from,
    ...section("My path", path(shown)),
    ...section("My notes", living("note").map(note)),
    ...section("My cards", living("card").map(card)),
    ...section("My questions", living("question").map(question)),
  );
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style>`;
  return `<!doctype html>\n<html lang="en"><head>${head}</head><body>${main.outerHTML}</body></html>\n`;
}
