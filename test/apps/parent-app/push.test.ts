import type { Browser, BrowserContext, Page, Worker } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { type GivenTarget, PushHost } from "../../../subgraphs/identity/src/test/push-host.js";
import { as } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { childOf, children, issueBill } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { telephone, Visitor } from "./visitor.js";

const login = "guardian@campus.example";

/**
 * Chromium without a window has no push service of its maker's, and lets nothing be notified, whatever was permitted. So it
 * subscribes at our push service, which gives it real keys, is asked for its permission by a stand-in, and what its worker
 * would show is written down. The worker, its push event and where it leads are Chromium's own.
 */
async function giveWindow(context: BrowserContext, host: PushHost) {
  const targets: GivenTarget[] = [];
  let asked = 0;
  await context.exposeFunction("subscribeAtHost", (serverKey: string) => {
    const target = host.subscribe(serverKey);
    targets.push(target);
    return target;
  });
  await context.exposeFunction("askPerson", () => {
    asked += 1;
  });
  await context.addInitScript(`{
    const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0)).buffer;
    const kept = () => JSON.parse(localStorage.getItem("test-push") ?? "null");
    const present = (target) => target && {
      endpoint: target.endpoint,
      options: { applicationServerKey: bytes(target.serverKey) },
      getKey: (name) => bytes(target[name]),
      unsubscribe: async () => { localStorage.removeItem("test-push"); return true; },
    };
    PushManager.prototype.getSubscription = async () => present(kept());
    PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
      if (Notification.permission !== "granted") throw new DOMException("denied", "NotAllowedError");
      const target = kept() ?? (await subscribeAtHost(applicationServerKey));
      localStorage.setItem("test-push", JSON.stringify(target));
      return present(target);
    };
    let permission = sessionStorage.getItem("test-permission") ?? "default";
    Object.defineProperty(Notification, "permission", { get: () => permission });
    Notification.requestPermission = async () => {
      await askPerson();
      if (permission === "default") permission = "granted";
      sessionStorage.setItem("test-permission", permission);
      return permission;
    };
  }`);
  return { targets, timesAsked: () => asked };
}

async function workerOf(context: BrowserContext): Promise<Worker> {
  const [worker] = context.serviceWorkers();
  return worker ?? (await context.waitForEvent("serviceworker"));
}

/** Hands the app's worker what its browser's push service would. */
async function deliver(page: Page, content: unknown): Promise<void> {
  const worker = await workerOf(page.context());
  await worker.evaluate(`self.shown ??= new Map();
    ServiceWorkerRegistration.prototype.showNotification = async (title, { body, lang, tag, data }) => {
      self.shown.set(tag, { title, body, lang, data });
    };`);
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.endsWith("/parent/"));
      if (own) resolve(own.registrationId);
    }),
  );
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.deliverPushMessage", {
    origin: new URL(page.url()).origin,
    registrationId: await registered,
    data: typeof content === "string" ? content : JSON.stringify(content),
  });
  await session.detach();
}

interface Shown {
  title: string;
  body: string;
  lang: string;
}

async function shown(context: BrowserContext): Promise<Shown[]> {
  const worker = await workerOf(context);
  return worker.evaluate<Shown[]>(
    "[...(self.shown ?? new Map()).values()].map(({ title, body, lang }) => ({ title, body, lang }))",
  );
}

/** Chooses the notification, as its person does by a touch. */
async function choose(context: BrowserContext): Promise<void> {
  const worker = await workerOf(context);
  await worker.evaluate(`{
    const [[tag, { data }]] = self.shown;
    const event = new Event("notificationclick");
    const notification = { data, close: () => self.shown.delete(tag) };
    Object.assign(event, { notification, waitUntil: (done) => done.catch(() => undefined) });
    self.dispatchEvent(event);
  }`);
}

/** Nothing is pushed at night, whenever tests run. */
function untilDayMs(now: Date): number {
  const hour = (now.getUTCHours() + 8) % 24;
  return hour >= 8 && hour < 21 ? 0 : ((24 - hour + 9) % 24) * 60 * 60_000;
}

