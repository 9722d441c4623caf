// @ts-check
/** Numbers as the book prints them: a true minus sign, never a minus before zero. */

/** With so many decimals, or with as many as it needs. */
export function shown(value, digits) {
  const text = digits === undefined ? String(value) : value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

/** The same with its sign in front: +0.8, −0.5, 0. */
export function signed(value, digits) {
  const text = shown(value, digits);
  return value > 0 ? `+${text}` : text;
}
