import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, schoolConsole, telephone, Visitor } from "../parent-app/visitor.js";

const chinese: Device = { ...desk, language: "zh-TW" };

describe("the school console's page about oneself", () => {
  let graph: Graph;
  let chromium: Browser;
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const signedIn = async (login: string, device: Device) => {
    const visitor = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
    await visitor.signIn(`${login}@campus.example`, demoPassword);
    return visitor;
  };

  it("lets a teacher choose by keyboard whether the morning's mail comes, which is kept", async () => {
    await using visitor = await signedIn("teacher", chinese);
    const { page } = visitor;
    await page.getByRole("link", { name: "周佩珊" }).press("Enter");
    await visitor.sees("我的");
    const digest = page.getByRole("group", { name: "待審核提醒" }).getByLabel("電子郵件");
    expect(await digest.isChecked()).toBe(true);
    await digest.press("Space");
    await page.getByText("已儲存").waitFor();
    await visitor.looksAt("me");
    await page.reload();
    await visitor.sees("我的");
    await expect.poll(() => digest.isChecked()).toBe(false);
    expect(await page.getByRole("link", { name: "密碼與第二重驗證" }).getAttribute("href")).toBe("/sso");
  });

  it("tells who has nothing to choose so, on a telephone too", async () => {
    await using visitor = await signedIn("cashier", telephone);
    await visitor.page.goto("/school/me");
    await visitor.sees("我的");
    await visitor.page.getByText("您的職務目前沒有可選擇的提醒。").waitFor();
    expect(await visitor.page.getByRole("checkbox").count()).toBe(0);
    await visitor.looksAt("me-nothing");
  });
});