describe("pushes in the parent app", () => {
  let graph: Graph;
  let chromium: Browser;
  let host: PushHost;
  beforeAll(async () => {
    await buildApps();
    host = await PushHost.start();
    graph = await startGraph({ demoCity: true });
    graph.clock.advance(untilDayMs(graph.clock.now()));
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
    await host?.[Symbol.asyncDispose]();
  });

  /** The younger child is billed. */
  const issueOne = async () => {
    await using guardian = await as(graph, login);
    await using cashier = await as(graph, "cashier@campus.example");
    const bill = await issueBill(cashier, await childOf(guardian, children.younger), "戶外教學");
    await graph.settle();
    return bill;
  };

  const atSwitch = async () => {
    const visitor = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    const given = await giveWindow(visitor.context, host);
    await visitor.signIn(login, demoPassword);
    await visitor.sees("繳費單");
    await visitor.page.goto("/parent/me/messages");
    await visitor.sees("通知方式");
    return { visitor, ...given, page: visitor.page };
  };

  it("asks for the permission after the click alone, shows a new bill without a name in it, opens it, and ends with sign-out", async () => {
    const { visitor, targets, timesAsked, page } = await atSwitch();
    await using _ = visitor;
    expect([targets.length, timesAsked()]).toEqual([0, 0]);
    await visitor.looksAt("me-push");
    await page.getByRole("button", { name: "開啟推播" }).click();
    await page.getByText("這台裝置已開啟推播").waitFor();
    expect([targets.length, timesAsked()]).toEqual([1, 1]);
    await visitor.looksAt("me-push-on");

    const { id } = await issueOne();
    expect(host.faults).toEqual([]);
    const [pushed] = host.received(targets[0]!);
    expect(pushed?.content).toEqual({ kind: "bill-issued", id, language: "zh-TW" });
    await deliver(page, pushed!.content);
    await expect
      .poll(() => shown(visitor.context))
      .toEqual([{ title: "新的繳費單", body: "請打開查看項目、金額與期限。", lang: "zh-Hant-TW" }]);
    // The same once more takes its own place.
    await deliver(page, pushed!.content);
    await expect.poll(() => shown(visitor.context)).toHaveLength(1);
    await choose(visitor.context);
    await page.waitForURL(`**/parent/bills/${id}`);
    await visitor.sees("戶外教學");
    expect(await shown(visitor.context)).toEqual([]);

    await page.goto("/parent/me");
    await page.getByRole("button", { name: "登出", exact: true }).click();
    await visitor.sees("孩子的繳費單，都在這裡");
    await issueOne();
    expect(host.received(targets[0]!)).toHaveLength(1);
    expect(await page.evaluate(`localStorage.getItem("test-push")`)).toBeNull();
  });

  it.each([
    ["what it cannot read", "no JSON", "您有新的通知"],
    [
      "a kind that is newer than it",
      { kind: "lunch-menu", id: "x", language: "en" },
      "You have a new notice",
    ],
  ])("shows %s as something new", async (_, content, title) => {
    const { visitor, page } = await atSwitch();
    await using __ = visitor;
    await deliver(page, content);
    await expect.poll(async () => (await shown(visitor.context)).map((each) => each.title)).toEqual([title]);
    await choose(visitor.context);
    await page.waitForURL("**/parent/notices");
  });

  it("tells who has said no where that is changed, and asks nothing", async () => {
    const { visitor, page, timesAsked } = await atSwitch();
    await using _ = visitor;
    await page.evaluate(`sessionStorage.setItem("test-permission", "denied")`);
    await page.reload();
    await page.getByText("這個瀏覽器已封鎖本網站的通知").waitFor();
    expect(await page.getByRole("button", { name: "開啟推播" }).count()).toBe(0);
    expect(timesAsked()).toBe(0);
    await visitor.looksAt("me-push-blocked");
  });
});
