import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildApps } from "../../gateway/launch/src/build-apps.mjs";
import { type Graph, startGraph } from "../harness/graph.js";
import { startChromium } from "./chromium.js";
import { type Device, Visitor } from "./parent-app/visitor.js";

let graph: Graph;
let chromium: Browser;
beforeAll(async () => {
  await buildApps();
  graph = await startGraph();
  chromium = await startChromium();
});
afterAll(async () => {
  await chromium?.close();
  await graph?.[Symbol.asyncDispose]();
});

it.each<[Device, RegExp, string, string]>([
  [{ width: 320, height: 640, language: "zh-TW" }, /^家長/, "登入", "教師與學校人員"],
  [{ width: 1280, height: 800, language: "en" }, /^Parents/, "Sign in", "School staff"],
])("leads on from the front page, on %o", async (device, parents, signIn, staff) => {
  await using visitor = await Visitor.arrive(chromium, graph.publicUrl, device);
  const { page } = visitor;
  await page.goto("/");
  await visitor.looksAt("front-page");
  // Two links to one place: by name.
  await page.getByRole("link", { name: signIn, exact: true }).click();
  await page.waitForURL(/\/sso\/interaction\//);
  await visitor.looksAt("sign-in");
  await page.goto("/");
  await page.getByRole("link", { name: parents }).click();
  await page.waitForURL("**/parent/");
  await page.goto("/");
  await page.getByRole("link", { name: staff }).click();
  await page.waitForURL("**/school/");
  expect(visitor.complaints).toEqual([]);
});

it("speaks the other language when it is asked to", async () => {
  await using visitor = await Visitor.arrive(chromium, graph.publicUrl, {
    width: 320,
    height: 640,
    language: "zh-TW",
  });
  await visitor.page.goto("/");
  await visitor.page.getByRole("link", { name: "English" }).click();
  await visitor.page.getByRole("link", { name: "Parents" }).waitFor();
  expect(await visitor.page.getAttribute("html", "lang")).toBe("en");
});
