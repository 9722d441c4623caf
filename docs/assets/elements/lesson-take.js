// @ts-check
/**
 * <lesson-take>: a zip with all that is the reader's own: a page that opens anywhere, without this
 * site, and the file of progress. Markup: empty. Without script there is nothing to take.
 */
import { save } from "./save.js";
import { exportProgress } from "./lib/transfer.js";
import { zip } from "./lib/zip.js";
import { ownPage } from "./own-pages.js";
import { button, node, progress } from "./progress.js";

class LessonTake extends HTMLElement {
  connectedCallback() {
    const take = button("Take it as a page");
    const status = node("p", { className: "own-status", role: "status" });
    take.onclick = async () => {
      await customElements.whenDefined("lesson-path"); // before it has come the page shows the book's own path
      save("my-neural-networks.zip", this.folder(new Date()));
      status.textContent = "A zip with your page, and the file of progress.";
    };
    this.replaceChildren(node("div", { className: "own-actions" }, take, status));
  }

  folder(now) {
    const page = ownPage(document.querySelector("lesson-path"), now.toLocaleDateString("en-GB", { dateStyle: "long" }));
    return zip({ "index.html": page, "progress.json": JSON.stringify(exportProgress(progress, now.getTime())) }, now);
  }
}

customElements.define("lesson-take", LessonTake);
