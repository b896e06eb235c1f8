/// <reference lib="webworker" />
import { screenFor, wordsFor } from "./push-words";

declare const self: ServiceWorkerGlobalScope;

/** What the graph pushes: the kind of thing that happened and an opaque id. */
interface Pushed {
  kind: string;
  id: string | null;
  language: string;
}

/** Shows what was pushed, in fixed words, and opens its screen when it is chosen. */
export function listenForPushes(): void {
  self.addEventListener("push", (event) => event.waitUntil(show(read(event.data))));
  self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    const { screen } = event.notification.data as { screen: string };
    event.waitUntil(open(screen));
  });
}

/** Browsers take the right to push away from who shows nothing, so that what cannot be read is shown too. */
function read(data: PushMessageData | null): Pushed {
  try {
    const { kind, id, language } = (data?.json() ?? {}) as Partial<Record<keyof Pushed, unknown>>;
    return {
      kind: typeof kind === "string" ? kind : "",
      id: typeof id === "string" ? id : null,
      language: typeof language === "string" ? language : "",
    };
  } catch {
    return { kind: "", id: null, language: "" };
  }
}

async function show({ kind, id, language }: Pushed): Promise<void> {
  const { title, body } = wordsFor(kind, language);
  await self.registration.showNotification(title, {
    body,
    icon: "/parent/icons/icon-192.png",
    lang: language === "en" ? "en" : "zh-Hant-TW",
    // What comes twice is shown once.
    tag: `${kind} ${id ?? ""}`,
    data: { screen: screenFor(kind, id) },
  });
}

/** In the app's own window where one is open, else in a new one. */
async function open(screen: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: "window" });
  const app = windows.find(({ url }) => new URL(url).pathname.startsWith("/parent/"));
  // A window that another worker serves is not ours to lead.
  const shown = await app?.navigate(screen).catch(() => null);
  if (!shown) return void (await self.clients.openWindow(screen));
  await shown.focus().catch(() => undefined);
}
