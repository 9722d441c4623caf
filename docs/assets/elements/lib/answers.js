// @ts-check
/**
 * How an answer stands in its form, as the one string that the log keeps for ever: letters for
 * what is chosen, ordered or matched (joined by blanks), a JSON array for blanks, else the text.
 * Every field is named "answer"; one that is a part of the answer has its letter in data-part.
 */

/** @typedef {HTMLInputElement & HTMLSelectElement} Field */

/** @returns {Field[]} */
const fieldsOf = (form) => [...form.querySelectorAll("[name=answer]")];
const values = (fields) => fields.map((field) => field.value.trim());

const chosen = {
  lacks: "Choose an answer first.",
  read: (fields) => fields.filter((field) => field.checked).map((field) => field.value).sort().join(" "),
};
const typed = {
  lacks: "Type an answer first.",
  read: ([field]) => (field.value.trim() ? field.value : ""),
};
const order = {
  lacks: "Give the lines their places first.",
  read(fields) {
    const placed = fields.filter((field) => field.value).sort((x, y) => Number(x.value) - Number(y.value));
    return placed.map((field) => field.dataset.part).join(" ");
  },
};
const match = {
  lacks: "Choose one for each line first.",
  read: (fields) => (values(fields).every(Boolean) ? values(fields).join(" ") : ""),
};
const cloze = {
  lacks: "Fill in every blank first.",
  read: (fields) => (values(fields).every(Boolean) ? JSON.stringify(values(fields)) : ""),
};

/** A way of answering for each type; what has boxes to tick is chosen, the rest is typed. */
const WAYS = { order, match, cloze };
const wayOf = (form, type) => WAYS[type] ?? (form.querySelector("[name=answer]:is([type=radio], [type=checkbox])") ? chosen : typed);

/** The answer as a string; empty as long as something is missing. @param {HTMLFormElement} form @param {string} type */
export const answerOf = (form, type) => wayOf(form, type).read(fieldsOf(form));

/** What to say when something is missing. @param {HTMLFormElement} form @param {string} type */
export const lacking = (form, type) => wayOf(form, type).lacks;

/** Takes the answer out of the form. @param {HTMLFormElement} form */
export const clear = (form) => form.reset();

/** The field where answering begins. @param {HTMLFormElement} form */
export const firstField = (form) => fieldsOf(form)[0];
