// @ts-check
/** The form in which a reader writes a note, a card or a question. What is typed stays text. */
import { MOST } from "./lib/own.js";
import { pageOf } from "./own.js";
import { all, button, node } from "./progress.js";

const FIELDS = {
  note: [["text", "Your note", 4]],
  card: [["front", "Front: what it asks", 2], ["back", "Back: the answer", 3]],
  question: [["ask", "Question", 2], ["explain", "Why that is so", 2]],
};
const FIRST_OPTIONS = 3;

const field = (name, value) => node("label", { className: "field" }, node("span", {}, name), value);

function area(name, label, rows, value = "") {
  return field(label, node("textarea", { name, rows, value, maxLength: MOST[name] }));
}

/** One option: what it says, and whether it is the right one. */
function optionRow(n, text, isRight) {
  const radio = node("input", { type: "radio", name: "right", value: String(n), checked: isRight, ariaLabel: `Option ${n + 1} is the right one` });
  const words = node("input", { name: "option", value: text, maxLength: MOST.option, ariaLabel: `Option ${n + 1}`, autocomplete: "off" });
  return node("div", { className: "own-option field" }, radio, words);
}

function optionGroup({ options = [], right = -1 }) {
  const texts = [...options, ...Array(Math.max(FIRST_OPTIONS - options.length, 0)).fill("")];
  const rows = texts.map((text, n) => optionRow(n, text, n === right));
  const more = button("Add an option");
  const group = node("fieldset", { className: "own-options" }, node("legend", {}, "Options; mark the right one"), ...rows, more);
  const count = () => group.querySelectorAll(".own-option").length;
  more.onclick = () => {
    more.before(optionRow(count(), "", false));
    more.hidden = count() >= MOST.options;
    /** @type {HTMLElement} */ (all(group, "[name=option]").at(-1)).focus();
  };
  more.hidden = count() >= MOST.options;
  return group;
}

/** The pages that a card or a question may belong to: those of the menu. */
function pageChoice(page, title) {
  const found = new Map([["", "No page in particular"]]);
  for (const link of /** @type {HTMLAnchorElement[]} */ (all(document, "#menu a"))) found.set(pageOf(link.href), link.textContent.trim());
  if (page && !found.has(page)) found.set(page, title);
  const options = [...found].map(([value, text]) => node("option", { value, selected: value === page }, text));
  return field("Belongs to", node("select", { name: "page" }, ...options));
}

/** What is written in a form, as the fields of a body; a note's place is not its form's business. */
function values(kind, form) {
  const read = Object.fromEntries(FIELDS[kind].map(([name]) => [name, form.elements[name].value.trim()]));
  if (kind === "note") return read;
  const page = form.elements.page;
  Object.assign(read, { page: page.value, title: page.value && page.selectedOptions[0].textContent });
  if (kind === "card") return read;
  const options = all(form, "[name=option]").map((each) => /** @type {HTMLInputElement} */ (each).value.trim());
  const chosen = Number(new FormData(form).get("right") ?? -1);
  const filled = options.filter(Boolean);
  return { ...read, options: filled, right: filled.indexOf(options[chosen] || "\n") };
}

/** What is still missing, in words. */
function lacks(read) {
  if (read.text === "") return "Write something first.";
  if (read.front === "" || read.back === "") return "A card needs a front and a back.";
  if (read.ask === "") return "Write the question first.";
  if (!read.options) return "";
  if (read.options.length < 2) return "A question needs two options or more.";
  if (new Set(read.options).size < read.options.length) return "Two options are the same.";
  return read.right < 0 ? "Mark an option that says something as the right one." : "";
}

/**
 * @param {"note" | "card" | "question"} kind
 * @param {object} body what there is so far
 * @param {{name: string, done: (read: object | null) => void, extra?: HTMLElement[]}} about its name for
 *   those who hear it, who is told what was written, or that nothing is to be, and further fields
 * @returns {{form: HTMLElement, first: HTMLElement, leave: () => boolean}} `leave` keeps what is whole and
 *   was changed; false, and a word, where something is begun that can't be kept so
 */
export function ownForm(kind, body, { name, done, extra = [] }) {
  const status = node("p", { className: "own-status", role: "status" });
  const cancel = button("Cancel");
  const actions = node("div", { className: "own-actions" }, node("button", { className: "button" }, "Save"), cancel, status);
  const fields = FIELDS[kind].map(([key, label, rows]) => area(key, label, rows, body[key]));
  if (kind === "question") fields.splice(1, 0, optionGroup(body));
  if (kind !== "note") extra.push(pageChoice(body.page ?? "", body.title));
  const form = node("form", { className: "own own-form", ariaLabel: name, noValidate: true }, ...fields, ...extra, actions);
  const before = JSON.stringify(values(kind, form));
  const isChanged = () => JSON.stringify(values(kind, form)) !== before;
  form.onsubmit = (event) => {
    event.preventDefault();
    const read = values(kind, form);
    status.textContent = lacks(read);
    if (!lacks(read)) done(read);
  };
  form.onkeydown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    if (event.key === "Escape" && !isChanged()) done(null);
  };
  cancel.onclick = () => done(null);
  const leave = () => {
    if (!isChanged()) return true;
    const read = values(kind, form);
    status.textContent = lacks(read);
    if (lacks(read)) return false;
    done(read);
    return true;
  };
  return { form, first: form.querySelector("textarea"), leave };
}
