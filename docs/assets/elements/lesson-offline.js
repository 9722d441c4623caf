// @ts-check
/**
 * <lesson-offline>, empty: what of the book is kept on this device and how large it is, a button
 * that keeps all of it, and one that frees the space.
 * Without script, or where nothing can be kept (a private window, `make serve`), it stays empty.
 */
import { keepOffline } from "./offline.js";
import { base, button, node, progress } from "./progress.js";

const LOOK = 300; // ms between looks at how far the pages are
const MOST_LOOKS = 10;
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Rejects when a service worker could not keep the pages; it would be waited for without end. */
function givenUp(worker) {
  return new Promise((_, reject) => {
    worker?.addEventListener("statechange", () => worker.state === "redundant" && reject(new Error("no room")));
  });
}

/** Resolves when this page goes through the service worker, which it asks for where it was loaded past it. */
async function controlled() {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) return;
  const change = new Promise((resolve) => serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
  (await serviceWorker.ready).active.postMessage("claim");
  await change;
}

class LessonOffline extends HTMLElement {
  connectedCallback() {
    if (!document.querySelector("meta[name=lesson-offline]") || !navigator.serviceWorker || !self.caches) return;
    const { signal } = (this.left = new AbortController());
    this.status = node("p", { className: "offline-status", tabIndex: -1 });
    this.status.setAttribute("role", "status");
    this.bytes = node("span", { className: "program-bytes" }); // not in the status: it would be read out at every step
    this.bar = node("progress", { className: "program-progress", hidden: true });
    this.bar.setAttribute("aria-label", "Keeping the book");
    this.all = button("Make all available offline");
    this.free = button("Free the space");
    this.all.addEventListener("click", () => this.keep(), { signal });
    this.free.addEventListener("click", () => this.drop(), { signal });
    this.append(this.status, this.bytes, this.bar, node("p", { className: "offline-actions" }, this.all, this.free));
    const tell = () => this.isConnected && this.tell().catch((error) => this.say(`Nothing can be kept here: ${error.message}`));
    tell();
    navigator.serviceWorker.ready.then(tell);
  }

  disconnectedCallback() {
    this.left?.abort();
    this.replaceChildren();
  }

  /** The files of each kind that are kept, and the names of their caches. */
  async kept() {
    const names = (await caches.keys()).filter((name) => name.startsWith(`${base.href}|`));
    const found = { names, book: 0, later: new Set() };
    for (const name of names) {
      const urls = (await (await caches.open(name)).keys()).map(({ url }) => url);
      if (name.includes("|book|")) found.book = Math.max(found.book, urls.length);
      else urls.forEach((url) => found.later.add(url));
    }
    return found;
  }

  /** What there is to keep, as the build counted it. */
  async plan() {
    this.planned ??= await (await fetch(new URL("assets/offline.json", base))).json();
    return this.planned;
  }

  async tell() {
    const [{ book, later }, kept] = await Promise.all([this.plan(), this.kept()]);
    const pages = kept.book >= book.files;
    const words = [`Every page: ${megabytes(book.bytes)}, ${pages ? "kept" : "not kept yet"}.`];
    const [missing, sizes] = [[], []];
    for (const [kind, files] of Object.entries(later)) {
      const urls = Object.entries(files).map(([path, bytes]) => [new URL(path, base).href, bytes]);
      const lacking = urls.filter(([url]) => !kept.later.has(url));
      const size = urls.reduce((sum, [, bytes]) => sum + bytes, 0);
      words.push(`${kind}: ${megabytes(size)}, ${lacking.length ? (lacking.length < urls.length ? "kept in part" : "not kept yet") : "kept"}.`);
      missing.push(...lacking);
      sizes.push(size);
    }
    const total = sizes.reduce((sum, size) => sum + size, 0);
    this.say(words.join(" "));
    this.all.hidden = pages && !missing.length;
    this.free.hidden = !kept.book && !kept.later.size;
    return { pages, book, missing, total };
  }

  async keep() {
    this.status.focus({ preventScroll: true }); // while the button rests
    this.all.disabled = this.free.disabled = true;
    try {
      progress.putDocument("preference", "offline", true);
      await navigator.storage?.persist?.();
      await this.keepPages();
      await this.keepLater();
      await this.settle();
      if ((await this.tell()).missing.length) throw new Error("no room");
    } catch {
      this.say("The network went away, or this device has no room. Press again to go on from here.");
    }
    this.bar.hidden = true;
    this.bytes.textContent = "";
    this.all.disabled = this.free.disabled = false;
  }

  /** The service worker fetches the pages by itself; see how far it is. */
  async keepPages() {
    const { book } = await this.plan();
    let done = false;
    const taken = async () => {
      await keepOffline();
      const registration = await navigator.serviceWorker.getRegistration(base);
      if (!registration) throw new Error("this browser refuses");
      await Promise.race([navigator.serviceWorker.ready, givenUp(registration.installing)]);
      await controlled();
      done = true;
    };
    const ready = taken();
    while (!done && !this.left.signal.aborted) {
      const share = Math.min(1, (await this.kept()).book / book.files);
      this.progress("Keeping every page", share * book.bytes, book.bytes);
      await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, LOOK))]);
    }
  }

  /** What a page asks for goes through the service worker, which keeps it. */
  async keepLater() {
    const { missing, total } = await this.tell();
    let done = total - missing.reduce((sum, [, bytes]) => sum + bytes, 0);
    for (const [url, bytes] of missing) {
      this.progress("Keeping the rest", done, total);
      const response = await fetch(url, { signal: this.left.signal });
      if (!response.ok) throw new Error(url);
      await response.arrayBuffer();
      done += bytes;
    }
  }

  /** What came last is in its cache a moment later; without room it never is. */
  async settle() {
    const { later } = await this.plan();
    const urls = Object.values(later).flatMap((files) => Object.keys(files).map((path) => new URL(path, base).href));
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const kept = await this.kept();
      if (urls.every((url) => kept.later.has(url))) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
  }

  async drop() {
    this.status.focus({ preventScroll: true });
    this.free.disabled = true;
    progress.putDocument("preference", "offline", false);
    await (await navigator.serviceWorker.getRegistration(base))?.unregister();
    for (const name of (await this.kept()).names) await caches.delete(name);
    this.free.disabled = false;
    await this.tell();
  }

  progress(what, done, total) {
    this.bar.hidden = false;
    this.bar.max = total;
    this.bar.value = done;
    this.bytes.textContent = `${megabytes(done)} of ${megabytes(total)}`;
    if (this.status.textContent !== what) this.say(what);
  }

  say(text) {
    this.status.textContent = text;
  }
}

customElements.define("lesson-offline", LessonOffline);
