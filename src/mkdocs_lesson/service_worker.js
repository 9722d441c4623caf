// @ts-check
/// <reference lib="webworker" />
/**
 * The book without a network: every page after one visit, Python once it was fetched.
 *
 * Written into the site as sw.js by offline.py, which fills in the four constants.
 * A new version is taken whole or not at all, and begins when the last tab of the old one
 * is closed: no page ever mixes two versions.
 */
const VERSION = "{{version}}";
/** Address → hash of each file that is fetched on the first visit. */
const FILES = {{files}};
/** Address → hash of the files of Python, and of data: kept when a program or a demo first asks for them. */
const LATER = {{later}};
const LATER_VERSION = "{{later_version}}";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;
const bookCache = `${scope}|book|${VERSION}`;
const pythonCache = `${scope}|python|${LATER_VERSION}`;
const address = (/** @type {string} */ path) => new URL(path, scope).href;
const hashes = new Map(Object.entries(FILES).map(([path, hash]) => [address(path), hash]));
const later = new Set(Object.keys(LATER).map(address));

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

async function install() {
  try {
    const cache = await caches.open(bookCache);
    await Promise.all([...hashes].map(async ([url, hash]) => {
      await cache.put(url, (await kept(url, hash)) ?? (await fetched(url, hash)));
    }));
  } catch (error) {
    await caches.delete(bookCache);
    throw error;
  }
}

async function activate() {
  for (const name of await ours()) {
    if (name !== bookCache && name !== pythonCache) await caches.delete(name);
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

async function fromPython(/** @type {Request} */ request, /** @type {string} */ url) {
  const cache = await caches.open(pythonCache);
  const found = await cache.match(url);
  if (found) return found;
  const response = await fetch(request);
  if (response.status === 200) await cache.put(url, response.clone()).catch(() => {}); // a full device keeps nothing, and runs all the same
  return response;
}

let dataKept = false;

/** Data is small beside Python: who runs one program keeps what the others name. */
async function keepData() {
  if (dataKept) return;
  dataKept = true;
  const cache = await caches.open(pythonCache);
  for (const url of later) {
    if (url.includes("/vendor/python/") || (await cache.match(url))) continue;
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
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const url = plain(request.url);
  if (hashes.has(url)) event.respondWith(fromBook(request, url));
  else if (later.has(url)) {
    event.respondWith(fromPython(request, url));
    event.waitUntil(keepData());
  } else if (request.mode !== "navigate") return;
  else if (hashes.has(`${url}/`)) event.respondWith(Response.redirect(`${url}/`, 302));
  else event.respondWith(unknownPage(request));
});
