// @ts-check
/**
 * A page that stands in a frame of another site: it takes the colours of the reader's system, and
 * tells the page around it how high it would like to be, as a message {embed, height}.
 * It defines no tag. The build's embed pages load it before their text, as a plain script, so that
 * nothing is painted in the wrong colours; without script, CSS follows the system.
 */
const dark = matchMedia("(prefers-color-scheme: dark)");
const dress = () => void (document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default");
document.documentElement.classList.replace("no-js", "js");
dark.addEventListener("change", dress);
dress();

/** Nothing else is told, so anybody may hear it. */
const tell = (/** @type {Element} */ main) =>
  parent.postMessage({ embed: location.pathname, height: Math.ceil(main.getBoundingClientRect().height) }, "*");

if (parent !== window) {
  addEventListener("DOMContentLoaded", () => {
    const main = /** @type {Element} */ (document.querySelector("main"));
    new ResizeObserver(() => tell(main)).observe(main);
    addEventListener("load", () => tell(main)); // out of sight nothing is observed
  });
}
