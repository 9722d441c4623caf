// @ts-check
/**
 * Registers the service worker of a built site, so that the book opens without a network.
 *
 * The page says `<meta name="lesson-offline">` when there is one. While an author serves
 * the book there is none, and one that an earlier visit left behind is sent away: it
 * would show old pages. Refused storage means no worker, and nothing else changes.
 */
const site = new URL("../../", import.meta.url);

export async function keepOffline() {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  try {
    if (document.querySelector("meta[name=lesson-offline]")) {
      await serviceWorker.register(new URL("sw.js", site), { updateViaCache: "none" });
    } else {
      const registration = await serviceWorker.getRegistration(site);
      await registration?.unregister();
    }
  } catch (error) {
    console.info("The book is not kept for offline reading:", error);
  }
}
