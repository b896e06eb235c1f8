const soonMs = 10_000;

/** The worker keeps the app's own files, so that it opens without a network; answers of the graph it never keeps. */
export function registerWorker(): void {
  // A page from before an update asks for files that are gone: the new page has its own. Once, not in circles.
  window.addEventListener("vite:preloadError", () => {
    if (performance.now() > soonMs) window.location.reload();
  });
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  navigator.serviceWorker.register("/parent/sw.js", { scope: "/parent/" }).catch(() => {
    // Without a worker the app works as any page does.
  });
}
