// @ts-check
/** What follows a test: its score is kept and told beside those before, and the wrong ones are asked again. */
import { firstField } from "./lib/answers.js";
import { scoreWords, scoresOf, withScore } from "./lib/scores.js";
import { all, base, button, node, progress, today } from "./progress.js";

const SHOWN = 5; // of those before, below a new one
const bodyOf = (chapter) => progress.documents().get(`test|${chapter}`)?.body;
const everyOne = (test) => all(test, "lesson-quiz");

/** Puts what follows below the status line. */
function offer(test, ...parts) {
  test.status.nextElementSibling?.remove();
  test.status.after(node("div", { className: "test-after" }, ...parts));
}

/** Begins afresh with some of a test's questions, the others out of the way. */
function ask(test, silent, asked, words) {
  test.begin(silent, asked);
  for (const each of everyOne(test)) each.hidden = !asked.includes(each);
  test.status.textContent = words;
  if (silent) offer(test, practiseAll(test));
  firstField(asked[0].form).focus();
}

function practiseAll(test) {
  const press = button("Practise all");
  press.onclick = () => ask(test, false, everyOne(test), "All questions are back, for practice.");
  return press;
}

function wrongAgain(test, wrong) {
  const press = button("The wrong ones again");
  press.onclick = () => ask(test, true, wrong, `Only what was not right: ${wrong.length} of ${everyOne(test).length}.`);
  return press;
}

/** All are right that were asked again: those out of the way come back, as they were. */
function bringBack(test) {
  for (const each of everyOne(test)) each.hidden = false;
  test.status.scrollIntoView({ block: "nearest" });
}

/** Keeps the score of a whole test, and returns those before it. */
function keep(chapter, right, of) {
  const before = scoresOf(bodyOf(chapter));
  progress.putDocument("test", chapter, withScore(before, { day: today(), right, of }));
  return before;
}

/** Adds where to see what one knows, and why nothing could be kept, if so. */
function addTo(status, chapter) {
  const link = node("a", { href: new URL(`results/#${chapter}`, base).href }, "What you know");
  status.append(" ", link, ` ${progress.status}`.trimEnd());
}

/** Goes on from a test that has just ended. */
export function follow(test, right) {
  const asked = test.questions;
  const whole = asked.length === everyOne(test).length;
  const [chapter] = asked[0].id.split("/");
  const before = whole ? keep(chapter, right, asked.length).slice(-SHOWN) : [];
  if (!test.status.textContent) return; // begun afresh meanwhile
  addTo(test.status, chapter);
  const wrong = asked.filter(({ dataset }) => dataset.result !== "right");
  const told = before.length ? [node("p", { className: "test-before" }, `Before: ${scoreWords(before, today())}.`)] : [];
  const buttons = wrong.length ? [wrongAgain(test, wrong), ...(whole ? [] : [practiseAll(test)])] : [];
  offer(test, ...told, ...buttons);
  if (!wrong.length) bringBack(test);
}

/** How the tests of each chapter ended, on the page of results. */
export function tellScores(results) {
  for (const chapter of all(results, ".chapter-results")) {
    const words = scoreWords(scoresOf(bodyOf(chapter.id)), today());
    chapter.querySelector(".scores")?.remove();
    if (words) chapter.querySelector(".so-far").after(node("p", { className: "so-far scores" }, `As a test: ${words}.`));
  }
}
