// @ts-check
/** Two texts in; the lines that stayed, went and came out, in order. */

/**
 * @param {string} before @param {string} after
 * @returns {{kind: "same" | "gone" | "new", text: string}[]}
 */
export function lineDiff(before, after) {
  const [old, now] = [before, after].map((text) => text.trimEnd().split("\n"));
  const common = longestCommon(old, now);
  const lines = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push({ kind: "same", text: now[j] });
      i += 1;
      j += 1;
    } else if (j === now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) {
      lines.push({ kind: "gone", text: old[i] });
      i += 1;
    } else {
      lines.push({ kind: "new", text: now[j] });
      j += 1;
    }
  }
  return lines;
}

/** Row i, column j: how many lines the rests of both texts from there on can share. */
function longestCommon(old, now) {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      table[i][j] = old[i] === now[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}
