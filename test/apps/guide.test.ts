import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { as } from "../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../harness/graph.js";
import { childOf, children, issueBill } from "../journeys/given.js";
import { type AppServer, serveApp } from "./app-server.js";
import { startChromium } from "./chromium.js";

const folder = fileURLToPath(new URL("../../clients/guide/app", import.meta.url));

/** Each step goes on where the one before ended, as a guardian's evening would. */
describe("the guide's app, in a browser and on another origin than the graph", () => {
  let graph: Graph;
  let app: AppServer;
  let chromium: Browser;
  let context: BrowserContext;
  let page: Page;
  /** The cashier bills the guardian's child, by the copy of the gateway that the app does not know. */
  let bill: (title: string) => Promise<unknown>;

  beforeAll(async () => {
    graph = await startGraph({ demoCity: true, gateways: 2 });
    app = await serveApp(folder, graph.publicUrl);
    chromium = await startChromium();
    context = await chromium.newContext({ locale: "zh-TW" });
    page = await context.newPage();
    const elsewhere = [graph.urls[1]!];
    await using guardian = await as(graph, "guardian@campus.example");
    const child = await childOf(guardian, children.younger);
    const cashier = await as(graph, "cashier@campus.example", elsewhere);
    bill = (title) => issueBill(cashier, child, title);
  });
  afterAll(async () => {
    await chromium?.close();
    await app?.[Symbol.asyncDispose]();
    await graph?.[Symbol.asyncDispose]();
  });

  const shows = (title: string) =>
    page.locator("#notices li", { hasText: title }).first().waitFor({ state: "attached" });
  const titles = () => page.locator("#notices li").allTextContents();
  const held = () => page.evaluate(() => JSON.parse(localStorage.getItem("tokens") ?? "null"));
  const showsName = (on: Page) => on.locator("#name", { hasText: "林志明" }).waitFor({ state: "attached" });

  it("stands in a browser that keeps origins apart", async () => {
    await page.goto(app.origin);
    const read = page.evaluate(async (url) => (await fetch(url)).status, `${graph.mailbox.url}/mail.json`);
    await expect(read).rejects.toThrow("Failed to fetch");
  });

  it("signs a guardian in by the real pages, and shows their name and what is in the inbox", async () => {
    await page.click("#sign-in");
    await page.fill("#login", "guardian@campus.example");
    await page.fill("#password", demoPassword);
    await page.click("button[type=submit]");
    await page.waitForURL(`${app.origin}/`);
    await showsName(page);
    await shows("115 學年度第 1 學期學雜費");
  });

  it("shows a new bill the moment it is out", async () => {
    await bill("校外教學");
    await shows("校外教學");
    await page.locator("#bills li", { hasText: /^校外教學 NT\$[\d,]+ 林O佑 UNPAID$/ }).waitFor();
  });

  it("is told by event stream too", async () => {
    const { accessToken } = await held();
    const first = page.evaluate(
      async ({ url, accessToken }) => {
        const response = await fetch(`${url}/graphql`, {
          method: "POST",
          headers: {
            accept: "text/event-stream",
            "content-type": "application/json",
            authorization: `Bearer ${accessToken}`,
          },
          body: JSON.stringify({ query: "subscription { billNotice { bill { title } } }" }),
        });
        sessionStorage.setItem("streaming", "yes");
        let text = "";
        const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
        while (!text.includes("event: next")) text += (await reader.read()).value ?? "";
        await reader.cancel();
        return text;
      },
      { url: graph.publicUrl, accessToken },
    );
    await page.waitForFunction(() => sessionStorage.getItem("streaming"));
    await bill("社團費");
    expect(await first).toContain("社團費");
    await shows("社團費");
  });

  it("goes on after a cut, with nothing missed and nothing shown twice", async () => {
    const before = await titles();
    await graph.stopGateway(0);
    await bill("斷線時之一");
    await bill("斷線時之二");
    await graph.startGateway(Number(new URL(graph.publicUrl).port));
    await bill("恢復後");
    await shows("恢復後");
    expect(await titles()).toEqual([...before, "ISSUED 斷線時之一", "ISSUED 斷線時之二", "ISSUED 恢復後"]);
  });

  it("renews its token once for all tabs, and everyone stays signed in", async () => {
    const before = await held();
    await page.evaluate(
      (old) => localStorage.setItem("tokens", JSON.stringify({ ...old, endsAt: 0 })),
      before,
    );
    const second = await context.newPage();
    await Promise.all([page.reload(), second.goto(app.origin)]);
    await Promise.all([showsName(page), showsName(second)]);
    expect((await held()).accessToken).not.toBe(before.accessToken);
    await bill("換證之後");
    await shows("換證之後");
    await second.close();
  });

  it("says so where the graph cannot be reached, signed in or not", async () => {
    await using lost = await serveApp(folder, "http://localhost:1");
    await using visitor = await chromium.newContext();
    const page = await visitor.newPage();
    const message = page.locator("#message", { hasText: "http://localhost:1 cannot be reached" });
    await page.goto(lost.origin);
    await page.click("#sign-in");
    await message.waitFor();
    await page.evaluate(() =>
      localStorage.setItem("tokens", JSON.stringify({ accessToken: "a", refreshToken: "r", endsAt: 9e15 })),
    );
    await page.reload();
    await message.waitFor();
  });

  it("signs out everywhere and comes back to the app", async () => {
    const { accessToken } = await held();
    await page.click("#sign-out");
    await page.getByRole("button", { name: "登出" }).click();
    await page.waitForURL(`${app.origin}/`);
    expect(await held()).toBeNull();
    await graph.settle();
    const refused = await fetch(`${graph.publicUrl}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${accessToken}` },
      body: JSON.stringify({ query: "{ me { id } }" }),
    });
    expect(refused.status).toBe(401);
  });
});
