import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startWallet, type WalletServer } from "@campus-graph/wallet/server";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { findFreePort } from "../../../gateway/launch/src/ports.js";
import { as, walletAt } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { childOf, children, issueBill } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { parentApp, telephone, Visitor } from "../parent-app/visitor.js";

const guardian = "guardian@campus.example";
const walletApp = { name: "wallet", base: "/wallet/" };
const folder = mkdtempSync(join(tmpdir(), "campus-link-"));
const page = fileURLToPath(new URL("../../../clients/wallet/page/dist", import.meta.url));

let chromium: Browser;
let graph: Graph;
let wallet: WalletServer;
beforeAll(async () => {
  await buildApps();
  const port = await findFreePort();
  graph = await startGraph({ demoCity: true, walletUrl: `http://127.0.0.1:${port}` });
  const partner = walletAt(graph.publicUrl, graph.keysFolder);
  const file = join(folder, "wallet.sqlite");
  wallet = await startWallet({ host: "127.0.0.1", port, partner, file, page, firstPauseMs: 100 });
  chromium = await startChromium();
});
afterAll(async () => {
  await chromium?.close();
  await wallet?.stop();
  await graph?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

it.each(["zh-TW", "en"] as const)(
  "links an account by consent, shows a new bill, and is ended in the parents' app, in %s",
  async (language) => {
    const translate = (zh: string, en: string) => (language === "en" ? en : zh);
    await using visitor = await Visitor.arrive(
      chromium,
      graph.publicUrl,
      { ...telephone, language },
      walletApp,
    );
    const browser = visitor.page;
    await browser.goto("/wallet/");
    await browser.getByRole("link", { name: translate("連結我的帳號", "Link my account") }).click();
    await Visitor.fillSignIn(browser, guardian, demoPassword);
    await browser.getByRole("heading", { name: translate("連結電子支付帳戶", "Link a wallet") }).waitFor();
    await visitor.looksAt("consent");
    await browser.getByRole("button", { name: translate("同意連結", "Agree and link") }).click();
    await browser.getByText(translate("已連結。", "Linked.")).waitFor();
    await browser
      .getByRole("heading", { name: translate("孩子的繳費單", "Your children’s bills") })
      .waitFor();

    await using parent = await as(graph, guardian);
    await using cashier = await as(graph, "cashier@campus.example");
    const title = translate("班級活動費", "Class trip");
    await issueBill(cashier, await childOf(parent, children.younger), title);
    await graph.settle();
    await browser.locator("[data-kind=ISSUED]").getByText(title).waitFor();
    await visitor.looksAt("linked");

    await using me = await Visitor.arrive(chromium, graph.publicUrl, { ...telephone, language }, parentApp);
    await me.signIn(guardian, demoPassword);
    await me.page.goto("/parent/me/wallets");
    await me.sees(translate("已連結的電子支付", "Linked wallets"));
    await me.page.getByText("悠遊付").waitFor();
    await me.looksAt("me-wallets");
    await me.page
      .getByRole("button", { name: translate("終止連結：悠遊付", "End the link: 悠遊付") })
      .click();
    await me.page
      .getByRole("dialog")
      .getByRole("button", { name: translate("終止連結", "End the link") })
      .click();
    await me.page.getByText(translate("已終止連結：悠遊付", "The link is ended: 悠遊付")).waitFor();
    // The wallet's own page learns of it by itself, and shows nothing of the children any more.
    await browser
      .getByRole("link", { name: translate("連結我的帳號", "Link my account") })
      .waitFor({ timeout: 30_000 });
    expect(await browser.getByText(title).count()).toBe(0);
  },
);

it("is told when its guardian does not agree", async () => {
  await using visitor = await Visitor.arrive(chromium, graph.publicUrl, telephone, walletApp);
  const browser = visitor.page;
  await browser.goto("/wallet/");
  await browser.getByRole("link", { name: "連結我的帳號" }).click();
  await Visitor.fillSignIn(browser, guardian, demoPassword);
  await browser.getByRole("button", { name: "不同意" }).click();
  await browser.getByText("沒有連結").waitFor();
  expect(await browser.getByRole("link", { name: "連結我的帳號" }).count()).toBe(1);
});

it("says to one without a child here that there is nothing to link", async () => {
  await using visitor = await Visitor.arrive(chromium, graph.publicUrl, telephone, walletApp);
  const browser = visitor.page;
  await browser.goto("/wallet/");
  await browser.getByRole("link", { name: "連結我的帳號" }).click();
  await Visitor.fillSignIn(browser, "cashier@campus.example", demoPassword);
  await browser.getByText("只有已綁定子女的家長可以連結").waitFor();
  await visitor.looksAt("consent-nobody");
  await browser.getByRole("button", { name: "返回悠遊付" }).click();
  await browser.getByText("沒有連結").waitFor();
});
