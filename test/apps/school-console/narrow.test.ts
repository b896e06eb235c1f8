import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { desk, schoolConsole, telephone, Visitor } from "../parent-app/visitor.js";

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

it("shows a cashier at 1280 pixels whole account numbers and days", async () => {
  await using visitor = await Visitor.arrive(chromium, graph.publicUrl, desk, schoolConsole);
  await visitor.signIn("cashier@campus.example", demoPassword);
  await visitor.page.goto("/school/cashier/bills");
  await visitor.page.locator(".rows-table .w-account").nth(3).waitFor();
  await visitor.looksAt("bills-whole");
  const cut = await visitor.page
    .locator(".rows-table :is(.w-account, .w-day)")
    .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
  expect(cut).toBe(0);
});

it("lets a teacher approve and return at 320 pixels without scrolling sideways", async () => {
  await using visitor = await Visitor.arrive(chromium, graph.publicUrl, telephone, schoolConsole);
  await visitor.signIn("teacher@campus.example", demoPassword);
  const acts = visitor.page.locator(".actions-line button");
  await acts.nth(1).waitFor();
  await visitor.looksAt("review-narrow");
  for (const button of (await acts.all()).slice(0, 2)) {
    const { x, width } = (await button.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(telephone.width);
  }
});
