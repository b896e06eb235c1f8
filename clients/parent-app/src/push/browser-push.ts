import type { SubscribeToPushInput } from "@campus-graph/clients/generated/operations";

/** Whether this browser can be pushed to; `install`: once the app is on the home screen; `blocked`: its owner said no. */
export type PushSupport = "ready" | "install" | "blocked" | "none";

export function pushSupport(): PushSupport {
  const isApple = /iPhone|iPad/.test(navigator.userAgent) || isTouchMac();
  if (isApple && !isInstalled()) return "install";
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return "none";
  return Notification.permission === "denied" ? "blocked" : "ready";
}

/** An iPad says that it is a Mac; no Mac has a touch screen. */
function isTouchMac(): boolean {
  return navigator.userAgent.includes("Macintosh") && navigator.maxTouchPoints > 1;
}

function isInstalled(): boolean {
  return (
    window.matchMedia("(display-mode: standalone)").matches ||
    (navigator as { standalone?: boolean }).standalone === true
  );
}

/** The browser's own word of it, which outlives our session. */
export async function browserSubscription(): Promise<PushSubscription | null> {
  if (!("serviceWorker" in navigator && "PushManager" in window)) return null;
  const registration = await navigator.serviceWorker.getRegistration("/parent/");
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Subscribes the browser with the city's key; one that was made with another key is given up first. */
export async function subscribeBrowser(serverKey: string): Promise<SubscribeToPushInput> {
  // First of all, while the browser still knows of the click.
  if (Notification.permission === "default") await Notification.requestPermission();
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  if (before && textOf(before.options.applicationServerKey) !== serverKey) await before.unsubscribe();
  const subscription = await pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: serverKey,
  });
  return {
    endpoint: subscription.endpoint,
    p256dh: textOf(subscription.getKey("p256dh")),
    auth: textOf(subscription.getKey("auth")),
    serverKey,
  };
}

export async function unsubscribeBrowser(): Promise<void> {
  await (await browserSubscription())?.unsubscribe();
}

/** Base64url. */
function textOf(bytes: ArrayBuffer | null): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))));
  return text.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

const keptAs = "push";

/** Who has switched pushes on in this browser, and in which language; signing out forgets it. */
export function pushChoice(): string | null {
  return localStorage.getItem(keptAs);
}

export function keepPushChoice(choice: string | null): void {
  if (choice === null) localStorage.removeItem(keptAs);
  else localStorage.setItem(keptAs, choice);
}

export function choiceOf(subjectId: string, language: string): string {
  return `${subjectId} ${language}`;
}
