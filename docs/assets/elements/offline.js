// @ts-check
/**
 * Registers the service worker of a built site, so that the book opens without a network.
 *
 * The page says `<meta name="lesson-offline">` when there is one. While an author serves
 * the book there is none, and one that an earlier visit left behind is sent away: it
 * would show old pages. So is that of a reader who freed the space. Refused storage means
 * no worker, and nothing else changes.
 */
import { base, preference } from "./progress.js";

export async function keepOffline() {
  if (window !== top) return; // on somebody else's page: nothing is kept there, and nothing sent away
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  try {
    if (document.querySelector("meta[name=lesson-offline]") && preference("offline") !== false) {
      await serviceWorker.register(new URL("sw.js", base), { updateViaCache: "none" });
    } else {
      const registration = await serviceWorker.getRegistration(base);
      await registration?.unregister();
    }
  } catch (error) {
    console.info("The book is not kept for offline reading:", error);
  }
}
