import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approve, openWithCode } from "../../../clients/demo/steps.js";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPeople } from "../../../schema/demo-city/index.js";
import { as } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { applyFor, somebody } from "../../journeys/apply.js";
import { contextOn } from "../../journeys/city.js";
import { startChromium } from "../chromium.js";
import { telephone, Visitor } from "./visitor.js";

const login = "newcomer@campus.example";
const another = "another-horse-of-mine";

describe("the parent app's page about oneself", () => {
  let graph: Graph;
  let chromium: Browser;
  let visitor: Visitor;
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    chromium = await startChromium();
    visitor = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    await visitor.signIn(login, demoPassword);
  });
  afterAll(async () => {
    await visitor?.[Symbol.asyncDispose]();
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  it("shows a binding that was applied for with one's national ID elsewhere, and opens it once accepted", async () => {
    await using context = contextOn(graph);
    await using teacher = await as(graph, "teacher@campus.example");
    const guardian = { ...somebody(), nationalId: demoPeople.newcomer.nationalId };
    const phone = await openWithCode(context, guardian.email);
    const { requestId } = await applyFor(context, phone, guardian, "丁宥廷");
    await graph.settle();
    await approve(teacher, [requestId]);
    await graph.settle();
    await visitor.page.goto("/parent/me");
    await visitor.page.getByText("等您確認的綁定").waitFor();
    await visitor.looksAt("me-waiting");
    await visitor.page.getByRole("button", { name: "是我申請的，接受" }).click();
    await visitor.page.getByText("已接受").waitFor();
    await visitor.page.getByRole("link", { name: "親子綁定" }).click();
    await visitor.page.getByText("丁宥廷", { exact: true }).waitFor();
  });

  it("lets one choose what to be written about, which is kept, and says where mails come back", async () => {
    const { page } = visitor;
    await page.goto("/parent/me");
    await page.getByRole("link", { name: "通知方式" }).click();
    await visitor.sees("通知方式");
    const bills = page.getByRole("group", { name: "繳費單" });
    expect(await bills.getByLabel("電子郵件").isChecked()).toBe(false);
    await bills.getByLabel("電子郵件").check();
    await bills.getByText("已儲存").waitFor();
    await page.reload();
    await visitor.sees("通知方式");
    expect(await bills.getByLabel("電子郵件").isChecked()).toBe(true);
    await visitor.looksAt("me-messages");
  });

  it("speaks the other language at once, here and at the next visit", async () => {
    const { page } = visitor;
    await page.goto("/parent/me");
    await page.getByRole("radio", { name: "English" }).check({ force: true });
    await visitor.sees("Me");
    await page.reload();
    await visitor.sees("Me");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByRole("button", { name: "中文" }).click();
    await visitor.sees("我的");
  });

  it("changes the password, stays signed in here, and ends the other devices", async () => {
    await using other = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    await other.signIn(login, demoPassword);
    await other.sees("繳費單");
    const { page } = visitor;
    await page.goto("/parent/me/password");
    await page.getByLabel("目前的密碼").fill("not-this-one-at-all");
    await page.getByLabel(/^新密碼/).fill(another);
    await page.getByLabel("再輸入一次新密碼").fill(another);
    await page.getByRole("button", { name: "更改密碼" }).click();
    await page.locator('[data-code="PASSWORD_WRONG"] .alert').waitFor();
    expect(await page.getByLabel(/^新密碼/).inputValue()).toBe(another);
    await page.getByLabel("目前的密碼").fill(demoPassword);
    await page.getByRole("button", { name: "更改密碼" }).click();
    await page.getByText("密碼已更改").waitFor();
    await page.goto("/parent/applications");
    await page.getByText("丁宥廷", { exact: true }).waitFor();
    await other.sees("孩子的繳費單，都在這裡");
  });

  it("shows where one is signed in, and ends one of the places, whose open screen is left at once", async () => {
    await using lost = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    await lost.signIn(login, another);
    await lost.sees("繳費單");
    await lost.page.waitForLoadState("networkidle");
    const { page } = visitor;
    await page.goto("/parent/me");
    await page.getByRole("link", { name: "登入中的裝置" }).click();
    await visitor.sees("登入中的裝置");
    const places = page.locator(".sessions li");
    await expect.poll(() => places.count(), { timeout: 20_000 }).toBe(2);
    expect(await places.getByText("Linux 上的 Chrome").count()).toBe(2);
    expect(await places.getByText("這台裝置").count()).toBe(1);
    await visitor.looksAt("me-sessions");
    await page.getByRole("button", { name: "登出：Linux 上的 Chrome" }).click();
    await visitor.looksAt("me-sessions-end");
    await page.getByRole("dialog").getByRole("button", { name: "先不要" }).click();
    expect(await places.count()).toBe(2);
    await page.getByRole("button", { name: "登出：Linux 上的 Chrome" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "登出", exact: true }).click();
    await page.getByText("已登出：Linux 上的 Chrome").waitFor();
    await lost.sees("孩子的繳費單，都在這裡");
    await expect.poll(() => places.count(), { timeout: 20_000 }).toBe(1);
    await page.goto("/parent/applications");
    await page.getByText("丁宥廷", { exact: true }).waitFor();
  });

  it("signs out everywhere when a telephone was lost", async () => {
    await using lost = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    await lost.signIn(login, another);
    await lost.sees("繳費單");
    const { page } = visitor;
    await page.goto("/parent/me");
    await page.getByRole("button", { name: "登出所有裝置" }).click();
    await visitor.looksAt("me-everywhere");
    await page.getByRole("dialog").getByRole("button", { name: "登出所有裝置" }).click();
    await visitor.sees("孩子的繳費單，都在這裡");
    await lost.sees("孩子的繳費單，都在這裡");
  });
});
