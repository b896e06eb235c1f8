/// <reference lib="webworker" />
import { listenForPushes } from "./push";

declare const self: ServiceWorkerGlobalScope;
/** The build puts in the app's own files, and a version that is their digest. */
declare const appFiles: readonly string[];
declare const appVersion: string;

const cacheName = `parent-app-${appVersion}`;
const shell = "/parent/index.html";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll([...appFiles]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  const forgetOlder = async () => {
    for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(forgetOlder());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  // The app's own files only: the graph's answers, the session and documents always come from the network.
  if (request.method !== "GET" || origin !== self.location.origin || !pathname.startsWith("/parent/")) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

listenForPushes();

/** The newest page where there is a network, so that nobody is left with an old one; else the one that was kept. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(shell);
    if (!kept) throw error;
    return kept;
  }
}

/** Files bear a digest in their names, so a kept one is never stale. */
async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
