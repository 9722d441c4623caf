// @ts-check
/**
 * The code editor: a real <textarea> that shows its text in colours, Tab to indent,
 * Escape then Tab to leave. Fetched when the reader first edits.
 */

const VENDOR = new URL("../../vendor/editor/", import.meta.url);

/** Tab belongs to the page again after Escape, until the next key or visit. */
function letTabLeave(textarea, setIgnoreTab, signal) {
  const listen = (type, listener) => textarea.addEventListener(type, listener, { signal, capture: true });
  listen("keydown", (event) => {
    if (event.key === "Escape") {
      setIgnoreTab(true);
      event.stopImmediatePropagation(); // the editor would give up its focus altogether
    } else if (event.key !== "Tab" && event.key !== "Shift") setIgnoreTab(false);
  });
  listen("blur", () => setIgnoreTab(false));
}

/** Wait for the editor's own rules: without them its two layers do not lie together. */
function styled(container) {
  const link = container.ownerDocument.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: new URL("prism-code-editor.css", VENDOR).href });
  return new Promise((resolve) => {
    link.addEventListener("load", () => resolve(link));
    link.addEventListener("error", () => resolve(link));
    container.append(link);
  });
}

/**
 * @param {HTMLElement} container empty; the editor fills it
 * @param {{value: string, label: string, describedBy: string, signal: AbortSignal,
 *   changed: (value: string) => void}} options
 */
export async function openEditor(container, { value, label, describedBy, signal, changed }) {
  const [code] = await Promise.all([import(new URL("prism-code-editor.js", VENDOR).href), styled(container)]);
  const editor = code.createEditor(
    container,
    { language: "python", value, tabSize: 4, lineNumbers: false, onUpdate: changed },
    code.defaultCommands(),
    code.editHistory(),
    code.matchBrackets(),
    code.indentGuides(),
  );
  const { textarea } = editor;
  for (const [name, text] of Object.entries({ "aria-label": label, "aria-describedby": describedBy, autocorrect: "off" })) {
    textarea.setAttribute(name, text);
  }
  letTabLeave(textarea, code.setIgnoreTab, signal);
  return {
    get value() {
      return editor.value;
    },
    set value(text) {
      editor.setOptions({ value: text });
    },
    focus: () => textarea.focus({ preventScroll: true }),
    /** Mark the line on which the program failed; 0 marks none. */
    mark(line) {
      for (const marked of container.querySelectorAll(".failing")) marked.classList.remove("failing");
      if (line) editor.lines[line]?.classList.add("failing");
    },
  };
}
