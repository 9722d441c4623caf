// @ts-check
/** Hands a file to the browser, which asks the reader where to keep it, or knows. @param {Blob} file */
export function save(name, file) {
  const link = document.createElement("a");
  Object.assign(link, { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // Safari fetches it after the click
}
