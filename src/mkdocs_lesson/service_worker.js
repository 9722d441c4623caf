// @ts-check
/// <reference lib="webworker" />
/**
 * The book without a network: every page after one visit, Python and sound once they were fetched.
 *
 * Written into the site as sw.js by offline.py, which fills in the four constants.
 * A new version is taken whole or not at all, and begins when the last tab of the old one
 * is closed: no page ever mixes two versions.
 */
const AT_ONCE = 4; // files that are fetched side by side
const VERSION = "{{version}}";
/** Address → hash of each file that is fetched on the first visit. */
const FILES = {{files}};
/** Kind → address → hash of what is kept when it is first asked for: Python and data, the podcast. */
const LATER = {{later}};
const LATER_VERSIONS = {{later_versions}};

const [PYTHON, PODCAST] = Object.keys(LATER);
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;
const bookCache = `${scope}|book|${VERSION}`;
/** The cache that a kind of later files is kept in. */
const cacheOf = (/** @type {string} */ kind) => `${scope}|${kind}|${LATER_VERSIONS[kind]}`;
const address = (/** @type {string} */ path) => new URL(path, scope).href;
const hashes = new Map(Object.entries(FILES).map(([path, hash]) => [address(path), hash]));
const later = new Map(Object.entries(LATER).flatMap(([kind, files]) => Object.keys(files).map((path) => [address(path), kind])));

/** @param {ArrayBuffer} bytes */
async function hashOf(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest).slice(0, 8), (b) => b.toString(16).padStart(2, "0")).join("");
}

async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(`${scope}|`));
}

/** A copy that an earlier version kept, if the file has not changed since. */
async function kept(/** @type {string} */ url, /** @type {string} */ hash) {
  for (const name of await ours()) {
    const response = await (await caches.open(name)).match(url);
    if (response?.headers.get("x-hash") === hash) return response;
  }
}

async function fetched(/** @type {string} */ url, /** @type {string} */ hash) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  if ((await hashOf(bytes)) !== hash) throw new Error(`${url}: not the file of this version`);
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  return new Response(bytes, { headers: { "content-type": type, "x-hash": hash } });
}

/** Work that stands aside while Python starts: who runs a program waits for that alone. */
function aside(/** @type {() => Promise<void>} */ work) {
  return navigator.locks ? navigator.locks.request(`${scope}|python`, { mode: "shared" }, work) : work();
}

async function install() {
  const waiting = [...hashes];
  try {
    const cache = await caches.open(bookCache);
    const keepAll = async () => {
      for (let next; (next = waiting.pop()); ) {
        const [url, hash] = next;
        await aside(async () => cache.put(url, (await kept(url, hash)) ?? (await fetched(url, hash))));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, keepAll));
  } catch (error) {
    waiting.length = 0; // the version is not taken: no more of it is fetched
    await caches.delete(bookCache);
    throw error;
  }
}

async function activate() {
  for (const name of await ours()) {
    if (name !== bookCache && !Object.keys(LATER).map(cacheOf).includes(name)) await caches.delete(name);
  }
  await worker.clients.claim();
}

/** The address a file is kept under: no query, no hash, no index.html. */
function plain(/** @type {string} */ url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/index\.html$/, "/");
}

async function fromBook(/** @type {Request} */ request, /** @type {string} */ url) {
  return (await (await caches.open(bookCache)).match(url)) ?? fetch(request);
}

/** What comes goes to the page and to the cache: on a slow line the page sees that it comes. */
async function fromPython(/** @type {FetchEvent} */ event, /** @type {string} */ url) {
  const cache = await caches.open(cacheOf(PYTHON));
  const found = await cache.match(url);
  if (found) return found;
  const response = await fetch(event.request);
  if (response.status === 200) event.waitUntil(cache.put(url, response.clone()).catch(() => {})); // a full device keeps nothing, and runs all the same
  return response;
}

/** The part of a kept sound that a player asks for: browsers seek so, and Safari plays nothing else. */
async function part(/** @type {Response} */ kept, /** @type {string | null} */ range) {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range ?? "");
  if (!asked || (!asked[1] && !asked[2])) return kept;
  const whole = await kept.blob();
  const last = whole.size - 1;
  const from = asked[1] ? Number(asked[1]) : Math.max(0, whole.size - Number(asked[2]));
  const to = asked[1] && asked[2] ? Math.min(Number(asked[2]), last) : last;
  if (from > to) return new Response(null, { status: 416, headers: { "content-range": `bytes */${whole.size}` } });
  return partial(whole.slice(from, to + 1), from, to, whole.size, whole.type);
}

/** @param {BodyInit | null} body */
function partial(body, from, to, size, type) {
  const headers = { "accept-ranges": "bytes", "content-type": type, "content-length": String(to - from + 1), "content-range": `bytes ${from}-${to}/${size}` };
  return new Response(body, { status: 206, headers });
}

/** A sound is kept while it is first played: one answer goes to the player and to the cache. */
async function fromPodcast(/** @type {FetchEvent} */ event, /** @type {string} */ url) {
  const range = event.request.headers.get("range");
  const cache = await caches.open(cacheOf(PODCAST));
  const found = await cache.match(url);
  if (found) return part(found, range);
  if (range && range !== "bytes=0-") return fetch(event.request);
  const response = await fetch(url);
  const [size, packed] = ["content-length", "content-encoding"].map((name) => response.headers.get(name));
  if (response.status !== 200) return response;
  event.waitUntil(cache.put(url, response.clone()).catch(() => {})); // a full device keeps nothing, and plays all the same
  const whole = range && size && !packed;
  return whole ? partial(response.body, 0, Number(size) - 1, size, response.headers.get("content-type")) : response;
}

let dataKept = false;

/** Data is small beside Python: who runs one program keeps what the others name. */
async function keepData() {
  if (dataKept) return;
  dataKept = true;
  const cache = await caches.open(cacheOf(PYTHON));
  for (const [url, kind] of later) {
    if (kind !== PYTHON || url.includes("/vendor/python/") || (await cache.match(url))) continue;
    const response = await fetch(url).catch(() => null);
    if (response?.ok) await cache.put(url, response);
    else dataKept = false;
  }
}

async function unknownPage(/** @type {Request} */ request) {
  try {
    return await fetch(request);
  } catch {
    const page = await (await caches.open(bookCache)).match(address("404.html"));
    return new Response(await page?.text(), { status: 404, headers: { "content-type": "text/html; charset=utf-8" } });
  }
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => event.waitUntil(worker.clients.claim())); // a page that was loaded past it asks
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const url = plain(request.url);
  if (hashes.has(url)) event.respondWith(fromBook(request, url));
  else if (later.get(url) === PODCAST) event.respondWith(fromPodcast(event, url));
  else if (later.has(url)) {
    event.respondWith(fromPython(event, url));
    event.waitUntil(keepData());
  } else if (request.mode !== "navigate") return;
  else if (hashes.has(`${url}/`)) event.respondWith(Response.redirect(`${url}/`, 302));
  else event.respondWith(unknownPage(request));
});
