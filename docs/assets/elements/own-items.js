// @ts-check
/** A reader's own cards and questions, as the elements that the book's are. Their text stays text. */
import { addressOf, own } from "./own.js";
import { versionOf } from "./lib/own.js";
import { base, node, progress } from "./progress.js";

/** The names of own cards and questions in the log of reviews. */
export const fullId = (name) => `mine/${name}`;

/** Text as paragraphs: an empty line parts two. @returns {HTMLElement[]} */
export const paragraphs = (text) =>
  text.trim().split(/\n\s*\n/).map((part) => node("p", {}, ...part.split("\n").flatMap((line, n) => (n ? [node("br"), line] : [line]))));

/** Where it belongs, and where it is changed. */
function foot({ name, body }) {
  const links = body.page ? [node("a", { href: addressOf(body) }, body.heading || body.title), " "] : [];
  return node("p", { className: "teaches" }, ...links, node("a", { href: `${new URL("mine/", base).href}#${name}` }, "Yours"));
}

export function cardElement(card) {
  const { front, back } = card.body;
  const answer = node("details", { className: "back" }, node("summary", {}, "Show the answer"), ...paragraphs(back), foot(card));
  const element = node("div", { className: "card", id: fullId(card.name) }, node("div", { className: "front" }, ...paragraphs(front)), answer);
  element.dataset.version = versionOf(`${front}\n${back}`);
  return element;
}

const LETTERS = "abcdef";

export function questionElement(question) {
  const { ask, options, right, explain } = question.body;
  const choice = (text, n) => node("label", { className: "option" }, node("input", { type: "radio", name: "answer", value: LETTERS[n] }), node("span", {}, text));
  const form = node("form", {}, node("fieldset", {}, node("legend", {}, ask), ...options.map(choice)));
  const key = node("div", { className: "key" }, node("p", {}, node("strong", {}, "Answer:"), ` ${options[right]}`));
  const why = node("div", { className: "explain" }, ...(explain.trim() ? paragraphs(explain) : []), foot(question));
  const answer = node("details", { className: "answer" }, node("summary", {}, "Check my answer"), key, why);
  const element = node("lesson-quiz", { className: "question", id: fullId(question.name) }, form, answer);
  const version = versionOf([ask, ...options, right].join("\n"));
  Object.assign(element.dataset, { type: "single", version, answer: LETTERS[right] });
  return element;
}

/** Those that a reader has not removed. */
export const living = (kind) => own(kind).filter(({ body }) => !body.removed);

/** All of them as one deck of the review; what was never answered bears data-fresh. */
export function ownDeck() {
  const items = [
    ...living("card").map((card) => ["c", card.name, cardElement(card)]),
    ...living("question").map((question) => ["q", question.name, questionElement(question)]),
  ];
  for (const [kind, name, element] of items) if (!progress.last(kind, fullId(name))) element.dataset.fresh = "";
  const title = node("h2", {}, node("a", { href: new URL("mine/", base).href }, "Yours"));
  const deck = node("section", { className: "deck-source" }, title, ...items.map(([, , element]) => element));
  Object.assign(deck.dataset, { deck: "mine", href: new URL("mine/", base).href, items: items.map(([, name]) => name).join(" ") });
  return deck;
}
