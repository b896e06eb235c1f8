import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { type Device, Visitor } from "../parent-app/visitor.js";

let graph: Graph;
let chromium: Browser;
beforeAll(async () => {
  await buildApps();
  // As in production: no operation that is not listed.
  graph = await startGraph({ onlyListed: true });
  chromium = await startChromium();
});
afterAll(async () => {
  await chromium?.close();
  await graph?.[Symbol.asyncDispose]();
});

const telephone: Device = { width: 320, height: 640, language: "zh-TW" };
const desk: Device = { width: 1280, height: 800, language: "en", isDark: true };

/** One of each kind. */
const kinds = [
  "/docs/",
  "/docs/en/",
  "/docs/en/first-query.html",
  "/docs/en/live-notices.html",
  "/docs/en/production.html",
  "/docs/en/queries.html",
  "/docs/en/inputs.html",
  "/docs/en/values.html",
  "/docs/zh-TW/",
  "/docs/zh-TW/class-sheet.html",
  "/docs/zh-TW/partner.html",
  "/docs/zh-TW/limits.html",
  "/docs/nowhere/at-all",
];

/** Those that axe takes long for. */
const long = ["/docs/en/operations.html", "/docs/en/changelog.html", "/docs/zh-TW/refusals.html"];

/** Those whose columns and colours are others on a wide, dark screen. */
const wide = ["/docs/en/", "/docs/en/first-query.html", "/docs/en/values.html", "/docs/zh-TW/partner.html"];

describe.each([
  [telephone, [...kinds, ...long]],
  [desk, wide],
])("on %o", (device, paths) => {
  it.each(paths)("%s is legible, fits the screen, and axe finds no fault in it", async (path) => {
    await using visitor = await Visitor.arrive(chromium, graph.publicUrl, device);
    const elsewhere: string[] = [];
    visitor.page.on("request", (request) => {
      if (new URL(request.url()).origin !== graph.publicUrl) elsewhere.push(request.url());
    });
    const response = await visitor.page.goto(path);
    expect(response?.status()).toBe(path.includes("nowhere") ? 404 : 200);
    await visitor.looksAt(`docs${path.replace("/docs", "").replace(/\W+/g, "-")}`);
    expect(elsewhere).toEqual([]);
    if (!path.includes("nowhere")) expect(visitor.complaints).toEqual([]);
  });
});

it("names the graph that serves it in commands and links, and without scripts where npm start does", async () => {
  await using visitor = await Visitor.arrive(chromium, graph.publicUrl, desk);
  const { page } = visitor;
  await page.goto("/docs/en/partner.html");
  const commands = page.locator("main pre code");
  await expect.poll(async () => (await commands.allTextContents()).join("\n")).toContain(graph.publicUrl);
  expect((await page.locator("main code").allTextContents()).join("\n")).not.toContain("localhost:4000");
  await expect
    .poll(() => page.locator(`main a[href="${graph.publicUrl}/wallet/"]`).count())
    .toBeGreaterThan(0);
  expect(await page.locator('main a[href*="localhost:4000"]').count()).toBe(0);
  expect(visitor.complaints).toEqual([]);
  const written = await (await fetch(`${graph.publicUrl}/docs/en/partner.html`)).text();
  expect(written).toContain("http://localhost:4000/wallet/");
});

it("is found from the front page, and its languages lead to each other", async () => {
  await using visitor = await Visitor.arrive(chromium, graph.publicUrl, telephone);
  const { page } = visitor;
  await page.goto("/");
  await page.getByRole("link", { name: "文件" }).click();
  await page.waitForURL("**/docs/zh-TW/");
  await page.getByRole("link", { name: "繳費業者：第一筆入帳" }).last().click();
  await visitor.sees("繳費業者：第一筆入帳");
  await page.getByRole("link", { name: "English" }).click();
  await visitor.sees(/first paid bill/);
  expect(visitor.complaints).toEqual([]);
});

it("opens its contents on a telephone by keyboard, and skips to the text", async () => {
  await using visitor = await Visitor.arrive(chromium, graph.publicUrl, telephone);
  const { page } = visitor;
  await page.goto("/docs/zh-TW/limits.html");
  await page.keyboard.press("Tab");
  await expect.poll(() => page.evaluate<string>("document.activeElement.textContent")).toBe("跳至內容");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate<string>("document.activeElement.id")).toBe("content");
  const menu = page.locator("#menu");
  expect(await menu.getAttribute("open")).toBeNull();
  await menu.locator("summary").focus();
  await page.keyboard.press("Enter");
  await menu.getByRole("link", { name: "錯誤代碼" }).click();
  await visitor.sees("錯誤代碼");
});

describe("search", () => {
  it.each<[string, Device, string, RegExp, string]>([
    ["two characters in Chinese", telephone, "溢繳", /partner\.html/, "溢繳"],
    ["a sentence in Chinese", telephone, "繳款帳號查詢", /zh-TW|partner|refusals/, "帳號"],
    [
      "a code",
      telephone,
      "TOO_MANY_ATTEMPTS",
      /refusals\.html|limits\.html|partner\.html/,
      "TOO_MANY_ATTEMPTS",
    ],
    [
      "a field, by a part of its name",
      desk,
      "unpaid",
      /types\.html#Account\.unpaidBillCount/,
      "unpaidBillCount",
    ],
    ["a word typed wrongly", desk, "subscribtion", /subscription|live-notices/, "subscription"],
  ])("finds %s", async (_, device, question, address, text) => {
    await using visitor = await Visitor.arrive(chromium, graph.publicUrl, device);
    const { page } = visitor;
    await page.goto(`/docs/${device.language}/`);
    // "/" leads to the field from anywhere.
    await page.keyboard.press("/");
    await page.keyboard.type(question);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search.html?q=*");
    await page.locator("#results li").first().waitFor();
    const links = await page
      .locator("#results a")
      .evaluateAll((all) => all.map((each) => each.getAttribute("href")));
    expect(links.slice(0, 5).join(" ")).toMatch(address);
    expect(await page.locator("#results").textContent()).toContain(text);
    await visitor.looksAt(`docs-search-${question}`);
    await page.locator("#results a").first().click();
    await page.locator("main h1").waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it("says so when nothing is found", async () => {
    await using visitor = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    await visitor.page.goto("/docs/zh-TW/search.html?q=龘龘");
    await visitor.page.getByRole("status").filter({ hasText: "查無結果" }).waitFor();
  });
});

it("shows by the status page which part of the graph answers, and which does not", async () => {
  await using visitor = await Visitor.arrive(chromium, graph.publicUrl, telephone);
  const { page } = visitor;
  const part = (name: string) => page.locator(`[data-part=${name}]`);
  await page.goto("/docs/zh-TW/status.html");
  for (const name of ["gateway", "identity", "roster", "binding", "payments"])
    await part(name).filter({ hasText: "正常" }).waitFor();
  await visitor.looksAt("docs-status");
  expect(visitor.complaints).toEqual([]);
  for (const [name, service] of Object.entries(graph.subgraphs)) {
    await service.stop();
    await page.getByRole("button", { name: "再查一次" }).click();
    await part(name).filter({ hasText: "無回應" }).waitFor();
    await service.start();
  }
});
