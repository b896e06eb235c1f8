import { join } from "node:path";
import { createGateway } from "@campus-graph/gateway/gateway";
import { readKeys } from "@campus-graph/kit/auth/keys";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { as } from "../harness/as.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { supergraphAt } from "../harness/supergraph.js";
import { childOf, children, issueBill } from "../journeys/given.js";
import { startChromium } from "./chromium.js";

const telephone = { width: 375, height: 740 };

describe("GraphiQL in the demo", () => {
  let graph: Graph;
  let chromium: Browser;
  let page: Page;
  beforeAll(async () => {
    graph = await startGraph({ demoCity: true });
    chromium = await startChromium();
    page = await (await chromium.newContext({ locale: "zh-TW", timezoneId: "Asia/Taipei" })).newPage();
  });
  afterAll(async () => {
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const open = (operation: string, on = page) => on.goto(`${graph.publicUrl}/graphql?operation=${operation}`);
  const answer = (on = page) => on.locator(".graphiql-response .view-lines");
  const execute = (on = page) => on.locator(".graphiql-execute-button").click();
  const answers = (text: string, on = page) => answer(on).filter({ hasText: text }).waitFor();
  const held = () => page.evaluate(() => JSON.parse(sessionStorage.getItem("signed-in") ?? "null"));

  it("signs somebody of the demo city in by the real pages, in one click, and comes back to the operation", async () => {
    await open("guardian/Bill");
    await page.click("#run-as");
    await page.waitForURL(/\/sso\/interaction\//);
    expect(await page.inputValue("#login")).toBe("guardian@campus.example");
    await page.click("button[type=submit]");
    await page.waitForURL(`${graph.publicUrl}/graphql?operation=guardian/Bill`);
    await page.locator("#signed-in", { hasText: "guardian@campus.example" }).waitFor();
    // The variables hold the id of a bill of theirs by now.
    await execute();
    await answers("accountNumber");
  });

  it("signs in as another person although somebody is signed in", async () => {
    await page.selectOption("#person", "teacher@campus.example");
    await page.click("#sign-in-button");
    await page.waitForURL(/\/sso\/interaction\//);
    expect(await page.inputValue("#login")).toBe("teacher@campus.example");
    await page.click("button[type=submit]");
    await page.locator("#signed-in", { hasText: "teacher@campus.example" }).waitFor();
    await open("teacher/MyClasses");
    await execute();
    await answers("二年一班");
  });

  it("renews a token that ends, for operations and for live notices", async () => {
    await page.selectOption("#person", "guardian@campus.example");
    await page.click("#sign-in-button");
    await page.click("button[type=submit]");
    await page.locator("#signed-in", { hasText: "guardian@campus.example" }).waitFor();
    const before = await held();
    await page.evaluate(
      (old) => sessionStorage.setItem("signed-in", JSON.stringify({ ...old, endsAt: 0 })),
      before,
    );
    await open("guardian/BillNotice");
    await execute();
    const guardian = await as(graph, "guardian@campus.example");
    await issueBill(
      await as(graph, "cashier@campus.example"),
      await childOf(guardian, children.younger),
      "校外教學",
    );
    await answers("校外教學");
    expect((await held()).token).not.toBe(before.token);
    expect(await page.inputValue("#token")).toBe((await held()).token);
  });

  it("goes on behind the last notice, with a new token, when a token's end closes the socket", async () => {
    const reader = await page.context().newPage();
    // As the gateway does after five minutes; the first of these sockets is closed as soon as it has brought something.
    const sockets: string[] = [];
    await reader.routeWebSocket(/\/graphql$/, (socket) => {
      const graphSide = socket.connectToServer();
      const isFirst = sockets.push("") === 1;
      socket.onMessage((message) => {
        if (String(message).includes("connection_init")) sockets[sockets.length - 1] = String(message);
        graphSide.send(message);
      });
      graphSide.onMessage((message) => {
        socket.send(message);
        if (isFirst && String(message).includes("校外教學"))
          void socket.close({ code: 4403, reason: "TOKEN_EXPIRED" });
      });
    });
    await reader.goto(`${graph.publicUrl}/graphql?operation=guardian/BillNotice`);
    await reader.evaluate((held) => sessionStorage.setItem("signed-in", JSON.stringify(held)), await held());
    await open("guardian/BillNotice", reader);
    await execute(reader);
    const cashier = await as(graph, "cashier@campus.example");
    const guardian = await as(graph, "guardian@campus.example");
    await issueBill(cashier, await childOf(guardian, children.younger), "畢業紀念冊");
    await answers("畢業紀念冊", reader);
    expect(sockets).toHaveLength(2);
    expect(sockets[1]).toContain("Bearer ");
    expect(sockets[1]).not.toBe(sockets[0]);
    await reader.close();
  });

  it("says who runs an operation, and which has to be run before", async () => {
    await open("guardian/AddStudentToApplication");
    await page.locator("#hints", { hasText: "張雅芳" }).waitFor();
    await page.locator("#hints a", { hasText: "開始申請" }).first().waitFor();
  });

  it("speaks the reader's language", async () => {
    const reader = await (await chromium.newContext({ locale: "en-GB" })).newPage();
    await open("guardian/Me", reader);
    await reader.getByText("Sign in as somebody of the demo city").waitFor();
    await reader.context().close();
  });

  it("is legible on a telephone: nothing beside the screen, the answer below the operation", async () => {
    const phone = await (await chromium.newContext({ locale: "zh-TW", viewport: telephone })).newPage();
    await open("anyone/Schools", phone);
    await execute(phone);
    await answers("內湖國小", phone);
    expect(await phone.evaluate("document.documentElement.scrollWidth")).toBe(telephone.width);
    const [editor, response] = await Promise.all(
      [".graphiql-editors", ".graphiql-response"].map((part) => phone.locator(part).boundingBox()),
    );
    expect(response!.y).toBeGreaterThanOrEqual(editor!.y + editor!.height);
    for (const { width } of [editor!, response!]) expect(width).toBeGreaterThan(280);
    await phone.click("#panel > summary");
    await phone.locator("#operations a", { hasText: "學校清單" }).waitFor();
    await phone.goto(`${graph.publicUrl}/mail`);
    expect(await phone.evaluate("document.documentElement.scrollWidth")).toBe(telephone.width);
    await phone.context().close();
  });

  it("is not there in production: no page, no examples, no way to sign in by it", async () => {
    const urls = new Map(Object.values(graph.subgraphs).map(({ name, url }) => [name, url]));
    const production = await createGateway({
      mode: "production",
      publicUrl: graph.publicUrl,
      supergraph: { sdl: supergraphAt(urls) },
      keys: readKeys(join(inject("keysFolder"), "gateway.json")),
      busUrl: graph.databaseUrls.bus,
      logLevel: "silent",
    });
    try {
      const visitor = await (await chromium.newContext({ locale: "zh-TW" })).newPage();
      const shown = await visitor.goto(`${production.url}/graphql?operation=guardian/Me`);
      expect(shown!.status()).toBe(400);
      expect(await visitor.locator("#panel, #person, .graphiql-container").count()).toBe(0);
      for (const part of ["page.js", "sign-in.js", "examples.json"])
        expect((await visitor.goto(`${production.url}/ide/${part}`))!.status()).toBe(404);
      await visitor.context().close();
    } finally {
      await production.stop();
    }
  });
});
